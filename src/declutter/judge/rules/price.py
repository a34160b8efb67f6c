"""What a product costs: next to no words, and on its page the first thing a reader looks for."""

from __future__ import annotations

import unicodedata
from typing import Final

from declutter.judge.case import Case, Rule

_NEAR: Final = 4
"""Blocks after the title in which a price is looked for."""
_LONGEST: Final = 2
_CURRENCY: Final = "Sc"


def prices(case: Case) -> list[int]:
    """The first price beside the title of a product."""
    if case.page_type != "product":
        return []
    title = _title_place(case)
    if title >= 0:
        for at in range(title + 1, min(title + 1 + _NEAR, len(case.shapes))):
            if _is_price(case, at):
                return [at]
    return []


def _title_place(case: Case) -> int:
    """Where the product's name stands: the first main heading, in text the line taken for one."""
    for at, block in enumerate(case.blocks):
        if block.level == 1 and block.kind == "heading":
            return at
    return min(case.decided("title"), default=-1) if case.page.format != "html" else -1


def _is_price(case: Case, at: int) -> bool:
    block = case.blocks[at]
    if case.words[at] > _LONGEST or block.link_length or block.hidden:
        return False
    kinds = {unicodedata.category(character) for character in block.text}
    return _CURRENCY in kinds and "Nd" in kinds


RULES = (Rule("price", "content", "is the price of the product", prices, keep=True),)
