"""Blocks get verdicts: rules where the structure says it outright, else the score."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from declutter.deadline import Deadline
from declutter.judge.case import build_case
from declutter.judge.confidence import NO_TEXT
from declutter.judge.decision import decide
from declutter.judge.phrases import phrasebook
from declutter.judge.rules import RULES, apply_rules
from declutter.judge.scorer import Fitted, Scorer
from declutter.judge.sentences import join_lines
from declutter.judge.split import split_blocks
from declutter.judge.table import table_for
from declutter.page import Page, PageType

if TYPE_CHECKING:
    from declutter.judge.extension import Extension


class Judgement(NamedTuple):
    """What was found about a page as a whole; the verdicts stand on its blocks.

    `confidence` is the word F1 to expect, from 0 to 1.
    """

    page_type: PageType
    confidence: float


def judge(
    page: Page,
    *,
    favor: str,
    page_type: PageType | None,
    deadline: Deadline,
    scorer: Scorer | None = None,
    extension: Extension | None = None,
) -> Judgement:
    """Give every block of the page its verdict; a block may be cut in two before.

    `scorer` judges what no rule tells, by the fitted table of the package where none is given;
    `extension` are rules and phrases beyond those of the package. Raises PageTimeout past the
    deadline.
    """
    book = extension.book if extension is not None else phrasebook()
    lines = split_blocks(page, deadline, book)
    deadline.check()
    if not page.blocks:
        return Judgement(page_type or "article", NO_TEXT if page.format == "html" else 1.0)
    scorer = scorer or Fitted(table_for(page.format))
    case = build_case(page, "article", [], deadline, book)
    deadline.check()
    scored = scorer.score(case, deadline)
    case.scores = scored.scores
    if page_type is None:
        scorer.tell_type(case, scored)
    else:
        case.page_type = page_type
    deadline.check()
    apply_rules(case, RULES if extension is None else extension.rules, deadline)
    deadline.check()
    expected = decide(case, scored, scorer, favor, deadline)
    confidence = scorer.expect(case, scored, expected)
    join_lines(page, lines)
    return Judgement(case.page_type, confidence)
