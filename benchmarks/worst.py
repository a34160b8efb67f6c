"""`python -m benchmarks.worst CORPUS`: the pages that go worst, and the blocks to blame."""

from __future__ import annotations

import argparse
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpora import CorpusPage, folds, load_corpus
from benchmarks.fit.labels import label_blocks
from benchmarks.metrics import Overlap, Segments, word_overlap, words
from benchmarks.peers import FITTED_CORPUS, declutter_for_fold, quiet


@dataclass(slots=True)
class Case:
    """A page, what declutter made of it (None where it raised), and how good that is."""

    page: CorpusPage
    document: Any
    error: str | None
    overlap: Overlap


def find_cases(pages: list[CorpusPage], fold_of: list[int | None]) -> list[Case]:
    """All pages cleaned, the worst first."""
    cases = [_clean(page, fold) for page, fold in zip(pages, fold_of, strict=True)]
    cases.sort(key=lambda case: case.overlap.f1)
    return cases


def describe(case: Case, width: int, blocks: int) -> Iterator[str]:
    """Lines on one page: its scores, then the blocks wrongly kept and lost, longest first."""
    page, overlap = case.page, case.overlap
    yield f"=== {page.id}  {page.kind}  {page.url or ''}"
    yield f"F1 {overlap.f1:.3f}  precision {overlap.precision:.3f}  recall {overlap.recall:.3f}"
    if case.document is None:
        yield f"raised {case.error}"
        return
    document = case.document
    yield (
        f"page type {document.page_type}  confidence {document.confidence:.3f}  "
        f"decided by {document.decided_by}  {len(document.blocks)} blocks, {len(page.raw):,} bytes"
    )
    if page.text is not None:
        yield _missing_words(document, page.text)
    kept, lost = _wrong_blocks(document, page)
    for heading, wrong in (("wrongly kept", kept), ("wrongly lost", lost)):
        wrong.sort(key=lambda block: -len(block.text))
        yield f"{heading}: {len(wrong)} blocks, {sum(len(words(b.text)) for b in wrong)} words"
        for block in wrong[:blocks]:
            verdict = block.verdict
            yield f"  [{block.kind}, {verdict.score:.2f}, {verdict.rule}: {verdict.reason}]"
            yield f"    {textwrap.shorten(block.text, width, placeholder=' …')}"


def main() -> None:
    """Read the options and print the worst pages."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.worst", description=__doc__)
    parser.add_argument("corpus", type=Path, help="a corpus folder with pages.jsonl")
    parser.add_argument("--number", type=int, default=50, help="how many pages (50)")
    parser.add_argument("--sample", type=int, help="look at N pages of the corpus only")
    parser.add_argument("--kind", help="look at pages of this kind only")
    parser.add_argument("--blocks", type=int, default=12, help="how many blocks of each mistake")
    parser.add_argument("--width", type=int, default=160, help="how much of a block's text")
    options = parser.parse_args()
    quiet()
    pages = load_corpus(options.corpus, options.sample)
    if options.kind:
        pages = [page for page in pages if page.kind == options.kind]
    fold_of: list[int | None] = [None] * len(pages)
    if options.corpus.resolve().name == FITTED_CORPUS:
        fold_of = list(folds(pages))
    for case in find_cases(pages, fold_of)[: options.number]:
        print("\n".join(describe(case, options.width, options.blocks)), end="\n\n")


def _clean(page: CorpusPage, fold: int | None) -> Case:
    document, error, text = None, None, ""
    try:
        document = declutter_for_fold(fold)(page.raw, url=page.url)
        text = document.text
    except Exception as problem:
        error = repr(problem)
    return Case(page, document, error, _overlap(page, text))


def _overlap(page: CorpusPage, text: str) -> Overlap:
    """Word overlap with the gold text, or that of the segments where there is no gold text."""
    if page.text is not None:
        return word_overlap(text, page.text)
    segments = Segments()
    segments.add(text, page.with_, page.without)
    return Overlap(segments.f1, segments.precision, segments.recall)


def _wrong_blocks(document: Any, page: CorpusPage) -> tuple[list[Any], list[Any]]:
    """The blocks wrongly kept and wrongly lost, by gold text, else by the segments in them."""
    kept: list[Any] = []
    lost: list[Any] = []
    for block, content in zip(document.blocks, _content(document.blocks, page), strict=True):
        if content is not None and block.verdict.keep != content:
            (kept if block.verdict.keep else lost).append(block)
    return kept, lost


def _content(blocks: list[Any], page: CorpusPage) -> list[bool | None]:
    """For each block, whether it is content; None where gold does not say."""
    if page.text is not None:
        return [share >= 0.5 for share in label_blocks([b.text for b in blocks], page.text)]
    content: list[bool | None] = []
    for block in blocks:
        wanted = any(segment in block.text for segment in page.with_)
        unwanted = any(segment in block.text for segment in page.without)
        content.append(wanted if wanted != unwanted else None)
    return content


def _missing_words(document: Any, gold: str) -> str:
    wanted = Counter(words(gold))
    read = Counter(word for block in document.blocks for word in words(block.text))
    missing = (wanted - read).total()
    return f"{missing} of {wanted.total()} gold words are in no block"


if __name__ == "__main__":
    main()
