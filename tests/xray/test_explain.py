"""`declutter explain` has the families of the picture, and their colours on a terminal."""

from __future__ import annotations

import sys

import pytest

import declutter
from declutter.cli.explain import _listing
from declutter.xray.families import FAMILIES, family_of
from tests.conftest import ROOT

PAGE = ROOT / "fixtures" / "html-news-full" / "page.html"


def test_every_removed_block_has_its_family_and_its_colour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    document = declutter.clean(PAGE.read_bytes())
    heads = [line for line in _listing(document).splitlines() if "\x1b[38;5;" in line]
    assert len(heads) == len(document.removed)
    for head, block in zip(heads, document.removed, strict=True):
        family = family_of(block.verdict)
        assert head.startswith(f"\x1b[38;5;{family.terminal}m- ")
        assert f"[{family.label}]" in head


def test_no_colour_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False, raising=False)
    listing = _listing(declutter.clean(PAGE.read_bytes()))
    assert "\x1b" not in listing
    assert "[related stories]" in listing


def test_families_have_terminal_colours_of_their_own() -> None:
    assert len({family.terminal for family in FAMILIES}) == len(FAMILIES)
