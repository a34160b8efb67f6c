"""The task of a cleaning worker: a record in, a row out."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass

from declutter.cleaner import Cleaner
from declutter.crawl.records import Record
from declutter.crawl.rows import Cleans, Row, Shape, make_row


@dataclass(slots=True, frozen=True)
class CleanTask:
    """Cleans a record, makes a row of it, and packs it as the output wants it."""

    cleaner: Cleans
    shape: Shape
    pack: Callable[[Row], object]

    def prepare(self) -> None:
        """Clean a first page of our own, so that no page of the input waits for what is loaded."""
        with contextlib.suppress(Exception):
            self.cleaner.clean(b"<p>A page.</p>", url=None, input_format="html", charset=None)

    def __call__(self, record: Record) -> object:
        document = self.cleaner.clean(
            record.data,
            url=record.url,
            input_format=record.input_format,
            charset=record.charset,
        )
        return self.pack(make_row(record, document, self.shape))


def describe(cleaner: Cleans) -> str:
    """What tells one cleaner from another in a manifest: its class and its options."""
    kind = f"{type(cleaner).__module__}.{type(cleaner).__qualname__}"
    return repr(cleaner) if isinstance(cleaner, Cleaner) else kind
