"""Rules and phrases beyond those of the package, as the judge takes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from declutter.judge.case import Rule
from declutter.judge.phrases import Phrasebook, phrasebook
from declutter.judge.phrases.build import add_family, longest_first
from declutter.judge.phrases.folding import fold

_KEPT_BOOKS: Final = 8


@dataclass(slots=True, frozen=True)
class Extension:
    """What the judge uses in place of the package's own rules and phrases.

    `rules` are all rules in the order in which they speak. `phrases` is JSON, a list of objects
    language -> family -> key -> phrases, which are added to the package's.
    """

    rules: tuple[Rule, ...]
    phrases: str

    @property
    def book(self) -> Phrasebook:
        """The phrases of the package and the added ones, built once a process."""
        return _extended_book(self.phrases)


@lru_cache(maxsize=_KEPT_BOOKS)
def _extended_book(phrases: str) -> Phrasebook:
    book = phrasebook().copy()
    date_words: set[str] = set()
    for added in json.loads(phrases):
        for language, families in added.items():
            for family, table in families.items():
                for key in ("whole", "weak", "heading"):
                    for phrase in table.get(key, ()):
                        book.whole.pop(fold(phrase), None)  # what is added goes before
                add_family(book, family, table, language)
                for key in ("published", "modified"):
                    date_words.update(
                        word for phrase in table.get(key, ()) for word in fold(phrase).split()
                    )
    book.date_words |= date_words
    for index in (book.starts, book.glued):
        for candidates in index.values():
            candidates.sort(key=longest_first)
    book.fill_sieves()
    return book
