"""Who wrote a page, when, under which title: from what it declares and from what it shows."""

from __future__ import annotations

from declutter.deadline import Deadline
from declutter.document import Metadata, Page, PageType


def collect_metadata(page: Page, page_type: PageType, deadline: Deadline) -> Metadata:
    """The metadata of a judged page; what is not known stays None or empty."""
    deadline.check()
    return Metadata()
