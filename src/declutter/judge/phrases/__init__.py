"""What sites say around an article: one TOML file a language, and the matcher over all of them.

The families and keys of a file are explained at the top of `en.toml`. Parsing TOML is slow, so the
files ship with `compiled.json`, which `python -m declutter.judge.phrases` writes and a test holds
against them; where it is missing, they are parsed.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from declutter.judge.phrases.folding import fold, is_unspaced, level

LONGEST_PHRASE: Final = 200  # characters of a folded block that may be a phrase as a whole
_LONGEST_ROW: Final = 24  # words of a row of phrases, such as "Share Tweet Email Print"
_COMPILED: Final = "compiled.json"
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
    shorter phrases) and hold the longest phrases first; `openers` says for each word how many words
    the longest phrase has that begins with it. `data` is each language's file as parsed.
    """

    data: dict[str, dict[str, Any]]
    whole: dict[str, Label]
    openers: dict[str, int]
    starts: dict[str, list[tuple[str, Label]]]
    glued: dict[str, list[tuple[str, Label]]]
    date_words: frozenset[str]
    month_words: frozenset[str]
    role_words: frozenset[str]
    attributes: dict[str, frozenset[str]]
    signatures: tuple[str, ...]


@lru_cache(maxsize=1)
def phrasebook() -> Phrasebook:
    """The phrases of all languages, loaded at the first call."""
    compiled = files(__package__).joinpath(_COMPILED)
    if compiled.is_file():
        return _build(json.loads(compiled.read_bytes())["data"])
    return _build(_parse(_sources()))


def compile_phrases() -> str:
    """What `compiled.json` must hold for the TOML files as they are."""
    sources = _sources()
    content = {"stamp": _stamp(sources), "data": _parse(sources)}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _sources() -> dict[str, bytes]:
    folder = files(__package__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {name: folder.joinpath(name).read_bytes() for name in names}


def _stamp(sources: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sources:
        digest.update(name.encode())
        digest.update(sources[name])
    return digest.hexdigest()


def _parse(sources: dict[str, bytes]) -> dict[str, Any]:
    return {name[:-5]: tomllib.loads(source.decode()) for name, source in sources.items()}


def _build(data: dict[str, Any]) -> Phrasebook:
    book = Phrasebook({}, {}, {}, {}, {}, frozenset(), frozenset(), frozenset(), {}, ())
    for name, content in data.items():
        if name == "attributes":
            book.attributes = {key: frozenset(words) for key, words in content.items()}
        else:
            book.data[name] = content
    date_words: set[str] = set()
    month_words: set[str] = set()
    role_words: set[str] = set()
    signatures: list[str] = []
    for language, content in book.data.items():
        for family, table in content.items():
            if isinstance(table, dict) and family not in ("dates", "names"):
                add_family(book, family, table, language)
        dates = content["dates"]
        month_words.update(_words([name for names in dates["months"] for name in names]))
        date_words.update(_words([name for names in dates["weekdays"] for name in names]))
        for key in ("today", "yesterday", "fillers"):
            date_words.update(_words(dates[key]))
        for key in ("published", "modified"):
            date_words.update(_words(content["date_line"][key]))
        role_words.update(_words(content["names"]["roles"]))
        signatures += content["byline"].get("end", [])
        role_words.update(_words(content["names"]["connectors"]))
    book.signatures = tuple(signatures)
    book.month_words = frozenset(month_words)
    book.date_words = frozenset(date_words | month_words)
    book.role_words = frozenset(role_words)
    for table_ in (book.starts, book.glued):
        for candidates in table_.values():
            candidates.sort(key=longest_first)
    return book


def longest_first(candidate: tuple[str, Label]) -> int:
    return -len(candidate[0])


def _words(phrases: list[str]) -> list[str]:
    return [word for phrase in phrases for word in fold(phrase).split()]


def add_family(book: Phrasebook, family: str, table: dict[str, Any], language: str) -> None:
    for how in TEXT_KEYS:
        phrases = table.get(how)
        if not phrases:
            continue
        label = Label(family, how, language)
        if how in ("whole", "weak", "heading"):
            for phrase in phrases:
                _add_whole(book, fold(phrase), label)
        else:
            index = book.glued if how == "glued" else book.starts
            for phrase in phrases:
                text = level(phrase)
                index.setdefault(text[:3], []).append((text, label))


def _add_whole(book: Phrasebook, folded: str, label: Label) -> None:
    if not folded:
        return
    known = book.whole.get(folded)
    # A phrase that some language's authors might write themselves stays doubtful.
    if known is None or (known.how == "whole" and label.how != "whole"):
        book.whole[folded] = label
    first, _, _ = folded.partition(" ")
    length = folded.count(" ") + 1
    if length > book.openers.get(first, 0):
        book.openers[first] = length


def match_whole(book: Phrasebook, folded: str) -> Label | None:
    """The phrase, or the row of phrases, that the folded text of a whole block is; else None."""
    label = book.whole.get(folded)
    if label is not None:
        return label
    first, blank, _ = folded.partition(" ")
    if not blank or first not in book.openers:
        return None
    return _match_row(book, folded.split(" "))


def _match_row(book: Phrasebook, words: list[str]) -> Label | None:
    count = len(words)
    if count > _LONGEST_ROW:
        return None
    strong: Label | None = None
    weak: Label | None = None
    at = 0
    while at < count:
        length = min(book.openers.get(words[at], 0), count - at)
        label: Label | None = None
        while length > 0:
            label = book.whole.get(" ".join(words[at : at + length]))
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
    found = _longest(book.starts, level(text[:80]), text, 0)
    if found is not None or text[:1].isalnum():
        return found
    begin = first_word(text)
    if begin == 0 or begin > 12:
        return None
    return _longest(book.starts, level(text[begin : begin + 80]), text, begin)


def match_glued(book: Phrasebook, text: str, at: int) -> tuple[Label, int] | None:
    """The longest prompt that stands at offset `at` of the text, and the offset behind it."""
    return _longest(book.glued, level(text[at : at + 80]), text, at)


def first_word(text: str) -> int:
    """The offset of the first letter or digit, 0 where there is none."""
    for at, character in enumerate(text):
        if character.isalnum():
            return at
    return 0


def _longest(
    index: dict[str, list[tuple[str, Label]]], low: str, text: str, begin: int
) -> tuple[Label, int] | None:
    for length in (3, 2, 1):
        for phrase, label in index.get(low[:length], ()):
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
