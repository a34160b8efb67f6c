"""What single words tell: of attributes that name elements, and of short blocks' own text.

A word's odds are the logarithm of how much likelier it is to stand with content than with clutter,
learned from labelled pages and damped towards nothing for words seen on few pages. An unknown word
has none, so that a language that was never seen is judged by everything else.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Protocol

from declutter.judge.lexicon import Lexicon, make_lexicon


def _nothing() -> Lexicon:
    return make_lexicon({})


@dataclass(slots=True)
class Odds:
    """Log-odds by lower-case word and by the label of what a whole block says."""

    attributes: Lexicon = field(default_factory=_nothing)
    words: Lexicon = field(default_factory=_nothing)
    labels: dict[str, float] = field(default_factory=dict)


class HasOdds(Protocol):
    """Something with odds of its own."""

    @property
    def odds(self) -> Odds: ...


@dataclass(slots=True, frozen=True)
class Signals:
    """How much likelier than usual a signal is on pages of each type: of the signal with number i
    in `numbers`, `odds` has the log-odds from i times the number of types on, in hundredths."""

    numbers: dict[str, int]
    odds: array[int]
