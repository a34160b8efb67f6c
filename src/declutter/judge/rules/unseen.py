"""Prose that the page keeps only where programs look, and that was read for want of any other."""

from __future__ import annotations

from typing import Final

from declutter.judge.case import SENTENCE, Case, Rule

_UNSEEN: Final = ("json-ld", "noscript")
_FEWEST_WORDS: Final = 8


def unseen_prose(case: Case) -> list[int]:
    """Sentences of JSON-LD and noscript without a link or a phrase of clutter, and the headings
    that part them."""
    if case.page.format != "html":
        return []
    prose = [at for at in case.noted.unseen if case.shapes[at] == SENTENCE and _is_prose(case, at)]
    found = set(prose)
    return prose + [
        at - 1
        for at in prose
        if at - 2 in found and case.blocks[at - 1].kind == "heading" and _is_plain(case, at - 1)
    ]


def _is_prose(case: Case, at: int) -> bool:
    return _is_plain(case, at) and case.labels[at] is None and case.words[at] >= _FEWEST_WORDS


def _is_plain(case: Case, at: int) -> bool:
    block = case.blocks[at]
    return block.origin in _UNSEEN and not block.link_length and not block.hidden


RULES = (
    Rule("unseen prose", "content", "is the page's text, kept for programs", unseen_prose, True),
)
