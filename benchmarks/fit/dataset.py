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
from declutter.document import InputFormat, Page
from declutter.judge.case import block_labels, build_case
from declutter.judge.evidence import measure_known
from declutter.judge.evidence.layout import ODDS_AT, WIDTH
from declutter.judge.evidence.outline import Outline, draw_outline
from declutter.judge.split import split_blocks
from declutter.readers import read

Matrix = NDArray[np.float32]
Vector = NDArray[np.float64]
MOST_BYTES = 20_000_000


@dataclass(slots=True)
class Example:
    """A page with what is known of its blocks: their labels, and the measurements that need no
    fitting. `group` is its corpus page, shared by several flattened forms of one page."""

    page: Page
    outline: Outline
    folded: list[str]
    group: int
    fold: int
    kind: str
    says: list[str]
    content: list[float]
    known: Matrix


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


def html_sources(pages: list[CorpusPage]) -> list[Source]:
    """The pages with gold text, as they were served."""
    return [
        Source(page.raw, "html", "", page.text, page.kind, number, fold)
        for number, (page, fold) in enumerate(zip(pages, folds(pages), strict=True))
        if page.text
    ]


def text_sources(pages: list[CorpusPage]) -> list[Source]:
    """The pages with gold text flattened, to text and to Markdown and by every flattener in turn,
    and every third gold text as it is: what is clean has to stay."""
    names: dict[str, list[str]] = {"text": [], "markdown": []}
    for name, (form, _) in flatteners().items():
        names[form].append(name)
    sources: list[Source] = []
    for number, (page, fold) in enumerate(zip(pages, folds(pages), strict=True)):
        if not page.text:
            continue
        about = (page.text, page.kind, number, fold)
        form: InputFormat = "markdown" if number % 2 else "text"
        turns = names[form]
        sources.append(Source(page.raw, form, turns[number // 2 % len(turns)], *about))
        if number % 3 == 0:
            sources.append(Source(page.text, "text", "", *about))
    return sources


def load_examples(sources: list[Source], workers: int) -> list[Example]:
    """Read and measure the sources in processes; a page without blocks is left out."""
    with ProcessPoolExecutor(workers) as pool:
        found = pool.map(_load, sources, chunksize=16)
        return [example for example in found if example is not None]


def _load(source: Source) -> Example | None:
    data = source.data
    if source.flattener:
        assert isinstance(data, bytes)
        data = flatteners()[source.flattener][1](decode(data)) or ""
    page = read(
        data,
        url=None,
        input_format=source.input_format,
        charset=None,
        max_bytes=MOST_BYTES,
        deadline=Deadline(None),
    )
    split_blocks(page)
    if not page.blocks:
        return None
    case = build_case(page, "article", [])
    outline = draw_outline(page)
    rows = np.array(measure_known(page, outline, case.folded), dtype=np.float32)
    return Example(
        page=page,
        outline=outline,
        folded=case.folded,
        group=source.group,
        fold=source.fold,
        kind=source.kind,
        says=block_labels(case),
        content=label_blocks([block.text for block in page.blocks], source.gold),
        known=rows.reshape(-1, WIDTH)[:, :ODDS_AT].copy(),
    )
