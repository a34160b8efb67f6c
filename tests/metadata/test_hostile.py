"""Broken, absurd and endless declarations: the field is None, nothing raised, nothing slow."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declutter.deadline import Deadline
from declutter.document import Metadata
from declutter.metadata import collect_metadata
from declutter.page import Block, Declared, Page
from tests.metadata.pages import metadata_of


def collect(declared: Declared, blocks: list[Block] | None = None) -> Metadata:
    return collect_metadata(Page("html", blocks or [], [], declared), "article", Deadline(None))


def test_broken_json_ld_leaves_the_rest() -> None:
    found = metadata_of(
        '<script type="application/ld+json">{"@type": "Article", "headline": </script>'
        "<title>Harbour plan approved</title><p>Text.</p>"
    )
    assert found.title == "Harbour plan approved"


@pytest.mark.parametrize("opening", ["[", '{"author":', '{"@graph":[', '{"mainEntity":['])
def test_a_hundred_thousand_brackets(opening: str) -> None:
    found = metadata_of(
        f'<script type="application/ld+json">{opening * 100_000}</script><p>Text.</p>'
    )
    assert found.authors == []


@pytest.mark.parametrize("key", ["@graph", "author", "@list", "mainEntityOfPage", "image", "x"])
def test_deeply_nested_values(key: str) -> None:
    value: Any = "Jane Doe"
    for _ in range(100_000):
        value = {"@type": "Article", "author": {"@id": "#none"}, key: [value]}
    collect(Declared(json_ld=[value]))
    while isinstance(value, dict):  # taken apart by hand: deleting it whole would recurse
        value = value.pop(key)[0]


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0,
        -1.5,
        float("nan"),
        "",
        [],
        {},
        [[]],
        [None],
        {"name": None},
        {"name": ["x"] * 9},
        {"@id": []},
        {"@value": 5},
    ],
)
@pytest.mark.parametrize("kind", ["Article", ["Article", 5, None], 7, None])
def test_wrong_types_anywhere(value: object, kind: object) -> None:
    keys = [
        "headline",
        "name",
        "author",
        "datePublished",
        "dateModified",
        "image",
        "url",
        "keywords",
        "publisher",
        "inLanguage",
    ]
    found = collect(Declared(json_ld=[{"@type": kind, **dict.fromkeys(keys, value)}]))
    assert found.published is None
    assert found.modified is None


@pytest.mark.parametrize(
    "date", ["0000-00-00", "2025-99-99", "99999999999", "-1", "٩" * 30, "1e999"]
)
def test_absurd_dates(date: str) -> None:
    found = collect(Declared(meta=[("article:published_time", date)], times=[(date, 0)]))
    assert found.published is None


def cost(count: int) -> float:
    meta = [("article:tag", f"tag {n}, more") for n in range(count)]
    meta += [("author", f"Name{n} Surname{n} and Other Person{n}") for n in range(count)]
    items = [
        (".post author date", f"By Somebody Else{n} 11 May 2025", n % 50) for n in range(count)
    ]
    blocks = [Block(f"By line {n} of 2025, and no date, 11 of May") for n in range(count)]
    declared = Declared(meta=meta, items=items, times=[("soon", 3)] * count)
    start = time.process_time()
    collect(declared, blocks)
    return time.process_time() - start


def test_a_hundred_times_the_declarations_cost_no_more_than_linear_time() -> None:
    collect(Declared())
    small = max(cost(1_000), 0.002)
    assert cost(100_000) < small * 100 * 4


def test_one_endless_line_is_not_read_to_its_end() -> None:
    line = "By Jane Doe, " * 200_000
    found = collect(
        Declared(title=line, meta=[("author", line), ("description", line)]), [Block(line)]
    )
    assert len(found.authors) <= 40


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@id",
                    "@graph",
                    "author",
                    "name",
                    "headline",
                    "datePublished",
                    "image",
                    "url",
                    "keywords",
                ]
            ),
            inner | st.sampled_from(["Article", "Person", "#a", "2025-05-11"]),
            max_size=6,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(
    values,
    st.lists(
        st.tuples(st.sampled_from(["author", "og:title", "date", "og:url", "og:locale"]), st.text())
    ),
    st.text(),
)
def test_nothing_is_raised(value: object, meta: list[tuple[str, str]], line: str) -> None:
    declared = Declared(
        title=line, json_ld=[value], meta=meta, times=[(line, 0)], items=[("author", line, 7)]
    )
    found = collect(declared, [Block(line), Block("By " + line), Block(line + " 11 May 2025")])
    for text in (found.title, found.author, found.published, found.language):
        assert text is None or text.strip()
