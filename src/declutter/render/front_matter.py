"""YAML front matter: the metadata on top of a text, valid whatever the page says."""

from __future__ import annotations

import re
from typing import Final

from declutter.document import Document

_UNPRINTABLE: Final = re.compile(
    r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]'
)


def render_front_matter(document: Document) -> str:
    """The known metadata between two lines of `---`, as YAML that every version reads alike.

    Scalars are double-quoted, which is the one style of YAML that can hold any text.
    """
    metadata = document.metadata
    fields: dict[str, str | list[str] | None] = {
        "title": metadata.title,
        "authors": metadata.authors,
        "published": metadata.published,
        "modified": metadata.modified,
        "site_name": metadata.site_name,
        "language": metadata.language,
        "url": metadata.url,
        "image": metadata.image,
        "description": metadata.description,
        "tags": metadata.tags,
        "section": metadata.section,
        "page_type": document.page_type,
    }
    lines = [f"{name}: {_value(value)}\n" for name, value in fields.items() if value]
    return f"---\n{''.join(lines)}---\n"


def _value(value: str | list[str]) -> str:
    if isinstance(value, str):
        return _scalar(value)
    return f"[{', '.join(map(_scalar, value))}]"


def _scalar(text: str) -> str:
    return f'"{_UNPRINTABLE.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    if character in '"\\':
        return f"\\{character}"
    if character == "\n":
        return "\\n"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"\\u{code:04X}"
