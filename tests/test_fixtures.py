"""Every folder of fixtures/ comes out exactly as its expected.txt and expected.json say."""

from __future__ import annotations

import difflib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import declutter

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
CASES = sorted(path for path in FIXTURES.iterdir() if path.is_dir())
SOURCES = ("page.html", "page.txt", "page.md")
FIELDS = (
    "title",
    "authors",
    "published",
    "modified",
    "site_name",
    "language",
    "url",
    "image",
    "description",
    "tags",
    "section",
    "page_type",
)
LANGUAGES = {
    "ar",
    "de",
    "en",
    "es",
    "fr",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "pt",
    "ru",
    "sv",
    "th",
    "tr",
    "zh",
}

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def source_of(case: Path) -> Path:
    found = [case / name for name in SOURCES if (case / name).exists()]
    assert len(found) == 1, f"{case.name} wants exactly one of {', '.join(SOURCES)}"
    return found[0]


def expected_text(case: Path) -> str:
    return (case / "expected.txt").read_text(encoding="utf-8").removesuffix("\n")


def expected_metadata(case: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    return loaded


@cache
def cleaned(case: Path) -> declutter.Document:
    options = case / "options.json"
    chosen = json.loads(options.read_text(encoding="utf-8")) if options.exists() else {}
    return declutter.clean(source_of(case).read_bytes(), **chosen)


def reasons(document: declutter.Document, lines: set[str]) -> str:
    """The verdict on each block that holds one of `lines`, to show beside a difference."""
    return "\n".join(
        f"{'keep' if block.verdict.keep else 'drop'} {block.verdict.rule}: {block.text[:100]!r}"
        for block in document.blocks
        if any(line in lines for line in block.text.split("\n"))
    )


@each_case
def test_text(case: Path) -> None:
    document = cleaned(case)
    expected = expected_text(case)
    if document.text == expected:
        return
    difference = list(
        difflib.unified_diff(
            expected.split("\n"), document.text.split("\n"), "expected", "got", n=1, lineterm=""
        )
    )
    changed = {line[1:] for line in difference[2:] if line[:1] in "+-" and line[1:]}
    pytest.fail("\n".join([*difference, "", reasons(document, changed)]), pytrace=False)


@each_case
@pytest.mark.parametrize("field", FIELDS)
def test_metadata(case: Path, field: str) -> None:
    document = cleaned(case)
    expected = expected_metadata(case)[field]
    got = document.page_type if field == "page_type" else getattr(document.metadata, field)
    if got != expected:
        origin = document.metadata.sources.get(field, "nowhere")
        pytest.fail(f"{field} is {got!r} (from {origin}), not {expected!r}", pytrace=False)


@each_case
def test_clean_text_stays_clean(case: Path) -> None:
    """What is clean loses no word by being cleaned again, with its title on top."""
    text = expected_text(case)
    title = expected_metadata(case)["title"] or ""
    again = declutter.clean(f"{title}\n\n{text}", input_format="text").text
    expected, got = re.findall(r"\w+", text), re.findall(r"\w+", again)
    if got == expected:
        return
    matcher = difflib.SequenceMatcher(None, expected, got, autojunk=False)
    changes = [
        f"expected {' '.join(expected[a:b])!r}, got {' '.join(got[c:d])!r}"
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]
    pytest.fail("\n".join(changes), pytrace=False)


@each_case
def test_folder_is_complete(case: Path) -> None:
    source_of(case)
    assert set(expected_metadata(case)) == set(FIELDS)
    assert (case / "expected.txt").exists()
    assert not expected_text(case).endswith("\n")


def test_there_are_enough_cases() -> None:
    names = [source_of(case).name for case in CASES]
    assert len(names) >= 30
    assert names.count("page.html") >= 16
    assert names.count("page.txt") >= 8
    assert names.count("page.md") >= 4


def test_every_language_has_a_case() -> None:
    found = {(expected_metadata(case)["language"] or "").split("-")[0] for case in CASES}
    assert found >= LANGUAGES, f"no case in {', '.join(sorted(LANGUAGES - found))}"
