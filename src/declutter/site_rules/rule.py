"""What a site rule is: for the pages of some hosts, it finds the article in their tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(slots=True)
class Found:
    """What a rule found on one page.

    `body` and `strip` are (element, why) of the tree that the rule was given; `why` stands in the
    reason of the blocks. An empty `body` leaves the choice to the judge, an unknown field to the
    page's own metadata. `notes` are for people: what found nothing, or was no date.
    """

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    body: list[tuple[Any, str]] = field(default_factory=list)
    strip: list[tuple[Any, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class SiteRule(Protocol):
    """A rule for the pages of some hosts; anything with these two is one.

    `hosts` are names such as "example.com", which stands for "www.example.com" too, or
    ".example.com" for all hosts under it.
    """

    @property
    def hosts(self) -> Sequence[str]: ...

    def find(self, tree: Any, url: str) -> Found:
        """Look at a page: `tree` is the lxml element of its root, which is not to be changed."""
        ...
