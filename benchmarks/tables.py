"""Results as Markdown tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

MEASURES: tuple[tuple[str, str], ...] = (
    ("f1", "word F1"),
    ("precision", "precision"),
    ("recall", "recall"),
    ("segment_f1", "segment F1"),
    ("segment_precision", "segment precision"),
    ("segment_recall", "segment recall"),
    ("leak", "leak"),
    ("ms", "CPU ms a page"),
)
_LOWER_IS_BETTER = frozenset({"leak", "ms", "invented"})
_OWN_PAGES = "our own test pages"
_TERMS = """\
Every extractor gets the raw bytes; decoding is inside its time; comments are off. Time is CPU time
of the process after a first page. An exception, and a page that takes longer than 30 seconds, are
failures and count as empty output. Metadata: equal to gold after folding case and punctuation, over
the pages whose gold has the field, and the share of the other pages that were given a value;
declutter's time there is that of text and metadata together, the others' that of their metadata
call."""


def render_results(results: Mapping[str, Any]) -> str:
    """The whole run as a Markdown page: each corpus, by kind of page, and metadata."""
    parts = ["# Results", _about(results)]
    for corpus in results["corpora"]:
        parts += _render_corpus(corpus)
    return "\n\n".join(part for part in parts if part) + "\n"


def render_overview(results: Mapping[str, Any]) -> str:
    """The run in short, for the README: a row a corpus and measure, a column an extractor."""
    names = list(dict.fromkeys(name for c in results["corpora"] for name in c["text"]))
    rows = []
    for corpus in results["corpora"]:
        label = corpus_label(corpus)
        for measure, heading in MEASURES:
            if measure in ("precision", "recall", "segment_precision", "segment_recall"):
                continue
            values = [_at(corpus["text"], name, "all", measure) for name in names]
            if any(value is not None for value in values):
                rows.append([label, heading, *_best(values, measure)])
                label = ""
    return table(["pages", "measure", *names], rows)


def render_kinds(corpus: Mapping[str, Any], measure: str) -> str:
    """One measure of a corpus by kind of page: a row an extractor."""
    kinds = list(corpus["kinds"])
    columns = [
        _best([_at(score["kinds"], kind, measure) for score in corpus["text"].values()], measure)
        for kind in kinds
    ]
    rows = [[name, *cells] for name, *cells in zip(corpus["text"], *columns, strict=True)]
    return table(["extractor", *(f"{kind} ({corpus['kinds'][kind]})" for kind in kinds)], rows)


def render_metadata(corpus: Mapping[str, Any]) -> str:
    """Title, author and date of a corpus: the share right, and the share of values without gold."""
    scores = corpus["metadata"]
    first = next(iter(scores.values()))
    headings, columns = ["extractor"], []
    for field in ("title", "author", "date"):
        headings += [f"{field} right ({first[field]['gold']})"]
        headings += [f"{field} without gold ({first[field]['no_gold']})"]
        for part in ("right", "invented"):
            columns.append(_best([score[field][part] for score in scores.values()], part))
    headings.append("CPU ms a page")
    columns.append(_best([score["ms"] for score in scores.values()], "ms"))
    rows = [[name, *cells] for name, *cells in zip(scores, *columns, strict=True)]
    return table(headings, rows)


def corpus_label(corpus: Mapping[str, Any]) -> str:
    """A corpus with its size; the fixtures are named as our own."""
    own = f", {_OWN_PAGES}" if corpus["name"].startswith("fixtures") else ""
    return f"{corpus['name']}{own}, {corpus['pages']:,} pages"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, its first column to the left and the others to the right."""
    rule = [":--"] + ["--:"] * (len(headings) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in [headings, rule, *rows])


def number(value: float | None, measure: str) -> str:
    """A figure as it is shown: milliseconds with one digit, shares with three."""
    if value is None:
        return ""
    return f"{value:.1f}" if measure == "ms" else f"{value:.3f}"


def _best(values: Sequence[float | None], measure: str) -> list[str]:
    """The figures as text, the best one in bold."""
    known = [value for value in values if value is not None]
    pick: Callable[..., float] = min if measure in _LOWER_IS_BETTER else max
    best = number(pick(known), measure) if len(known) > 1 else None
    shown = [number(value, measure) for value in values]
    return [f"**{text}**" if text and text == best else text for text in shown]


def _render_corpus(corpus: Mapping[str, Any]) -> list[str]:
    shown = [
        (measure, heading)
        for measure, heading in MEASURES
        if any(score["all"][measure] is not None for score in corpus["text"].values())
    ]
    columns = [
        _best([score["all"][measure] for score in corpus["text"].values()], measure)
        for measure, _ in shown
    ]
    failures = [str(score["all"]["failures"]) for score in corpus["text"].values()]
    rows = [[name, *cells] for name, *cells in zip(corpus["text"], *columns, failures, strict=True)]
    headings = ["extractor", *(heading for _, heading in shown), "failures"]
    parts = [f"## {corpus_label(corpus)}", table(headings, rows), _about_declutter(corpus)]
    if len(corpus["kinds"]) > 1:
        for measure, heading in shown:
            if not measure.startswith("segment"):
                parts += [f"### {heading} by kind of page", render_kinds(corpus, measure)]
    if corpus["metadata"]:
        parts += ["### Metadata", render_metadata(corpus)]
    return parts


def _about(results: Mapping[str, Any]) -> str:
    machine = results["machine"]
    versions = [f"{name} {version}" for name, version in results["versions"].items() if version]
    lines = [
        f"Python {machine['python']}, {machine['system']} {machine['architecture']}, "
        f"{machine['cores']} cores. {', '.join(versions)}.",
        f"Missing: {', '.join(results['missing'])}." if results["missing"] else "",
        f"A sample of {results['sample']} pages a corpus." if results["sample"] else "",
        _TERMS,
    ]
    return "\n\n".join(line for line in lines if line)


def _about_declutter(corpus: Mapping[str, Any]) -> str:
    own = corpus["declutter"]
    if not own:
        return ""
    parts = [f"a second opinion was asked on {own['second_opinion']:.1%} of the pages"]
    if own["page_type_right"] is not None:
        parts.append(f"the page's type was found right on {own['page_type_right']:.1%}")
    if own["confidence_finds"] is not None:
        parts.append(
            "the tenth of the pages with the lowest confidence holds "
            f"{own['confidence_finds']:.1%} of the {own['bad_pages']} pages with word F1 under 0.5"
        )
    parts.append(f"a page has {own['blocks']:.0f} blocks")
    return f"declutter: {'; '.join(parts)}."


def _at(tree: Mapping[str, Any], *path: str) -> Any:
    node: Any = tree
    for step in path:
        node = node.get(step) if node else None
    return node
