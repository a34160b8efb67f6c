"""Labels of advertisements and notes on affiliate links."""

from __future__ import annotations

from declutter.judge.case import Case, Rule


def advertising_labels(case: Case) -> list[int]:
    """Blocks that label an advertisement or say how the site earns money."""
    return case.said("advertising", ("whole", "row", "start"))


RULES = (Rule("advertising label", "advertising", "labels an advertisement", advertising_labels),)
