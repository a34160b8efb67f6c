"""What the phrase files hold becomes the phrases ready for look-up."""

from __future__ import annotations

import hashlib
import json
import tomllib
from array import array
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from declutter.judge.packed import Part, pack
from declutter.judge.phrases import KEY_LENGTH, SIEVES, TEXT_KEYS, Label, Phrasebook
from declutter.judge.phrases.folding import fold, level


def compile_phrases() -> str:
    """What `compiled.json` must hold for the TOML files as they are."""
    sources = _sources()
    return _as_json({"stamp": _stamp(sources), "data": _parse(sources)})


def compile_index() -> bytes:
    """What `index.table` must hold for the TOML files as they are."""
    sources = _sources()
    book = build(_parse(sources))
    numbers: dict[Label, int] = {}

    def numbered(labels: Iterable[Label]) -> array[int]:
        return array("h", [numbers.setdefault(label, len(numbers)) for label in labels])

    starts = [start for candidates in book.starts.values() for start in candidates]
    glued = [start for candidates in book.glued.values() for start in candidates]
    parts: dict[str, Part] = {
        "whole": list(book.whole),
        "whole labels": numbered(book.whole.values()),
        "starts": [phrase for phrase, _ in starts],
        "starts labels": numbered(label for _, label in starts),
        "glued": [phrase for phrase, _ in glued],
        "glued labels": numbered(label for _, label in glued),
        "date_words": sorted(book.date_words),
        "month_words": sorted(book.month_words),
        "role_words": sorted(book.role_words),
        "counted": sorted(book.counted),
    }
    parts.update({name: array("B", getattr(book, name)) for name in SIEVES})
    about = {
        "stamp": _stamp(sources),
        "labels": list(numbers),
        "attributes": {key: sorted(words) for key, words in book.attributes.items()},
        "signatures": book.signatures,
    }
    return pack(about, parts)


def _as_json(content: dict[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _sources() -> dict[str, bytes]:
    folder = files("declutter.judge.phrases")
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


def build(data: dict[str, Any]) -> Phrasebook:
    """The phrasebook of parsed files, by their names without the ending."""
    book = Phrasebook({}, {}, {})
    book.attributes = {key: frozenset(words) for key, words in data["attributes"].items()}
    languages = {name: content for name, content in data.items() if name != "attributes"}
    date_words: set[str] = set()
    month_words: set[str] = set()
    role_words: set[str] = set()
    counted: set[str] = set()
    signatures: list[str] = []
    for language, content in languages.items():
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
        counted.update(fold(phrase) for phrase in content["comments"]["counted"])
        signatures += content["byline"].get("end", [])
        role_words.update(_words(content["names"]["connectors"]))
    book.signatures = tuple(signatures)
    book.month_words = frozenset(month_words)
    book.date_words = frozenset(date_words | month_words)
    book.role_words = frozenset(role_words)
    book.counted = frozenset(counted)
    for table_ in (book.starts, book.glued):
        for candidates in table_.values():
            candidates.sort(key=longest_first)
    book.fill_sieves()
    return book


def longest_first(candidate: tuple[str, Label]) -> int:
    """Orders candidates, the longest phrase first."""
    return -len(candidate[0])


def _words(phrases: list[str]) -> list[str]:
    return [word for phrase in phrases for word in fold(phrase).split()]


def add_family(book: Phrasebook, family: str, table: dict[str, Any], language: str) -> None:
    """Add the phrases of one family of one language to a book."""
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
                index.setdefault(text[:KEY_LENGTH], []).append((text, label))


def _add_whole(book: Phrasebook, folded: str, label: Label) -> None:
    if not folded:
        return
    known = book.whole.get(folded)
    # A phrase that some language's authors might write themselves stays doubtful.
    if known is None or (known.how == "whole" and label.how != "whole"):
        book.whole[folded] = label
