"""`python -m benchmarks.fit`: write the judge's tables from corpora with gold text.

The table of the package is fitted on all pages; a table a fold, without the pages of the fold, goes
to the folder of folds, so that out-of-fold figures can be measured.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.corpora import FOLDS, data_root, load_corpus
from benchmarks.fit.confidence import fit_confidences
from benchmarks.fit.cross import fit_tables, start
from benchmarks.fit.dataset import load_examples, sources_of
from benchmarks.fit.places import package_table, table_of_fold
from declutter.judge.table import Table, write_table


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=data_root() / "corpora/wcxb-dev")
    parser.add_argument("--form", choices=["html", "text"], default="html")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--no-folds", action="store_true", help="only the table of the package, and no confidence"
    )
    parser.add_argument("--sample", type=int, help="fit on so many pages only")
    arguments = parser.parse_args()
    pages = load_corpus(arguments.corpus, arguments.sample)
    sources = sources_of(arguments.form, pages)
    fitting = start(arguments.form, load_examples(sources, arguments.workers))
    fitting.say(f"{len(fitting.examples)} pages read")
    fitted_on = f"{len(fitting.examples)} pages of {arguments.corpus.name}"
    wanted = {package_table(arguments.form): (frozenset[int](), fitted_on)}
    for fold in [] if arguments.no_folds else range(FOLDS):
        path = table_of_fold(arguments.form, fold)
        wanted[path] = (frozenset({fold}), f"{fitted_on}, without fold {fold}")
    tables = fit_tables(fitting, list(wanted.values()), arguments.workers)
    for path, table in zip(wanted, tables, strict=True):
        save(table, path)
    if not arguments.no_folds:
        fit_confidences(arguments.form, pages, arguments.workers)
        fitting.say("confidence fitted")


def save(table: Table, path: Path) -> None:
    """Write a table to its file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write_table(table))


if __name__ == "__main__":
    main()
