"""datatrove: the extractor step of a FineWeb-style pipeline."""

from __future__ import annotations

from typing import Any

from declutter.cleaner import Cleaner
from declutter.errors import MissingExtra

try:
    from datatrove.pipeline.extractors.base import BaseExtractor
except ImportError as error:
    raise MissingExtra("this needs datatrove: pip install 'declutter[datatrove]'") from error


class Declutter(BaseExtractor):
    """Takes the place of `datatrove.pipeline.extractors.Trafilatura`.

    `timeout` is in seconds a document, `options` are those of `declutter.Cleaner`. As with every
    extractor of datatrove a document that fails, takes too long or has no text is dropped.
    """

    name = "🧹 declutter"

    def __init__(self, timeout: float = 10.0, **options: Any) -> None:
        super().__init__(timeout)
        self.cleaner = Cleaner(metadata=False, **options)

    def extract(self, text: str) -> str:
        """The clean text of a page."""
        return self.cleaner.clean(text).text
