"""The index of the pages that go worst."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.xray_index import draw_worst


def test_the_worst_pages_are_drawn_and_listed_worst_first(tmp_path: Path) -> None:
    drawn = draw_worst([], 3, None, tmp_path)
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]*)"', index)
    assert len(links) == 3
    for link, case in zip(links, drawn[0][1], strict=True):
        picture = (tmp_path / link).read_text(encoding="utf-8")
        assert f"word F1 <b>{case.overlap.f1:.3f}</b>" in picture
        assert f"{case.overlap.f1:.3f}" in index
    scores = [case.overlap.f1 for case in drawn[0][1]]
    assert scores == sorted(scores)
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "*\n"
