"""Cards in text without elements: a title, a prompt, a date, an excerpt, and the same again.

A run of cards is a run of lines whose shapes repeat.
"""

from __future__ import annotations

from typing import Final

from declutter.judge.case import DATE, EXCERPT, FIXED, LABEL, MARK, SENTENCE, TITLE, Case

SIGNS: Final = MARK + DATE + EXCERPT + LABEL
"""Shapes of which a card has one beside its title."""
CARD_WORDS: Final = 60
"""Words of an excerpt that is whole sentences."""
_SIGNS: Final = SIGNS  # of this module alone, which C knows to be a text
_NO_STARTS: Final = SENTENCE + FIXED
_LONGEST_PERIOD: Final = 6
_FEWEST_CARDS: Final = 3
_MOST_OF_PAGE: Final = 0.45
"""Share of a page's words from which cards that hold most of its prose are what it is about."""


def run_of_cards(case: Case, first: int) -> tuple[int, int]:
    """Where the run of equal cards that begins at `first` ends, and how many lines each has;
    `first` and 0 where there is none."""
    shapes = case.shapes
    if first >= len(shapes) or not _may_begin(shapes, first):
        return first, 0
    for period in range(2, _LONGEST_PERIOD + 1):
        if first + _FEWEST_CARDS * period > len(shapes):
            break
        if not _repeats(shapes, first, period):
            continue
        if not _has_title_and_sign(shapes, first, period):
            continue
        card = shapes[first : first + period]
        end = first
        while shapes.startswith(card, end) and not _holds_essay(case, end, end + period):
            end += period
        if end - first >= _FEWEST_CARDS * period:
            return end, period
    return first, 0


def _repeats(shapes: str, first: int, period: int) -> bool:
    """Whether the shapes from `first` on are those of the fewest cards that make a run."""
    for at in range(first, first + (_FEWEST_CARDS - 1) * period):
        if shapes[at] != shapes[at + period]:
            return False
    return True


def _has_title_and_sign(shapes: str, first: int, period: int) -> bool:
    """Whether the shapes of a card have a title, and a sign of a card beside it."""
    title = sign = False
    for at in range(first, first + period):
        shape = shapes[at]
        if shape in TITLE:
            title = True
        elif shape in _SIGNS:
            sign = True
    return title and sign


def _holds_essay(case: Case, first: int, last: int) -> bool:
    """Whether a block is prose that is longer than the excerpts of cards."""
    for at in range(first, last):
        if case.shapes[at] == SENTENCE and case.words[at] > CARD_WORDS:
            return True
    return False


def runs_of_cards(case: Case) -> list[tuple[int, int, int]]:
    """All runs of cards: where each begins and ends, and how many lines a card has."""
    if case.cards is None:
        case.cards = _find_runs(case, case.shapes)
    return case.cards


def _find_runs(case: Case, shapes: str) -> list[tuple[int, int, int]]:
    runs: list[tuple[int, int, int]] = []
    at = 0
    count = len(shapes)
    while at < count:
        if not _may_begin(shapes, at):  # next to no line does
            at += 1
            continue
        end, period = run_of_cards(case, at)
        if period:
            runs.append((at, end, period))
        at = max(end, at + 1)
    return runs


def _may_begin(shapes: str, first: int) -> bool:
    """Whether lines repeat from `first` on as often as a run of cards does."""
    if shapes[first] in _NO_STARTS:
        return False
    for period in range(2, _LONGEST_PERIOD + 1):
        if first + _FEWEST_CARDS * period > len(shapes):
            break
        if _repeats(shapes, first, period):
            return True
    return False


def is_of_cards(case: Case) -> bool:
    """Whether cards are what a page of text holds, and not what stands beside its text."""
    if case.page.format == "html":
        return False
    words = prose = 0
    for first, end, _ in runs_of_cards(case):
        words += sum(case.words[first:end])
        prose += case.prose_words(first, end)
    return (
        words >= _MOST_OF_PAGE * sum(case.words)
        and words > 0
        and 2 * prose > case.prose_words(0, len(case.shapes))
    )
