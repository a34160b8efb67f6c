"""Blocks get verdicts: rules where the structure says it outright, else the fitted score."""

from __future__ import annotations

from dataclasses import dataclass

from declutter.deadline import Deadline
from declutter.document import Page, PageType, Verdict
from declutter.judge.balance import best_threshold, expected_f1
from declutter.judge.case import Case, block_labels, build_case
from declutter.judge.evidence import SIZE
from declutter.judge.page_type import find_page_type
from declutter.judge.reasons import reason_to_keep, reason_to_remove
from declutter.judge.rules import apply_rules
from declutter.judge.score import Scored, Table, score_blocks, table_for
from declutter.judge.split import split_blocks


@dataclass(slots=True, frozen=True)
class Judgement:
    """What was found about a page as a whole; the verdicts stand on its blocks."""

    page_type: PageType
    confidence: float
    decided_by: str = "judge"


def judge(
    page: Page,
    *,
    favor: str,
    page_type: PageType | None,
    deadline: Deadline,
    table: Table | None = None,
) -> Judgement:
    """Give every block of the page its verdict; a block may be cut in two before.

    `table` is the fitted table, that of the package where none is given. Raises PageTimeout past
    the deadline.
    """
    split_blocks(page)
    deadline.check()
    if not page.blocks:
        return Judgement(page_type or "article", 1.0)
    fitted = table or table_for(page.format)
    case = build_case(page, "article", [])
    deadline.check()
    scored = score_blocks(page, block_labels(case), fitted)
    case.scores = scored.scores
    case.page_type = page_type or find_page_type(page, scored.rows, fitted.types)
    deadline.check()
    apply_rules(case)
    deadline.check()
    return Judgement(case.page_type, decide(case, scored, fitted, favor))


def decide(case: Case, scored: Scored, table: Table, favor: str) -> float:
    """Set the verdict of each block, the score's where no rule spoke; give the confidence."""
    scores = list(scored.scores)
    sizes = [row[SIZE] for row in scored.rows]
    verdicts = case.verdicts
    for i in range(len(scores)):
        verdict = verdicts[i]
        if verdict is not None:
            scores[i] = 1.0 if verdict.keep else 0.0
    threshold = best_threshold(scores, sizes, favor)
    kept: list[bool] = []
    for i, block in enumerate(case.page.blocks):
        verdict = verdicts[i]
        if verdict is None:
            verdict = score_verdict(case.page, i, scored, threshold, table)
        block.verdict = verdict
        kept.append(verdict.keep)
    return expected_f1(scores, sizes, kept)


def score_verdict(page: Page, at: int, scored: Scored, threshold: float, table: Table) -> Verdict:
    """The verdict that a block's score gives, with what it rests on."""
    score = scored.scores[at]
    row = scored.rows[at]
    if score >= threshold:
        return Verdict(True, score, "score", reason_to_keep(row))
    reason = reason_to_remove(page, page.blocks[at], row, table.odds.attributes)
    return Verdict(False, score, "score", reason)
