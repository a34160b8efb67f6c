"""Says in words what the score of a block rests on."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import NAMES, naughts, zeros
from declutter.judge.evidence.outline import Outline
from declutter.judge.lexicon import Lexicon
from declutter.page import Block, Page

_LINK_DENSITY: Final = NAMES.index("link density")
_SIZE: Final = NAMES.index("size")
_PATH_LOWEST: Final = NAMES.index("path lowest")
_PATH_HIGHEST: Final = NAMES.index("path highest")
_WORDS: Final = NAMES.index("words odds")
_REPEATS: Final = NAMES.index("repeats")
_UP_SHARE: Final = NAMES.index("up1 long share")
_ALIKE: Final = NAMES.index("siblings alike")
_IN_RUN: Final = NAMES.index("in best run")
_FROM_RUN: Final = NAMES.index("from best run")
_NAMESAKES: Final = NAMES.index("score of namesakes")
_HIDDEN: Final = NAMES.index("hidden")
_TELLING: Final = 1.0
_LONG: Final = 20.0

_FRAME: Final = "the page's frame"


class Reasons:
    """What the verdicts by score of a page rest on, in words.

    The blocks of a page rest on the same few facts: each wording is put together once.
    """

    def __init__(
        self, page: Page, outline: Outline, rows: array[float], attributes: Lexicon
    ) -> None:
        self._named = page.format == "html"
        self._rows = rows
        self._attributes = attributes
        self._calls = outline.calls
        self._designations = outline.designations
        self._lowest = lowest_places(outline.parents, outline.calls, outline.odds)
        self._names = [""] * len(outline.designations)
        self._worded: dict[tuple[object, ...], str] = {}

    def to_remove(self, block: Block, at: int) -> str:
        """Why a block whose row begins at `at` reads like clutter."""
        rows = self._rows
        density = rows[at + _LINK_DENSITY] if rows[at + _LINK_DENSITY] >= 0.5 else 0.0
        repeats = rows[at + _REPEATS] if rows[at + _REPEATS] > 1.0 else 0.0
        alike = rows[at + _ALIKE] if rows[at + _ALIKE] >= 3.0 else 0.0
        hidden = rows[at + _HIDDEN] > 0.0
        after = rows[at + _FROM_RUN] > 0.0
        before = rows[at + _FROM_RUN] < 0.0
        clutter = rows[at + _WORDS] < -_TELLING
        short = rows[at + _SIZE] < _LONG
        inside = ""
        if self._named and rows[at + _PATH_LOWEST] < -_TELLING:
            inside = self._around(block.element)
        facts = (density, repeats, alike, hidden, after, before, clutter, short, inside)
        worded = self._worded.get(facts)
        if worded is None:
            worded = word_removal(*facts)
            self._worded[facts] = worded
        return worded

    def to_keep(self, at: int) -> str:
        """Why a block whose row begins at `at` reads like content."""
        rows = self._rows
        long = rows[at + _SIZE] >= _LONG and rows[at + _LINK_DENSITY] < 0.5
        within = rows[at + _IN_RUN] > 0.0
        share = rows[at + _UP_SHARE] if rows[at + _UP_SHARE] >= 0.5 else 0.0
        named = self._named and rows[at + _PATH_HIGHEST] > _TELLING
        like = rows[at + _NAMESAKES] > 0.5
        facts = (long, within, share, named, like)
        worded = self._worded.get(facts)
        if worded is None:
            worded = word_keeping(*facts)
            self._worded[facts] = worded
        return worded

    def _around(self, at: int) -> str:
        """The element around a block whose name speaks most against it, in words."""
        lowest = self._lowest[at] if at >= 0 else -1
        if lowest < 0:
            return _FRAME
        call = self._calls[lowest]
        name = self._names[call]
        if not name:
            tag, words = self._designations[call]
            name = word_name(tag, words, self._attributes)
            self._names[call] = name
        return name


def word_removal(
    density: float,
    repeats: float,
    alike: float,
    hidden: bool,
    after: bool,
    before: bool,
    clutter: bool,
    short: bool,
    inside: str,
) -> str:
    """The facts that speak against a block, in words."""
    facts: list[str] = []
    if hidden:
        facts.append("not shown")
    if density:
        facts.append(f"link density {density:.1f}")
    if inside:
        facts.append("inside " + inside)
    if after:
        facts.append("after the end of the content")
    elif before:
        facts.append("before the content begins")
    if clutter:
        facts.append("words of clutter")
    if repeats:
        facts.append(f"stands {repeats:.0f} times on the page")
    if alike and len(facts) < 3:
        facts.append(f"one of {alike:.0f} alike")
    if not facts:
        facts.append("short" if short else "like the clutter around it")
    return ", ".join(facts)


def word_keeping(long: bool, within: bool, share: float, named: bool, like: bool) -> str:
    """The facts that speak for a block, in words."""
    facts: list[str] = []
    if long:
        facts.append("long text")
    if within:
        facts.append("within the content")
    if share:
        facts.append(f"beside {share:.0%} of the page's long text")
    if named:
        facts.append("in a place named for content")
    if not facts:
        facts.append("like the content around it" if like else "reads like content")
    return ", ".join(facts)


def lowest_places(parents: array[int], calls: array[int], odds: array[float]) -> array[int]:
    """For each element, the one of it and its ancestors whose name speaks most against what it
    holds; -1 where none does. `calls` and `odds` are those of an outline."""
    count = len(parents)
    lowest = zeros(count)
    answers = places = naughts(count)
    for i in range(count):
        parent = parents[i]
        places[i] = -1
        if parent >= 0:
            lowest[i] = lowest[parent]
            places[i] = places[parent]
        own = odds[calls[i]]
        if own < 0.0 and own <= lowest[i]:
            lowest[i] = own
            places[i] = i
    return answers


def word_name(tag: str, words: tuple[str, ...], attributes: Lexicon) -> str:
    """The tag of an element and the word of its name that speaks most against it."""
    worst = ""
    worst_odds = 0.0
    for word in words:
        own = attributes.odds(word)
        if own < worst_odds:
            worst_odds = own
            worst = word
    return f"<{tag}> '{worst}'" if worst else f"<{tag}>"
