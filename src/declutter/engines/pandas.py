"""The door for pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from declutter.crawl.rows import Cleans
from declutter.engines.arrow import Columns, clean_table

if TYPE_CHECKING:
    import pandas as pd


def clean_frame(
    frame: pd.DataFrame, cleaner: Cleans | None = None, columns: Columns | None = None
) -> pd.DataFrame:
    """A frame with a cleaned row for every page of `frame`, in order, as of `clean_batch`."""
    import pyarrow as pa

    return clean_table(
        pa.Table.from_pandas(frame, preserve_index=False), cleaner, columns
    ).to_pandas()
