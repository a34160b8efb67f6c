"""What sites say around an article: one TOML file a language, and the matcher over all of them.

The families and keys of a file are explained at the top of `en.toml`. Parsing TOML and folding
phrases is slow, so the files ship with `compiled.json`, what they hold, and `index.table`, the
phrases ready for look-up: `python -m declutter.judge.phrases` writes both, and a test holds them
against the files.
"""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from declutter.judge.packed import unpack
from declutter.judge.phrases.folding import is_unspaced, level

LONGEST_PHRASE: Final = 200  # characters of a folded block that may be a phrase as a whole
_LONGEST_START: Final = 80  # characters of a block that are compared with phrases
_LONGEST_ROW: Final = 24  # words of a row of phrases, such as "Share Tweet Email Print"
COMPILED: Final = "compiled.json"
INDEX: Final = "index.table"
KEY_LENGTH: Final = 3  # characters of a start that it is looked up by
_LETTERS: Final = bytes(code & 31 if chr(code).isalpha() else 0 for code in range(128))
"""A number of five bits for each ASCII letter, 0 for all other characters."""
_LETTER_BITS: Final = 5
TEXT_KEYS: Final = (
    "whole",
    "weak",
    "heading",
    "start",
    "weak_start",
    "glued",
    "published",
    "modified",
)


@dataclass(slots=True, frozen=True)
class Label:
    """What a phrase says: its family, how it was matched, and in which language.

    `how` is one of the keys of the TOML files, "row" for a block made of several phrases, or "date"
    for a block that is a date.
    """

    family: str
    how: str
    language: str


@dataclass(slots=True)
class Phrasebook:
    """The phrases of all languages, ready for look-up.

    `whole` is by folded text; `starts` and `glued` are by the first three characters (fewer for
    shorter phrases) and hold the longest phrases first, with the `openings_of` each beside it;
    `openers` says for each word how many words the longest phrase has that begins with it.
    """

    whole: dict[str, Label]
    openers: dict[str, int]
    starts: dict[str, list[tuple[str, Label]]]
    glued: dict[str, list[tuple[str, Label]]]
    date_words: frozenset[str]
    month_words: frozenset[str]
    role_words: frozenset[str]
    counted: frozenset[str]
    attributes: dict[str, frozenset[str]]
    signatures: tuple[str, ...]
    start_openings: bytes = field(init=False)
    glued_openings: bytes = field(init=False)

    def __post_init__(self) -> None:
        self.mark_openings()

    def mark_openings(self) -> None:
        """Bring the openings in step with the phrases."""
        self.start_openings = openings_of(self.starts)
        self.glued_openings = openings_of(self.glued)


@lru_cache(maxsize=1)
def phrasebook() -> Phrasebook:
    """The phrases of all languages, loaded at the first call."""
    about, parts = unpack(_load(INDEX))
    labels = [Label(*label) for label in about["labels"]]
    return Phrasebook(
        whole=dict(zip(parts["whole"], [labels[n] for n in parts["whole labels"]], strict=True)),
        openers=dict(zip(parts["openers"], parts["openers lengths"], strict=True)),
        starts=_candidates(parts["starts"], parts["starts labels"], labels),
        glued=_candidates(parts["glued"], parts["glued labels"], labels),
        date_words=frozenset(parts["date_words"]),
        month_words=frozenset(parts["month_words"]),
        role_words=frozenset(parts["role_words"]),
        counted=frozenset(parts["counted"]),
        attributes={key: frozenset(words) for key, words in about["attributes"].items()},
        signatures=tuple(about["signatures"]),
    )


@lru_cache(maxsize=1)
def language_files() -> dict[str, dict[str, Any]]:
    """What each language's file holds, by the language, loaded at the first call."""
    data: dict[str, dict[str, Any]] = json.loads(_load(COMPILED))["data"]
    return {name: content for name, content in data.items() if name != "attributes"}


def _load(name: str) -> bytes:
    with open(os.path.join(os.path.dirname(__file__), name), "rb") as file:
        return file.read()


def _candidates(
    phrases: list[str], numbers: array[int], labels: list[Label]
) -> dict[str, list[tuple[str, Label]]]:
    index: dict[str, list[tuple[str, Label]]] = {}
    for phrase, number in zip(phrases, numbers, strict=True):
        index.setdefault(phrase[:KEY_LENGTH], []).append((phrase, labels[number]))
    return index


def match_whole(book: Phrasebook, folded: str) -> Label | None:
    """The phrase, or the row of phrases, that the folded text of a whole block is; else None."""
    whole = book.whole
    label = whole.get(folded)
    if label is not None:
        return label
    end = folded.find(" ")
    openers = book.openers
    if end < 0 or folded[:end] not in openers:
        return None
    return _match_row(book, folded.split(" "))


def _match_row(book: Phrasebook, words: list[str]) -> Label | None:
    count = len(words)
    if count > _LONGEST_ROW:
        return None
    whole = book.whole
    openers = book.openers
    strong: Label | None = None
    weak: Label | None = None
    at = 0
    while at < count:
        length = min(openers.get(words[at], 0), count - at)
        label: Label | None = None
        while length > 0:
            label = whole.get(" ".join(words[at : at + length]))
            if label is not None:
                break
            length -= 1
        if label is None:
            return None
        if label.how == "whole":
            strong = strong or label
        else:
            weak = weak or label
        at += length
    if strong is not None:
        return Label(strong.family, "row", strong.language)
    return Label(weak.family, "weak", weak.language) if weak is not None else None


def match_start(book: Phrasebook, text: str) -> tuple[Label, int] | None:
    """The longest phrase that the text begins with, and the offset behind it; else None."""
    found = None
    if may_open(book.start_openings, text, 0):
        found = _longest(book.starts, text, 0)
    if found is not None or (text and text[0].isalnum()):
        return found
    begin = first_word(text)
    if begin == 0 or begin > 12 or not may_open(book.start_openings, text, begin):
        return None
    return _longest(book.starts, text, begin)


def match_glued(book: Phrasebook, text: str, at: int) -> tuple[Label, int] | None:
    """The longest prompt that stands at offset `at` of the text, and the offset behind it."""
    if not may_open(book.glued_openings, text, at):
        return None
    return _longest(book.glued, text, at)


def openings_of(index: Iterable[str]) -> bytes:
    """A bit for each three characters that an ASCII text may begin with where a phrase of the index
    stands: letters by their number, whatever their case, all other characters as one."""
    bits = bytearray((1 << _LETTER_BITS * KEY_LENGTH) // 8)
    for key in index:
        if not key.isascii():
            continue  # stands in no ASCII text, and all others may
        code = 0
        for character in key:
            code = (code << _LETTER_BITS) + _LETTERS[ord(character)]
        spread = 1 << _LETTER_BITS * (KEY_LENGTH - len(key))
        for opening in range(code * spread, (code + 1) * spread):
            bits[opening >> 3] |= 1 << (opening & 7)
    return bytes(bits)


def may_open(openings: bytes, text: str, begin: int) -> bool:
    """Whether a phrase may stand at an offset of the text: a look at a few bits, no word made."""
    code = 0
    length = len(text)
    for at in range(begin, begin + KEY_LENGTH):
        code <<= _LETTER_BITS
        if at < length:
            character = text[at]
            if character >= "\x80":
                return True
            code += _LETTERS[ord(character)]
    return bool(openings[code >> 3] >> (code & 7) & 1)


def first_word(text: str) -> int:
    """The offset of the first letter or digit, 0 where there is none."""
    for at, character in enumerate(text):
        if character.isalnum():
            return at
    return 0


def _longest(
    index: dict[str, list[tuple[str, Label]]], text: str, begin: int
) -> tuple[Label, int] | None:
    opening = level(text[begin : begin + KEY_LENGTH])
    low = ""
    for length in range(KEY_LENGTH, 0, -1):
        candidates = index.get(opening[:length])
        if candidates is None:
            continue
        low = low or level(text[begin : begin + _LONGEST_START])
        for candidate in candidates:
            phrase, label = candidate
            if low.startswith(phrase):
                end = begin + len(phrase)
                if label.how == "glued" or _stands_alone(phrase, text, end):
                    return label, end
    return None


def _stands_alone(phrase: str, text: str, end: int) -> bool:
    if end >= len(text) or not text[end].isalpha():
        return True
    last = phrase[-1]
    return not last.isalpha() or is_unspaced(last)
