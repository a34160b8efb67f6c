"""Phrases that open lines are looked up by their first characters: none may get lost by that."""

from __future__ import annotations

import pytest

from declutter.metadata.dates import find_date
from declutter.metadata.names import byline_end, byline_in
from declutter.metadata.titles import parts_of
from declutter.metadata.words import words

STARTS = [phrase for group in words().starts.values() for phrase in group]


@pytest.mark.parametrize("edge", ["", " — "])
def test_every_phrase_of_a_byline_opens_one(edge: str) -> None:
    for phrase in STARTS:
        assert byline_end(f"{edge}{phrase} Jane Doe") >= len(edge) + 2, phrase
        assert byline_end(f"{edge}{phrase.title()} Jane Doe") >= len(edge) + 2, phrase


def test_what_no_phrase_opens_is_no_byline() -> None:
    assert not any(map(byline_end, ("Bylaws of the harbour", "Bakers", "B", "", " — ", "12 May")))


def test_a_byline_may_follow_a_date_and_a_break() -> None:
    assert byline_in("11 May 2025 | by Jane Doe") == "by Jane Doe"
    assert byline_in("11 May 2025\n– by Jane Doe") == "by Jane Doe"
    assert byline_in("11 May 2025 - by Jane Doe") == "by Jane Doe"
    assert byline_in("11 May 2025 -by Jane Doe") == "by Jane Doe"
    assert byline_in("Harbour-by-sea 2025") == ""


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted11May2025", "2025-05-11"),
        ("JaneDoeMay 11, 2025", "2025-05-11"),
        ("MAY 11, 2025", "2025-05-11"),
        ("2025 - 05 - 11", "2025-05-11"),
        ("2025年5月11日", "2025-05-11"),
        ("11 พ.ค. 2025", "2025-05-11"),
        ("11 . 5 . 25", "2025-05-11"),
        ("٢٠٢٥-٠٥-١١", "2025-05-11"),
        ("202505-11", None),
        ("11 - May 202", None),
    ],
)
def test_a_day_is_read_where_its_figures_are_parted(line: str, day: str | None) -> None:
    found = find_date(line)
    assert (found and found[0]) == day


def test_a_title_is_parted_at_every_separator() -> None:
    title = "A boat: tides – harbour|news :: 10:30 - a«b ｜ c"
    assert [part for part, _, _ in parts_of(title)] == [
        "A boat",
        "tides",
        "harbour",
        "news",
        "10:30",
        "a",
        "b",
        "c",
    ]
