"""Labelled pages, as the judge sees them: read, split, measured."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpora import CorpusPage, folds
from benchmarks.fit.labels import label_blocks
from benchmarks.flatten import decode, flatteners
from declutter.deadline import Deadline
from declutter.judge.case import block_labels, build_case
from declutter.judge.evidence import measure
from declutter.judge.evidence.layout import PIECE, WIDTH
from declutter.judge.evidence.outline import Outline
from declutter.judge.split import split_blocks
from declutter.page import InputFormat, Page
from declutter.readers import read

Matrix = NDArray[np.float32]
Vector = NDArray[np.float64]
MOST_BYTES = 20_000_000
MOST_BLOCKS = 80
"""Of one form of a page that are fitted on: its other forms have the rest, and a few pages of
thousands of lines teach little more."""
GOLD_WEIGHT = 2.5
"""What a gold text, which is all content, weighs beside a page: there is one to six forms of it."""


@dataclass(slots=True)
class Example:
    """A page with what is known of its blocks: their labels, and the measurements that need no
    fitting. `group` is its corpus page, shared by several flattened forms of
    one page. `chosen` are the blocks that are fitted on, and `weight` is what the page weighs.
    `counted` are those that words and signals are counted on: a word of one page in all its
    forms is still of one page."""

    page: Page
    outline: Outline
    folded: list[str]
    group: int
    fold: int
    kind: str
    says: list[str]
    content: list[float]
    known: Matrix
    chosen: NDArray[np.intp]
    weight: float = 1.0
    counted: bool = True


@dataclass(slots=True, frozen=True)
class Source:
    """One form of a corpus page to read: its data and format, and what flattens it first."""

    data: bytes | str
    input_format: InputFormat
    flattener: str
    gold: str
    kind: str
    group: int
    fold: int
    most_blocks: int = 0
    """Blocks that are fitted on at most, chosen at random; 0 for all."""
    weight: float = 1.0
    counted: bool = True


def sources_of(form: str, pages: list[CorpusPage]) -> list[Source]:
    """What is fitted on for a form of input, "html" or "text"."""
    return html_sources(pages) if form == "html" else text_sources(pages)


def html_sources(pages: list[CorpusPage]) -> list[Source]:
    """The pages with gold text, as they were served."""
    return [source for source in served_sources(pages) if source.gold]


def served_sources(pages: list[CorpusPage]) -> list[Source]:
    """All pages as they were served, also those of which nothing is content."""
    return [
        Source(page.raw, "html", "", page.text or "", page.kind, number, fold)
        for number, (page, fold) in enumerate(zip(pages, folds(pages), strict=True))
    ]


def text_sources(pages: list[CorpusPage]) -> list[Source]:
    """The pages with gold text flattened by every flattener, and the gold texts as they are: what
    is clean has to stay. One form of text and one of Markdown, by every flattener in turn, and the
    gold text are counted."""
    forms: tuple[InputFormat, InputFormat] = ("text", "markdown")
    names = {
        form: [name for name, (own, _) in flatteners().items() if own == form] for form in forms
    }
    sources: list[Source] = []
    for number, (page, fold) in enumerate(zip(pages, folds(pages), strict=True)):
        if not page.text:
            continue
        about = (page.text, page.kind, number, fold)
        for form, turn in zip(forms, (number, number // 3), strict=True):
            for place, name in enumerate(names[form]):
                counted = place == turn % len(names[form])
                sources.append(Source(page.raw, form, name, *about, MOST_BLOCKS, counted=counted))
        sources.append(Source(page.text, "text", "", *about, MOST_BLOCKS, GOLD_WEIGHT))
    return sources


def load_examples(sources: list[Source], workers: int) -> list[Example]:
    """Read and measure the sources in processes; a page without blocks is left out."""
    with ProcessPoolExecutor(workers) as pool:
        found = pool.map(_load, sources, chunksize=16)
        return [example for example in found if example is not None]


def read_source(source: Source) -> Page:
    """The page of a source, flattened before where it says so."""
    data = source.data
    if source.flattener:
        assert isinstance(data, bytes)
        data = flatteners()[source.flattener][1](decode(data)) or ""
    return read(
        data,
        url=None,
        input_format=source.input_format,
        charset=None,
        max_bytes=MOST_BYTES,
        deadline=Deadline(None),
    )


def _load(source: Source) -> Example | None:
    page = read_source(source)
    split_blocks(page)
    if not page.blocks:
        return None
    case = build_case(page, "article", [])
    outline = case.outline
    says = block_labels(case)
    evidence = measure(page, outline, case.folded, says, None)
    pieces = [
        np.frombuffer(evidence.rows_from(at), dtype=np.float32)
        for at in range(0, evidence.count, PIECE)
    ]
    return Example(
        page=page,
        outline=outline,
        folded=case.folded,
        group=source.group,
        fold=source.fold,
        kind=source.kind,
        says=says,
        content=label_blocks([block.text for block in page.blocks], source.gold),
        known=np.concatenate(pieces).reshape(-1, WIDTH),
        chosen=_choose(len(page.blocks), source),
        weight=source.weight,
        counted=source.counted,
    )


def _choose(count: int, source: Source) -> NDArray[np.intp]:
    """The blocks that are fitted on, the same for the same form of a page."""
    if not source.most_blocks or count <= source.most_blocks:
        return np.arange(count)
    generator = np.random.default_rng([source.group, *source.flattener.encode()])
    return np.sort(generator.choice(count, source.most_blocks, replace=False))
