"""What single words tell: of attributes that name elements, and of short blocks' own text.

A word's odds are the logarithm of how much likelier it is to stand with content than with clutter,
learned from labelled pages and damped towards nothing for words seen on few pages. An unknown word
has none, so that a language that was never seen is judged by everything else.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Final, Protocol

from declutter.judge.lexicon import Lexicon, make_lexicon, make_slots
from declutter.judge.phrases.folding import fold

SIEVED: Final = 0xFFFF
"""The bits of a hash that a sieve looks at."""
SAYS: Final = "says="
"""What the name of a signal begins with that is a block's text."""


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
    in `numbers`, `odds` has the log-odds from i times the number of types on, in hundredths.
    `names` are slots of a lexicon with the numbers, from 1, of those that elements are named by.
    `sieve` has a bit at the hash of the folded text of each that is a block's text: a table so
    small that it stays near the processor."""

    numbers: dict[str, int]
    odds: array[int]
    names: array[int] = field(init=False)
    sieve: bytes = field(init=False)

    def __post_init__(self) -> None:
        names: dict[str, int] = {}
        sieve = bytearray((SIEVED + 1) // 8)
        for signal, number in self.numbers.items():
            if signal.startswith(SAYS):
                bit = hash(fold(signal[len(SAYS) :])) & SIEVED
                sieve[bit >> 3] |= 1 << (bit & 7)
            else:
                names[signal] = number + 1
        object.__setattr__(self, "names", make_slots(names, {}))
        object.__setattr__(self, "sieve", bytes(sieve))
