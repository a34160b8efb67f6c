"""What kind of page it is: comments under an article go, the posts of a forum stay."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.cards import is_of_cards
from declutter.judge.case import Case
from declutter.judge.evidence.layout import (
    HEADING,
    KIND,
    LINK_DENSITY,
    SIZE,
    TEXT_WIDTH,
    naughts,
    zeros,
)
from declutter.judge.evidence.outline import Outline
from declutter.judge.evidence.rows import Evidence
from declutter.judge.forest import evaluate
from declutter.judge.lexicon import HUNDREDTHS, OWN, find
from declutter.judge.odds import SAYS, SIEVED, Signals
from declutter.judge.table import TypeTable
from declutter.page import PAGE_TYPES, Page, PageType

_MOST_VALUES: Final = 2_000
_MOST_SIGNALS: Final = 3_000
_FEWEST_WORDS: Final = 30
_SURE: Final = 0.5
"""Probability from which a page is of another type than an article."""
_LISTED: Final = 0.4
"""Probability from which a page that is of no type by itself is a list of one type or the other."""
_LONGEST_SAYING: Final = 30
_MOST_SPACES: Final = 4
_EDGES: Final = " .:,;!?()[]#*+-–—|•·0123456789$€£%"
_ARTICLES: Final = frozenset(
    ("newsarticle", "blogposting", "reportagenewsarticle", "opinionnewsarticle")
)
"""Types of schema.org that only an article has; "Article" itself is declared of everything."""
LISTS: Final[tuple[PageType, ...]] = ("listing", "collection")
_TOLD: Final[dict[str, tuple[PageType, ...]]] = {
    "qapage": ("forum",),
    "discussionforumposting": ("forum",),
    "collectionpage": LISTS,
    "productgroup": ("product",),
    "service": ("service",),
}
"""Types of schema.org that only pages of these types declare."""
_ITEMS: Final = "itemlist"
_OF_SITES: Final = frozenset((_ITEMS, "breadcrumblist", "website", "webpage", "organization"))
"""Kinds that tell of a site or of a page's place on it: beside nothing else, a list of items is
what the page is."""
_TOLD_NAMES: Final = ("og:type", "generator", "twitter:card", "application-name")


def tell_type(case: Case, evidence: Evidence, table: TypeTable) -> None:
    """Set the probabilities of each type of the page under judgement, and its type."""
    chances = type_chances(case, evidence, table)
    if len(chances) > 1 and is_of_cards(case):
        chances = among_told(chances, LISTS)
    case.chances = chances
    case.page_type = likeliest_type(chances)


def type_chances(case: Case, evidence: Evidence, table: TypeTable) -> dict[PageType, float]:
    """The probability of each type, each judged by itself; nothing for a page of a few words, and
    only those of the types that a page declares itself to be."""
    page = case.page
    declared = page.declared.json_ld
    kinds = declared_kinds(declared)
    if _is_of_article(kinds):
        return {"article": 1.0}
    if sum(evidence.texts[SIZE::TEXT_WIDTH]) < _FEWEST_WORDS:
        return {}
    row = measure_type(
        page, case.outline, case.folded, evidence.whole, evidence.texts, table.signals
    )
    chances = {
        kind: evaluate(forest, row, len(row))[0]
        for kind, forest in zip(PAGE_TYPES, table.forests, strict=True)
    }
    return among_told(chances, _told_by(kinds, declared))


def among_told(chances: dict[PageType, float], told: tuple[PageType, ...]) -> dict[PageType, float]:
    """The probabilities where the page is one of the told types; as they are where none is."""
    if not told:
        return chances
    whole = sum(chances[kind] for kind in told)
    return {kind: chances[kind] / whole if whole else 1 / len(told) for kind in told}


def told_types(values: list[object]) -> tuple[PageType, ...]:
    """The types that a page may be of, by what its JSON-LD declares; empty where that is open."""
    return _told_by(declared_kinds(values), values)


def _told_by(kinds: list[str], values: list[object]) -> tuple[PageType, ...]:
    for kind, told in _TOLD.items():
        if kind in kinds:
            return told
    roots = root_kinds(values)
    return LISTS if _ITEMS in roots and _OF_SITES.issuperset(roots) else ()


def likeliest_type(chances: dict[PageType, float]) -> PageType:
    """The most probable type; where none is probable by itself, a list where some list is, else
    an article."""
    best: PageType = "article"
    highest = _SURE
    for kind, chance in chances.items():
        if chance > highest:
            highest = chance
            best = kind
    if highest == _SURE and sum(chances.get(kind, 0.0) for kind in LISTS) > _LISTED:
        return max(LISTS, key=lambda kind: chances.get(kind, 0.0))
    return best


def measure_type(
    page: Page,
    outline: Outline,
    folded: list[str],
    whole: array[float],
    texts: array[float],
    signals: Signals,
) -> array[float]:
    """What tells the type of a page: its shape, and what its signals say for each type.

    `folded` are the folded texts of its blocks, empty for long ones, `whole` and `texts` the
    columns of `PAGE_NAMES` and `TEXT_NAMES`.
    """
    count = len(PAGE_TYPES)
    sums = naughts(count)  # whole numbers: sums of floats depend on their order
    totals = sums
    known = signals.odds
    told = told_signals(page, outline, folded, signals)
    for number in range(len(told)):
        if told[number]:
            for i in range(count):
                totals[i] += known[number * count + i]
    odds = array("f", [total / HUNDREDTHS for total in sums])
    return whole + measure_shares(texts) + odds


def measure_shares(texts: array[float]) -> array[float]:
    """How a page's words are spread over short and long, linked and other blocks; `texts` are the
    columns of `TEXT_NAMES`."""
    shares = zeros(6)
    total = 0.0
    for at in range(0, len(texts), TEXT_WIDTH):
        size = texts[at + SIZE]
        total += size
        if texts[at + LINK_DENSITY] >= 0.5:
            shares[0 if size < 6.0 else 1] += size
        elif size < 6.0:
            shares[2] += size
        elif size < 30.0:
            shares[3] += size
        else:
            shares[4] += size
        if texts[at + KIND] == HEADING and size >= 4.0:
            shares[5] += size
    return array("f", [share / (total or 1.0) for share in shares])


def page_signals(page: Page, outline: Outline) -> set[str]:
    """The words by which a page's site names its parts, what its shortest blocks say, and the
    types that it declares."""
    signals = _declared_signals(page)
    if page.format == "html":  # elsewhere no site has named anything
        for _, words in outline.designations[:_MOST_SIGNALS]:
            signals.update(words)
    for block in page.blocks[:_MOST_SIGNALS]:
        if _is_saying(block.text):
            signals.add(_signal_of(block.text))
    return signals


def told_signals(page: Page, outline: Outline, folded: list[str], signals: Signals) -> bytearray:
    """Whether a page has each of the signals, by their numbers, as 0 or 1."""
    numbers = signals.numbers
    told = bytearray(len(numbers))
    number = -1
    for signal in _declared_signals(page):
        number = numbers.get(signal, -1)
        if number >= 0:
            told[number] = 1
    slots = signals.names
    codes = outline.codes
    place = 0
    designations = outline.designations if page.format == "html" else []
    for at in range(min(len(designations), _MOST_SIGNALS)):
        designation = designations[at]
        words = designation[1]
        for _ in range(len(words)):
            number = slots[find(slots, codes[place]) + OWN] - 1
            place += 1
            if number >= 0:
                told[number] = 1
    sieve = signals.sieve
    blocks = page.blocks
    for at in range(min(len(blocks), _MOST_SIGNALS)):
        said = folded[at]
        bit = hash(said) & SIEVED
        if sieve[bit >> 3] >> (bit & 7) & 1:  # as few do that are none of the signals
            block = blocks[at]
            if _is_saying(block.text):
                number = numbers.get(_signal_of(block.text), -1)
                if number >= 0:
                    told[number] = 1
    return told


def _is_saying(text: str) -> bool:
    return len(text) <= _LONGEST_SAYING and text.count(" ") < _MOST_SPACES


def _signal_of(text: str) -> str:
    return SAYS + text.lower().strip(_EDGES)


def _declared_signals(page: Page) -> set[str]:
    signals: set[str] = set()
    for name, content in page.declared.meta:
        if name in _TOLD_NAMES:
            signals.add(name + "=" + content.lower()[:40])
    for kind in declared_kinds(page.declared.json_ld):
        signals.add("type=" + kind)
    return signals


def declares_article(values: list[object]) -> bool:
    """Whether JSON-LD tells of one article: several are those of a list."""
    return _is_of_article(declared_kinds(values))


def _is_of_article(kinds: list[str]) -> bool:
    return len([kind for kind in kinds if kind in _ARTICLES]) == 1


def root_kinds(values: list[object]) -> list[str]:
    """The @type names of what stands in JSON-LD by itself, lower-case."""
    roots: list[object] = []
    for value in values:
        graph = value.get("@graph") if isinstance(value, dict) else value
        roots += graph if isinstance(graph, list) else [value]
    bare = [
        {"@type": value["@type"]} for value in roots if isinstance(value, dict) and "@type" in value
    ]
    return declared_kinds(list[object](bare))


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
            entry: dict[object, object] = value
            kind = entry.get("@type")
            if isinstance(kind, str):
                kinds.append(kind.lower())
            elif isinstance(kind, list):
                kinds += [name.lower() for name in kind if isinstance(name, str)]
            for inner in entry.values():
                if isinstance(inner, dict | list):
                    pending.append(inner)
    return kinds
