"""Corpora of pages with gold, and their folds by registrable domain."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import tldextract

FOLDS = 5
ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"


@dataclass(slots=True, frozen=True)
class CorpusPage:
    """A page and its gold: `raw` is the page as served, `text` the wanted text or None where only
    segments are known, `with_` and `without` are wanted and unwanted snippets.
    """

    id: str
    raw: bytes
    url: str | None = None
    kind: str = "any"
    text: str | None = None
    with_: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    title: str | None = None
    author: str | None = None
    date: str | None = None


def data_root() -> Path:
    """The folder with `corpora` and `seeds`: DECLUTTER_DATA, else ../shared of the project."""
    return Path(os.environ.get("DECLUTTER_DATA") or ROOT / "../shared").resolve()


def load_corpus(path: Path | str, sample: int | None = None, seed: int = 0) -> list[CorpusPage]:
    """The pages of a corpus folder (`pages.jsonl` and the gzipped pages beside it), in file order.

    `sample` takes that many pages, the same for the same `seed`. Raises FileNotFoundError where
    the folder has no `pages.jsonl`.
    """
    folder = Path(path)
    with (folder / "pages.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    return [_load_page(folder, record) for record in _sampled(records, sample, seed)]


def load_fixtures(path: Path | str = FIXTURES) -> list[CorpusPage]:
    """The fixtures as a corpus: a folder a page, `expected.txt` and `expected.json` its gold.

    A page's kind is the `page_type` of `expected.json`, else the ending of its file.
    """
    pages = []
    for folder in sorted(Path(path).iterdir()) if Path(path).is_dir() else []:
        sources = sorted(folder.glob("page.*"))
        if not sources or not (folder / "expected.txt").exists():
            continue
        pages.append(_load_fixture(folder, sources[0]))
    return pages


def load_seeds(path: Path | str | None = None) -> list[CorpusPage]:
    """The texts that the project started from, with the texts expected; none where they are absent.

    `path` is their folder, `seeds` of the data by default.
    """
    folder = Path(path) if path is not None else data_root() / "seeds"
    return [
        CorpusPage(
            id=gold.name.removesuffix(".expected.txt"),
            raw=gold.with_name(gold.name.replace(".expected.txt", ".txt")).read_bytes(),
            kind="seed",
            text=gold.read_text(encoding="utf-8"),
        )
        for gold in sorted(folder.glob("*.expected.txt"))
    ]


def folds(pages: Sequence[CorpusPage]) -> list[int]:
    """The fold (0 to 4) of each page, by a hash of its registrable domain: a domain is in one fold.

    A page without url is a domain of its own.
    """
    return [_fold(domain(page)) for page in pages]


def domain(page: CorpusPage) -> str:
    """The registrable domain of a page, its id where it has no url."""
    if not page.url:
        return f"page {page.id}"
    parts = _extractor()(page.url)
    return parts.top_domain_under_public_suffix or parts.fqdn or parts.domain or page.url


def _fold(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % FOLDS


@cache
def _extractor() -> tldextract.TLDExtract:
    """The public suffix list that the package ships: nothing is fetched, nothing is written."""
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def _sampled(records: list[dict[str, Any]], sample: int | None, seed: int) -> list[dict[str, Any]]:
    if sample is None or sample >= len(records):
        return records
    chosen = random.Random(seed).sample(range(len(records)), sample)
    return [records[index] for index in sorted(chosen)]


def _load_page(folder: Path, record: dict[str, Any]) -> CorpusPage:
    return CorpusPage(
        id=record["id"],
        raw=gzip.decompress((folder / record["html"]).read_bytes()),
        url=record.get("url") or None,
        kind=record.get("kind") or "any",
        text=record.get("text"),
        with_=list(record.get("with") or []),
        without=list(record.get("without") or []),
        title=record.get("title") or None,
        author=record.get("author") or None,
        date=record.get("date") or None,
    )


def _load_fixture(folder: Path, source: Path) -> CorpusPage:
    details = folder / "expected.json"
    expected = json.loads(details.read_text(encoding="utf-8")) if details.exists() else {}
    authors = expected.get("authors") or []
    return CorpusPage(
        id=folder.name,
        raw=source.read_bytes(),
        url=expected.get("url") or None,
        kind=expected.get("page_type") or source.suffix.lstrip("."),
        text=(folder / "expected.txt").read_text(encoding="utf-8"),
        title=expected.get("title") or None,
        author=expected.get("author") or ", ".join(authors) or None,
        date=expected.get("published") or None,
    )
