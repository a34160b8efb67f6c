"""2,000 mutated pages, always the same ones, and all that failed once."""

from __future__ import annotations

from pathlib import Path

import pytest

import declutter
from tests.hostile.fuzz import check, finds, mutated

CLEANER = declutter.Cleaner(second_opinion=False)
HUNDREDS = range(0, 2_000, 100)


@pytest.mark.parametrize("first", HUNDREDS)
def test_mutated_pages(first: int) -> None:
    for seed in range(first, first + 100):
        try:
            check(mutated(seed), CLEANER)
        except Exception as error:
            error.add_note(f"the page of seed {seed}")
            raise


@pytest.mark.parametrize("page", finds(), ids=lambda page: page.stem)
def test_a_page_that_failed_once(page: Path) -> None:
    check(page.read_bytes(), CLEANER)


def test_a_seed_is_a_page() -> None:
    assert mutated(3) == mutated(3)
    assert len({mutated(seed) for seed in range(50)}) == 50
