"""How far the outcome for a page can be trusted: the word F1 to expect of it.

Scores that are sure of themselves are right more often than not, yet how often depends on what kind
of page it is and what was kept of it. A forest is fitted to pages whose gold text is known, each
judged by a table that has not seen it.
"""

from __future__ import annotations

from array import array
from math import log, log1p
from typing import Final

from declutter.judge.case import Case
from declutter.judge.evidence.layout import LONG, NAMES, PIECE, SIZE, TEXT_WIDTH, WIDTH, zeros
from declutter.judge.evidence.rows import Evidence
from declutter.judge.forest import evaluate
from declutter.judge.score import Scored
from declutter.judge.table import Table
from declutter.page import PAGE_TYPES, Block

NO_TEXT: Final = 0.3
"""Of an HTML page without any text: more than half of such pages wait for a script to fill them."""
_LEVELS: Final = array("d", (0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9))
"""Scores from which words are counted, to see how many hang on where the line is drawn."""
_LOW: Final = 0.2
_HIGH: Final = 0.8
"""Bounds of what is in doubt."""
_AVERAGED: Final = (
    "end mark",
    "sentences",
    "digits",
    "capitals",
    "separators",
    "text after",
    "blocks to long",
    "from first heading",
    "previous kind",
    "page list share",
    "up2 blocks",
    "up2 position",
    "share jump",
    "card heads",
    "card link density",
    "own odds",
    "marks odds",
    "words odds",
    "opening odds",
    "labels around",
    "first score",
    "score around 5",
    "score of namesakes",
    "content before",
)
"""Measurements of blocks whose mean over the kept words tells most."""
_COLUMNS: Final = array("i", map(NAMES.index, _AVERAGED))


def confidence_of(case: Case, scored: Scored, table: Table, expected: float) -> float:
    """The word F1 to expect of a page whose verdicts are given, from 0 to 1.

    `expected` is what the scores alone expect.
    """
    row = measure_outcome(case, scored, expected)
    return evaluate(table.confidence, row, len(row))[0]


def measure_outcome(case: Case, scored: Scored, expected: float) -> array[float]:
    """What tells how good the outcome is: how sure the scores are, what kind of page it is, and
    what the kept blocks are like."""
    chances = case.chances or {case.page_type: 1.0}
    sizes = scored.evidence.texts[SIZE::TEXT_WIDTH]
    row = [expected, *measure_doubt(case.blocks, sizes, scored.scores)]
    row += measure_levels(case.blocks, sizes, scored.scores)
    row += [chances.get(kind, 0.0) for kind in PAGE_TYPES]
    row += measure_kept(case.blocks, scored.evidence)
    return array("f", row)


def measure_doubt(blocks: list[Block], sizes: array[float], scores: array[float]) -> list[float]:
    """How sure the scores are of the words that stay and go; what a rule says is sure."""
    whole = kept = prose = spread = likely = right = sure = doubt = kept_doubt = longest = 0.0
    for i in range(len(blocks)):
        verdict = blocks[i].verdict
        size = sizes[i]
        score = scores[i]
        whole += size
        likely += score * size
        spread += score * (1.0 - score) * size
        settled = score
        if verdict.rule != "score":
            settled = 1.0 if verdict.keep else 0.0
        if _LOW < settled < _HIGH:
            doubt += size
        if verdict.keep:
            kept += size
            right += score * size
            sure += settled * size
            if settled < _HIGH:
                kept_doubt += size
            longest = max(longest, size)
        elif size >= LONG:
            prose += size
    some = kept or 1.0
    whole = whole or 1.0
    return [
        right / some,
        sure / some,
        spread / (likely or 1.0),
        doubt / whole,
        kept_doubt / some,
        kept / whole,
        log1p(len(blocks)),
        log1p(whole),
        log1p(kept),
        log1p(longest),
        log1p(prose),
    ]


def measure_levels(blocks: list[Block], sizes: array[float], scores: array[float]) -> list[float]:
    """How many words score as much as each level, against the words that stay."""
    bounds = _LEVELS
    found = array("d", bytes(8 * len(bounds)))
    words = found
    kept = 1.0
    for i in range(len(blocks)):
        size = sizes[i]
        if blocks[i].verdict.keep:
            kept += size
        for k in range(len(bounds)):
            if scores[i] >= bounds[k]:
                words[k] += size
    return [log((count + 1.0) / kept) for count in found]


def measure_kept(blocks: list[Block], evidence: Evidence) -> list[float]:
    """The means of some measurements over the words that stay."""
    found = zeros(len(_COLUMNS))
    kept = 0.0
    for at in range(0, len(blocks), PIECE):
        kept = _add_kept(blocks[at : at + PIECE], evidence.rows_from(at), found, kept)
    return [total / (kept or 1.0) for total in found]


def _add_kept(blocks: list[Block], rows: array[float], sums: array[float], kept: float) -> float:
    """Add what was measured of the blocks of a piece that stay, by their words; the words kept,
    with these."""
    columns = _COLUMNS
    for i in range(len(blocks)):
        if blocks[i].verdict.keep:
            base = i * WIDTH
            size = rows[base + SIZE]
            kept += size
            for k in range(len(columns)):
                sums[k] += size * rows[base + columns[k]]
    return kept
