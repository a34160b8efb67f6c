"""What the outcome for a page is trusted to be, and what that rests on."""

from __future__ import annotations

from array import array
from math import log

import pytest

import declutter
from declutter.deadline import Deadline
from declutter.judge.case import Case, build_case
from declutter.judge.confidence import measure_outcome
from declutter.judge.evidence.layout import SIZE, TEXT_WIDTH, empty_rows
from declutter.judge.evidence.rows import Evidence
from declutter.judge.evidence.totals import Totals
from declutter.judge.rules.comments import comment_sections
from declutter.judge.score import Scored
from declutter.page import new_verdict
from declutter.readers.html import read_html

SENTENCE = "The ferry of the lower quay was late again, and nobody on the landing knew why it was."
STORY = "".join(
    f"<p>{SENTENCE} So it went on day {n}, until the rope was found.</p>" for n in range(9)
)
LINKS = "".join(f'<li><a href="/{n}">Basket number {n}</a> from {n} marks</li>' for n in range(40))


def case_of(html: str) -> Case:
    return build_case(read_html(html, charset=None, deadline=Deadline(None)), "article", [])


def test_a_plain_story_is_trusted_more_than_a_row_of_goods() -> None:
    story = declutter.clean(
        f"<html><body><h1>Late ferry</h1><article>{STORY}</article></body></html>"
    )
    goods = declutter.clean(f"<html><body><h1>Baskets</h1><ul>{LINKS}</ul></body></html>")
    assert 0.0 <= goods.confidence < story.confidence <= 1.0
    assert story.confidence > 0.8


@pytest.mark.parametrize(
    ("page", "least", "most"),
    [
        ("<html><body><div id=app></div></body></html>", 0.0, 0.5),
        ("", 1.0, 1.0),
    ],
)
def test_a_page_without_text_is_no_sure_thing_where_a_script_may_fill_it(
    page: str, least: float, most: float
) -> None:
    assert least <= declutter.clean(page).confidence <= most


def test_an_outcome_is_measured_by_its_words() -> None:
    case = case_of("<p>one two three</p><p>four</p><p>five six</p>")
    texts = empty_rows(3, TEXT_WIDTH)
    for i, size in enumerate((3.0, 1.0, 2.0)):
        texts[i * TEXT_WIDTH + SIZE] = size
    evidence = Evidence(case.page, case.outline, texts, Totals(texts), array("f"), array("f"))
    kept = (True, False, True)
    rules = ("score", "score", "title")
    for block, keep, rule in zip(case.blocks, kept, rules, strict=True):
        block.verdict = new_verdict(keep, 0.5, rule, "because", "")
    row = list(measure_outcome(case, Scored(evidence, array("d", [0.9, 0.3, 0.5])), 0.7))
    assert row[0] == pytest.approx(0.7)
    right, sure = (0.9 * 3 + 0.5 * 2) / 5, (0.9 * 3 + 2) / 5
    assert row[1:3] == pytest.approx([right, sure])
    assert row[4:7] == pytest.approx([1 / 6, 0.0, 5 / 6])  # of the doubtful words, and the kept
    levels = [7, 7, 6, 6, 4, 4, 4]  # words that score 0.1, 0.2, 0.35, ... and more, and one
    assert row[12:19] == pytest.approx([log(level / 6) for level in levels])


@pytest.mark.parametrize(("score", "found"), [(0.9, 0), (0.6, 3)])
def test_comments_are_the_page_where_the_score_is_sure_of_them(score: float, found: int) -> None:
    posts = "".join(f"<p>{SENTENCE} Post {n}.</p>" for n in range(3))
    story = f"<h1>Ferries</h1><p>{SENTENCE}</p><p>{SENTENCE}</p><p>{SENTENCE}</p>"
    case = case_of(f'{story}<div class="comments">{posts}</div>')
    case.scores = [0.2, 0.2, 0.2, 0.2, score, score, score]
    assert len(comment_sections(case)) == found
