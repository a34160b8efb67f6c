"""Copyright lines, legal notices and the links at a page's foot."""

from __future__ import annotations

from declutter.judge.case import Case, Rule


def footers(case: Case) -> list[int]:
    """Blocks that are a footer's link or begin as a legal notice does."""
    return case.said("footer", ("whole", "row", "start"))


RULES = (Rule("footer", "footer", "is a legal or service line of the page's foot", footers),)
