"""What holds for every page: nothing invented, nothing out of order, nothing but our own errors."""

from __future__ import annotations

import contextlib
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import declutter
from declutter.deadline import Deadline
from declutter.page import InputFormat
from declutter.readers import read
from declutter.readers.decode import clean_text
from tests.strategies import ANY_BYTES, ANY_TEXT, HTML_PAGES, MARKDOWN_PAGES, PLAIN_TEXTS

CLEANER = declutter.Cleaner(second_opinion=False)
searched = settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


def folded(text: str) -> str:
    return " ".join(clean_text(text).split())


def assert_runs_in_order(runs: list[str], whole: str) -> None:
    """Each run stands in the whole, behind the one before."""
    at = 0
    for run in runs:
        found = whole.find(run, at)
        assert found >= 0, f"{run!r} is not in the input behind offset {at}"
        at = found + len(run)


@searched
@given(PLAIN_TEXTS)
def test_kept_text_is_the_inputs_own(text: str) -> None:
    doc = CLEANER.clean(text, input_format="text")
    if doc.format == "text" and not text.lstrip("\ufeff").startswith("---"):
        assert_runs_in_order([folded(block.text) for block in doc.kept], folded(text))


@searched
@given(HTML_PAGES, st.sampled_from(["html", "markdown"]))
def test_rendered_text_is_the_blocks_own(page: str, form: InputFormat) -> None:
    check_rendered(page, form)


@searched
@given(MARKDOWN_PAGES)
def test_rendered_markdown_is_the_blocks_own(page: str) -> None:
    check_rendered(page, "markdown")


def check_rendered(page: str, form: InputFormat) -> None:
    doc = CLEANER.clean(page, input_format=form)
    whole = folded("\n".join(block.text for block in doc.blocks))
    runs = [folded(line) for line in doc.text.split("\n") if folded(line)]  # a group is not one run
    assert_runs_in_order(runs, whole)
    assert_runs_in_order([folded(block.text) for block in doc.kept], whole)


@searched
@given(PLAIN_TEXTS)
def test_a_judge_that_keeps_all_loses_no_word(text: str) -> None:
    """What the reader gives holds all words of a text; bullets and rulers are no words."""
    page = read(
        text,
        url=None,
        input_format="text",
        charset=None,
        max_bytes=10**6,
        deadline=Deadline(None),
    )
    if page.declared.headers:
        return
    wanted = Counter(word for word in folded(text).split() if any(map(str.isalnum, word)))
    got = Counter(word for block in page.blocks for word in block.text.split())
    assert not wanted - got


@searched
@given(PLAIN_TEXTS | MARKDOWN_PAGES | HTML_PAGES)
def test_the_judge_loses_no_word(page: str) -> None:
    """The judge cuts blocks, and says of each whether it stays: none disappears."""
    before = read(
        page, url=None, input_format=None, charset=None, max_bytes=10**6, deadline=Deadline(None)
    )
    after = CLEANER.clean(page)
    assert "".join("".join(block.text.split()) for block in before.blocks) == "".join(
        "".join(block.text.split()) for block in after.blocks
    )


@searched
@given(ANY_BYTES | ANY_TEXT, st.sampled_from([None, "html", "markdown", "text"]))
def test_only_our_own_errors(data: bytes | str, form: InputFormat | None) -> None:
    try:
        doc = CLEANER.clean(data, input_format=form, url="https://example.com/a")
    except declutter.DeclutterError:
        return
    for output in (doc.text, doc.markdown, doc.html, doc.to_json(), doc.comments):
        output.encode()
    assert all(block.verdict.reason for block in doc.blocks)


@searched
@given(st.binary(max_size=200), st.text(max_size=20))
def test_any_charset(data: bytes, charset: str) -> None:
    with contextlib.suppress(declutter.DeclutterError):
        declutter.clean(data, charset=charset).text.encode()


@searched
@given(HTML_PAGES)
def test_a_page_is_cleaned_the_same_way_twice(page: str) -> None:
    assert CLEANER.clean(page) == CLEANER.clean(page)
