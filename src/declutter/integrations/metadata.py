"""A document's metadata as the flat values that frameworks keep beside a text."""

from __future__ import annotations

from declutter.document import Document


def flat_metadata(document: Document) -> dict[str, str | float]:
    """What is known about a page; lists are joined by commas, and what is unknown is left out."""
    known = document.metadata
    values: dict[str, str | float | None] = {
        "title": known.title,
        "author": known.author,
        "published": known.published,
        "modified": known.modified,
        "site_name": known.site_name,
        "language": known.language,
        "url": known.url,
        "image": known.image,
        "description": known.description,
        "tags": ", ".join(known.tags) or None,
        "section": known.section,
        "page_type": document.page_type,
        "confidence": document.confidence,
    }
    return {name: value for name, value in values.items() if value is not None}


def address_of(metadata: dict[str, object]) -> str | None:
    """The address that a framework's metadata has for a page, under one of the usual names."""
    for name in ("url", "source", "source_url", "page_url"):
        value = metadata.get(name)
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value
    return None
