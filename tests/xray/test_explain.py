"""`declutter explain` has the families of the picture, and their colours on a terminal."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

import pytest

import declutter
from declutter.cli.explain import _coloured, _plain
from declutter.xray.families import FAMILIES, family_of
from tests.conftest import ROOT

PAGE = ROOT / "fixtures" / "html-news-full" / "page.html"
_COLOURED_HEAD = re.compile(r"^\x1b\[38;5;(\d+)m([+-]) ")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 256 colours."""
    for name in ("NO_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "200")


@pytest.mark.usefixtures("terminal")
def test_every_block_has_its_family_and_its_colour() -> None:
    document = declutter.clean(PAGE.read_bytes())
    lines = _coloured(document).splitlines()
    heads = [(line, found) for line in lines if (found := _COLOURED_HEAD.match(line))]
    assert document.removed
    assert len(heads) == len(document.blocks)
    for (head, found), block in zip(heads, document.blocks, strict=True):
        family = family_of(block.verdict)
        assert found.groups() == (str(family.terminal), "+" if block.verdict.keep else "-")
        assert f"[{family.label}]" in head


@pytest.mark.usefixtures("terminal")
def test_wide_characters_are_cut_to_the_columns_that_they_take(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    document = declutter.clean("川に沿って三時間歩いたが、" * 8 + "だれにも会わなかった。")
    last = _coloured(document).splitlines()[-1]
    assert last.startswith("    川に沿って")
    assert last.endswith("…")
    assert sum(2 if east_asian_width(c) in "WF" else 1 for c in last) <= 44


@pytest.mark.usefixtures("terminal")
def test_colour_changes_no_word() -> None:
    document = declutter.clean("We walked along the river for three hours and met nobody at all.")
    assert re.sub(r"\x1b\[[\d;]*m", "", _coloured(document)) == _plain(document)


def test_the_plain_listing_has_the_families_by_name() -> None:
    listing = _plain(declutter.clean(PAGE.read_bytes()))
    assert "\x1b" not in listing
    assert "[related stories]" in listing


def test_families_have_terminal_colours_of_their_own() -> None:
    assert len({family.terminal for family in FAMILIES}) == len(FAMILIES)
