"""`python -m benchmarks.fit.convert OLD.json...`: pack tables that were written as JSON (format 2).

Each becomes a `.table` beside it that gives the same verdicts.
"""

from __future__ import annotations

import json
import sys
from array import array
from pathlib import Path
from typing import Any

from benchmarks.fit.forests import single
from declutter.judge.forest import Forest
from declutter.judge.odds import Odds, Signals
from declutter.judge.table import Table, TypeTable, in_hundredths, write_table


def table_of(value: dict[str, Any]) -> Table:
    """The table that the old JSON held."""
    signals: dict[str, list[float]] = value["types"]["signals"]
    odds = in_hundredths(number for values in signals.values() for number in values)
    return Table(
        value["fitted_on"],
        Odds(**value["odds"]),
        forest_of(value["first"]),
        forest_of(value["second"]),
        TypeTable(
            Signals({name: number for number, name in enumerate(signals)}, odds),
            [forest_of(forest) for forest in value["types"]["forests"]],
        ),
    )


def forest_of(lists: dict[str, Any]) -> Forest:
    """A forest from its lists."""
    return Forest(
        features=array("h", lists["features"]),
        thresholds=array("f", [single(threshold) for threshold in lists["thresholds"]]),
        left=array("h", lists["left"]),
        right=array("h", lists["right"]),
        values=array("d", lists["values"]),
        roots=array("h", lists["roots"]),
    )


if __name__ == "__main__":
    for name in sys.argv[1:]:
        old = Path(name)
        old.with_suffix(".table").write_bytes(write_table(table_of(json.loads(old.read_bytes()))))
