"""The title as people would write it: without the site's name, its section or its slogan."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from declutter.metadata.folding import fold, squeeze

# One set of characters begins all of its branches: that is what a search skips by.
_SEPARATOR: Final = re.compile(
    r"[\s|»«›‹¦｜:：](?:(?<=\s)\s{0,8}(?:(?:[|\-–—·•»«›‹~⋅:/]|::|\|\|)\s+|[|»«›‹¦｜]\s*|::\s*)"
    r"|(?<=[|»«›‹¦｜])\s*|(?<=[:：])\s+)"
)
_LONGEST: Final = 600
_LONGEST_UNDECLARED: Final = 150
_MOST_PARTS: Final = 12
_SHORTEST_HOST_PART: Final = 4
_MOST_SITE_WORDS: Final = 4
_LEAST_LIKENESS: Final = 0.2
_BIBLIOGRAPHIC: Final = "dublin core"
_BIBLIOGRAPHIC_LIKENESS: Final = 0.34
"""A title that is declared for citing goes before a heading that has little in common with any."""


def site_names(declared: list[str], url: str | None) -> frozenset[str]:
    """The names of a site in squeezed form: those it declares, and the parts of its host's name."""
    names = {squeeze(name) for name in declared}
    for name in declared:
        if name.lower().startswith("the "):
            names.add(squeeze(name[4:]))
    if url:
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:
            host = ""
        labels = [label for label in host.split(".") if label != "www"]
        names.add(squeeze("".join(labels)))
        if len(labels) > 1:
            names.update(
                squeeze(label) for label in labels[:-1] if len(label) >= _SHORTEST_HOST_PART
            )
    names.discard("")
    return frozenset(names)


def is_site_name(part: str, sites: frozenset[str]) -> bool:
    """Whether a text is the site's name as the site declares it or as its host's name has it."""
    name = squeeze(part)
    return not name or name in sites or (name.startswith("the") and name[3:] in sites)


def is_site_part(part: str, sites: frozenset[str]) -> bool:
    """Whether a title's last part is the site's name, perhaps longer, shorter or spelled out."""
    if is_site_name(part, sites):
        return True
    name = squeeze(part)
    few_words = part.count(" ") < _MOST_SITE_WORDS
    if len(name) >= _SHORTEST_HOST_PART:
        for site in sites:
            if len(site) < _SHORTEST_HOST_PART:
                continue
            if name in site and len(name) * 2 >= len(site):
                return True
            if site in name and (few_words or len(site) * 2 >= len(name)):
                return True
    initials = "".join([word[0] for word in part.split() if word[0].isupper()]).lower()
    return len(initials) > 2 and initials in sites


@lru_cache(maxsize=64)
def parts_of(title: str) -> tuple[tuple[str, int, int], ...]:
    """The parts of a title between separators, with where each begins and ends."""
    title = title[:_LONGEST]
    parts: list[tuple[str, int, int]] = []
    start = 0
    for found in _SEPARATOR.finditer(title):
        if len(parts) >= _MOST_PARTS:
            break
        if found.start() > start:
            parts.append((title[start : found.start()], start, found.start()))
        start = found.end()
    if start < len(title):
        parts.append((title[start:], start, len(title)))
    return tuple(parts)


def without_site(title: str, sites: frozenset[str], at_home: bool) -> str:
    """The title without the parts at its ends that are the site's name.

    On the site's own front page the name at the beginning is the title, and stays.
    """
    parts = parts_of(title)
    first, last = 0, len(parts)
    while last - first > 1 and is_site_part(parts[last - 1][0], sites):
        last -= 1
    while not at_home and last - first > 1 and is_site_name(parts[first][0], sites):
        first += 1
    if first == 0 and last == len(parts):
        return title
    return title[parts[first][1] : parts[last - 1][2]]


def choose_title(
    declared: list[tuple[str, str]], headings: list[str], sites: frozenset[str], at_home: bool
) -> tuple[str, str] | None:
    """The title, and where it comes from.

    `declared` are the titles that the page declares, most trusted first, with their sources;
    `headings` its main headings in page order. A heading that a declared title agrees with is how
    the page shows its title; else the declared ones are compared with each other.
    """
    own = [
        without_site(heading, sites, at_home)
        for heading in headings
        if not is_site_name(heading, sites)
    ]
    stripped = [(without_site(text, sites, at_home), source) for text, source in declared]
    named = [entry for entry in stripped if not is_site_name(entry[0], sites)]
    if named:
        stripped = named
    folded = [fold(text) for text, _ in stripped]
    folded_own = [fold(heading) for heading in own]
    for index, name in enumerate(folded_own):
        if name in folded:
            return own[index], "heading"
    agreed = _agreed(stripped, folded)
    if agreed is not None:
        return agreed
    for index, name in enumerate(folded_own):
        if any(_opens(text, name) for text, _ in stripped):
            return own[index], "heading"
    best = -1
    best_likeness = _LEAST_LIKENESS
    for index, name in enumerate(folded_own):
        likeness = max([_likeness(name, text) for text in folded], default=0.0)
        if likeness > best_likeness and not any(_closes(text, name) for text, _ in stripped):
            best, best_likeness = index, likeness
    if best_likeness < _BIBLIOGRAPHIC_LIKENESS:
        for entry in stripped:
            if entry[1] == _BIBLIOGRAPHIC:
                return entry
    if best >= 0:
        return own[best], "heading"
    if stripped:
        return _without_last_part(stripped[0])
    for heading in own + headings:
        if len(heading) <= _LONGEST_UNDECLARED:
            return heading, "heading"
    return None


def _opens(title: str, name: str) -> bool:
    """Whether a title's first part is `name`."""
    parts = parts_of(title)
    return len(parts) > 1 and fold(parts[0][0]) == name


def _closes(title: str, name: str) -> bool:
    """Whether a title's last part is `name`: a book's or a section's."""
    parts = parts_of(title)
    return len(parts) > 1 and fold(parts[-1][0]) == name


def _likeness(first: str, second: str) -> float:
    """The share of two folded texts' words that both have."""
    a, b = set(first.split()), set(second.split())
    return len(a & b) / max(len(a | b), 1)


def _agreed(stripped: list[tuple[str, str]], folded: list[str]) -> tuple[str, str] | None:
    """The declared title that is the first or the last part of another one, None without one."""
    for index, name in enumerate(folded):
        if not name:
            continue
        for text, _ in stripped:
            if _opens(text, name) or _closes(text, name):
                return stripped[index]
    return None


def _without_last_part(entry: tuple[str, str]) -> tuple[str, str]:
    """A title that stands alone in a page's head, without the last part that names the site."""
    text, source = entry
    if source != "title":
        return entry
    parts = parts_of(text)
    if (
        len(parts) < 2
        or parts[-1][0].count(" ") >= _MOST_SITE_WORDS
        or ":" in text[parts[-2][2] : parts[-1][1]]
        or (len(parts) == 2 and " " not in parts[0][0].strip() and " " in parts[1][0].strip())
    ):
        return entry
    return text[: parts[-2][2]], source
