"""JSON: the text, the comments, the metadata and the verdict on the page."""

from __future__ import annotations

import json

from declutter.document import Document
from declutter.render.text import render_comments, render_text


def to_dict(document: Document) -> dict[str, object]:
    """All that is known about the page, in an order of keys that does not change."""
    metadata = document.metadata
    return {
        "title": metadata.title,
        "author": metadata.author,
        "authors": list(metadata.authors),
        "published": metadata.published,
        "modified": metadata.modified,
        "site_name": metadata.site_name,
        "language": metadata.language,
        "url": metadata.url,
        "image": metadata.image,
        "description": metadata.description,
        "tags": list(metadata.tags),
        "section": metadata.section,
        "page_type": document.page_type,
        "confidence": document.confidence,
        "decided_by": document.decided_by,
        "text": render_text(document),
        "comments": render_comments(document),
        "sources": dict(metadata.sources),
    }


def to_json(document: Document, *, indent: int | None = None) -> str:
    """`to_dict` as JSON text, on one line unless `indent` is given."""
    return json.dumps(to_dict(document), ensure_ascii=False, indent=indent)
