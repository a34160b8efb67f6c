"""Haystack: a converter from pages to documents."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from declutter.cleaner import Cleaner
from declutter.errors import DeclutterError, InvalidOption, MissingExtra
from declutter.integrations.metadata import address_of, flat_metadata

try:
    from haystack import Document, component, default_to_dict
    from haystack.components.converters.utils import (
        get_bytestream_from_source,
        normalize_metadata,
    )
    from haystack.dataclasses import ByteStream
except ImportError as error:
    raise MissingExtra("this needs Haystack: pip install 'declutter[haystack]'") from error

_log = logging.getLogger(__name__)
_FORMATS = ("text", "markdown")


@component
class DeclutterConverter:
    """Makes files and byte streams of pages into documents, with the page's metadata.

    `form` is "text" or "markdown", `options` are those of `declutter.Cleaner`. A source that cannot
    be read or cleaned is a warning in the log and no document, as with Haystack's own converters.
    """

    def __init__(self, form: str = "text", options: dict[str, Any] | None = None) -> None:
        if form not in _FORMATS:
            raise InvalidOption(f"form={form!r}: use one of {', '.join(_FORMATS)}")
        self.form = form
        self.options = options or {}
        self.cleaner = Cleaner(**self.options)

    def to_dict(self) -> dict[str, Any]:
        """The component as a dict, as pipelines store it."""
        stored: dict[str, Any] = default_to_dict(self, form=self.form, options=self.options)
        return stored

    @component.output_types(documents=list[Document])
    def run(
        self,
        sources: list[str | Path | ByteStream],
        meta: dict[str, Any] | list[dict[str, Any]] | None = None,
    ) -> dict[str, list[Document]]:
        """Clean the sources; `meta` is put into the metadata of all, or of each in turn."""
        documents: list[Document] = []
        given = normalize_metadata(meta=meta, sources_count=len(sources))
        for source, extra in zip(sources, given, strict=True):
            try:
                stream = get_bytestream_from_source(source=source)
                known = {**stream.meta, **extra}
                page = self.cleaner.clean(stream.data, url=address_of(known))
            except (OSError, DeclutterError) as problem:
                _log.warning("%s is left out: %s", source, problem)
                continue
            documents.append(
                Document(
                    content=page.markdown if self.form == "markdown" else page.text,
                    meta={**flat_metadata(page), **known},
                )
            )
        return {"documents": documents}
