"""Lines and columns of offsets in Markdown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from declutter.readers.markdown_places import Places


def test_lines_and_columns_are_counted_in_characters() -> None:
    places = Places("Brücke\n\n  é * ü\n", 3, [])
    assert [places.place(at) for at in (0, 4, 7, 8, 9, 16)] == [
        (3, 1),
        (3, 4),
        (3, 7),
        (4, 1),
        (5, 1),
        (5, 7),
    ]


def test_a_line_that_was_joined_to_the_one_before_counts() -> None:
    places = Places("[bell](/a-b-c) ring\nfog\n", 1, [10, 12])
    assert [places.place(at) for at in (9, 10, 13, 20)] == [(1, 10), (2, 1), (3, 2), (4, 1)]


def test_columns_of_a_very_long_line_are_bytes() -> None:
    places = Places("é" * 3_000, 1, [])
    assert places.place(4_000) == (1, 2_001)
    assert places.place(5_000) == (1, 5_001)


@given(st.lists(st.integers(0, 10)))
def test_offsets_may_come_in_any_order(offsets: list[int]) -> None:
    text, joined = "ab\ncd\nefgh", [9]
    places = Places(text, 1, joined)
    assert [places.place(at) for at in offsets] == [
        Places(text, 1, joined).place(at) for at in offsets
    ]
