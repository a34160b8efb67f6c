"""declutter beside other extractors on the same page: which of them kept which block."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final

from declutter.document import Document
from declutter.xray.against import are_in, split_words

OWN: Final = "declutter"


@dataclass(slots=True, frozen=True)
class Column:
    """What one extractor made of the page.

    `kept` runs beside the document's blocks, None where a block is too short to tell. `agreement`
    is the word F1 with declutter's text. `missing` says why there is no text, where there is none.
    """

    name: str
    text: str
    kept: list[bool | None]
    words: int
    agreement: float
    missing: str = ""


def compare_extractors(data: bytes, document: Document) -> list[Column]:
    """A column for declutter's document and for each peer, read from the same data."""
    verdicts: list[bool | None] = [block.verdict.keep for block in document.blocks]
    own = document.text
    columns = [Column(OWN, own, verdicts, len(split_words(own)), 1.0)]
    texts = [block.text for block in document.blocks]
    for name, extract in _PEERS:
        if find_spec(name) is None:
            columns.append(_empty(name, "is not installed", len(texts)))
            continue
        if document.format != "html":
            columns.append(_empty(name, "reads HTML only", len(texts)))
            continue
        try:
            text = extract(data)
        except Exception as error:  # a peer's trouble with a page is what a comparison is to show
            columns.append(_empty(name, f"failed: {type(error).__name__}: {error}", len(texts)))
            continue
        words = len(split_words(text))
        columns.append(Column(name, text, are_in(texts, text), words, _word_f1(own, text)))
    return columns


def differs(columns: list[Column], at: int) -> bool:
    """Whether the extractors disagree on a block."""
    said = {column.kept[at] for column in columns if not column.missing}
    return {True, False} <= said


def _empty(name: str, missing: str, blocks: int) -> Column:
    return Column(name, "", [None] * blocks, 0, 0.0, missing)


def _word_f1(text: str, other: str) -> float:
    found, expected = Counter(split_words(text)), Counter(split_words(other))
    total = found.total() + expected.total()
    return 2 * (found & expected).total() / total if total else 1.0


def _trafilatura(data: bytes) -> str:
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return extract(data, include_comments=False) or ""


def _resiliparse(data: bytes) -> str:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(data, detect_encoding(data) or "utf-8")
    return str(extract_plain_text(tree, main_content=True, comments=False, alt_texts=False))


_PEERS: Final[tuple[tuple[str, Callable[[bytes], str]], ...]] = (
    ("trafilatura", _trafilatura),
    ("resiliparse", _resiliparse),
)
