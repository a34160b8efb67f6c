"""The right side: the metadata, each field with where it came from."""

from __future__ import annotations

from html import escape
from typing import Final

from declutter.document import Document

_FIELDS: Final = (
    ("title", "title"),
    ("authors", "authors"),
    ("published", "published"),
    ("modified", "modified"),
    ("site_name", "site name"),
    ("language", "language"),
    ("url", "url"),
    ("image", "image"),
    ("description", "description"),
    ("tags", "tags"),
    ("section", "section"),
)


def draw_fields(document: Document) -> str:
    """A row of a table for every field, known or not."""
    metadata = document.metadata
    rows: list[str] = []
    for name, label in _FIELDS:
        value = getattr(metadata, name)
        if isinstance(value, list):
            value = ", ".join(value)
        # An unknown list may have a source named under the singular, as authors have.
        source = metadata.sources.get(name) or metadata.sources.get(name.rstrip("s")) or ""
        shown = (
            f'<td dir="auto">{escape(str(value))}</td><td>{escape(source)}</td>'
            if value
            else '<td class="unknown">not known</td><td></td>'
        )
        rows.append(f'<tr><th scope="row">{label}</th>{shown}</tr>')
    return "".join(rows)
