"""The families of reasons as people see them: one name, one colour and one pattern everywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from declutter.page import Verdict


@dataclass(slots=True, frozen=True)
class Family:
    """How a family of reasons looks.

    `hue` is an angle of the colour circle of OKLCH, None for grey; `pattern` names a pattern of
    the style sheet, for those who do not see the colour; `terminal` is one of 256 colours.
    """

    name: str
    label: str
    hue: int | None
    pattern: str
    terminal: int

    @property
    def slug(self) -> str:
        """The name as part of a CSS class."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-") or "other"


KEPT: Final = Family("content", "kept", None, "plain", 34)

FAMILIES: Final = (
    Family("navigation", "navigation", 255, "rows", 33),
    Family("related", "related stories", 305, "slash", 135),
    Family("sharing", "sharing", 215, "backslash", 37),
    Family("comments", "comments", 160, "dots", 36),
    Family("bylines", "bylines and dates", 125, "columns", 70),
    Family("tags", "tags", 185, "checks", 30),
    Family("title", "title", 95, "cross", 142),
    Family("repeats", "repeats", 75, "slash", 178),
    Family("newsletter", "newsletter and paywall", 50, "rows", 172),
    Family("advertising", "advertising", 28, "dots", 166),
    Family("consent", "consent", 350, "checks", 169),
    Family("footer", "footer", 280, "backslash", 105),
    Family("hidden", "hidden", None, "columns", 243),
    Family("score", "low score", None, "cross", 248),
    Family("site memory", "site memory", 230, "checks", 74),
    Family("site rule", "site rule", 325, "rows", 133),
    Family("second opinion", "second opinion", 145, "slash", 71),
)

_BY_NAME: Final = {family.name: family for family in FAMILIES}


def family_of(verdict: Verdict) -> Family:
    """The family that a verdict is shown in: KEPT, a known one, or a grey one of its name."""
    if verdict.keep:
        return KEPT
    known = _BY_NAME.get(verdict.family)
    return known or Family(verdict.family, verdict.family, None, "plain", 245)
