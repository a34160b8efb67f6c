"""Where the tables that are fitted are kept."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpora import ROOT
from benchmarks.peers import FOLD_TABLES


def package_table(form: str) -> Path:
    """The table of the package for a form of input, "html" or "text"."""
    return ROOT / "src/declutter/judge/tables" / f"{form}.table"


def table_of_fold(form: str, fold: int) -> Path:
    """The table that has not seen the pages of a fold."""
    return FOLD_TABLES / f"{form}-{fold}.table"
