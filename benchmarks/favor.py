"""`python -m benchmarks.favor CORPUS ...`: what `favor` gives, between precision and recall.

Pages are read and scored once, then decided with each `favor`. A corpus that the table is fitted
on is scored by the tables of its folds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from benchmarks.ablation import scored_case, tables_of
from benchmarks.corpora import CorpusPage, load_corpus
from benchmarks.metrics import Segments, leak, mean, word_overlap
from benchmarks.peers import quiet
from benchmarks.plot import plot_favor
from benchmarks.reports import report_options, write_report
from benchmarks.tables import table
from declutter.cleaner import Favor
from declutter.document import Document, Metadata
from declutter.judge.decision import decide
from declutter.judge.rules import apply_rules
from declutter.judge.table import Table

ORDER: tuple[Favor, ...] = ("precision", "balanced", "recall")
MEASURES = ("precision", "recall", "F1", "leak")
assert set(ORDER) == set(get_args(Favor))


def weigh(
    pages: Sequence[CorpusPage], tables: Sequence[Table | None]
) -> dict[str, dict[str, float | None]]:
    """Precision, recall, F1 and leak of the pages by what is favoured: of words where the pages
    have a gold text, else of segments."""
    overlaps: dict[str, list[tuple[float, float, float]]] = {favor: [] for favor in ORDER}
    segments = {favor: Segments() for favor in ORDER}
    leaks: dict[str, list[float]] = {favor: [] for favor in ORDER}
    for page, fitted in zip(pages, tables, strict=True):
        for favor, text in texts(page, fitted):
            if page.text is not None:
                found = word_overlap(text, page.text)
                overlaps[favor].append((found.precision, found.recall, found.f1))
            elif page.with_:
                segments[favor].add(text, page.with_, page.without)
            leaked = leak(text, page.without)
            if leaked is not None:
                leaks[favor].append(leaked)
    points = {}
    for favor in ORDER:
        values = (*_quality(overlaps[favor], segments[favor]), mean(leaks[favor]))
        points[favor] = dict(zip(MEASURES, values, strict=True))
    return points


def texts(page: CorpusPage, fitted: Table | None) -> list[tuple[Favor, str]]:
    """The text of a page by what is favoured."""
    case, scored, chosen = scored_case(page, fitted)
    if not case.page.blocks:
        return [(favor, "") for favor in ORDER]
    apply_rules(case)
    ruled = list(case.verdicts)
    found: list[tuple[Favor, str]] = []
    for favor in ORDER:
        case.verdicts = list(ruled)
        decide(case, scored, chosen, favor)
        document = Document(case.page.blocks, Metadata(), case.page_type, format=case.page.format)
        found.append((favor, document.text))
    return found


def _quality(
    overlaps: list[tuple[float, float, float]], segments: Segments
) -> tuple[float | None, float | None, float | None]:
    if not overlaps:
        return segments.precision, segments.recall, segments.f1
    precision, recall, f1 = zip(*overlaps, strict=True)
    return mean(precision), mean(recall), mean(f1)


def render(results: dict[str, dict[str, dict[str, float | None]]]) -> str:
    """The table: a row a corpus and what is favoured."""
    rows = []
    for corpus, points in results.items():
        for favor, point in points.items():
            values = [point[name] for name in MEASURES]
            cells = ["" if value is None else f"{value:.4f}" for value in values]
            rows.append([corpus, favor, *cells])
    return (
        "# What `favor` does\n\nMeans over the pages: of words where the corpus has gold texts, "
        "else of segments over all pages.\n\n"
        + table(["corpus", "favor", *MEASURES], rows)
        + "\n\n![Precision against recall](favor.png)\n"
    )


def main() -> None:
    """Read the options and run."""
    options = report_options("favor", __doc__)
    quiet()
    results: dict[str, Any] = {}
    for path in options.corpora:
        name = path.resolve().name
        pages = load_corpus(path, options.sample)
        results[name] = weigh(pages, tables_of("html", name, pages))
    write_report(options.out, "favor", results, render(results))
    plot_favor(results, options.out / "favor.png")


if __name__ == "__main__":
    main()
