"""Says in words what the score of a block rests on."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.judge.evidence.layout import NAMES, naughts, zeros
from declutter.judge.evidence.outline import Designation, Outline
from declutter.judge.lexicon import Lexicon
from declutter.page import Block, Page, Verdict

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

_FRAME: Final[Designation] = ("", ())
"""Stands for the page's frame, which has no name."""


class Removal(Verdict):
    """That a block goes by its score, with the facts that speak against it.

    Few ask for the reasons of a page's verdicts: they are put into words when somebody does.
    """

    __slots__ = (
        "_after",
        "_alike",
        "_before",
        "_clutter",
        "_density",
        "_hidden",
        "_inside",
        "_odds",
        "_repeats",
        "_short",
    )
    _density: float
    _repeats: float
    _alike: float
    _hidden: bool
    _after: bool
    _before: bool
    _clutter: bool
    _short: bool
    _inside: Designation | None
    _odds: Lexicon

    @property
    def reason(self) -> str:
        facts: list[str] = []
        if self._hidden:
            facts.append("not shown")
        if self._density >= 0.5:
            facts.append(f"link density {self._density:.1f}")
        if self._inside is not None:
            facts.append("inside " + word_name(self._inside[0], self._inside[1], self._odds))
        if self._after:
            facts.append("after the end of the content")
        elif self._before:
            facts.append("before the content begins")
        if self._clutter:
            facts.append("words of clutter")
        if self._repeats > 1.0:
            facts.append(f"stands {self._repeats:.0f} times on the page")
        if self._alike >= 3.0 and len(facts) < 3:
            facts.append(f"one of {self._alike:.0f} alike")
        if not facts:
            facts.append("short" if self._short else "like the clutter around it")
        return ", ".join(facts)


class Keeping(Verdict):
    """That a block stays by its score, with the facts that speak for it."""

    __slots__ = ("_like", "_long", "_named", "_share", "_within")
    _share: float
    _long: bool
    _within: bool
    _named: bool
    _like: bool

    @property
    def reason(self) -> str:
        facts: list[str] = []
        if self._long:
            facts.append("long text")
        if self._within:
            facts.append("within the content")
        if self._share >= 0.5:
            facts.append(f"beside {self._share:.0%} of the page's long text")
        if self._named:
            facts.append("in a place named for content")
        if not facts:
            facts.append("like the content around it" if self._like else "reads like content")
        return ", ".join(facts)


class Reasons:
    """What the verdicts by score of a page rest on; `rows` are those of the piece looked at."""

    def __init__(self, page: Page, outline: Outline, attributes: Lexicon) -> None:
        self.rows = array("f")
        self._named = page.format == "html"
        self._attributes = attributes
        self._calls = outline.calls
        self._designations = outline.designations
        self._lowest = lowest_places(outline.parents, outline.calls, outline.odds)

    def to_remove(self, block: Block, at: int, score: float) -> Verdict:
        """That a block whose row begins at `at` goes."""
        rows = self.rows
        verdict = Removal.__new__(Removal)
        verdict.keep = False
        verdict.score = score
        verdict.rule = "score"
        verdict.family = "score"
        verdict._density = rows[at + _LINK_DENSITY]
        verdict._repeats = rows[at + _REPEATS]
        verdict._alike = rows[at + _ALIKE]
        verdict._hidden = rows[at + _HIDDEN] > 0.0
        verdict._after = rows[at + _FROM_RUN] > 0.0
        verdict._before = rows[at + _FROM_RUN] < 0.0
        verdict._clutter = rows[at + _WORDS] < -_TELLING
        verdict._short = rows[at + _SIZE] < _LONG
        verdict._odds = self._attributes
        verdict._inside = None
        if self._named and rows[at + _PATH_LOWEST] < -_TELLING:
            verdict._inside = self._around(block.element)
        return verdict

    def to_keep(self, at: int, score: float) -> Verdict:
        """That a block whose row begins at `at` stays."""
        rows = self.rows
        verdict = Keeping.__new__(Keeping)
        verdict.keep = True
        verdict.score = score
        verdict.rule = "score"
        verdict.family = "score"
        verdict._long = rows[at + _SIZE] >= _LONG and rows[at + _LINK_DENSITY] < 0.5
        verdict._within = rows[at + _IN_RUN] > 0.0
        verdict._share = rows[at + _UP_SHARE]
        verdict._named = self._named and rows[at + _PATH_HIGHEST] > _TELLING
        verdict._like = rows[at + _NAMESAKES] > 0.5
        return verdict

    def _around(self, at: int) -> Designation:
        """How the element around a block is called whose name speaks most against it."""
        lowest = self._lowest[at] if at >= 0 else -1
        return _FRAME if lowest < 0 else self._designations[self._calls[lowest]]


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
    if not tag:
        return "the page's frame"
    worst = ""
    worst_odds = 0.0
    for word in words:
        own = attributes.odds(word)
        if own < worst_odds:
            worst_odds = own
            worst = word
    return f"<{tag}> '{worst}'" if worst else f"<{tag}>"
