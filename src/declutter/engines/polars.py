"""The door for Polars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from declutter.crawl.rows import Cleans
from declutter.engines.arrow import Columns, clean_table

if TYPE_CHECKING:
    import polars as pl


def clean_frame(
    frame: pl.DataFrame, cleaner: Cleans | None = None, columns: Columns | None = None
) -> pl.DataFrame:
    """A frame with a cleaned row for every page of `frame`, in order, as of `clean_batch`."""
    import polars as pl

    cleaned = pl.from_arrow(clean_table(frame.to_arrow(), cleaner, columns))
    assert isinstance(cleaned, pl.DataFrame)
    return cleaned
