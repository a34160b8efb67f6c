"""What can be measured of a block, its ancestors, its neighbours and its page.

`measure` gives a row of numbers for each block, in the order of `layout.NAMES`; what the rows
mean is fitted, not written here. Which measurements carry the gain was found on the WCXB corpus:
the words that ancestors are named by, the share of a page's long text around a block and the
density of links there (Kohlschütter et al., "Boilerplate detection using shallow text features",
2010), short blocks' own words, and the distance to the nearest long block (jusText).
"""

from __future__ import annotations

from array import array

from declutter.deadline import NO_DEADLINE, Deadline
from declutter.judge.evidence.chances import measure_odds
from declutter.judge.evidence.layout import empty_rows
from declutter.judge.evidence.lines import measure_lines
from declutter.judge.evidence.outline import Outline
from declutter.judge.evidence.place import measure_places
from declutter.judge.evidence.structure import measure_structure
from declutter.judge.evidence.text import measure_texts
from declutter.judge.evidence.whole import measure_page
from declutter.judge.odds import Odds
from declutter.page import Page


def measure(
    page: Page,
    outline: Outline,
    folded: list[str],
    labels: list[str],
    odds: Odds,
    deadline: Deadline = NO_DEADLINE,
) -> array[float]:
    """The rows of a page's blocks, all columns filled but those of the second pass.

    `folded` are the blocks' folded texts, empty for long ones; `labels` name what each block says,
    such as "related/heading", empty for nothing known. Raises PageTimeout past the deadline.
    """
    rows = measure_known(page, outline, folded, labels, deadline)
    deadline.check()
    measure_odds(page, outline, folded, labels, odds, rows)
    return rows


def measure_known(
    page: Page,
    outline: Outline,
    folded: list[str],
    labels: list[str],
    deadline: Deadline = NO_DEADLINE,
) -> array[float]:
    """The rows with the columns that need nothing learned."""
    rows = empty_rows(len(page.blocks))
    measure_texts(page, folded, rows)
    deadline.check()
    measure_places(page, rows)
    deadline.check()
    measure_page(page, rows)
    deadline.check()
    measure_structure(page, outline, rows)
    deadline.check()
    if page.format != "html":
        measure_lines(page, labels, rows)
    return rows
