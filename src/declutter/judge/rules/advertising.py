"""Labels of advertisements and notes on affiliate links."""

from __future__ import annotations

from typing import Final

from declutter.judge.case import Case, Rule

_MOST_UNDER_LABEL: Final = 3
"""Blocks in a labelled advertisement, its label aside."""


def advertising_labels(case: Case) -> list[int]:
    """Blocks that label an advertisement or say how the site earns money."""
    return case.said("advertising", ("whole", "row", "start"))


def lone_labels(case: Case) -> list[int]:
    """On HTML pages, a paragraph that is the word for advertising and no more."""
    if case.page.format != "html":
        return []
    return [at for at in case.said("advertising", ("weak",)) if case.blocks[at].kind == "paragraph"]


def labelled(case: Case) -> list[int]:
    """The links that stand under such a label, where an element holds them and nothing else."""
    found: list[int] = []
    if "advertising" not in case.spoken:
        return found
    elements = case.page.elements
    for at in case.decided("advertising label"):
        inner = case.blocks[at].element
        around = elements[inner].parent if inner >= 0 else -1
        if around < 0:
            continue
        under = range(at + 1, elements[around].last)
        if elements[around].first != at or len(under) > _MOST_UNDER_LABEL:
            continue
        if all(2 * case.blocks[i].link_length > len(case.blocks[i].text) for i in under):
            found += under
    return found


RULES = (
    Rule("advertising label", "advertising", "labels an advertisement", advertising_labels),
    Rule("advertisement", "advertising", "is advertised under such a label", labelled),
    Rule("advertising word", "advertising", "says that an advertisement stands here", lone_labels),
)
