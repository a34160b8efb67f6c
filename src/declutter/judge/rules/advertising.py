"""Labels of advertisements and notes on affiliate links."""

from __future__ import annotations

from declutter.judge.case import Case, Rule


def advertising_labels(case: Case) -> list[int]:
    """Blocks that label an advertisement or say how the site earns money."""
    return case.said("advertising", ("whole", "row", "start"))


def lone_labels(case: Case) -> list[int]:
    """On HTML pages, a paragraph that is the word for advertising and no more."""
    if case.page.format != "html":
        return []
    return [at for at in case.said("advertising", ("weak",)) if case.blocks[at].kind == "paragraph"]


RULES = (
    Rule("advertising label", "advertising", "labels an advertisement", advertising_labels),
    Rule("advertising word", "advertising", "says that an advertisement stands here", lone_labels),
)
