"""What type of page it is, as far as the page says so itself."""

from __future__ import annotations

from itertools import accumulate

from declutter.judge.cards import is_of_cards
from declutter.judge.case import Case
from declutter.judge.heuristic.weights import TypeSigns
from declutter.judge.page_type import LISTS, declares_article, told_types
from declutter.page import PageType


def chances_by_hand(case: Case, types: dict[PageType, TypeSigns]) -> dict[PageType, float]:
    """The probabilities of the types that the page may be of, all equal; nothing where neither
    what it declares nor the names of its elements tell."""
    values = case.page.declared.json_ld
    if declares_article(values):
        return {"article": 1.0}
    told = told_types(values) or signed_types(case, types)
    if not told and is_of_cards(case):
        told = LISTS
    return {kind: 1.0 / len(told) for kind in told}


def signed_types(case: Case, types: dict[PageType, TypeSigns]) -> tuple[PageType, ...]:
    """The first type of which the page has a sign, if any."""
    around = names_around(case)
    declared = [(name, content.lower()) for name, content in case.page.declared.meta]
    for kind, signs in types.items():
        if not signs.names.isdisjoint(around):
            return (kind,)
        if any(content.startswith(signs.meta.get(name, ())) for name, content in declared):
            return (kind,)
    return ()


def names_around(case: Case) -> set[str]:
    """The words that elements around half of the page's words and more are named by."""
    sums = [0, *accumulate(case.words)]
    names: set[str] = set()
    for element in case.page.elements:
        if 2 * (sums[element.last] - sums[element.first]) >= sums[-1]:
            names.update(element.words)
    return names
