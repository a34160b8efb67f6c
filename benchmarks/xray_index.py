"""`python -m benchmarks --xray`: pictures of the pages that go worst, and an index of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from benchmarks.corpora import CorpusPage, folds, load_corpus, load_fixtures
from benchmarks.peers import FITTED_CORPUS, quiet
from benchmarks.worst import Case, find_cases
from declutter.xray.draw import draw, lay_out_marked

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The pages that go worst</title>
<style>
body { margin: 1.5rem auto; max-width: 70rem; padding: 0 1rem; }
body { font: 15px/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid #8885; text-align: start; }
td { overflow-wrap: anywhere; }
.figure { text-align: end; font-variant-numeric: tabular-nums; }
</style>
</head>
<body>
<h1>The pages that go worst</h1>
"""
_COLUMNS = "".join(
    f'<th scope="col"{style}>{name}</th>'
    for name, style in (
        *((name, ' class="figure"') for name in ("F1", "precision", "recall")),
        *((name, "") for name in ("page", "kind", "type found", "decided by", "confidence")),
    )
)


def draw_worst(
    corpora: Sequence[Path], number: int, sample: int | None, out: Path
) -> list[tuple[str, list[Case]]]:
    """Clean the fixtures and the corpora, draw the `number` worst pages of each, write an index.

    Pages of a corpus that declutter was fitted on are cleaned with what was fitted without them.
    Gives the cases drawn, by corpus. The folder keeps itself out of version control: the pages
    belong to their authors.
    """
    quiet()
    out.mkdir(parents=True, exist_ok=True)
    (out / ".gitignore").write_text("*\n", encoding="utf-8")
    drawn = []
    listed = [(path.resolve().name, load_corpus(path, sample)) for path in corpora]
    for name, pages in [*listed, ("fixtures", load_fixtures())]:
        cases = find_cases(pages, _folds(name, pages))[:number]
        drawn.append((name, cases))
        for at, case in enumerate(cases):
            _draw(case, out / _file_name(name, at, case))
    (out / "index.html").write_text(render_index(drawn), encoding="utf-8")
    return drawn


def render_index(drawn: Sequence[tuple[str, Sequence[Case]]]) -> str:
    """A table for each corpus, the worst page first, each with a link to its picture."""
    parts = [_HEAD]
    for name, cases in drawn:
        parts.append(f"<h2>{escape(name)}</h2>\n<table><thead><tr>{_COLUMNS}</tr></thead><tbody>")
        parts += [_row(name, at, case) for at, case in enumerate(cases)]
        parts.append("</tbody></table>")
    return "\n".join([*parts, "</body>\n</html>\n"])


def _row(name: str, at: int, case: Case) -> str:
    overlap, document = case.overlap, case.document
    figures = "".join(
        f'<td class="figure">{figure:.3f}</td>'
        for figure in (overlap.f1, overlap.precision, overlap.recall)
    )
    label = escape(case.page.id)
    if document is None:
        return f'<tr>{figures}<td>{label}</td><td colspan="4">{escape(case.error or "")}</td></tr>'
    found = (
        escape(case.page.kind),
        document.page_type,
        document.decided_by,
        f"{document.confidence:.2f}",
    )
    cells = "".join(f"<td>{cell}</td>" for cell in found)
    return f'<tr>{figures}<td><a href="{_file_name(name, at, case)}">{label}</a></td>{cells}</tr>'


def _draw(case: Case, path: Path) -> None:
    if case.document is None:
        return
    layout = lay_out_marked(case.page.raw, None, case.document)
    draw(case.document, layout, case.page.text).save(path)


def _folds(name: str, pages: list[CorpusPage]) -> list[int | None]:
    return list(folds(pages)) if name == FITTED_CORPUS else [None] * len(pages)


def _file_name(name: str, at: int, case: Case) -> str:
    """A name that is safe in a path and in an address."""
    return (
        "-".join(
            re.sub(r"[^\w.]+", "-", part, flags=re.ASCII).strip("-.")[:60]
            for part in (name, f"{at + 1:03}", case.page.id)
        )
        + ".html"
    )
