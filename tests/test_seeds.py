"""The two pages that the project started from come out clean."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import declutter
from benchmarks.metrics import word_f1
from tests.conftest import data_path

SEEDS = ("000_84067e2d5cc0c982", "004_e4bb2a768bc5b848")
LEFTOVERS = ("share this", "min read", "more news", "last posts", "related stories")

each_seed = pytest.mark.parametrize("name", SEEDS)


def seed(name: str) -> tuple[declutter.Document, Path]:
    folder = data_path("seeds")
    return declutter.clean((folder / f"{name}.txt").read_bytes()), folder


@each_seed
def test_text_is_the_expected_one(name: str) -> None:
    document, folder = seed(name)
    expected = (folder / f"{name}.expected.txt").read_text(encoding="utf-8")
    assert word_f1(document.text, expected) >= 0.99


@each_seed
def test_no_prompt_or_list_is_left(name: str) -> None:
    document, _ = seed(name)
    lines = document.text.lower().split("\n")
    assert [line for line in lines if line.startswith(LEFTOVERS) or "min read" in line] == []


@each_seed
def test_title_and_dates(name: str) -> None:
    document, folder = seed(name)
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))[f"{name}.txt"]
    for field in ("title", "published", "modified"):
        got = getattr(document, field)
        assert got == expected[field], field
