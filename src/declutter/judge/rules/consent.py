"""Cookie and consent banners."""

from __future__ import annotations

from declutter.judge.case import Case, Rule


def consent_banners(case: Case) -> list[int]:
    """Blocks that are a banner's button or heading, or begin as its text does."""
    return case.said("consent", ("whole", "row", "start"))


RULES = (Rule("consent banner", "consent", "asks for consent to cookies", consent_banners),)
