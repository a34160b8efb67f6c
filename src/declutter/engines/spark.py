"""The door for Spark: `mapInArrow` over the pages, and a site memory as an aggregation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from declutter.cleaner import Cleaner
from declutter.crawl.site_memory import SiteMemory
from declutter.engines.arrow import (
    COUNT_SCHEMA,
    PRINT_SCHEMA,
    Columns,
    clean_batch,
    clean_schema,
    count_site,
    memory_of,
    print_batch,
)

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

    Batches = Iterator[pa.RecordBatch]


def clean_dataframe(
    frame: DataFrame,
    cleaner: Cleaner | None = None,
    columns: Columns | None = None,
    site_memory: SiteMemory | None = None,
) -> DataFrame:
    """A data frame with a cleaned row for every page of `frame`, as of `clean_batch`.

    `site_memory`, such as `learn_sites` gives, is broadcast to the executors.
    """
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    columns = columns or Columns()
    cleaner = cleaner if cleaner is not None else Cleaner(timeout=60.0)
    schema = clean_schema(to_arrow_schema(frame.schema), columns)
    if site_memory is None:
        clean = _cleaning(lambda: cleaner, columns)
    else:
        shared = frame.sparkSession.sparkContext.broadcast(site_memory)
        clean = _cleaning(lambda: replace(cleaner, site_memory=shared.value), columns)
    return frame.mapInArrow(clean, from_arrow_schema(schema))


def _cleaning(make: Callable[[], Cleaner], columns: Columns) -> Callable[[Batches], Batches]:
    def clean(batches: Batches) -> Batches:
        cleaner = make()
        for batch in batches:
            yield clean_batch(batch, cleaner, columns)

    return clean


def learn_sites(frame: DataFrame, columns: Columns | None = None) -> SiteMemory:
    """What comes back from page to page of each site among the pages of `frame`.

    One shuffle by host carries eight bytes a block; what comes back to the driver is the blocks
    that stand on several pages of their site.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    columns = columns or Columns()

    def fingerprints(batches: Batches) -> Batches:
        for batch in batches:
            yield print_batch(batch, columns)

    prints = frame.mapInArrow(fingerprints, from_arrow_schema(PRINT_SCHEMA))
    counts = prints.groupBy("host").applyInArrow(count_site, from_arrow_schema(COUNT_SCHEMA))
    return memory_of(counts.toArrow())
