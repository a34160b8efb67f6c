"""Learns what single words tell: log-odds of content by word, damped, a page counting once."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from benchmarks.fit.dataset import Example
from declutter.judge.evidence.chances import short_words
from declutter.judge.lexicon import make_lexicon
from declutter.judge.odds import Odds, Signals
from declutter.judge.page_type import page_signals
from declutter.judge.table import in_hundredths
from declutter.page import PAGE_TYPES

FEWEST_PAGES = 4
FEWEST_WORD_PAGES = 6
FEWEST_SIGNAL_PAGES = 12
LONGEST = 60
SMALLEST = 0.15

Shares = dict[str, tuple[float, float]]
Counts = tuple[Shares, Shares, Shares, Shares]


def count_page(example: Example) -> Counts:
    """For one page: by attribute word, by word, by label and by word of a heading above, the share
    of content and a weight."""
    return (
        attribute_shares(example),
        word_shares(example),
        label_shares(example),
        heading_shares(example),
    )


def attribute_shares(example: Example) -> Shares:
    """By word of an element's attributes, how much of the text in such elements is content."""
    blocks = example.page.blocks
    content = [0.0]
    size = [0.0]
    for block, share in zip(blocks, example.content, strict=True):
        own = min(block.text.count(" ") + 1, LONGEST)
        content.append(content[-1] + own * share)
        size.append(size[-1] + own)
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for element in example.outline.elements:
        whole = size[element.last] - size[element.first]
        if whole > 0:
            for word in ("<" + element.tag, *element.words):
                sums[word][0] += content[element.last] - content[element.first]
                sums[word][1] += whole
    for block, share in zip(blocks, example.content, strict=True):
        own = min(block.text.count(" ") + 1, LONGEST)
        for word in block.marks:
            sums[word][0] += own * share
            sums[word][1] += own
    return {word: (part / whole, 1.0) for word, (part, whole) in sums.items()}


def word_shares(example: Example) -> Shares:
    """By word of short blocks, how many of the blocks with it are content."""
    return _shares(
        (word, share)
        for block, folded, share in zip(
            example.page.blocks, example.folded, example.content, strict=True
        )
        for word in set(short_words(folded, len(block.text)))
    )


def heading_shares(example: Example) -> Shares:
    """By word of a heading, how much of the text under such headings is content."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    above: set[str] = set()
    for block, folded, share in zip(
        example.page.blocks, example.folded, example.content, strict=True
    ):
        if block.kind == "heading":
            above = set(short_words(folded, len(block.text)))
            continue
        own = min(block.text.count(" ") + 1, LONGEST)
        for word in above:
            sums[word][0] += own * share
            sums[word][1] += own
    return {word: (part / whole, 1.0) for word, (part, whole) in sums.items()}


def label_shares(example: Example) -> Shares:
    """By label of what a block says, how many such blocks are content."""
    return _shares(
        (label, share) for label, share in zip(example.says, example.content, strict=True) if label
    )


def _shares(pairs: Iterable[tuple[str, float]]) -> Shares:
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for key, share in pairs:
        sums[key][0] += share
        sums[key][1] += 1.0
    return {key: (part / count, min(count, 3.0)) for key, (part, count) in sums.items()}


def learn_odds(counts: Iterable[Counts]) -> Odds:
    """The odds over many pages."""
    totals: tuple[dict[str, list[float]], ...] = tuple(
        defaultdict(lambda: [0.0, 0.0, 0.0]) for _ in range(4)
    )
    for page in counts:
        for total, shares in zip(totals, page, strict=True):
            for key, (share, weight) in shares.items():
                sums = total[key]
                sums[0] += share * weight
                sums[1] += weight
                sums[2] += 1.0
    attributes, words, labels, headings = totals
    base = _base(words)
    return Odds(
        make_lexicon(_odds(attributes, _base(attributes), FEWEST_PAGES, 2.0)),
        make_lexicon(
            _odds(words, base, FEWEST_WORD_PAGES, 3.0),
            _odds(headings, _base(headings), FEWEST_WORD_PAGES, 3.0),
        ),
        _odds(labels, base, 1, 2.0),
    )


def _base(totals: dict[str, list[float]]) -> float:
    whole = sum(sums[1] for sums in totals.values())
    return sum(sums[0] for sums in totals.values()) / whole if whole else 0.5


def _odds(
    totals: dict[str, list[float]], base: float, fewest: int, damping: float
) -> dict[str, float]:
    odds: dict[str, float] = {}
    usual = math.log(base / (1.0 - base))
    for key in sorted(totals):
        part, whole, pages = totals[key]
        if pages >= fewest:
            rest = whole - part + damping * (1.0 - base)
            value = math.log((part + damping * base) / rest) - usual
            if abs(value) >= SMALLEST:
                odds[key] = round(value, 2)
    return odds


def learn_signals(examples: Iterable[Example]) -> Signals:
    """By signal of a page, how much likelier than usual it is on pages of each type."""
    seen: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    pages: dict[str, int] = defaultdict(int)
    for example in examples:
        pages[example.kind] += 1
        for signal in page_signals(example.page, example.outline):
            seen[signal][example.kind] += 1
    whole = sum(pages.values())
    numbers: dict[str, int] = {}
    told: list[float] = []
    for signal in sorted(seen):
        count = sum(seen[signal].values())
        if count < FEWEST_SIGNAL_PAGES or count > whole // 2:
            continue
        odds = []
        for kind in PAGE_TYPES:
            base = (pages[kind] + 1.0) / (whole + len(PAGE_TYPES))
            share = (seen[signal][kind] + 6.0 * base) / (count + 6.0)
            odds.append(round(math.log(share / base), 2))
        if max(abs(value) for value in odds) >= 0.7:
            numbers[signal] = len(numbers)
            told += odds
    return Signals(numbers, in_hundredths(told))
