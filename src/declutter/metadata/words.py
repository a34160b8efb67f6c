"""The words that dates, bylines and names are told by, gathered over all languages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from declutter.judge.phrases import phrasebook
from declutter.metadata.folding import fold


@dataclass(slots=True, frozen=True)
class Words:
    """The tables of judge/phrases that metadata needs, of every language at once.

    `months` is month by name; `starts` are the phrases that open a byline, `tag_labels` those that
    open a line of tags, by their first two characters, longest first; `byline_ends` are what ends
    a byline; `published`, `modified` and `date_labels` (both) are the folded labels of dates;
    `month_first` are the languages that write the month before the day in figures.
    """

    months: dict[str, int]
    fillers: frozenset[str]
    starts: dict[str, tuple[str, ...]]
    weak_starts: frozenset[str]
    byline_ends: frozenset[str]
    published: tuple[str, ...]
    modified: tuple[str, ...]
    date_labels: frozenset[str]
    tag_labels: dict[str, tuple[str, ...]]
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
    for name, language in phrasebook().data.items():
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
        fillers=frozenset(fillers),
        starts=_by_opening(starts | weak_starts),
        weak_starts=frozenset(weak_starts),
        byline_ends=frozenset(ends),
        published=tuple(sorted(published - {""}, key=len, reverse=True)),
        modified=tuple(sorted(modified - {""}, key=len, reverse=True)),
        date_labels=frozenset((published | modified) - {""}),
        tag_labels=_by_opening(tag_labels),
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
        month_first=frozenset(month_first),
    )


def _by_opening(phrases: set[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        if phrase:
            table.setdefault(phrase[:2], []).append(phrase)
    return {first: tuple(group) for first, group in table.items()}
