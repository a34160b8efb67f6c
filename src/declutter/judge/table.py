"""The fitted table: all that `python -m benchmarks.fit` learned for one kind of input.

The tables are packed files beside this one, whose first line says what they were fitted on. Odds
are kept in hundredths.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from declutter.judge.forest import Forest
from declutter.judge.lexicon import HUNDREDTHS, Lexicon
from declutter.judge.odds import Odds, Signals
from declutter.judge.packed import BrokenTable, Part, pack, unpack
from declutter.page import PAGE_TYPES, InputFormat

FORMAT_VERSION: Final = 6
_FOREST: Final = ("features", "thresholds", "masks", "values")


@dataclass(slots=True, frozen=True)
class TypeTable:
    """What was fitted to tell the types of pages: the signals' odds, and a forest a type."""

    signals: Signals
    forests: list[Forest]


@dataclass(slots=True, frozen=True)
class Table:
    """All that was fitted for one kind of input."""

    fitted_on: str
    odds: Odds
    first: Forest
    second: Forest
    types: TypeTable
    confidence: Forest


@cache
def table_for(input_format: InputFormat) -> Table:
    """The table in the package for pages of a format."""
    name = "html.table" if input_format == "html" else "text.table"
    with open(os.path.join(os.path.dirname(__file__), "tables", name), "rb") as file:
        return read_table(file.read())


def read_table(data: bytes) -> Table:
    """A table from the content of its file; raises BrokenTable for another version's."""
    about, parts = unpack(data)
    if about.get("format") != FORMAT_VERSION:
        raise BrokenTable(
            f"the fitted table has format {about.get('format')!r}, not {FORMAT_VERSION}: "
            "fit it again with python -m benchmarks.fit"
        )
    signals = {name: number for number, name in enumerate(parts["signals"])}
    forests = {
        owner: Forest(questions, *[parts[f"{owner} {field}"] for field in _FOREST])
        for owner, questions in about["questions"].items()
    }
    return Table(
        fitted_on=about["fitted_on"],
        odds=Odds(
            attributes=Lexicon(parts["attributes"]),
            words=Lexicon(parts["words"]),
            labels=_odds(parts["labels"], parts["labels odds"]),
        ),
        first=forests["first"],
        second=forests["second"],
        types=TypeTable(
            Signals(signals, parts["signals odds"]), [forests[kind] for kind in PAGE_TYPES]
        ),
        confidence=forests["confidence"],
    )


def write_table(table: Table) -> bytes:
    """The content of a table's file."""
    labels = table.odds.labels
    signals = table.types.signals
    parts: dict[str, Part] = {
        "attributes": table.odds.attributes.slots,
        "words": table.odds.words.slots,
        "labels": list(labels),
        "labels odds": in_hundredths(labels.values()),
        "signals": list(signals.numbers),
        "signals odds": signals.odds,
    }
    forests = {"first": table.first, "second": table.second, "confidence": table.confidence}
    forests.update(zip(PAGE_TYPES, table.types.forests, strict=True))
    for owner, forest in forests.items():
        for field in _FOREST:
            parts[f"{owner} {field}"] = getattr(forest, field)
    questions = {owner: forest.questions for owner, forest in forests.items()}
    about = {"format": FORMAT_VERSION, "fitted_on": table.fitted_on, "questions": questions}
    return pack(about, parts)


def in_hundredths(odds: Iterable[float]) -> array[int]:
    """Odds as whole numbers of hundredths, which they were rounded to when they were learned."""
    return array("h", [round(value * HUNDREDTHS) for value in odds])


def _odds(labels: list[str], hundredths: array[int]) -> dict[str, float]:
    return dict(zip(labels, [number / HUNDREDTHS for number in hundredths], strict=True))
