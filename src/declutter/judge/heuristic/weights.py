"""The weights set by hand, as `weights.toml` has them.

A weight counts where all its conditions hold: "size >= 20, kind = quote" looks at two measurements
of `evidence.layout`. Conditions that often go together have a name of their own.
"""

from __future__ import annotations

import os
import tomllib
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Any, Final

from declutter.judge.evidence.layout import KINDS, NAMES
from declutter.judge.lexicon import Lexicon, make_lexicon
from declutter.judge.odds import Odds
from declutter.page import PageType

_HOWS: Final = ("whole", "row", "heading", "start", "weak", "weak_start", "glued", "date")
_SIGNS: Final[dict[str, Callable[[float], tuple[float, float]]]] = {
    ">=": lambda bound: (bound, inf),
    "<": lambda bound: (-inf, bound),
    "=": lambda bound: (bound, bound + 1.0),
}
"""What each sign lets a measurement lie between; "=" is for kinds, which are whole numbers."""
_BIAS: Final = "bias"


@dataclass(slots=True, frozen=True)
class Weighing:
    """One pass of weights, flat: condition i asks whether `lows[i] <= row[columns[i]] < highs[i]`;
    weight k counts where all conditions before `ends[k]` hold, from the end of the weight before.
    """

    bias: float
    columns: array[int]
    lows: array[float]
    highs: array[float]
    ends: array[int]
    weights: array[float]


@dataclass(slots=True, frozen=True)
class Container:
    """What the element that holds most of the content gives to blocks inside and outside; a block
    adds to it where its probability is above `fair`."""

    fair: float
    inside: float
    outside: float


@dataclass(slots=True, frozen=True)
class TypeSigns:
    """What tells a type of page: names of elements around most of its words, and how the contents
    of meta elements begin, by their name."""

    names: frozenset[str]
    meta: dict[str, tuple[str, ...]]


@dataclass(slots=True, frozen=True)
class Weights:
    """All that is set by hand. `trust` is what a block's sum is multiplied by, as facts that go
    together are counted twice."""

    odds: Odds
    first: Weighing
    second: Weighing
    container: Container
    trust: float
    types: dict[PageType, TypeSigns]


class BrokenWeights(ValueError):
    """A weight asks for what is not measured, or is not written as one."""


@cache
def weights_set_by_hand() -> Weights:
    """The weights of the package."""
    with open(os.path.join(os.path.dirname(__file__), "weights.toml"), "rb") as file:
        return as_weights(tomllib.load(file))


def as_weights(data: Mapping[str, Any]) -> Weights:
    """The weights that the content of a file gives. Raises BrokenWeights for an unknown
    measurement, and where a condition is not written as one."""
    terms = data["terms"]
    return Weights(
        odds=Odds(attributes=_by_word(data["names"]), labels=_by_label(data["labels"])),
        first=as_weighing(data["first"], terms),
        second=as_weighing(data["second"], terms),
        container=Container(**data["container"]),
        trust=data["trust"],
        types={kind: _signs(signs) for kind, signs in data["types"].items()},
    )


def as_weighing(weights: Mapping[str, float], terms: Mapping[str, str]) -> Weighing:
    """One pass of weights by their conditions; `terms` are named conditions."""
    columns, lows, highs = array("h"), array("f"), array("f")
    ends, values = array("h"), array("d")
    for conditions, weight in weights.items():
        if conditions == _BIAS:
            continue
        for condition in _spelled_out(conditions, terms):
            column, low, high = _as_bounds(condition)
            columns.append(column)
            lows.append(low)
            highs.append(high)
        ends.append(len(columns))
        values.append(weight)
    return Weighing(weights.get(_BIAS, 0.0), columns, lows, highs, ends, values)


def _spelled_out(conditions: str, terms: Mapping[str, str]) -> list[str]:
    named = [terms.get(part.strip(), part) for part in conditions.split(",")]
    return [part.strip() for part in ",".join(named).split(",")]


def _as_bounds(condition: str) -> tuple[int, float, float]:
    """The column of a condition's measurement, and what it lies between."""
    try:
        name, sign, value = condition.rsplit(" ", 2)
        column = NAMES.index(name)
        bound = float(KINDS.get(value, value))
        return column, *_SIGNS[sign](bound)
    except (ValueError, KeyError) as error:
        raise BrokenWeights(f"{condition!r} is no condition: {error}") from error


def _by_word(tiers: Mapping[str, list[str]]) -> Lexicon:
    return make_lexicon({word: float(weight) for weight, words in tiers.items() for word in words})


def _by_label(families: Mapping[str, float]) -> dict[str, float]:
    return {f"{family}/{how}": weight for family, weight in families.items() for how in _HOWS}


def _signs(signs: Mapping[str, list[str]]) -> TypeSigns:
    meta = {name: tuple(begin) for name, begin in signs.items() if name != "names"}
    return TypeSigns(frozenset(signs.get("names", ())), meta)
