"""The second opinion: asked in doubt alone, believed where it finds far more."""

from __future__ import annotations

import subprocess
import sys

import pytest

from declutter import Cleaner
from declutter import second_opinion as room
from declutter.deadline import NO_DEADLINE, Deadline
from declutter.errors import PageTimeout
from declutter.page import Page, Verdict
from declutter.readers import read
from declutter.second_opinion import ask_second_opinion, is_doubtful

STORY = (
    "The ferry to Sandholm left the quay an hour late on Friday, after its crew had mended a rope.",
    "Passengers waited in the old customs house, where the baker handed out the last of his buns.",
    "A dog that nobody knew went from lap to lap, and was given a bun whenever it sat down.",
    "By noon the wind had turned, and the captain said that the crossing would be quiet after all.",
)
HTML = (
    "<html><body><nav><a href='/a'>Home</a> <a href='/b'>Boats</a></nav>"
    + "<article><h1>Late ferry</h1>"
    + "".join(f"<p>{line}</p>" for line in STORY)
    + "</article><footer>All rights reserved by the harbour office.</footer></body></html>"
)


def judged(html: str, *kept: str) -> Page:
    """A page of which only the blocks with the given beginnings were kept."""
    page = read(
        html, url=None, input_format="html", charset=None, max_bytes=10**7, deadline=NO_DEADLINE
    )
    for block in page.blocks:
        block.verdict = Verdict(block.text.startswith(kept), 0.4, "score", "")
    return page


def kept(page: Page) -> list[str]:
    return [block.text for block in page.blocks if block.verdict.keep]


def test_a_sliver_is_replaced_by_what_the_other_finds() -> None:
    page = judged(HTML, "All rights")
    assert ask_second_opinion(page, HTML, 0.2)
    assert [text for text in kept(page) if text != "Late ferry"] == list(STORY)
    removed = [block.verdict for block in page.blocks if not block.verdict.keep]
    assert {verdict.rule for verdict in removed} <= {"score", "second opinion"}
    assert any(verdict.reason == "is not in trafilatura's text" for verdict in removed)


@pytest.mark.parametrize(
    ("beginnings", "confidence"),
    [
        (("All rights",), 0.7),  # the judge is sure enough
        (("nothing begins so",), 0.0),  # an empty page is mostly a shell
        (("The ferry", "Passengers", "A dog", "By noon"), 0.2),  # more than a sliver
    ],
)
def test_other_pages_are_not_in_doubt(beginnings: tuple[str, ...], confidence: float) -> None:
    page = judged(HTML, *beginnings)
    assert not is_doubtful(page, HTML, confidence)


def test_a_page_without_prose_has_nothing_to_find() -> None:
    page = HTML.replace(STORY[0], "Late.").replace(STORY[1], "Buns.").replace(STORY[2], "Dog.")
    assert not is_doubtful(judged(page, "All rights"), page, 0.2)


def test_large_and_deep_pages_and_trees_are_not_asked_about() -> None:
    assert is_doubtful(judged(HTML, "All rights"), HTML, 0.2)
    assert not is_doubtful(judged(HTML, "All rights"), HTML + " " * 2_000_000, 0.2)
    assert not is_doubtful(judged(HTML, "All rights"), object(), 0.2)
    deep = HTML.replace("<footer>", "<div>" * 300 + "<p>Words so far down.</p><footer>")
    page = judged(deep, "All rights")
    assert not is_doubtful(page, deep, 0.2)


def test_an_answer_that_finds_little_more_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_extract", lambda data: "All rights reserved by the harbour office.")
    page = judged(HTML, "All rights")
    assert not ask_second_opinion(page, HTML, 0.2)
    assert kept(page) == ["All rights reserved by the harbour office."]


def test_an_answer_past_the_deadline_is_an_error() -> None:
    with pytest.raises(PageTimeout):
        ask_second_opinion(judged(HTML, "All rights"), HTML, 0.2, Deadline(1e-9))


def test_the_document_says_who_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "is_doubtful", lambda page, data, confidence: True)
    monkeypatch.setattr(room, "_FAR_MORE", 0)
    assert Cleaner().clean(HTML).decided_by == "second opinion"
    assert Cleaner(second_opinion=False).clean(HTML).decided_by == "judge"


def test_trafilatura_is_not_loaded_for_a_page_without_doubt() -> None:
    code = f"import declutter, sys; declutter.clean({HTML!r}); print('trafilatura' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
