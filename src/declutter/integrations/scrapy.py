"""Scrapy: `clean_response` for a spider, and an item pipeline with settings.

ITEM_PIPELINES = {"declutter.integrations.scrapy.DeclutterPipeline": 300}
DECLUTTER_SOURCE = "html"                  # the item's field with the page, or with a response
DECLUTTER_TARGET = "text"                  # the field for the clean text
DECLUTTER_FORMAT = "text"                  # or "markdown"
DECLUTTER_OPTIONS = {"favor": "precision"} # the options of declutter.Cleaner
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from declutter.cleaner import Cleaner
from declutter.document import Document
from declutter.errors import DeclutterError, InvalidOption, MissingExtra
from declutter.integrations.metadata import flat_metadata

try:
    from itemadapter import ItemAdapter
    from scrapy.exceptions import DropItem, NotConfigured
    from scrapy.http import Response
    from w3lib.encoding import http_content_type_encoding
except ImportError as error:
    raise MissingExtra("this needs Scrapy: pip install 'declutter[scrapy]'") from error

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_FORMATS = ("text", "markdown")


def clean_response(response: Response, cleaner: Cleaner | None = None) -> Document:
    """Clean the body of a response: its address and the encoding in its header are made use of.

    Raises what `Cleaner.clean` raises, UnsupportedInput for a response that is a PDF or an image.
    """
    header = (response.headers.get("Content-Type") or b"").decode("latin-1")
    charset = http_content_type_encoding(header)
    return (cleaner or Cleaner()).clean(response.body, url=response.url, charset=charset)


class DeclutterPipeline:
    """Puts the clean text and the metadata of an item's page into the item.

    Metadata goes into fields that the item has room for and nothing in. An item without a page is
    passed on as it is; one whose page cannot be cleaned is dropped with the reason.
    """

    def __init__(
        self,
        source: str = "html",
        target: str = "text",
        form: str = "text",
        cleaner: Cleaner | None = None,
    ) -> None:
        if form not in _FORMATS:
            raise InvalidOption(f"DECLUTTER_FORMAT={form!r}: use one of {', '.join(_FORMATS)}")
        self.source = source
        self.target = target
        self.form = form
        self.cleaner = cleaner or Cleaner()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> DeclutterPipeline:
        """The pipeline as the settings of a project ask for it."""
        settings = crawler.settings
        if not settings.getbool("DECLUTTER_ENABLED", True):
            raise NotConfigured
        return cls(
            source=settings.get("DECLUTTER_SOURCE", "html"),
            target=settings.get("DECLUTTER_TARGET", "text"),
            form=settings.get("DECLUTTER_FORMAT", "text"),
            cleaner=Cleaner(**settings.getdict("DECLUTTER_OPTIONS")),
        )

    def process_item(self, item: Any, spider: Any = None) -> Any:
        """Clean one item's page. Raises DropItem where that cannot be done."""
        adapter = ItemAdapter(item)
        page = adapter.get(self.source)
        if page is None:
            return item
        try:
            document = self._clean(page, adapter.get("url"))
        except DeclutterError as error:
            raise DropItem(f"declutter: {error}") from error
        adapter[self.target] = document.markdown if self.form == "markdown" else document.text
        room = None if ItemAdapter.is_item(item) and isinstance(item, dict) else _fields(adapter)
        for name, value in flat_metadata(document).items():
            if (room is None or name in room) and not adapter.get(name):
                adapter[name] = value
        return item

    def _clean(self, page: Any, url: str | None) -> Document:
        if isinstance(page, Response):
            return clean_response(page, self.cleaner)
        return self.cleaner.clean(page, url=url)


def _fields(adapter: ItemAdapter) -> frozenset[str]:
    """The fields that an item of a declared kind can hold."""
    return frozenset(adapter.field_names())
