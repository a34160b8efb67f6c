"""Who wrote a post of a forum: the name, the rank and the number of posts beside each."""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from declutter.judge.case import Case, Rule, elements_named

_LONGEST: Final = 30
"""Words of all that stands beside a post; an element with more may be the post itself."""


def posters(case: Case) -> list[int]:
    """On a forum, what stands inside a small element that is named for a post's writer."""
    if case.page_type != "forum":
        return []
    named = elements_named(case, "posters")
    if not named:
        return []
    sums = [0, *accumulate(case.words)]
    inside: list[bool] = []
    for number, element in enumerate(case.page.elements):
        small = named[number] and sums[element.last] - sums[element.first] <= _LONGEST
        inside.append(small or (element.parent >= 0 and inside[element.parent]))
    return [
        at for at, block in enumerate(case.blocks) if block.element >= 0 and inside[block.element]
    ]


RULES = (Rule("poster", "bylines", "says who wrote the post", posters),)
