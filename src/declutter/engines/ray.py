"""The door for Ray Data: `map_batches` over the pages, and a site memory as an aggregation."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from declutter.cleaner import Cleaner
from declutter.crawl.site_memory import SiteMemory
from declutter.engines.arrow import (
    COUNT_SCHEMA,
    PRINT_SCHEMA,
    Columns,
    clean_table,
    count_site,
    memory_of,
    print_batch,
)

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset


def clean_dataset(
    dataset: Dataset,
    cleaner: Cleaner | None = None,
    columns: Columns | None = None,
    site_memory: SiteMemory | None = None,
    batch_size: int = 256,
) -> Dataset:
    """A dataset with a cleaned row for every page of `dataset`, as of `clean_batch`.

    `site_memory`, such as `learn_sites` gives, is put into the object store once.
    """
    import ray

    cleaner = cleaner if cleaner is not None else Cleaner(timeout=60.0)
    reference = None if site_memory is None else ray.put(site_memory)

    def clean(table: pa.Table) -> pa.Table:
        known = None if reference is None else _fetched(reference)
        used = cleaner if known is None else replace(cleaner, site_memory=known)
        return clean_table(table, used, columns)

    return dataset.map_batches(clean, batch_format="pyarrow", batch_size=batch_size)


@lru_cache(maxsize=4)
def _fetched(reference: Any) -> SiteMemory:
    """The memory in the object store, fetched once by each worker process."""
    import ray

    memory = ray.get(reference)
    assert isinstance(memory, SiteMemory)
    return memory


def learn_sites(dataset: Dataset, columns: Columns | None = None) -> SiteMemory:
    """What comes back from page to page of each site among the pages of `dataset`.

    One shuffle by host carries eight bytes a block; what comes back to the driver is the blocks
    that stand on several pages of their site.
    """
    import pyarrow as pa

    def fingerprints(table: pa.Table) -> pa.Table:
        batches = [print_batch(batch, columns) for batch in table.to_batches()]
        return pa.Table.from_batches(batches, PRINT_SCHEMA)

    prints = dataset.map_batches(fingerprints, batch_format="pyarrow", batch_size=256)
    counts = prints.groupby("host").map_groups(count_site, batch_format="pyarrow")
    tables = [
        table.select(COUNT_SCHEMA.names).cast(COUNT_SCHEMA)
        for table in counts.iter_batches(batch_format="pyarrow")
        if table.num_rows
    ]
    return memory_of(pa.concat_tables(tables) if tables else COUNT_SCHEMA.empty_table())
