"""declutter beside other extractors, and the commands that draw."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import declutter
from declutter.xray import compare
from declutter.xray.compare import Column, compare_extractors, differs
from declutter.xray.compare_draw import draw_comparison, list_comparison
from tests.conftest import ROOT

PAGE = ROOT / "fixtures" / "html-news-full" / "page.html"
DATA = PAGE.read_bytes()


def run(*arguments: object, data: bytes = b"") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "declutter.cli", *map(str, arguments)],
        input=data,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "NO_COLOR": "1"},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_every_extractor_has_a_column() -> None:
    doc = declutter.clean(DATA)
    columns = compare_extractors(DATA, doc)
    assert [column.name for column in columns] == ["declutter", "trafilatura", "resiliparse"]
    own, other = columns[:2]
    assert own.kept == [block.verdict.keep for block in doc.blocks]
    assert not other.missing
    longest = max(range(len(doc.blocks)), key=lambda at: len(doc.blocks[at].text))
    assert doc.blocks[longest].text in other.text
    assert other.kept[longest] is True
    assert 0 < other.agreement <= 1


def test_what_is_missing_or_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes) -> str:
        raise ValueError("no such luck")

    peers = (("nosuchpackage", fail), ("trafilatura", fail))
    monkeypatch.setattr(compare, "_PEERS", peers)
    doc = declutter.clean(DATA)
    columns = compare_extractors(DATA, doc)
    assert [column.missing for column in columns] == [
        "",
        "is not installed",
        "failed: ValueError: no such luck",
    ]
    assert not any(differs(columns, at) for at in range(len(doc.blocks)))
    assert "is not installed" in draw_comparison(doc, columns).html
    text = declutter.clean("Only a line of text.")
    assert compare_extractors(b"Only a line of text.", text)[2].missing == "reads HTML only"


def test_who_kept_what() -> None:
    doc = declutter.clean("<p>One sentence of a page.</p><p>Another sentence of it.</p>")
    columns = [
        Column("declutter", "", [True, True], 5, 1.0),
        Column("trafilatura", "", [False, None], 5, 0.5),
    ]
    assert [differs(columns, at) for at in (0, 1)] == [True, False]
    lines = list(list_comparison(doc, columns))
    assert lines[-2] == "* D-  One sentence of a page."
    assert lines[-1] == "  D?  Another sentence of it."
    html = draw_comparison(doc, columns).html
    assert "declutter kept, trafilatura left out" in html
    assert html.count(" differs") == 1 + html.split("</style>")[0].count(" differs")


def test_the_command_compare(tmp_path: Path) -> None:
    code, out, error = run("compare", PAGE)
    assert (code, error) == (0, "")
    assert out.startswith("D  declutter: ")
    path = tmp_path / "compare.html"
    assert run("compare", PAGE, "-o", path) == (0, "", "")
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_command_xray(tmp_path: Path) -> None:
    path, gold = tmp_path / "xray.html", tmp_path / "gold.txt"
    assert run("xray", PAGE, "-o", path) == (0, "", "")
    assert path.read_text(encoding="utf-8") == declutter.xray(DATA).html
    assert run("xray", data=DATA)[1] == declutter.xray(DATA).html
    gold.write_text("Something else.", encoding="utf-8")
    assert "wrongly kept" in run("xray", "--against", gold, data=DATA)[1]


def test_the_commands_name_what_cannot_be_read(tmp_path: Path) -> None:
    for command in ("xray", "compare"):
        code, out, error = run(command, tmp_path / "missing.html")
        assert (code, out) == (1, "")
        assert "there is no such file" in error
        assert "Traceback" not in error
        assert run(command, data=b"%PDF-1.7\n%\xe2\xe3\n1 0 obj")[0] == 1
        assert run(command, "https://example.com/")[0] == 2
