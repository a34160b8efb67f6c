"""From scores to verdicts: what is judged whole, and what may be said again."""

from __future__ import annotations

from array import array

import pytest

from declutter.deadline import Deadline
from declutter.judge.case import Case, build_case
from declutter.judge.decision import decide, judge_cards_alike, judge_groups_whole
from declutter.judge.evidence.layout import END_MARK, SIZE, TEXT_WIDTH, empty_rows
from declutter.judge.evidence.rows import Evidence
from declutter.judge.evidence.totals import Totals
from declutter.judge.points import point_of
from declutter.judge.rules.references import references
from declutter.judge.score import Scored
from declutter.judge.split import split_blocks
from declutter.judge.table import table_for
from declutter.page import Block, Page, PageType
from declutter.readers.html import read_html
from declutter.readers.plain import read_plain

OPTION = "Waits until the pump has answered, and for no longer than the limit that is set."


def case_of(html: str, page_type: PageType = "article") -> Case:
    return build_case(read_html(html, charset=None, deadline=Deadline(None)), page_type, [])


def scored(case: Case, *scores: float) -> Scored:
    """Evidence that knows of sizes alone, with the scores given."""
    texts = empty_rows(len(case.blocks), TEXT_WIDTH)
    for i, block in enumerate(case.blocks):
        texts[i * TEXT_WIDTH + SIZE] = len(block.text.split())
    evidence = Evidence(case.page, case.outline, texts, Totals(texts), array("f"), array("f"))
    return Scored(evidence, array("d", scores))


def test_pieces_of_code_in_one_element_are_judged_whole() -> None:
    case = case_of("<main><pre>one two</pre><h2>Then</h2><pre>three four</pre></main><pre>no</pre>")
    scores = array("d", [0.6, 0.5, 0.2, 0.1])
    judge_groups_whole(case.page, scores, array("f", [2.0, 1.0, 2.0, 1.0]))
    assert list(scores) == pytest.approx([0.4, 0.5, 0.4, 0.1])


def test_cards_are_judged_alike() -> None:
    lines = ["The mug", "Add to basket", "The ladle", "Add to basket", "The pot", "Add to basket"]
    case = build_case(read_plain("\n".join(lines), deadline=Deadline(None)), "collection", [])
    scores = array("d", [0.9, 0.1, 0.3, 0.1, 0.6, 0.4])
    judge_cards_alike(case, scores)
    assert list(scores) == pytest.approx([0.6, 0.2, 0.6, 0.2, 0.6, 0.2])


@pytest.mark.parametrize(
    ("page_type", "chance", "times"),
    [("article", 0.0, 1), ("article", 0.4, 2), ("documentation", 0.0, 2)],
)
def test_manuals_may_say_things_again(page_type: PageType, chance: float, times: int) -> None:
    methods = "".join(
        f"<section><h2>Method number {n}</h2><div><p>{OPTION}</p></div></section>" for n in (1, 2)
    )
    filler = "".join(f"<p>The pump of house {n} is the oldest of them all.</p>" for n in range(7))
    case = case_of(methods + filler, page_type)
    case.chances = {"documentation": chance}
    decide(case, scored(case, *[0.9] * len(case.blocks)), table_for("html"), "balanced")
    kept = [block.text for block in case.blocks if block.verdict.keep]
    assert kept.count(OPTION) == times


@pytest.mark.parametrize(
    ("clutter", "said", "times"),
    [
        (0.1, OPTION, 1),  # of a page, with its clutter
        (0.9, OPTION, 2),  # of a clean text
        (0.1, "And the mill wheel turns again.", 2),  # a refrain
    ],
)
def test_text_with_clutter_says_nothing_twice(clutter: float, said: str, times: int) -> None:
    story = "".join(f"The pump of house {n} is the oldest of them all.\n\n" for n in range(9))
    lines = "".join(f"Read more of what the people of house {n} say.\n\n" for n in range(9))
    text = f"{said}\n\n{story}{said}\n\n{lines}"
    case = build_case(read_plain(text, deadline=Deadline(None)), "article", [])
    decide(case, scored(case, *[0.9] * 11, *[clutter] * 9), table_for("text"), "balanced")
    kept = [block.text for block in case.blocks if block.verdict.keep]
    assert kept.count(said) == times


def test_of_a_teaser_and_its_text_the_longer_stays() -> None:
    teaser = f"{OPTION} It is read once"
    story = "".join(f"The pump of house {n} is the oldest of them all.\n\n" for n in range(9))
    text = f"{teaser}\n\n{story}{teaser} when the wheel starts.\n\n{teaser}\n\n"
    lines = "".join(f"Read more of what the people of house {n} say.\n\n" for n in range(9))
    case = build_case(read_plain(text + lines, deadline=Deadline(None)), "article", [])
    decide(case, scored(case, *[0.9] * 12, *[0.1] * 9), table_for("text"), "balanced")
    alike = [block for block in case.blocks if block.text.startswith(OPTION)]
    assert [block.verdict.keep for block in alike] == [False, True, False]


@pytest.mark.parametrize(
    ("chances", "favor", "point"),
    [
        ({"article": 0.9, "forum": 0.05}, "balanced", "story"),
        ({"article": 0.9, "forum": 0.2}, "balanced", "balanced"),
        ({"article": 0.9, "documentation": 0.4}, "balanced", "manual"),
        ({"article": 0.9, "forum": 0.05}, "recall", "recall"),
        ({}, "balanced", "balanced"),
    ],
)
def test_the_point_suits_the_page(chances: dict[PageType, float], favor: str, point: str) -> None:
    case = case_of("<p>A page of a few words.</p>")
    case.chances = chances
    assert point_of(case, favor) == point


@pytest.mark.parametrize(("score", "kept"), [(0.6, 4), (0.05, 0)])
def test_references_stay_where_they_are_likely(score: float, kept: int) -> None:
    prose = f"<p>{OPTION} {OPTION}</p>"
    entries = "".join(f"<li>Pike, A. The pumps of house {n}. 1987.</li>" for n in range(3))
    case = case_of(f"<article>{prose}<h2>References</h2><ul>{entries}</ul></article>")
    case.scores = [0.9, *[score] * (len(case.blocks) - 1)]
    assert len(references(case)) == kept


@pytest.mark.parametrize(("asked", "kept"), [(1, False), (2, True)])
def test_an_answer_stays_where_others_were_given(asked: int, kept: bool) -> None:
    pair = "<p>And who was it that {0} the wheel?</p><p>The miller {0} it, and he was alone.</p>"
    case = case_of("".join(pair.format(verb) for verb in ("built", "broke", "mended")[2 - asked :]))
    scores = [0.9] * (2 * asked + 1) + [0.35]
    decide(case, scored(case, *scores), table_for("html"), "precision")
    assert case.blocks[-1].verdict.keep is kept


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("The ferry was late.\n\nNobody minded.", "flat"),
        ("  The ferry was late.\n\n  Nobody minded.", "indented"),
        ("The ferry was late. " * 100, "balanced"),
    ],
)
def test_text_without_indents_is_believed_less(text: str, point: str) -> None:
    page = read_plain(text, deadline=Deadline(None))
    split_blocks(page)
    case = build_case(page, "article", [])
    assert point_of(case, "balanced") == point


def test_parts_of_formulas_are_no_prompts() -> None:
    story = "".join(f"The pump of house {n} is the oldest of them all.\n\n" for n in range(9))
    case = build_case(read_plain(f"{story}x\n\nPump\n", deadline=Deadline(None)), "article", [])
    decide(case, scored(case, *[0.9] * 9, 0.65, 0.65), table_for("text"), "balanced")
    assert [block.verdict.keep for block in case.blocks[9:]] == [True, False]


def test_a_short_sentence_is_no_prompt() -> None:
    story = "".join(f"The pump of house {n} is the oldest of them all.\n\n" for n in range(9))
    text = f"{story}Thank you very much.\n\nRead it all again\n"
    case = build_case(read_plain(text, deadline=Deadline(None)), "article", [])
    given = scored(case, *[0.9] * 9, 0.68, 0.68)
    given.evidence.texts[9 * TEXT_WIDTH + END_MARK] = 3.0
    decide(case, given, table_for("text"), "balanced")
    assert [block.verdict.keep for block in case.blocks[9:]] == [True, False]


def test_a_list_in_a_text_stays_or_goes_as_one() -> None:
    blocks = [Block(word, kind="list_item", group=group) for group in (1, 2) for word in "abc"]
    given = array("d", [0.9, 0.6, 0.6, 0.1, 0.1, 0.4])
    sizes = array("f", [2.0, 1.0, 1.0, 1.0, 1.0, 1.0])
    scores = given[:]
    judge_groups_whole(Page("text", blocks), scores, sizes)
    assert list(scores) == pytest.approx([0.75] * 3 + [0.2] * 3)
    scores = given[:]
    judge_groups_whole(Page("html", blocks), scores, sizes)
    assert scores == given
