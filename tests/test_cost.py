"""What cleaning costs, in counts that are the same on every machine: calls, bytes, modules."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from collections.abc import Callable

import pytest

from benchmarks.grown import grow_page
from declutter import Cleaner
from declutter.document import Document

CLEANER = Cleaner()
MOST_CALLS = 350
"""Calls a block of Python and C functions, uncompiled; a sixth above what they are today."""
SHAPES: dict[str, Callable[[int], bytes]] = {
    "an article": lambda n: grow_page(180 * n),
    "cards": lambda n: b"".join(
        b"<div class=card-%d><h3><a href=/%d>Story %d</a></h3><p>A lead of it.</p></div>"
        % (i, i, i)
        for i in range(n // 2)
    ),
    "short lines": lambda n: b"".join(b"<p>%d barges</p>" % i for i in range(n)),
}


def clean(data: bytes) -> Document:
    document = CLEANER.clean(data)
    document.to_dict()
    return document


def calls(data: bytes) -> tuple[int, int]:
    """How many functions were called to clean a page, and its blocks."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        document = clean(data)
    finally:
        sys.setprofile(None)
    return count, len(document.blocks)


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """What is loaded with the first page is no part of the cost of the next."""
    clean(grow_page(5_000))


def test_a_block_costs_no_more_calls_than_it_did() -> None:
    count, blocks = calls(grow_page(50_000))
    assert count <= MOST_CALLS * blocks


@pytest.mark.parametrize("shape", SHAPES)
def test_six_times_the_blocks_cost_a_block_at_most_a_tenth_more(shape: str) -> None:
    few, few_blocks = calls(SHAPES[shape](200))
    many, many_blocks = calls(SHAPES[shape](1_200))
    assert many_blocks > 5 * few_blocks
    assert many / many_blocks <= 1.1 * few / few_blocks


def test_memory_grows_by_at_most_fifteen_times_the_input() -> None:
    small, large = grow_page(50_000), grow_page(250_000)
    peaks = []
    for data in (small, large):
        tracemalloc.start()
        clean(data)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] - peaks[0] <= 15 * (len(large) - len(small))


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded behind some code."""
    script = f"{code}\nimport sys\nprint(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    return set(answer.stdout.decode().split())


def test_importing_declutter_loads_nothing_that_only_a_page_needs() -> None:
    loaded = loaded_by("import declutter")
    heavy = {"turbohtml", "lxml", "trafilatura", "click", "rich", "dataclasses", "declutter.judge"}
    assert not heavy & loaded


def test_the_first_page_loads_the_parser_alone_no_command_and_no_other_extractor() -> None:
    loaded = loaded_by(f"import declutter\ndeclutter.clean({grow_page(5_000)!r}).to_dict()")
    assert "turbohtml._html" in loaded
    assert not {"turbohtml", "lxml", "trafilatura", "click", "rich", "declutter.cli"} & loaded
