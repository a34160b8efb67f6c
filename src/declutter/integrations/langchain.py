"""LangChain: a document transformer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from declutter.cleaner import Cleaner
from declutter.errors import InvalidOption, MissingExtra
from declutter.integrations.metadata import address_of, flat_metadata

try:
    from langchain_core.documents import BaseDocumentTransformer, Document
except ImportError as error:
    raise MissingExtra("this needs LangChain: pip install 'declutter[langchain]'") from error

_FORMATS = ("text", "markdown")


class DeclutterTransformer(BaseDocumentTransformer):
    """Makes documents of pages into documents of their text, with the page's metadata.

    `form` is "text" or "markdown", `options` are those of `declutter.Cleaner`. The address of a
    page is taken from its metadata (`source` or `url`). What a document has in its metadata stays.
    """

    def __init__(self, form: str = "text", **options: Any) -> None:
        if form not in _FORMATS:
            raise InvalidOption(f"form={form!r}: use one of {', '.join(_FORMATS)}")
        self.form = form
        self.cleaner = Cleaner(**options)

    def transform_documents(self, documents: Sequence[Document], **kwargs: Any) -> list[Document]:
        """Clean the documents; one without text comes out with empty content.

        Raises what `Cleaner.clean` raises.
        """
        return [self._transform(document) for document in documents]

    def _transform(self, document: Document) -> Document:
        page = self.cleaner.clean(document.page_content, url=address_of(document.metadata))
        return Document(
            page_content=page.markdown if self.form == "markdown" else page.text,
            metadata={**flat_metadata(page), **document.metadata},
            id=document.id,
        )
