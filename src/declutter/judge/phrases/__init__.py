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
from functools import lru_cache
from typing import Any, Final, NamedTuple

from declutter.judge.packed import unpack
from declutter.judge.phrases.folding import is_unspaced, level
from declutter.judge.phrases.sieve import may_open, openings_of, passes, sieve_of

LONGEST_PHRASE: Final = 200  # characters of a folded block that may be a phrase as a whole
_LONGEST_START: Final = 80  # characters of a block that are compared with phrases
_LONGEST_ROW: Final = 24  # words of a row of phrases, such as "Share Tweet Email Print"
COMPILED: Final = "compiled.json"
INDEX: Final = "index.table"
KEY_LENGTH: Final = 3  # characters of a start that it is looked up by
WORD_SETS: Final = ("date_words", "month_words", "role_words", "counted")
SIEVES: Final = ("whole_sieve", "pair_sieve", "start_openings", "glued_openings")
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


class Label(NamedTuple):
    """What a phrase says: its family, how it was matched, and in which language.

    `how` is one of the keys of the TOML files, "row" for a block made of several phrases, or "date"
    for a block that is a date.
    """

    family: str
    how: str
    language: str


class Phrasebook:
    """The phrases of all languages, ready for look-up.

    `whole` is by folded text; `starts` and `glued` are by the first three characters (fewer for
    shorter phrases) and hold the longest phrases first. The sieves of whole phrases, of the first
    two words of these, and of the openings of the others tell most texts from phrases.

    Every text is compared with it: it is written out so that it becomes a struct where it is
    compiled.
    """

    __slots__ = (
        "attributes",
        "counted",
        "date_words",
        "glued",
        "glued_openings",
        "month_words",
        "pair_sieve",
        "role_words",
        "signatures",
        "start_openings",
        "starts",
        "whole",
        "whole_sieve",
    )

    def __init__(
        self,
        whole: dict[str, Label],
        starts: dict[str, list[tuple[str, Label]]],
        glued: dict[str, list[tuple[str, Label]]],
    ) -> None:
        self.whole = whole
        self.starts = starts
        self.glued = glued
        self.date_words: frozenset[str] = frozenset()
        self.month_words: frozenset[str] = frozenset()
        self.role_words: frozenset[str] = frozenset()
        self.counted: frozenset[str] = frozenset()
        self.attributes: dict[str, frozenset[str]] = {}
        self.signatures: tuple[str, ...] = ()
        self.whole_sieve = b""
        self.pair_sieve = b""
        self.start_openings = b""
        self.glued_openings = b""

    def copy(self) -> Phrasebook:
        """The same phrases in indexes of their own."""
        book = Phrasebook(
            dict(self.whole),
            {key: list(candidates) for key, candidates in self.starts.items()},
            {key: list(candidates) for key, candidates in self.glued.items()},
        )
        for name in (*WORD_SETS, *SIEVES, "attributes", "signatures"):
            setattr(book, name, getattr(self, name))
        return book

    def fill_sieves(self) -> None:
        """Bring the sieves in step with the phrases."""
        self.whole_sieve = sieve_of(self.whole)
        split = [phrase.split(" ", 2) for phrase in self.whole]
        self.pair_sieve = sieve_of(" ".join(words[:2]) for words in split if len(words) > 1)
        self.start_openings = openings_of(_touching(self.starts))
        self.glued_openings = openings_of(_touching(self.glued))


def _touching(index: dict[str, list[tuple[str, Label]]]) -> list[tuple[str, bool]]:
    """The phrases of an index, each with whether it may touch the word behind it."""
    return [
        (phrase, label.how == "glued")
        for candidates in index.values()
        for phrase, label in candidates
    ]


@lru_cache(maxsize=1)
def phrasebook() -> Phrasebook:
    """The phrases of all languages, loaded at the first call."""
    about, parts = unpack(_load(INDEX))
    labels = [Label(*label) for label in about["labels"]]
    book = Phrasebook(
        dict(zip(parts["whole"], [labels[n] for n in parts["whole labels"]], strict=True)),
        _candidates(parts["starts"], parts["starts labels"], labels),
        _candidates(parts["glued"], parts["glued labels"], labels),
    )
    for name in WORD_SETS:
        setattr(book, name, frozenset(parts[name]))
    for name in SIEVES:
        setattr(book, name, bytes(parts[name]))
    book.attributes = {key: frozenset(words) for key, words in about["attributes"].items()}
    book.signatures = tuple(about["signatures"])
    return book


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
    if not folded:
        return None
    whole = book.whole
    if passes(book.whole_sieve, folded, 0, len(folded)):
        label = whole.get(folded)
        if label is not None:
            return label
    return _match_row(book, folded)


def _match_row(book: Phrasebook, folded: str) -> Label | None:
    sieve = book.whole_sieve
    pairs = book.pair_sieve
    whole = book.whole
    length = len(folded)
    strong: Label | None = None
    weak: Label | None = None
    begin = 0
    while begin < length:
        first = _word_end(folded, begin)
        if first == length and begin == 0:
            return None
        end = first
        if first < length and passes(pairs, folded, begin, _word_end(folded, first + 1)):
            end = length
        label: Label | None = None
        while True:  # the longest first
            if passes(sieve, folded, begin, end):
                label = whole.get(folded[begin:end])
                if label is not None:
                    break
            if end == first:
                return None
            end -= 1
            while folded[end] != " ":
                end -= 1
        if begin == 0 and folded.count(" ") >= _LONGEST_ROW:
            return None
        if label.how == "whole":
            strong = strong or label
        else:
            weak = weak or label
        begin = end + 1
    if strong is not None:
        return Label(strong.family, "row", strong.language)
    return Label(weak.family, "weak", weak.language) if weak is not None else None


def _word_end(folded: str, begin: int) -> int:
    """Where the word of a folded text that begins at an offset ends."""
    end = begin
    length = len(folded)
    while end < length and folded[end] != " ":
        end += 1
    return end


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
    last = phrase[len(phrase) - 1]
    return not last.isalpha() or is_unspaced(last)
