"""CSV as in RFC 4180: one record a page, which no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from typing import Final

from declutter.document import Document
from declutter.render.json import to_dict

_FIELDS: Final = (
    "url",
    "title",
    "author",
    "published",
    "modified",
    "site_name",
    "language",
    "image",
    "description",
    "tags",
    "section",
    "page_type",
    "confidence",
    "decided_by",
    "text",
    "comments",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render_csv_head() -> str:
    """The record that names the fields."""
    return _record(list(_FIELDS))


def render_csv_row(document: Document) -> str:
    """The record of a page: empty for what is unknown, lists joined by semicolons.

    A value that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP
    advises (https://owasp.org/www-community/attacks/CSV_Injection).
    """
    known = to_dict(document)
    return _record([_cell(known[name]) for name in _FIELDS])


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        value = ";".join(map(str, value))
    text = str(value).replace("\x00", "")
    return f"'{text}" if text.startswith(_FORMULA) else text


def _record(cells: list[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()
