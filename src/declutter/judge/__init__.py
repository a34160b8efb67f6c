"""Blocks get verdicts: rules where the structure says it outright, else the fitted score."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from declutter.deadline import Deadline
from declutter.document import Page, PageType, Verdict
from declutter.judge.case import build_case
from declutter.judge.rules import apply_rules
from declutter.judge.split import split_blocks

_KEPT: Final = Verdict(True, 1.0, "no rule", "no rule speaks against it", "content")


@dataclass(slots=True, frozen=True)
class Judgement:
    """What was found about a page as a whole; the verdicts stand on its blocks."""

    page_type: PageType
    confidence: float
    decided_by: str = "judge"


def judge(page: Page, *, favor: str, page_type: PageType | None, deadline: Deadline) -> Judgement:
    """Give every block of the page its verdict; a block may be cut in two before.

    Raises PageTimeout past the deadline.
    """
    split_blocks(page)
    deadline.check()
    case = build_case(page, page_type or "article", [])
    deadline.check()
    apply_rules(case)
    deadline.check()
    page.blocks = [
        replace(block, verdict=verdict or _KEPT)
        for block, verdict in zip(page.blocks, case.verdicts, strict=True)
    ]
    return Judgement(case.page_type, 1.0)
