"""What rules cost grows with the page, whatever it repeats."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from declutter.deadline import Deadline
from declutter.document import Page
from declutter.judge.case import build_case
from declutter.judge.rules import RULES
from declutter.readers import read
from tests.hostile.inputs.kinds import article
from tests.hostile.inputs.sizes import numbered

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
    "cards in text": lambda n: numbered("A boat\nShare this story\n11 May 2025\n\n", n).encode(),
}


def page_of(data: bytes) -> Page:
    return read(
        data, url=None, input_format=None, charset=None, max_bytes=10**8, deadline=Deadline(None)
    )


def seconds(data: bytes) -> float:
    """CPU time of all rules, the least of three times."""
    spent = []
    for _ in range(3):
        case = build_case(page_of(data), "article", [])
        case.scores = [0.5] * len(case.blocks)
        begin = time.process_time()
        for rule in RULES:
            rule.find(case)
        spent.append(time.process_time() - begin)
    return min(spent)


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_blocks_cost_no_more_than_in_proportion(shape: str) -> None:
    small, large = seconds(SHAPES[shape](300)), seconds(SHAPES[shape](1_200))
    assert large <= 4 * 1.8 * small + 0.01
