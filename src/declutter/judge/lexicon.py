"""Odds by word in one array: a word is looked up as it stands in a text, and none is cut out of it.

An open-addressing table, which a page's many different words make cheaper than a dictionary: a
look-up meets one line of memory instead of four. What tells a word are 30 bits of its code and
where it stands: an unknown word is taken for a known one about twice in a thousand million times,
and a known one never for another.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import Final, NamedTuple

HUNDREDTHS: Final = 100.0
OWN: Final = 2
"""Where the odds of a word itself stand in its slot, in hundredths."""
BELOW: Final = 3
"""Where those of what stands below a heading with the word stand."""
_SLOT: Final = 4
_EMPTY: Final = (-1, 0, 0, 0)
_CODE: Final = (1 << 60) - 1
_MULTIPLIER: Final = 0xE3779B97F4A7C15
_PART: Final = (1 << 15) - 1
_PART_BITS: Final = 15
_HOME: Final = 40
"""The bits of a code from here on tell where the word's slot is looked for first."""
_ROOM: Final = 1.5


class Lexicon(NamedTuple):
    """Two odds for each word, in `slots` of four numbers each: two parts of the word's code, its
    own odds, and the odds of what stands below it. A word that finds its slot taken stands in the
    next free one."""

    slots: array[int]

    def odds(self, word: str) -> float:
        """The odds of the word itself, 0 for an unknown one."""
        return self.slots[find(self.slots, code_of(word, 0)) + OWN] / HUNDREDTHS


def make_lexicon(own: Mapping[str, float], below: Mapping[str, float] | None = None) -> Lexicon:
    """The lexicon of odds by word, which are whole hundredths. Raises ValueError where two words
    cannot be told apart."""
    below = below or {}
    return Lexicon(make_slots(_in_hundredths(own), _in_hundredths(below)))


def _in_hundredths(odds: Mapping[str, float]) -> dict[str, int]:
    return {word: round(value * HUNDREDTHS) for word, value in odds.items()}


def make_slots(own: Mapping[str, int], below: Mapping[str, int]) -> array[int]:
    """The slots of a lexicon that has two whole numbers for each word, 0 where none is given.
    Raises ValueError where two words cannot be told apart."""
    words = sorted({*own, *below})
    slots = array("h", _EMPTY * _power_of_two(len(words) * _ROOM))
    for word in words:
        code = code_of(word, 0)
        at = find(slots, code)
        if slots[at] >= 0:
            raise ValueError(f"another word has the code of {word!r}")
        slots[at] = code & _PART
        slots[at + 1] = code >> _PART_BITS & _PART
        slots[at + OWN] = own.get(word, 0)
        slots[at + BELOW] = below.get(word, 0)
    return slots


def _power_of_two(least: float) -> int:
    power = 1
    while power < least:
        power *= 2
    return power


def code_of(word: str, before: int) -> int:
    """A number that tells a word from others. `before` is the code of the characters before it that
    are of the word too, 0 for none."""
    code = before
    for character in word:
        code = (code ^ ord(character)) * _MULTIPLIER & _CODE
    return code


def find(slots: array[int], code: int) -> int:
    """Where the slot of the word with a code begins; for an unknown word, an empty one, whose odds
    are 0."""
    last = len(slots) - _SLOT
    at = (code >> _HOME) * _SLOT & last
    low = code & _PART
    high = code >> _PART_BITS & _PART
    while slots[at] >= 0 and (slots[at] != low or slots[at + 1] != high):
        at = at + _SLOT & last
    return at


def find_words(slots: array[int], text: str, places: array[int]) -> int:
    """Fill `places` with where the slots of the words of a text begin, words parted by one blank:
    as many of the first words as there are places for. Gives how many these are."""
    most = len(places)
    count = 0
    code = 0
    for character in text:
        if character != " ":
            code = (code ^ ord(character)) * _MULTIPLIER & _CODE
            continue
        places[count] = find(slots, code)
        count += 1
        if count == most:
            return count
        code = 0
    places[count] = find(slots, code)
    return count + 1
