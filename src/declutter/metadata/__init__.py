"""Who wrote a page, when, under which title: from what it declares and from what it shows."""

from __future__ import annotations

from declutter.deadline import Deadline
from declutter.document import Metadata
from declutter.metadata.choose import choose_metadata
from declutter.page import Page, PageType


def collect_metadata(page: Page, page_type: PageType, deadline: Deadline) -> Metadata:
    """The metadata of a judged page; what is not known stays None or empty.

    Raises PageTimeout past the deadline, and nothing else, whatever the page declares.
    """
    return choose_metadata(page, page_type, deadline)
