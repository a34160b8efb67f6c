"""Odds by word in one array: what is found is what a dictionary of the same words would give."""

from __future__ import annotations

from array import array

import pytest

from declutter.judge import lexicon
from declutter.judge.evidence.chances import short_words
from declutter.judge.lexicon import (
    BELOW,
    HUNDREDTHS,
    OWN,
    Lexicon,
    code_of,
    find,
    find_words,
    make_lexicon,
)

SYLLABLES = ("co", "ok", "ie", "straße", "読む", "m", "<", "-", "𝔘", "и")
WORDS = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES]
OTHERS = [word + "x" for word in WORDS] + ["", "c", "kooc"]
ODDS = {word: (number % 700 - 350) / HUNDREDTHS for number, word in enumerate(WORDS)}
UNDER = {word: -odds for word, odds in ODDS.items() if len(word) > 5}


def both(words: Lexicon, code: int) -> tuple[float, float]:
    at = find(words.slots, code)
    return words.slots[at + OWN] / HUNDREDTHS, words.slots[at + BELOW] / HUNDREDTHS


def test_a_word_has_its_odds_and_an_unknown_one_none() -> None:
    words = make_lexicon(ODDS, UNDER)
    for word in [*WORDS, *OTHERS]:
        expected = ODDS.get(word, 0.0), UNDER.get(word, 0.0)
        assert both(words, code_of(word, 0)) == expected, word
        assert words.odds(word) == expected[0]


def test_a_word_may_follow_the_code_of_what_stands_before_it() -> None:
    words = make_lexicon({"<aside": -2.5})
    assert both(words, code_of("aside", code_of("<", 0))) == (-2.5, 0.0)


@pytest.mark.parametrize("odds", [{}, {"cookies": 1.0}])
def test_few_words_leave_room_for_unknown_ones(odds: dict[str, float]) -> None:
    words = make_lexicon(odds)
    assert [words.odds(word) for word in WORDS] == [0.0] * len(WORDS)


@pytest.mark.parametrize("count", [1, 2, 23, 24, 25, 60])
def test_the_first_words_of_a_text_are_found_in_it(count: int) -> None:
    words = make_lexicon(ODDS, UNDER)
    own = (WORDS[::7] + OTHERS[::11])[:count]
    text = " ".join(own)
    places = array("q", bytes(8 * 24))
    found = find_words(words.slots, text, places)
    cut = short_words(text, 1)
    assert found == len(cut) == min(count, 24)
    assert list(places)[:found] == [find(words.slots, code_of(word, 0)) for word in cut]


def test_the_code_of_a_word_is_what_the_tables_were_written_with() -> None:
    assert code_of("cookie", 0) == 232_540_331_300_870_776
    assert code_of("読む", 0) == 398_718_664_934_626_949


def test_two_words_of_one_code_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "code_of", lambda word, before: 7)
    with pytest.raises(ValueError, match="another word"):
        make_lexicon({"cookie": 1.0, "share": 2.0})
