"""`python -m benchmarks.ablation CORPUS ...`: what each rule gives, by leaving it out.

Pages are read and scored once; then the rules speak without one of them in turn. A corpus that the
table is fitted on is scored by the tables of its folds, also where its pages are flattened to text
and Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpora import CorpusPage, folds, load_corpus, load_fixtures, load_seeds
from benchmarks.flatten import flattened, flatteners
from benchmarks.metrics import Segments, leak, mean, word_f1
from benchmarks.peers import FITTED_CORPUS, fold_table, quiet
from benchmarks.reports import report_options, write_report
from benchmarks.tables import table
from declutter.deadline import Deadline
from declutter.document import Document
from declutter.judge.case import Case, Rule, build_case
from declutter.judge.decision import decide
from declutter.judge.page_type import tell_type
from declutter.judge.rules import RULES, apply_rules
from declutter.judge.score import Scored, score_blocks
from declutter.judge.split import split_blocks
from declutter.judge.table import Table, table_for
from declutter.page import Page
from declutter.readers import read

MOST_BYTES = 20_000_000
FLATTENERS = ("inscriptis", "html2text")
FLAT = 400
"""Pages of a corpus that are flattened."""
ALL = "all rules"
NONE = "no rules"


@dataclass(slots=True)
class Scores:
    """What one set of rules gives on the pages of a corpus; `exact` counts the texts that are equal
    to gold but for white space, and is told where most are."""

    f1: list[float]
    leaks: list[float]
    segments: Segments
    kinds: dict[str, list[float]]
    exact: int = 0

    def figures(self) -> dict[str, float]:
        """The quality of the text (word F1, else segment F1), and the leak where it is known."""
        found = {"F1": mean(self.f1) if self.f1 else self.segments.f1}
        if self.leaks:
            found["leak"] = mean(self.leaks)
        if 2 * self.exact > len(self.f1):
            found["exact"] = float(self.exact)
        return {name: value for name, value in found.items() if value is not None}


def rule_sets() -> dict[str, tuple[Rule, ...]]:
    """All rules, none, and all but one, by what is left out."""
    without = {rule.name: tuple(r for r in RULES if r is not rule) for rule in RULES}
    return {ALL: RULES, NONE: (), **without}


def ablate(pages: Sequence[CorpusPage], tables: Sequence[Table | None]) -> dict[str, Scores]:
    """The scores of each set of rules on the pages."""
    sets = rule_sets()
    scores = {name: Scores([], [], Segments(), {}) for name in sets}
    for page, fitted in zip(pages, tables, strict=True):
        for name, text in texts_without(page, fitted, sets):
            add_page(scores[name], page, text)
    return scores


def texts_without(
    page: CorpusPage, fitted: Table | None, sets: dict[str, tuple[Rule, ...]]
) -> Iterator[tuple[str, str]]:
    """The text of a page by each set of rules; empty where the page cannot be read."""
    try:
        case, scored, chosen = scored_case(page, fitted)
    except Exception:
        yield from ((name, "") for name in sets)
        return
    for name, rules in sets.items():
        case.verdicts = [None] * len(case.page.blocks)
        apply_rules(case, rules)
        decide(case, scored, chosen, "balanced")
        document: Any = Document(
            blocks=case.page.blocks,
            metadata=None,  # type: ignore[arg-type]  # no text rests on it
            page_type=case.page_type,
            format=case.page.format,
        )
        yield name, document.text


def scored_case(page: CorpusPage, fitted: Table | None) -> tuple[Case, Scored, Table]:
    """A page read, cut, measured and scored."""
    found = read(
        page.raw,
        url=page.url,
        input_format=None,
        charset=None,
        max_bytes=MOST_BYTES,
        deadline=Deadline(None),
    )
    split_blocks(found)
    chosen = fitted or table_for(found.format)
    return *score_page(found, chosen), chosen


def score_page(page: Page, fitted: Table) -> tuple[Case, Scored]:
    """A page that was read and cut, measured and scored, with its type."""
    case = build_case(page, "article", [])
    scored = score_blocks(case, fitted)
    case.scores = scored.scores
    tell_type(case, scored.evidence, fitted.types)
    return case, scored


def add_page(scores: Scores, page: CorpusPage, text: str) -> None:
    """Count one page."""
    if page.text is not None:
        value = word_f1(text, page.text)
        scores.f1.append(value)
        scores.exact += text.split() == page.text.split()
        scores.kinds.setdefault(page.kind, []).append(value)
    elif page.with_:
        scores.segments.add(text, page.with_, page.without)
    leaked = leak(text, page.without)
    if leaked is not None:
        scores.leaks.append(leaked)


def render(results: dict[str, dict[str, Any]]) -> str:
    """The table: what changes on each corpus where a rule is left out."""
    corpora = list(results)
    measures = [(corpus, name) for corpus in corpora for name in results[corpus][ALL]["figures"]]
    rows = []
    for left_out in results[corpora[0]]:
        row = [left_out]
        for corpus, name in measures:
            value = results[corpus][left_out]["figures"].get(name, 0.0)
            whole = results[corpus][ALL]["figures"][name]
            form = ".0f" if name == "exact" else ".4f"
            row.append(f"{value:{form}}" if left_out == ALL else f"{value - whole:+{form}}")
        rows.append(row)
    headings = ["left out", *(f"{corpus}, {name}" for corpus, name in measures)]
    return (
        "# What each rule gives\n\nThe first row is with all rules; each other row is the change "
        "where one is left out. A rule whose row has no fall of F1 and no rise of leak anywhere "
        "is kept for languages or forms of pages that these corpora lack, or for its reason.\n\n"
        + table(headings, rows)
        + "\n"
    )


def listed_pages(
    corpora: Sequence[Path], sample: int | None
) -> Iterator[tuple[str, list[CorpusPage], list[Table | None]]]:
    """All that is ablated on, by name: the corpora, some of their pages flattened, the fixtures and
    the seeds; each page with the table that has not seen it, None for that of the package."""
    for path in corpora:
        name, pages = path.resolve().name, load_corpus(path, sample)
        yield name, pages, tables_of("html", name, pages)
        some = [page for page in load_corpus(path, min(sample or FLAT, FLAT)) if page.text]
        for flattener in FLATTENERS if some else ():
            flat = flattened(some, flatteners()[flattener][1])
            yield f"{name} by {flattener}", flat, tables_of("text", name, flat)
    for name, pages in (("fixtures", load_fixtures()), ("seeds", load_seeds())):
        if pages:
            yield name, pages, [None] * len(pages)


def tables_of(form: str, corpus: str, pages: list[CorpusPage]) -> list[Table | None]:
    """For each page of a corpus the table that has not seen it, None for that of the package."""
    if corpus == FITTED_CORPUS:
        return [fold_table(form, fold) for fold in folds(pages)]
    return [None] * len(pages)


def main() -> None:
    """Read the options and run."""
    options = report_options("ablation", __doc__)
    quiet()
    results: dict[str, dict[str, Any]] = {}
    for name, pages, tables in listed_pages(options.corpora, options.sample):
        results[name] = {
            left_out: {
                "figures": scores.figures(),
                "kinds": {kind: mean(values) for kind, values in scores.kinds.items()},
            }
            for left_out, scores in ablate(pages, tables).items()
        }
    write_report(options.out, "ablation", results, render(results))


if __name__ == "__main__":
    main()
