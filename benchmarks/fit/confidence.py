"""`python -m benchmarks.fit.confidence`: fit what the outcome for a page can be trusted to be.

Every page is judged by the table of its fold, which has not seen it, and a forest is grown that
tells the word F1 of the outcome. The forest of each table rests on the pages outside its fold; the
tables are written anew with it.
"""

from __future__ import annotations

import argparse
from array import array
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.ablation import score_page
from benchmarks.corpora import FOLDS, CorpusPage, data_root, load_corpus
from benchmarks.fit.dataset import Source, read_source, served_sources, text_sources
from benchmarks.fit.forests import Shape, flatten, grow
from benchmarks.fit.places import package_table, table_of_fold
from benchmarks.metrics import word_f1
from benchmarks.peers import fold_table
from declutter.document import Document, Metadata
from declutter.judge.confidence import measure_outcome
from declutter.judge.decision import decide
from declutter.judge.forest import Forest
from declutter.judge.rules import apply_rules
from declutter.judge.sentences import join_lines
from declutter.judge.split import split_blocks
from declutter.judge.table import read_table, write_table

SHAPE = Shape(400, 8, 0.02, fewest=60)


@dataclass(slots=True, frozen=True)
class Outcome:
    """What is measured of the outcome for a page, and how good it was."""

    fold: int
    row: array[float]
    f1: float


def outcome_of(form: str, source: Source) -> Outcome | None:
    """The outcome for a page that its fold's table judges; None for a page without blocks."""
    page = read_source(source)
    lines = split_blocks(page)
    if not page.blocks:
        return None
    table = fold_table(form, source.fold)
    case, scored = score_page(page, table)
    apply_rules(case)
    expected = decide(case, scored, table, "balanced")
    row = measure_outcome(case, scored, expected)
    join_lines(page, lines)
    document = Document(
        blocks=page.blocks, metadata=Metadata(), page_type=case.page_type, format=page.format
    )
    return Outcome(source.fold, row, word_f1(document.text, source.gold))


def outcomes_of(form: str, sources: list[Source], workers: int) -> list[Outcome]:
    """The outcomes for all sources, in processes."""
    with ProcessPoolExecutor(workers) as pool:
        found = pool.map(partial(outcome_of, form), sources, chunksize=16)
        return [outcome for outcome in found if outcome is not None]


def fit_confidence(outcomes: list[Outcome]) -> Forest:
    """The forest that tells the word F1 of an outcome."""
    rows = np.array([outcome.row for outcome in outcomes], dtype=np.float32)
    labels = np.array([outcome.f1 for outcome in outcomes])
    return flatten(grow(rows, labels, np.ones(len(labels)), SHAPE))


def fit_confidences(form: str, pages: list[CorpusPage], workers: int) -> None:
    """Write the tables of a form anew, that of the package and those of the folds."""
    sources = served_sources(pages) if form == "html" else text_sources(pages)
    sources = [source for source in sources if source.counted]
    outcomes = outcomes_of(form, sources, workers)
    put_confidence(package_table(form), fit_confidence(outcomes))
    for fold in range(FOLDS):
        others = [outcome for outcome in outcomes if outcome.fold != fold]
        put_confidence(table_of_fold(form, fold), fit_confidence(others))


def put_confidence(path: Path, forest: Forest) -> None:
    """Put the forest into the table of a file."""
    table = read_table(path.read_bytes())
    path.write_bytes(write_table(replace(table, confidence=forest)))


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.fit.confidence", description=__doc__
    )
    parser.add_argument("--corpus", type=Path, default=data_root() / "corpora/wcxb-dev")
    parser.add_argument("--form", choices=["html", "text"], default="html")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    fit_confidences(options.form, load_corpus(options.corpus), options.workers)


if __name__ == "__main__":
    main()
