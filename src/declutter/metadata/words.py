"""The words that dates, bylines and names are told by, gathered over all languages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from declutter.judge.phrases import language_files
from declutter.judge.phrases.sieve import may_open, openings_of
from declutter.metadata.folding import fold

OPENING: Final = 3
"""Characters by which phrases are looked up: the first two are those of every third line."""


@dataclass(slots=True, frozen=True)
class Words:
    """The tables of judge/phrases that metadata needs, of every language at once.

    `months` is month by name; `starts` are the phrases that open a byline, `tag_labels` those that
    open a line of tags, by their first characters, longest first, each with the sieve of its
    openings beside it; `byline_ends` are what ends a byline; `date_labels` are the folded labels of
    dates, `labels_by_end` the same by their last character with "published" or "modified", longest
    first; `month_first` are the languages that write the month before the day in figures.
    """

    months: dict[str, int]
    month_openings: frozenset[str]
    fillers: frozenset[str]
    starts: dict[str, tuple[str, ...]]
    start_openings: bytes
    weak_starts: frozenset[str]
    byline_ends: frozenset[str]
    labels_by_end: dict[str, tuple[tuple[str, str], ...]]
    date_labels: frozenset[str]
    tag_labels: dict[str, tuple[str, ...]]
    tag_openings: bytes
    roles: frozenset[str]
    role_words: frozenset[str]
    weekdays: frozenset[str]
    date_words: frozenset[str]
    between_names: frozenset[str]
    after_name: frozenset[str]
    particles: frozenset[str]
    agencies: frozenset[str]
    not_author: tuple[str, ...]
    nobody: frozenset[str]
    starters: tuple[str, ...]
    month_first: frozenset[str]


@cache
def words() -> Words:
    """The tables, read once."""
    own = tomllib.loads((files("declutter.metadata") / "names.toml").read_text("utf-8"))
    months: dict[str, int] = {}
    fillers: set[str] = set()
    weekdays: set[str] = set()
    between: set[str] = set()
    starts: set[str] = set()
    weak_starts: set[str] = set()
    ends: set[str] = set()
    tag_labels: set[str] = set()
    published: set[str] = set()
    modified: set[str] = set()
    roles: set[str] = set()
    month_first: set[str] = set()
    for name, language in language_files().items():
        dates = language.get("dates", {})
        for number, names in enumerate(dates.get("months", ()), 1):
            for month in names:
                months.setdefault(month.lower(), number)
        fillers.update(dates.get("fillers", ()))
        weekdays.update(name for names in dates.get("weekdays", ()) for name in names)
        between.update(dates.get("today", ()))
        if dates.get("order") == "mdy":
            month_first.add(name)
        byline = language.get("byline", {})
        starts.update(phrase.lower() for phrase in byline.get("start", ()))
        weak_starts.update(phrase.lower() for phrase in byline.get("weak_start", ()))
        ends.update(byline.get("end", ()))
        tag_labels.update(phrase.lower() for phrase in language.get("tags", {}).get("start", ()))
        date_line = language.get("date_line", {})
        published.update(fold(phrase) for phrase in date_line.get("published", ()))
        modified.update(fold(phrase) for phrase in date_line.get("modified", ()))
        roles.update(fold(phrase) for phrase in language.get("names", {}).get("roles", ()))
    return Words(
        months=months,
        month_openings=frozenset(name.split()[0] for name in months if " " in name),
        fillers=frozenset(fillers),
        starts=_by_opening(starts | weak_starts),
        start_openings=_openings(starts | weak_starts),
        weak_starts=frozenset(weak_starts),
        byline_ends=frozenset(ends),
        labels_by_end=_by_ending(modified - {""}, published - {""}),
        date_labels=frozenset((published | modified) - {""}),
        tag_labels=_by_opening(tag_labels),
        tag_openings=_openings(tag_labels),
        roles=frozenset(roles - {""}),
        role_words=frozenset(role for role in roles if " " not in role and len(role) > 3),
        weekdays=frozenset(weekdays),
        date_words=frozenset(fillers | weekdays | between),
        between_names=frozenset(own["and"]),
        after_name=frozenset(own["after_name"]),
        particles=frozenset(own["particles"]),
        agencies=frozenset(fold(name) for name in own["agencies"]),
        not_author=tuple(own["not_author"]),
        nobody=frozenset(fold(name) for name in own["nobody"]),
        starters=tuple(sorted(own["starters"], key=len, reverse=True)),
        month_first=frozenset(month_first),
    )


def byline_phrases(text: str, start: int) -> tuple[str, ...]:
    """The phrases that a byline may open with which begins at `start`, longest first."""
    table = words()
    if not may_open(table.start_openings, text, start):
        return ()
    low = text[start : start + OPENING + 1].lower()  # what a sigma becomes, the next letter tells
    return table.starts.get(low[:OPENING]) or table.starts.get(low[: OPENING - 1], ())


def _openings(phrases: set[str]) -> bytes:
    return openings_of((phrase, True) for phrase in phrases - {""})


def _by_opening(phrases: set[str]) -> dict[str, tuple[str, ...]]:
    """The phrases by their first characters, longest first; shorter ones by all of theirs, and
    with those that begin alike."""
    table: dict[str, list[str]] = {}
    short: set[str] = set()
    for phrase in sorted(phrases - {""}, key=len, reverse=True):
        if len(phrase) < OPENING:
            short.add(phrase)
        table.setdefault(phrase[:OPENING], []).append(phrase)
    for first, group in table.items():
        if len(first) == OPENING and first[:-1] in short:
            group.append(first[:-1])
    return {first: tuple(group) for first, group in table.items()}


def _by_ending(modified: set[str], published: set[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The labels of dates with what they say, by their last character, longest first."""
    said = [(phrase, "modified") for phrase in sorted(modified)]
    said += [(phrase, "published") for phrase in sorted(published - modified)]
    table: dict[str, list[tuple[str, str]]] = {}
    for phrase, label in sorted(said, key=_length, reverse=True):
        table.setdefault(phrase[-1], []).append((phrase, label))
    return {last: tuple(group) for last, group in table.items()}


def _length(entry: tuple[str, str]) -> int:
    return len(entry[0])
