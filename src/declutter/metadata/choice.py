"""The metadata of one page while it is being chosen."""

from __future__ import annotations

import html
from typing import Final

from declutter.document import Metadata
from declutter.metadata.declared import Claims, gather_claims
from declutter.metadata.folding import fold, tidy
from declutter.metadata.surroundings import Surroundings, find_surroundings, main_headings
from declutter.page import Page, PageType

_MOST_HEADINGS: Final = 20


class Choice:
    """The metadata of one page while it is being chosen."""

    def __init__(self, page: Page, page_type: PageType) -> None:
        self.page = page
        self.page_type = page_type
        self.headings = [
            tidy(html.unescape(heading)).rstrip(" ¶") for heading in main_headings(page.blocks)
        ][:_MOST_HEADINGS]
        self.claims: Claims = gather_claims(
            page.declared, frozenset([fold(heading) for heading in self.headings])
        )
        self.found = Metadata()
        self.sites: frozenset[str] = frozenset()
        self._around: Surroundings | None = None

    def around(self) -> Surroundings:
        """The lines around the title, looked for once."""
        if self._around is None:
            self._around = find_surroundings(self.page, self.found.title)
        return self._around

    def note(self, name: str, source: str) -> None:
        """Keep where a field came from."""
        self.found.sources[name] = source
