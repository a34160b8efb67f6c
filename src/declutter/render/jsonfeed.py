"""An item of a JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import re
from typing import Final

from declutter.document import Document
from declutter.render.html import render_html
from declutter.render.text import render_text

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?")


def to_feed_item(document: Document, item_id: str | None = None) -> dict[str, object]:
    """The page as an item; `item_id` serves where the page has no address. Unknown is left out."""
    metadata = document.metadata
    item: dict[str, object] = {
        "id": metadata.url or item_id or metadata.title or "",
        "url": metadata.url,
        "title": metadata.title,
        "content_text": render_text(document),
        "content_html": render_html(document),
        "summary": metadata.description,
        "image": metadata.image,
        "date_published": _moment(metadata.published),
        "date_modified": _moment(metadata.modified),
        "authors": [{"name": author} for author in metadata.authors],
        "tags": list(metadata.tags),
        "language": metadata.language,
    }
    needed = ("id", "content_text", "content_html")
    return {name: value for name, value in item.items() if value or name in needed}


def _moment(date: str | None) -> str | None:
    """The date as RFC 3339 wants it, a day as its midnight in UTC; None for anything less."""
    if date is None:
        return None
    if _DAY.fullmatch(date):
        return f"{date}T00:00:00Z"
    found = _MOMENT.fullmatch(date)
    if found is None:
        return None
    seconds = "" if found[1] else ":00"
    zone = found[3] or "Z"
    return f"{date.removesuffix(found[3] or '')}{seconds}{zone}"
