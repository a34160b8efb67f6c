"""Pages flattened to text and Markdown, and what cleaning the flat text gives.

Beside declutter stand the text as it is and the line filter of the C4 corpus (Raffel et al. 2020):
a line stays that ends in a terminal punctuation mark and has at least three words.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.corpora import CorpusPage, folds, load_corpus
from benchmarks.measure import measure
from benchmarks.metrics import counted_overlap, mean, words
from benchmarks.peers import FITTED_CORPUS, TEXT_PEERS, Found, declutter_for_fold, quiet
from benchmarks.score import score_text
from benchmarks.tables import number, table
from declutter.page import InputFormat

_END_MARKS = (".", "!", "?", '"', "”", "。", "！", "？")
Flattener = Callable[[str], str]


def flatteners() -> dict[str, tuple[InputFormat, Flattener]]:
    """How decoded pages become text: the input format that comes out, and what does it."""
    import html2text
    from inscriptis import get_text
    from markdownify import markdownify
    from resiliparse.extract.html2text import extract_plain_text
    from trafilatura import html2txt

    def without_links(html: str) -> str:
        converter = html2text.HTML2Text()
        converter.ignore_links = True
        converter.ignore_images = True
        return converter.handle(html)

    return {
        "inscriptis": ("text", get_text),
        "resiliparse": ("text", lambda html: extract_plain_text(html, main_content=False)),
        "trafilatura html2txt": ("text", html2txt),
        "html2text": ("markdown", html2text.html2text),
        "html2text without links": ("markdown", without_links),
        "markdownify": ("markdown", markdownify),
    }


def decode(raw: bytes) -> str:
    """The page as text, as a scraper would have decoded it."""
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    return str(bytes_to_str(raw, detect_encoding(raw) or "utf-8"))


def flattened(pages: Sequence[CorpusPage], flattener: Flattener) -> list[CorpusPage]:
    """The pages with their flat text as `raw`; empty where the flattener fails."""
    return [replace(page, raw=_flat(flattener, page).encode("utf-8", "replace")) for page in pages]


def c4_lines(text: str) -> str:
    """The lines that the C4 line filter keeps."""
    lines = [line.strip() for line in text.splitlines()]
    return "\n".join(line for line in lines if line.endswith(_END_MARKS) and len(line.split()) >= 3)


def run_flattened(corpora: Sequence[Path], sample: int | None, out: Path) -> dict[str, Any]:
    """Score the corpora's pages flattened in every way, and the gold texts put in as they are.

    Writes flattened.json and flattened.md to `out`, and returns what flattened.json holds.
    """
    quiet()
    results: dict[str, Any] = {"sample": sample, "corpora": []}
    for path in corpora:
        pages = load_corpus(path, sample)
        name = path.resolve().name
        fold_of: list[int | None] = [None] * len(pages)
        if name == FITTED_CORPUS:
            fold_of = list(folds(pages))
        results["corpora"].append(_score_flattened(name, pages, fold_of))
    out.mkdir(parents=True, exist_ok=True)
    (out / "flattened.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    (out / "flattened.md").write_text(_render(results), encoding="utf-8")
    return results


def _score_flattened(
    name: str, pages: list[CorpusPage], fold_of: list[int | None]
) -> dict[str, Any]:
    print(f"{name}: declutter on HTML", file=sys.stderr, flush=True)
    html = score_text(pages, measure(TEXT_PEERS[0].load(), pages, fold_of))
    report: dict[str, Any] = {"name": name, "pages": len(pages), "html": _brief(html), "flat": {}}
    for flattener, (input_format, flatten) in flatteners().items():
        print(f"{name}: {input_format} by {flattener}", file=sys.stderr, flush=True)
        flat = flattened(pages, flatten)
        ways = {
            "declutter": _cleaner(input_format),
            "as it is": lambda page, fold: Found(page.raw.decode()),
            "C4 line filter": lambda page, fold: Found(c4_lines(page.raw.decode())),
        }
        report["flat"][flattener] = {
            "format": input_format,
            "characters": mean(len(page.raw.decode()) for page in flat),
            "ways": {
                way: _brief(score_text(pages, measure(extract, flat, fold_of)))
                for way, extract in ways.items()
            },
        }
    report["gold_kept"] = _gold_kept(pages, fold_of)
    return report


def _cleaner(input_format: str) -> Callable[[CorpusPage, int | None], Found]:
    def extract(page: CorpusPage, fold: int | None) -> Found:
        clean = declutter_for_fold(fold)
        return Found(clean(page.raw, input_format=input_format, metadata=False).text)

    return extract


def _gold_kept(pages: list[CorpusPage], fold_of: list[int | None]) -> float | None:
    """The share of its words that a gold text keeps when it goes in as plain text."""
    chosen = [(page, fold) for page, fold in zip(pages, fold_of, strict=True) if page.text]
    gold = [replace(page, raw=(page.text or "").encode()) for page, _ in chosen]
    outputs = measure(_cleaner("text"), gold, [fold for _, fold in chosen])
    return mean(
        counted_overlap(Counter(words(found.text)), Counter(words(page.text or ""))).recall
        for page, found in zip(gold, outputs, strict=True)
    )


def _brief(score: Any) -> dict[str, Any]:
    names = ("f1", "precision", "recall", "segment_f1", "leak", "ms", "failures")
    return {name: getattr(score, name) for name in names}


def _flat(flattener: Flattener, page: CorpusPage) -> str:
    try:
        return flattener(decode(page.raw)) or ""
    except Exception:
        return ""


def _render(results: dict[str, Any]) -> str:
    headings = ["flattened by", "cleaned by", "word F1", "precision", "recall", "segment F1"]
    headings += ["leak", "CPU ms a page", "failures"]
    parts = ["# Cleaning flattened pages"]
    if results["sample"]:
        parts.append(f"A sample of {results['sample']} pages a corpus.")
    for corpus in results["corpora"]:
        rows = [["(HTML)", "declutter", *_cells(corpus["html"])]]
        for flattener, entry in corpus["flat"].items():
            for way, score in entry["ways"].items():
                rows.append([f"{flattener} ({entry['format']})", way, *_cells(score)])
        parts += [f"## {corpus['name']}, {corpus['pages']:,} pages", table(headings, rows)]
        parts.append(_render_cost(corpus))
        if corpus["gold_kept"] is not None:
            parts.append(
                f"Gold texts put in as plain text keep {corpus['gold_kept']:.1%} of their words."
            )
    return "\n\n".join(parts) + "\n"


def _render_cost(corpus: dict[str, Any]) -> str:
    """What cleaning flattened pages costs, as shares of what cleaning them as HTML costs."""
    costs = {name: entry["ways"]["declutter"]["ms"] for name, entry in corpus["flat"].items()}
    whole = corpus["html"]["ms"]
    shares = [f"{name} {cost / whole:.2f}" for name, cost in costs.items()]
    shares.append(f"all forms together {sum(costs.values()) / len(costs) / whole:.2f}")
    return f"CPU time of cleaning, the same pages as HTML being 1: {', '.join(shares)}."


def render_flattened(results: dict[str, Any]) -> str:
    """The run in short, for the README: word F1 of each way, and declutter's leak and cost."""
    names = list(results["corpora"][0]["flat"]["inscriptis"]["ways"])
    headings = [
        "pages",
        "flattened by",
        *[f"F1, {name}" for name in names],
        "leak",
        "CPU ms a page",
    ]
    rows = []
    kept = []
    for corpus in results["corpora"]:
        label = f"{corpus['name']}, {corpus['pages']:,} pages"
        measure = "segment_f1" if corpus["gold_kept"] is None else "f1"
        lines: list[tuple[str, dict[str, Any]]] = [("(HTML)", {names[0]: corpus["html"]})]
        lines += [(name, entry["ways"]) for name, entry in corpus["flat"].items()]
        for name, ways in lines:
            values = [number(ways[way][measure], measure) if way in ways else "" for way in names]
            own = [number(ways[names[0]][key], key) for key in ("leak", "ms")]
            rows.append([label, name, *values, *own])
            label = ""
        if corpus["gold_kept"] is not None:
            kept.append(f"{corpus['gold_kept']:.1%} ({corpus['name']})")
    said = f"Gold texts put in as plain text keep of their words: {', '.join(kept)}."
    return "\n\n".join([table(headings, rows), said] if kept else [table(headings, rows)])


def _cells(score: dict[str, Any]) -> list[str]:
    return [
        str(score[name]) if name == "failures" else number(score[name], name)
        for name in ("f1", "precision", "recall", "segment_f1", "leak", "ms", "failures")
    ]
