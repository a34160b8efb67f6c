"""What can be measured of a block, its ancestors, its neighbours and its page.

`measure` gives the evidence of a page: a row of numbers for each block, in the order of
`layout.NAMES`; what the rows mean is fitted, not written here. Which measurements carry the gain
was found on the WCXB corpus: the words that ancestors are named by, the share of a page's long text
around a block and the density of links there (Kohlschütter et al., "Boilerplate detection using
shallow text features", 2010), short blocks' own words, and the distance to the nearest long block
(jusText).
"""

from __future__ import annotations

from array import array

from declutter.deadline import NO_DEADLINE, Deadline
from declutter.judge.evidence.chances import measure_odds
from declutter.judge.evidence.lines import measure_lines
from declutter.judge.evidence.outline import Outline
from declutter.judge.evidence.rows import Evidence
from declutter.judge.evidence.text import measure_texts
from declutter.judge.evidence.totals import Totals
from declutter.judge.odds import Odds
from declutter.page import Page


def measure(
    page: Page,
    outline: Outline,
    folded: list[str],
    labels: list[str],
    odds: Odds | None,
    deadline: Deadline = NO_DEADLINE,
) -> Evidence:
    """The evidence of a page, all columns known but those of the second pass, and without `odds`
    those of the odds, which are learned.

    `folded` are the blocks' folded texts, empty for long ones; `labels` name what each block says,
    such as "related/heading", empty for nothing known. Raises PageTimeout past the deadline.
    """
    texts = measure_texts(page, folded)
    deadline.check()
    totals = Totals(texts)
    lines = chances = array("f")
    if page.format != "html":
        lines = measure_lines(page, labels, totals)
        deadline.check()
    if odds is not None:
        chances = measure_odds(page, outline, folded, labels, odds, texts)
        deadline.check()
    return Evidence(page, outline, texts, totals, chances, lines)
