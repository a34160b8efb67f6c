"""The whole-page doubt: where the judge kept a sliver of a page, trafilatura is asked too.

A page of which a few words are left is neither an empty one, which is left alone (most such pages
are shells), nor an article. Only there is the other extractor asked, and believed where it finds
far more. On other pages of low confidence it was measured to be wrong more often than the judge:
see benchmarks/NOTES.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from declutter.deadline import NO_DEADLINE, Deadline
from declutter.page import Page, Verdict

SECOND_OPINION: Final = "second opinion"
_DOUBT: Final = 0.7
"""Confidence under which a page is doubtful, one in twenty is; of these few are slivers."""
_SLIVER: Final = 30
_MOST_BYTES: Final = 2_000_000
_MOST_ELEMENTS: Final = 20_000
_MOST_TAGS: Final = 40_000
_DEEPEST: Final = 200
"""Above these trafilatura can take many seconds that nothing interrupts."""
_PROSE: Final = 10
_ENOUGH: Final = 60
_FAR_MORE: Final = 3
_RUN: Final = 4
"""Words in a row by which a block is found in the other text; a shorter one has to be a line."""
_FOUND: Final = Verdict(True, 1.0, SECOND_OPINION, "is in trafilatura's text")
_NOT_FOUND: Final = Verdict(
    False, 0.0, SECOND_OPINION, "is not in trafilatura's text", SECOND_OPINION
)


def ask_second_opinion(
    page: Page, data: Any, confidence: float, deadline: Deadline = NO_DEADLINE
) -> bool:
    """Ask trafilatura about a judged page that is in doubt, and set the verdicts by its answer
    where it is believed. Says whether it was.

    `data` is what the page was read from. Raises PageTimeout where the answer is past the deadline.
    """
    return is_doubtful(page, data, confidence) and reconsider(page, data, deadline)


def is_doubtful(page: Page, data: Any, confidence: float) -> bool:
    """Whether a judged page wants a second opinion, and is small enough to be given one."""
    if page.format != "html" or confidence >= _DOUBT or not isinstance(data, bytes | str):
        return False
    if not 0 < _kept_words(page) < _SLIVER or _prose_words(page) < _ENOUGH:
        return False
    if len(data) > _MOST_BYTES or len(page.elements) > _MOST_ELEMENTS:
        return False
    if (data.count("<") if isinstance(data, str) else data.count(b"<")) > _MOST_TAGS:
        return False
    return all(element.depth <= _DEEPEST for element in page.elements)


def reconsider(page: Page, data: bytes | str, deadline: Deadline) -> bool:
    """Ask trafilatura about the page; where it finds far more, set the verdicts by it. Says
    whether it did."""
    other = _extract(data)
    deadline.check()
    if len(other.split()) < _FAR_MORE * _kept_words(page):
        return False
    lines = {" ".join(line.split()) for line in other.split("\n")}
    runs = set(_runs(other))
    for block in page.blocks:
        found = _stands_in(block.text, lines, runs)
        if found != block.verdict.keep:
            block.verdict = _FOUND if found else _NOT_FOUND
    return True


def _kept_words(page: Page) -> int:
    return sum(len(block.text.split()) for block in page.blocks if block.verdict.keep)


def _prose_words(page: Page) -> int:
    """Words of the longer blocks outside links: without some, there is nothing to find."""
    sizes = [len(b.text.split()) for b in page.blocks if 2 * b.link_length < len(b.text)]
    return sum(size for size in sizes if size >= _PROSE)


def _extract(data: bytes | str) -> str:
    import trafilatura

    try:
        return trafilatura.extract(data, include_comments=False) or ""
    except Exception:  # what cannot be answered is no opinion; trafilatura names no errors
        return ""


def _stands_in(text: str, lines: set[str], runs: set[tuple[str, ...]]) -> bool:
    own = list(_runs(text))
    if not own:
        return " ".join(text.split()) in lines
    return 2 * sum(run in runs for run in own) >= len(own)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = text.split()
    return (tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
