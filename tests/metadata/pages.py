"""One way from a page to its metadata, without the judge."""

from __future__ import annotations

from declutter.deadline import Deadline
from declutter.document import Metadata
from declutter.metadata import collect_metadata
from declutter.page import InputFormat, PageType
from declutter.readers import read


def metadata_of(
    data: str,
    url: str | None = None,
    page_type: PageType = "article",
    input_format: InputFormat = "html",
) -> Metadata:
    """The metadata of a page given as text."""
    deadline = Deadline(None)
    page = read(
        data,
        url=url,
        input_format=input_format,
        charset=None,
        max_bytes=20_000_000,
        deadline=deadline,
    )
    return collect_metadata(page, page_type, deadline)
