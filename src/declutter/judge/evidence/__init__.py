"""What can be measured of a block, its ancestors, its neighbours and its page.

`measure(page, odds)` gives a row of numbers for each block, in the order of `NAMES`; what the rows
mean is fitted, not written here. Which measurements carry the gain was found on the WCXB corpus:
the words that ancestors are named by, the share of a page's long text around a block and the
density of links there (Kohlschütter et al., "Boilerplate detection using shallow text features",
2010), short blocks' own words, and the distance to the nearest long block (jusText).
"""

from __future__ import annotations

from typing import Final

from declutter.document import Page
from declutter.judge.evidence.chances import ODDS_NAMES, measure_odds
from declutter.judge.evidence.place import PLACE_NAMES, measure_places
from declutter.judge.evidence.structure import STRUCTURE_NAMES, measure_structure
from declutter.judge.evidence.text import SIZE, TEXT_NAMES, measure_texts
from declutter.judge.evidence.whole import PAGE_NAMES, measure_page
from declutter.judge.odds import Odds

__all__ = ["NAMES", "SIZE", "measure", "measure_known"]

NAMES: Final = TEXT_NAMES + PLACE_NAMES + PAGE_NAMES + STRUCTURE_NAMES + ODDS_NAMES


def measure(page: Page, labels: list[str], odds: Odds) -> list[list[float]]:
    """A row for each block of the page, its numbers named by `NAMES`.

    `labels` name what each block says, such as "related/heading", empty for nothing known.
    """
    rows = measure_known(page)
    chances = measure_odds(page, labels, odds)
    for i in range(len(rows)):
        rows[i] += chances[i]
    return rows


def measure_known(page: Page) -> list[list[float]]:
    """The part of the rows that needs nothing learned."""
    texts = measure_texts(page)
    places = measure_places(page, texts)
    whole = measure_page(page, texts)
    structure = measure_structure(page, texts)
    return [texts[i] + places[i] + whole + structure[i] for i in range(len(page.blocks))]
