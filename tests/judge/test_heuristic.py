"""Judging by hand: what the weights make of whole pages, and how they are counted."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest

import declutter
from declutter.deadline import Deadline
from declutter.document import Document
from declutter.judge.case import build_case
from declutter.judge.evidence.layout import (
    LINK_DENSITY,
    NAMES,
    ODDS_NAMES,
    ODDS_WIDTH,
    SIZE,
    TEXT_WIDTH,
    WIDTH,
    empty_rows,
    zeros,
)
from declutter.judge.evidence.outline import draw_outline
from declutter.judge.evidence.rows import Evidence
from declutter.judge.evidence.totals import Totals
from declutter.judge.heuristic import ByHand
from declutter.judge.heuristic.page_type import chances_by_hand
from declutter.judge.heuristic.places import best_container, measure_paths
from declutter.judge.heuristic.weigh import weigh
from declutter.judge.heuristic.weights import (
    BrokenWeights,
    Container,
    Weights,
    as_weighing,
    weights_set_by_hand,
)
from declutter.judge.lexicon import make_lexicon
from declutter.readers.html import read_html

STORY = [
    f"The ferry of {year} was older than the pier, and nobody on the island would have sold it."
    for year in range(1950, 1958)
]
PROSE = "".join(f"<p>{text}</p>" for text in STORY)
MENU = "".join(f"<li><a href='/{n}'>Harbour {n}</a></li>" for n in range(12))
CARDS = "".join(
    f"<div class='card'><h3><a href='/c{n}'>How boat number {n} came to the island</a></h3></div>"
    for n in range(8)
)
CONSENT = (
    "<div class='consent-box'><p>This page keeps small files on your machine, and would like to "
    "know whether you mind that it does so for as long as it pleases.</p></div>"
)
PAGE = (
    f"<html><body><nav><ul>{MENU}</ul></nav><div class='story'><h1>The ferry</h1>{PROSE}"
    f"<h2>The pier</h2>{PROSE.replace('ferry', 'pier')}</div><div class='more'>{CARDS}</div>"
    f"{CONSENT}<footer><p>Printed on the island, by the people of the island.</p></footer>"
    "</body></html>"
)


def clean(page: str) -> Document:
    return declutter.clean(page, fitted=False, second_opinion=False)


def test_the_story_stays_and_what_stands_around_it_goes() -> None:
    document = clean(PAGE)
    kept = [block.text for block in document.kept]
    assert kept == [*STORY, "The pier", *(text.replace("ferry", "pier") for text in STORY)]
    assert all(block.verdict.reason for block in document.removed)
    assert document.page_type == "article"
    assert document.confidence > 0.8


def test_no_fitted_table_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("declutter.judge.table_for", lambda form: pytest.fail("a table was asked"))
    assert clean(PAGE).text
    with pytest.raises(pytest.fail.Exception):
        declutter.clean(PAGE)


def test_where_links_are_all_there_is_they_are_the_page() -> None:
    shelf = CARDS.replace("/c", "/s") + CARDS.replace("boat", "cart")
    page = f"<body><nav><ul>{MENU}</ul></nav><div><h1>Boats and carts</h1>{shelf}</div></body>"
    document = clean(page)
    assert "How boat number 3 came to the island" in document.text
    assert "How cart number 7 came to the island" in document.text
    assert "Harbour" not in document.text


def test_a_page_of_a_name_for_clutter_is_pardoned_it() -> None:
    named = clean(PAGE.replace("<body>", "<body class='has-sidebar'>"))
    verdicts = [block.verdict for block in clean(PAGE).blocks]
    assert [block.verdict for block in named.blocks] == verdicts


def test_neighbours_and_the_container_speak_for_a_short_line() -> None:
    line = "<p>The quay</p>"
    page = f"<div>{PROSE}{line}{PROSE.replace('ferry', 'pier')}</div><div>{CARDS}{line}</div>"
    hand = weights_set_by_hand()
    alone = replace(hand, second=as_weighing({}, {}), container=Container(0.4, 0.0, 0.0))
    within, beside = line_scores(page, replace(alone, second=hand.second))
    assert within > beside + 0.2
    within, beside = line_scores(page, replace(alone, container=hand.container))
    assert within > beside + 0.1
    within, beside = line_scores(page, alone)
    assert within == pytest.approx(beside, abs=0.1)


def line_scores(page: str, weights: Weights) -> list[float]:
    """The scores of the blocks that say "The quay"."""
    found = read_html(page, charset=None, deadline=Deadline(None))
    case = build_case(found, "article", [])
    scored = ByHand(weights).score(case, Deadline(None))
    return [
        score
        for block, score in zip(case.blocks, scored.scores, strict=True)
        if block.text == "The quay"
    ]


def test_posts_stay_where_the_page_is_named_for_a_thread() -> None:
    posts = "".join(f"<div class='comment'><p>{text}</p></div>" for text in STORY)
    page = f"<body class='forum'><h1>The ferry</h1><p>{STORY[0]}</p><div>{posts}</div></body>"
    document = clean(page)
    assert document.page_type == "forum"
    assert STORY[3] in document.text
    assert STORY[3] not in clean(page.replace("forum", "paper")).text


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("<meta property='og:type' content='Product.item'>", {"product": 1.0}),
        ("<meta name='generator' content='Sphinx 7'>", {"documentation": 1.0}),
        (
            '<script type="application/ld+json">{"@type": "CollectionPage"}</script>',
            {"listing": 0.5, "collection": 0.5},
        ),
        ("<meta name='generator' content='By hand'>", {}),
    ],
)
def test_a_page_is_of_the_type_that_it_declares(head: str, told: dict[str, float]) -> None:
    page = read_html(
        f"<html><head>{head}</head><body>{PROSE}</body></html>",
        charset=None,
        deadline=Deadline(None),
    )
    assert chances_by_hand(build_case(page, "article", []), weights_set_by_hand().types) == told


def test_a_weight_counts_where_all_its_conditions_hold() -> None:
    weighing = as_weighing(
        {
            "bias": -1.0,
            "size >= 10": 2.0,
            "long, link density < 0.5": 4.0,
            "kind = quote": 8.0,
        },
        {"long": "size >= 20"},
    )
    rows = empty_rows(4, WIDTH)
    kind = NAMES.index("kind")
    for i, (size, density, number) in enumerate([(9, 0, 0), (10, 0, 0), (20, 0.5, 2), (30, 0, 3)]):
        rows[i * WIDTH + SIZE] = size
        rows[i * WIDTH + LINK_DENSITY] = density
        rows[i * WIDTH + kind] = number
    totals = zeros(4)
    weigh(weighing, rows, totals, 0)
    assert list(totals) == [-1.0, 1.0, 9.0, 5.0]


@pytest.mark.parametrize("broken", ["sise >= 1", "size > 1", "size >= many", "size"])
def test_a_condition_that_is_none_is_named(broken: str) -> None:
    with pytest.raises(BrokenWeights, match=broken):
        as_weighing({broken: 1.0}, {})


def test_names_count_for_what_stands_inside_and_the_container_is_the_innermost() -> None:
    page = read_html(
        f"<div class='paper'><div class='story'>{PROSE}</div></div><aside><p>No.</p></aside>",
        charset=None,
        deadline=Deadline(None),
    )
    outline = draw_outline(page)
    texts = empty_rows(len(page.blocks), TEXT_WIDTH)
    for i, block in enumerate(page.blocks):
        texts[i * TEXT_WIDTH + SIZE] = len(block.text.split())
    odds = empty_rows(len(page.blocks), ODDS_WIDTH)
    evidence = Evidence(page, outline, texts, Totals(texts), odds, array("f"))
    names = make_lexicon({"story": 2.0, "paper": -2.0, "<aside": -2.0})
    measure_paths(outline, names, evidence)
    lowest, highest = ODDS_NAMES.index("path lowest"), ODDS_NAMES.index("path highest")
    assert (odds[lowest], odds[highest]) == (0.0, 2.0)
    last = len(STORY) * ODDS_WIDTH
    assert (odds[last + lowest], odds[last + highest]) == (-2.0, 0.0)
    scores = array("d", [0.9] * len(STORY) + [0.1])
    assert best_container(outline, scores, 0.4, evidence) == (0, len(STORY))
    assert best_container(outline, array("d", [0.1] * len(scores)), 0.4, evidence) == (0, 0)
