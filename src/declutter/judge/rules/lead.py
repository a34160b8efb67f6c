"""What stands between the title and the text, and is the author's: the lead."""

from __future__ import annotations

from typing import Final

from declutter.judge.case import SENTENCE, Case, Rule
from declutter.judge.phrases import match_start

_NEAR: Final = 4
"""Blocks after the title in which a lead is looked for."""
_SHORTEST: Final = 10
_LONGEST: Final = 60
_TO_DATE: Final = 12
"""Characters behind a date line's phrase in which a date would begin."""


def leads(case: Case) -> list[int]:
    """The first prose after the title of an article, where it is a sentence without a link."""
    if case.page_type != "article":
        return []
    blocks = case.blocks
    for title in range(len(blocks)):
        block = blocks[title]
        if block.level == 1 and block.kind == "heading":
            for at in range(title + 1, min(title + 1 + _NEAR, len(case.shapes))):
                if _is_lead(case, at):
                    return [at]
            return []
    return []


def _is_lead(case: Case, at: int) -> bool:
    block = case.blocks[at]
    return (
        case.shapes[at] == SENTENCE
        and case.labels[at] is None
        and not _begins_as_prompt(case, block.text)
        and block.kind in ("paragraph", "heading")
        and not block.link_length
        and not block.hidden
        and _SHORTEST <= case.words[at] <= _LONGEST
    )


def _begins_as_prompt(case: Case, text: str) -> bool:
    """Whether a text begins with a phrase, one of date lines only where digits follow: sentences
    begin with some of these too, as with the Spanish "El"."""
    found = match_start(case.book, text)
    if found is None:
        return False
    label, behind = found
    return label.family != "date_line" or any(
        character.isdecimal() for character in text[behind : behind + _TO_DATE]
    )


RULES = (Rule("lead", "content", "leads from the title into the text", leads, keep=True),)
