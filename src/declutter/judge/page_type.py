"""What kind of page it is: comments under an article go, the posts of a forum stay."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.document import PAGE_TYPES, Page, PageType
from declutter.judge.evidence.layout import (
    HEADING,
    KIND,
    LINK_DENSITY,
    PAGE_AT,
    SIZE,
    STRUCTURE_AT,
    WIDTH,
    zeros,
)
from declutter.judge.forest import evaluate
from declutter.judge.odds import HUNDREDTHS, Signals
from declutter.judge.table import TypeTable

_MOST_VALUES: Final = 2_000
_MOST_SIGNALS: Final = 3_000
_FEWEST_WORDS: Final = 30
_SURE: Final = 0.5
"""Probability from which a page is of another type than an article."""
_LONGEST_SAYING: Final = 30
_MOST_SPACES: Final = 4
_EDGES: Final = " .:,;!?()[]#*+-–—|•·0123456789$€£%"
_ARTICLES: Final = frozenset(
    ("newsarticle", "blogposting", "reportagenewsarticle", "opinionnewsarticle")
)
"""Types of schema.org that only an article has; "Article" itself is declared of everything."""
_TOLD_NAMES: Final = ("og:type", "generator", "twitter:card", "application-name")


def type_chances(page: Page, rows: array[float], table: TypeTable) -> dict[PageType, float]:
    """The probability of each type, each judged by itself; nothing for a page of a few words, and
    only that of an article for a page that declares itself to be one.

    `rows` are what was measured of the page's blocks.
    """
    if declares_article(page.declared.json_ld):
        return {"article": 1.0}
    if sum(rows[SIZE::WIDTH]) < _FEWEST_WORDS:
        return {}
    row = measure_type(page, rows, table.signals)
    return {
        kind: evaluate(forest, row, len(row))[0]
        for kind, forest in zip(PAGE_TYPES, table.forests, strict=True)
    }


def likeliest_type(chances: dict[PageType, float]) -> PageType:
    """The most probable type, an article where no other is probable."""
    best: PageType = "article"
    highest = _SURE
    for kind, chance in chances.items():
        if chance > highest:
            highest = chance
            best = kind
    return best


def measure_type(page: Page, rows: array[float], signals: Signals) -> array[float]:
    """What tells the type of a page: its shape, and what its signals say for each type."""
    count = len(PAGE_TYPES)
    odds = sums = array("f", bytes(4 * count))
    known = signals.odds
    numbers = signals.numbers
    for signal in page_signals(page):
        if signal in numbers:
            number = numbers[signal]
            for i in range(count):
                sums[i] += known[number * count + i] / HUNDREDTHS
    return rows[PAGE_AT:STRUCTURE_AT] + measure_shares(rows) + odds


def measure_shares(rows: array[float]) -> array[float]:
    """How a page's words are spread over short and long, linked and other blocks."""
    shares = zeros(6)
    total = 0.0
    for at in range(0, len(rows), WIDTH):
        size = rows[at + SIZE]
        total += size
        if rows[at + LINK_DENSITY] >= 0.5:
            shares[0 if size < 6.0 else 1] += size
        elif size < 6.0:
            shares[2] += size
        elif size < 30.0:
            shares[3] += size
        else:
            shares[4] += size
        if rows[at + KIND] == HEADING and size >= 4.0:
            shares[5] += size
    return array("f", [share / (total or 1.0) for share in shares])


def page_signals(page: Page) -> set[str]:
    """The words by which a page's site names its parts, what its shortest blocks say, and the
    types that it declares."""
    signals: set[str] = set()
    known: tuple[str, ...] = ()
    for element in page.elements:
        words = element.words
        if words is known:  # elements of one name share their words, and mostly stand together
            continue
        known = words
        signals.update(words)
        if len(signals) > _MOST_SIGNALS:
            break
    for block in page.blocks[:_MOST_SIGNALS]:
        text = block.text
        if len(text) <= _LONGEST_SAYING and text.count(" ") < _MOST_SPACES:
            signals.add("says=" + text.lower().strip(_EDGES))
    for name, content in page.declared.meta:
        if name in _TOLD_NAMES:
            signals.add(name + "=" + content.lower()[:40])
    for kind in declared_kinds(page.declared.json_ld):
        signals.add("type=" + kind)
    return signals


def declares_article(values: list[object]) -> bool:
    """Whether JSON-LD tells of one article: several are those of a list."""
    return sum(kind in _ARTICLES for kind in declared_kinds(values)) == 1


def declared_kinds(values: list[object]) -> list[str]:
    """The @type names in JSON-LD, lower-case."""
    kinds: list[str] = []
    pending: list[object] = list(values)
    visited = 0
    while pending and visited < _MOST_VALUES:
        value = pending.pop()
        visited += 1
        if isinstance(value, list):
            pending.extend(value)
        elif isinstance(value, dict):
            kind = value.get("@type")
            for name in kind if isinstance(kind, list) else [kind]:
                if isinstance(name, str):
                    kinds.append(name.lower())
            for inner in value.values():
                if isinstance(inner, dict | list):
                    pending.append(inner)
    return kinds
