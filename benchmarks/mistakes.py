"""`python -m benchmarks.mistakes CORPUS ...`: what kinds of mistake remain, and what each costs.

A kind of mistake is a sort of block wrongly kept or wrongly lost. It costs the mean word F1 that
would be gained if those blocks alone were judged right, by the labels that the score is fitted on.
Only corpora with gold texts tell; one that the table is fitted on is scored by the tables of its
folds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.ablation import scored_case, tables_of
from benchmarks.corpora import CorpusPage, load_corpus
from benchmarks.fit.labels import label_blocks
from benchmarks.metrics import counted_overlap, mean, words
from benchmarks.peers import quiet
from benchmarks.reports import report_options, write_report
from benchmarks.tables import table
from declutter.judge.decision import decide
from declutter.judge.rules import apply_rules
from declutter.judge.table import Table
from declutter.page import Block

SHORT = 6
LONG = 30
MOSTLY_LINKED = 0.5
UNREAD = "gold words that are in no block"
EMPTY = "text kept of a page whose gold is empty"


@dataclass(slots=True)
class Kind:
    """One kind of mistake: the words in wrong blocks, the pages that have some, and the word F1
    gained where it is put right, summed by kind of page."""

    words: int = 0
    pages: int = 0
    gains: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Mistakes:
    """What went wrong on a corpus: kinds by name, and the pages' word F1 by kind of page."""

    kinds: dict[str, Kind] = field(default_factory=lambda: defaultdict(Kind))
    f1: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))


def find_mistakes(pages: Sequence[CorpusPage], tables: Sequence[Table | None]) -> Mistakes:
    """Judge the pages, and sort what went wrong by kind."""
    found = Mistakes()
    for page, fitted in zip(pages, tables, strict=True):
        case, scored, chosen = scored_case(page, fitted)
        if case.page.blocks:
            apply_rules(case)
            decide(case, scored, chosen, "balanced")
        add_page(found, page, case.page.blocks)
    return found


def add_page(found: Mistakes, page: CorpusPage, blocks: list[Block]) -> None:
    """Count the mistakes of one judged page."""
    assert page.text is not None
    gold = Counter(words(page.text))
    own = [Counter(words(block.text)) for block in blocks]
    output: Counter[str] = Counter()
    for block, counted in zip(blocks, own, strict=True):
        if block.verdict.keep:
            output.update(counted)
    reached = counted_overlap(output, gold).f1
    found.f1[page.kind].append(reached)
    if not gold:
        if output:
            _note(found, EMPTY, page.kind, output.total(), 1.0)
        return
    wrong: dict[str, list[int]] = defaultdict(list)
    shares = label_blocks([block.text for block in blocks], page.text)
    for i, (block, share) in enumerate(zip(blocks, shares, strict=True)):
        if own[i] and block.verdict.keep != (share >= 0.5):
            wrong[f"{sort_of(block)}, {'kept' if block.verdict.keep else 'lost'}"].append(i)
    for name, places in wrong.items():
        mended = output.copy()
        for i in places:
            (mended.subtract if blocks[i].verdict.keep else mended.update)(own[i])
        gain = counted_overlap(+mended, gold).f1 - reached
        _note(found, name, page.kind, sum(own[i].total() for i in places), gain)
    unread = gold - sum(own, Counter())
    if unread:
        gain = counted_overlap(output + unread, gold).f1 - reached
        _note(found, UNREAD, page.kind, unread.total(), gain)


def sort_of(block: Block) -> str:
    """What sort of block it is, by the first of its traits that tells most."""
    size = len(words(block.text))
    if block.verdict.rule == "repeated line":
        return "repeated blocks"
    if block.hidden:
        return "hidden blocks"
    if block.link_length >= MOSTLY_LINKED * max(len(block.text), 1):
        return "links and cards" if size >= SHORT else "short links"
    if block.kind in ("table_row", "code", "caption", "heading"):
        return {"table_row": "rows of tables"}.get(block.kind, block.kind)
    if size < SHORT:
        return "lines under six words"
    return "prose from thirty words on" if size >= LONG else "prose under thirty words"


def _note(found: Mistakes, name: str, page_kind: str, count: int, gain: float) -> None:
    kind = found.kinds[name]
    kind.words += count
    kind.pages += 1
    kind.gains[page_kind] += gain


def figures(found: Mistakes) -> dict[str, Any]:
    """The mistakes as plain values, the dearest first; gains as parts of the mean word F1."""
    pages = {kind: len(values) for kind, values in found.f1.items()}
    total = sum(pages.values())
    kinds = [
        {
            "mistake": name,
            "pages": kind.pages,
            "words": kind.words,
            "gain": kind.gains.total() / total,
            "by kind": {page: kind.gains[page] / count for page, count in pages.items()},
        }
        for name, kind in found.kinds.items()
    ]
    kinds.sort(key=lambda kind: -float(str(kind["gain"])))
    every = [value for values in found.f1.values() for value in values]
    by_kind = {kind: mean(values) for kind, values in sorted(found.f1.items())}
    return {"pages": total, "f1": mean(every), "by kind": by_kind, "mistakes": kinds}


def render(results: dict[str, dict[str, Any]]) -> str:
    """The tables, one a corpus."""
    parts = [
        "# What kinds of mistake remain",
        "What each kind of mistake costs: the word F1 that would be gained if its blocks alone "
        "were judged right, over all pages and by kind of page. Several gains do not add up.",
    ]
    for name, result in results.items():
        kinds = list(result["by kind"])
        rows = [["word F1 now", "", "", f"{result['f1']:.4f}"]]
        rows[0] += [f"{result['by kind'][kind]:.4f}" for kind in kinds]
        for mistake in result["mistakes"]:
            row = [mistake["mistake"], f"{mistake['pages']}", f"{mistake['words']:,}"]
            row.append(f"{mistake['gain']:+.4f}")
            rows.append(row + [f"{mistake['by kind'][kind]:+.4f}" for kind in kinds])
        parts.append(f"## {name}, {result['pages']:,} pages")
        parts.append(table(["mistake", "pages", "words", "all", *kinds], rows))
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Read the options and run."""
    options = report_options("mistakes", __doc__)
    quiet()
    results: dict[str, dict[str, Any]] = {}
    for path in options.corpora:
        pages = [page for page in load_corpus(path, options.sample) if page.text is not None]
        if pages:
            name = path.resolve().name
            results[name] = figures(find_mistakes(pages, tables_of("html", name, pages)))
    write_report(options.out, "mistakes", results, render(results))


if __name__ == "__main__":
    main()
