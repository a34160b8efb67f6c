"""The points between precision and recall are in their order."""

from __future__ import annotations

from benchmarks.corpora import load_fixtures
from benchmarks.favor import ORDER, render, weigh


def test_favor_moves_from_precision_to_recall() -> None:
    pages = [page for page in load_fixtures() if page.text and page.raw.lstrip()[:1] == b"<"][:25]
    points = weigh(pages, [None] * len(pages))
    recalls = [points[favor]["recall"] or 0.0 for favor in ORDER]
    assert recalls == sorted(recalls)
    assert recalls[0] < recalls[-1]
    assert render({"fixtures": points}).count("| fixtures |") == 3
