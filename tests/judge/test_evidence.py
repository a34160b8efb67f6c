"""The rows of a page are filled a piece at a time, and are the same however they are cut."""

from __future__ import annotations

from array import array

import pytest

from declutter.deadline import Deadline
from declutter.judge.case import block_labels, build_case
from declutter.judge.evidence import measure
from declutter.judge.evidence.layout import (
    NAMES,
    PIECE,
    PLACE_AT,
    SCORES_AT,
    STRUCTURE_AT,
    WIDTH,
    empty_rows,
)
from declutter.judge.evidence.place import Places
from declutter.judge.evidence.rows import Evidence
from declutter.judge.evidence.scores import FirstScores
from declutter.judge.evidence.structure import Structure
from declutter.judge.evidence.totals import Totals
from declutter.readers.html import read_html

STORY = (
    "<h2>Day {0}</h2><p>The ferry was late again, and nobody on the landing knew why it was.</p>"
    '<div class="card"><a href="/{0}">More of day {0}</a></div>'
)
PAGE = "".join(STORY.format(day) for day in range(PIECE // 3 + 40))


@pytest.fixture(scope="module")
def measured() -> tuple[Evidence, array[float]]:
    """The evidence of a page of two pieces, with first scores, and its rows in one."""
    page = read_html(PAGE, charset=None, deadline=Deadline(None))
    case = build_case(page, "article", [])
    count = len(page.blocks)
    scores = array("d", [(i % 7) / 7 for i in range(count)])
    evidence = measure(page, case.outline, case.folded, block_labels(case), None)
    evidence.take_scores(scores)
    totals = Totals(evidence.texts)
    whole = empty_rows(count, WIDTH)
    Places(page, totals).fill(whole, 0, count)
    Structure(page, case.outline, totals).fill(whole, 0, count)
    FirstScores(case.outline, scores, totals).fill(whole, 0, count)
    return evidence, whole


@pytest.mark.parametrize("first", [PIECE, 0])
@pytest.mark.parametrize("column", ["previous size", "up1 position", "score before"])
def test_a_piece_has_the_rows_that_the_page_has(
    measured: tuple[Evidence, array[float]], first: int, column: str
) -> None:
    evidence, whole = measured
    at = NAMES.index(column)
    piece = list(evidence.rows_from(first)[at::WIDTH])
    assert len(set(piece)) > 1
    assert piece == list(whole[first * WIDTH + at :: WIDTH])[: len(piece)]


def test_pieces_are_all_of_the_page(measured: tuple[Evidence, array[float]]) -> None:
    evidence, whole = measured
    rows = evidence.rows_from(0) + evidence.rows_from(PIECE)
    assert len(rows) == len(whole)
    for begin in (PLACE_AT, STRUCTURE_AT, SCORES_AT):
        assert rows[begin::WIDTH] == whole[begin::WIDTH]


def test_first_scores_are_filled_into_rows_that_were_asked_for() -> None:
    page = read_html("<p>One boat.</p><p>Two boats.</p>", charset=None, deadline=Deadline(None))
    case = build_case(page, "article", [])
    evidence = measure(page, case.outline, case.folded, block_labels(case), None)
    assert list(evidence.rows_from(0)[SCORES_AT::WIDTH]) == [0.0, 0.0]
    evidence.take_scores(array("d", [0.25, 0.75]))
    assert list(evidence.rows_from(0)[SCORES_AT::WIDTH]) == [0.25, 0.75]
