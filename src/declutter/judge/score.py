"""The fitted table: what is measured of a page's blocks becomes a probability for each.

The table is data beside this file, written by `python -m benchmarks.fit`. The first forest sees
what is measured of a block, the second also what the first said of the block's neighbours,
ancestors and namesakes.
"""

from __future__ import annotations

import json
import os
from array import array
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from declutter.deadline import NO_DEADLINE, Deadline
from declutter.document import InputFormat
from declutter.errors import DeclutterError
from declutter.judge.case import Case, block_labels
from declutter.judge.evidence import measure
from declutter.judge.evidence.layout import WIDTH
from declutter.judge.evidence.outline import draw_outline
from declutter.judge.evidence.scores import measure_scores
from declutter.judge.forest import Forest, evaluate, forest_of
from declutter.judge.odds import Odds
from declutter.judge.page_type import TypeTable

FORMAT_VERSION: Final = 2


class BrokenTable(DeclutterError):
    """The fitted table is of another format than this version of declutter reads."""


@dataclass(slots=True, frozen=True)
class Table:
    """All that was fitted for one kind of input."""

    fitted_on: str
    odds: Odds
    first: Forest
    second: Forest
    types: TypeTable


@dataclass(slots=True, frozen=True)
class Scored:
    """A page's rows of measurements, as `evidence.layout` lays them out, and the probability of
    each block being content."""

    rows: array[float]
    scores: array[float]


def score_blocks(case: Case, table: Table, deadline: Deadline = NO_DEADLINE) -> Scored:
    """Measure and score every block. Raises PageTimeout past the deadline."""
    outline = draw_outline(case.page)
    rows = measure(case.page, outline, case.folded, block_labels(case), table.odds)
    deadline.check()
    first = evaluate(table.first, rows, WIDTH)
    deadline.check()
    measure_scores(outline, first, rows)
    return Scored(rows, evaluate(table.second, rows, WIDTH))


@cache
def table_for(input_format: InputFormat) -> Table:
    """The table in the package for pages of a format."""
    name = "html.json" if input_format == "html" else "text.json"
    return read_table(_table_source(name))


def _table_source(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), "tables", name), encoding="utf-8") as file:
        return file.read()


def read_table(source: str) -> Table:
    """A table from its JSON text; raises BrokenTable for another version of the format."""
    value: dict[str, Any] = json.loads(source)
    if value.get("format") != FORMAT_VERSION:
        raise BrokenTable(
            f"the fitted table has format {value.get('format')!r}, not {FORMAT_VERSION}: "
            "fit it again with python -m benchmarks.fit"
        )
    return Table(
        fitted_on=value["fitted_on"],
        odds=Odds(**value["odds"]),
        first=forest_of(value["first"]),
        second=forest_of(value["second"]),
        types=TypeTable(
            value["types"]["signals"], [forest_of(forest) for forest in value["types"]["forests"]]
        ),
    )
