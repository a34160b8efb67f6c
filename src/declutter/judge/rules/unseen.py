"""Prose that the page keeps only where programs look, and that was read for want of any other."""

from __future__ import annotations

from typing import Final

from declutter.judge.case import SENTENCE, Case, Rule

_UNSEEN: Final = ("json-ld", "noscript")
_FEWEST_WORDS: Final = 8


def unseen_prose(case: Case) -> list[int]:
    """Sentences of JSON-LD and noscript without a link or a phrase of clutter."""
    return [
        at
        for at, block in enumerate(case.blocks)
        if block.origin in _UNSEEN
        and case.shapes[at] == SENTENCE
        and case.labels[at] is None
        and case.words[at] >= _FEWEST_WORDS
        and not block.link_length
        and not block.hidden
    ]


RULES = (
    Rule("unseen prose", "content", "is the page's text, kept for programs", unseen_prose, True),
)
