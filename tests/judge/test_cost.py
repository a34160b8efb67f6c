"""What rules cost grows with the page, whatever it repeats."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from declutter.deadline import Deadline
from declutter.judge.case import Case, Rule, build_case
from declutter.judge.rules import RULES
from declutter.page import Page
from declutter.readers import read
from tests.hostile.growth import assert_linear
from tests.hostile.inputs.kinds import article
from tests.hostile.inputs.sizes import numbered

COUNT = 2_000
SHAPES: dict[str, Callable[[int], bytes]] = {
    "labels over unlinked titles": lambda n: article(
        numbered("<h3>Related stories</h3><p>A boat for @</p>", n)
    ),
    "cards": lambda n: article(numbered("<a href=/@>A boat for pier @</a><p>11 May 2025</p>", n)),
    "comments": lambda n: article(numbered("<h3>Comments</h3><b>Jane @</b> says: <p>yes @</p>", n)),
    "bylines": lambda n: article("<p>By Jane Doe</p>" * n),
    "dates": lambda n: article("<p>11 May 2025</p>" * n),
    "menus": lambda n: article("<li><a href=/>Home</a></li>" * n),
    "labels in text": lambda n: numbered("More news\n\nA boat for @\n\n", n).encode(),
    "dates in text": lambda n: numbered("11 May 2025\n\nA boat left pier @.\n\n", n).encode(),
    "captions": lambda n: article("<figcaption>The pier. Photo: Ida Holm</figcaption>" * n),
    "hidden parts": lambda n: article("<div class=menu hidden><p>Home and away" * n),
    "nested comments": lambda n: article("<div class=comment><p>Yes, that is so." * n),
    "author boxes": lambda n: article("<h3>About the author</h3><p>Jane Doe writes." * n),
    "titles": lambda n: article("<h1>Harbour notes</h1>" * n),
    "tag lines": lambda n: article("<p>Tags: boats, piers, tides</p>" * n),
    "references": lambda n: article(numbered("<h2>References</h2><li>A book @<li>Two @", n)),
    "prompts in text": lambda n: ("Subscribe to our newsletter\n\n" * n).encode(),
    "unseen": lambda n: b"<noscript>" + b"<p>The boat came home late at night.</p>" * n,
    "cards in text": lambda n: numbered("A boat\nShare this story\n11 May 2025\n\n", n).encode(),
}


def page_of(data: bytes) -> Page:
    return read(
        data, url=None, input_format=None, charset=None, max_bytes=10**8, deadline=Deadline(None)
    )


@cache
def case_of(shape: str, count: int) -> Case:
    case = build_case(page_of(SHAPES[shape](count)), "article", [])
    case.scores = [0.5] * len(case.blocks)
    return case


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_takes_linear_time(rule: Rule) -> None:
    for shape in SHAPES:
        small, large = case_of(shape, COUNT), case_of(shape, 2 * COUNT)
        assert_linear(lambda s=small: rule.find(s), lambda t=large: rule.find(t), shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_all_rules_together_take_linear_time(shape: str) -> None:
    small, large = case_of(shape, COUNT), case_of(shape, 2 * COUNT)
    assert_linear(
        lambda: [rule.find(small) for rule in RULES],
        lambda: [rule.find(large) for rule in RULES],
        shape,
    )
