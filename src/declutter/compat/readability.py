"""Readability's `Document`, as readability-lxml has it, answered by declutter."""

from __future__ import annotations

from typing import Any, Final

from declutter.cleaner import Cleaner
from declutter.document import Document as Cleaned
from declutter.errors import InvalidOption

_REFUSED: Final = {
    "positive_keywords": "write a site rule with a body line: Cleaner(site_rules=DIR)",
    "negative_keywords": "write a site rule with a strip line: Cleaner(site_rules=DIR)",
    "xpath": "block.source has the line and column of every block of declutter.clean",
}
_PASSED_OVER: Final = frozenset(("min_text_length", "retry_length", "handle_failures"))
"""Thresholds of Readability's own way to decide, of which declutter's has none."""

_LONGEST_SHORT_TITLE: Final = 150


class Document:
    """A page, cleaned when something is first asked of it.

    `input` is what `declutter.clean` takes, `url` makes addresses absolute. Raises InvalidOption
    for an option of Readability's that declutter does not have; asking raises what
    `declutter.clean` does.
    """

    def __init__(self, input: Any, url: str | None = None, **options: Any) -> None:
        for name, value in options.items():
            if name in _REFUSED:
                if value:
                    raise InvalidOption(f"{name}: {_REFUSED[name]}")
            elif name not in _PASSED_OVER:
                raise TypeError(f"{name!r} is no argument of Readability's")
        self._input = input
        self._url = url
        self._cleaned: Cleaned | None = None

    def summary(self, html_partial: bool = False, keep_all_images: bool = False) -> str:
        """The article as HTML: a whole document, or with `html_partial` a div.

        Images stay, whether `keep_all_images` asks for it or not.
        """
        body = f"<div>\n{self._known().html}</div>"
        return body if html_partial else f"<html><body>{body}</body></html>"

    def title(self) -> str:
        """The title without the name of the site; empty where there is none."""
        return self._known().title or ""

    def short_title(self) -> str:
        """The same, at most 150 characters of it."""
        return (self._known().title or "")[:_LONGEST_SHORT_TITLE]

    def author(self) -> str:
        """The authors' names, joined; empty where nobody is named."""
        return self._known().author or ""

    def _known(self) -> Cleaned:
        if self._cleaned is None:
            self._cleaned = Cleaner(links=True, images=True).clean(self._input, url=self._url)
        return self._cleaned
