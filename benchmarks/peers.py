"""The extractors that are compared: raw bytes in, text or metadata out, decoding inside the call.

Every peer is a pair of a loader and what it loads, so that one that is not installed can be named
as missing. Comments are off everywhere. A peer may fetch nothing.
"""

from __future__ import annotations

import importlib
import logging
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmarks.corpora import ROOT, CorpusPage


@dataclass(slots=True)
class Found:
    """What an extractor made of a page; `facts` are what only declutter tells about it.

    `cpu` is in seconds, told by a peer that runs in a process of its own; `error` is what went
    wrong, the output is empty then.
    """

    text: str = ""
    title: str | None = None
    author: str | None = None
    date: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    cpu: float | None = None
    error: str | None = None


Extractor = Callable[[CorpusPage, int | None], Found]
"""Extracts a page that is in the given fold of the fit (0 to 4), or in none."""
Loader = Callable[[], Extractor]


@dataclass(slots=True, frozen=True)
class Peer:
    """An extractor by name; `load` raises ImportError where it is missing."""

    name: str
    package: str
    load: Loader
    ask_version: Callable[[], str | None] | None = None

    def version(self) -> str | None:
        """The installed version, None where the package is missing."""
        if self.ask_version is not None:
            return self.ask_version()
        try:
            return version(self.package)
        except PackageNotFoundError:
            return None


FOLD_TABLES = ROOT / "benchmarks/folds"
FITTED_CORPUS = "wcxb-dev"
"""The corpus that the table is fitted on: its pages are scored by the table of their fold."""


def declutter_for_fold(fold: int | None) -> Callable[..., Any]:
    """A `clean` whose fitted table has not seen the pages of the fold; the shipped one for None.

    Raises FileNotFoundError where the tables of the folds were not fitted, by
    `python -m benchmarks.fit`.
    """
    import declutter

    if fold is None:
        return declutter.clean

    def clean(*data: Any, **options: Any) -> Any:
        shipped = judge.table_for
        judge.table_for = lambda form: fold_table("html" if form == "html" else "text", fold)
        try:
            return declutter.clean(*data, **options)
        finally:
            judge.table_for = shipped

    judge = importlib.import_module("declutter.judge")
    return clean


@cache
def fold_table(form: str, fold: int) -> Any:
    """The fitted table that has not seen the pages of a fold."""
    from declutter.judge.table import read_table

    return read_table((FOLD_TABLES / f"{form}-{fold}.table").read_bytes())


def _declutter_text() -> Extractor:
    import declutter  # noqa: F401

    def extract(page: CorpusPage, fold: int | None) -> Found:
        doc = declutter_for_fold(fold)(page.raw, metadata=False)
        facts = {
            "page_type": doc.page_type,
            "confidence": doc.confidence,
            "decided_by": doc.decided_by,
            "blocks": len(doc.blocks),
        }
        return Found(doc.text, facts=facts)

    return extract


def _declutter_by_rule() -> Extractor:
    import declutter

    # No second opinion either, so that nothing but declutter's own rules and weights speak.
    cleaner = declutter.Cleaner(fitted=False, metadata=False, second_opinion=False)

    def extract(page: CorpusPage, fold: int | None) -> Found:
        return Found(cleaner.clean(page.raw).text)

    return extract


def _declutter_metadata() -> Extractor:
    import declutter  # noqa: F401

    def extract(page: CorpusPage, fold: int | None) -> Found:
        doc = declutter_for_fold(fold)(page.raw, url=page.url)
        return Found(doc.text, doc.title, doc.author, doc.published)

    return extract


def _trafilatura() -> Extractor:
    from trafilatura import extract as trafilatura_extract

    def extract(page: CorpusPage, fold: int | None) -> Found:
        return Found(trafilatura_extract(page.raw, include_comments=False) or "")

    return extract


def _trafilatura_fast() -> Extractor:
    from trafilatura import extract as trafilatura_extract

    def extract(page: CorpusPage, fold: int | None) -> Found:
        return Found(trafilatura_extract(page.raw, include_comments=False, fast=True) or "")

    return extract


def _trafilatura_metadata() -> Extractor:
    from trafilatura import extract_metadata, load_html

    def extract(page: CorpusPage, fold: int | None) -> Found:
        tree = load_html(page.raw)
        if tree is None:
            return Found()
        found = extract_metadata(tree, default_url=page.url)
        return Found("", found.title, found.author, found.date)

    return extract


def _resiliparse() -> Extractor:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def extract(page: CorpusPage, fold: int | None) -> Found:
        tree = HTMLTree.parse_from_bytes(page.raw, detect_encoding(page.raw) or "utf-8")
        return Found(extract_plain_text(tree, main_content=True, comments=False, alt_texts=False))

    return extract


def _turbohtml() -> Extractor:
    from turbohtml import parse

    def extract(page: CorpusPage, fold: int | None) -> Found:
        return Found(parse(page.raw, detect_encoding=True).main_text())

    return extract


def _turbohtml_article() -> Extractor:
    from turbohtml import parse

    def extract(page: CorpusPage, fold: int | None) -> Found:
        article = parse(page.raw, detect_encoding=True).article()
        return Found("", article.title, article.byline, article.date)

    return extract


def _readability_lxml() -> Extractor:
    from readability import Document
    from resiliparse.extract.html2text import extract_plain_text

    def extract(page: CorpusPage, fold: int | None) -> Found:
        # readability gives HTML only; resiliparse turns it into text for next to no time.
        return Found(extract_plain_text(Document(page.raw).summary(), main_content=False))

    return extract


def _newspaper() -> Extractor:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from newspaper import Article
        from newspaper.configuration import Configuration
        from newspaper.parsers import get_unicode_html
    settings = Configuration()
    settings.fetch_images = False
    settings.follow_meta_refresh = False

    def extract(page: CorpusPage, fold: int | None) -> Found:
        article = Article(page.url or "https://example.com/", config=settings)
        article.download(input_html=get_unicode_html(page.raw), ignore_read_more=True)
        article.parse()
        published = article.publish_date
        return Found(
            "",
            article.title or None,
            ", ".join(article.authors) or None,
            published.isoformat() if published else None,
        )

    return extract


TEXT_PEERS: tuple[Peer, ...] = (
    Peer("declutter", "declutter", _declutter_text),
    Peer("declutter by rule alone", "declutter", _declutter_by_rule),
    Peer("trafilatura", "trafilatura", _trafilatura),
    Peer("trafilatura fast", "trafilatura", _trafilatura_fast),
    Peer("resiliparse", "resiliparse", _resiliparse),
    Peer("turbohtml", "turbohtml", _turbohtml),
    Peer("readability-lxml", "readability-lxml", _readability_lxml),
)
METADATA_PEERS: tuple[Peer, ...] = (
    Peer("declutter", "declutter", _declutter_metadata),
    Peer("trafilatura", "trafilatura", _trafilatura_metadata),
    Peer("turbohtml", "turbohtml", _turbohtml_article),
    Peer("newspaper4k", "newspaper4k", _newspaper),
)


def quiet() -> None:
    """Keep the peers' log lines and warnings out of the run."""
    logging.disable(logging.ERROR)
    warnings.simplefilter("ignore")
