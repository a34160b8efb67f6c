"""Scores of one extractor over one corpus, as a whole and by kind of page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.corpora import CorpusPage
from benchmarks.metrics import Segments, leak, mean, same_date, same_words, word_overlap
from benchmarks.peers import Found

FIELDS: tuple[str, ...] = ("title", "author", "date")


@dataclass(slots=True, frozen=True)
class TextScore:
    """Means over pages; a measure is None where the gold for it is missing. `ms` is CPU time."""

    pages: int
    f1: float | None
    precision: float | None
    recall: float | None
    leak: float | None
    segment_f1: float | None
    segment_precision: float | None
    segment_recall: float | None
    ms: float | None
    failures: int


@dataclass(slots=True, frozen=True)
class FieldScore:
    """One field: the share right where gold has it, the share given a value where gold has none."""

    gold: int
    right: float | None
    no_gold: int
    invented: float | None


def score_text(pages: Sequence[CorpusPage], outputs: Sequence[Found]) -> TextScore:
    """The scores of the outputs, one a page."""
    overlaps = [
        word_overlap(found.text, page.text)
        for page, found in zip(pages, outputs, strict=True)
        if page.text is not None
    ]
    segments = Segments()
    wanted = [page for page in pages if page.text is None and page.with_]
    for page, found in zip(pages, outputs, strict=True):
        if page.text is None and page.with_:
            segments.add(found.text, page.with_, page.without)
    leaks = [leak(found.text, page.without) for page, found in zip(pages, outputs, strict=True)]
    return TextScore(
        pages=len(pages),
        f1=mean(overlap.f1 for overlap in overlaps),
        precision=mean(overlap.precision for overlap in overlaps),
        recall=mean(overlap.recall for overlap in overlaps),
        leak=mean(value for value in leaks if value is not None),
        segment_f1=segments.f1 if wanted else None,
        segment_precision=segments.precision if wanted else None,
        segment_recall=segments.recall if wanted else None,
        ms=mean(1000 * (found.cpu or 0.0) for found in outputs),
        failures=sum(found.error is not None for found in outputs),
    )


def score_metadata(
    pages: Sequence[CorpusPage], outputs: Sequence[Found]
) -> dict[str, FieldScore] | None:
    """The scores of title, author and date; None where the corpus has gold for none of them."""
    scores = {name: _score_field(name, pages, outputs) for name in FIELDS}
    return scores if any(score.gold for score in scores.values()) else None


def _score_field(name: str, pages: Sequence[CorpusPage], outputs: Sequence[Found]) -> FieldScore:
    same: Callable[[str | None, str], bool] = same_date if name == "date" else same_words
    right: list[float] = []
    invented: list[float] = []
    for page, found in zip(pages, outputs, strict=True):
        gold, value = getattr(page, name), getattr(found, name)
        if gold:
            right.append(same(value, gold))
        else:
            invented.append(bool(value))
    return FieldScore(len(right), mean(right), len(invented), mean(invented))


def text_report(pages: Sequence[CorpusPage], outputs: Sequence[Found]) -> dict[str, Any]:
    """`score_text` of all pages and of each kind, ready for JSON."""
    kinds = sorted({page.kind for page in pages})
    by_kind = {}
    for kind in kinds if len(kinds) > 1 else []:
        chosen = [index for index, page in enumerate(pages) if page.kind == kind]
        score = score_text([pages[i] for i in chosen], [outputs[i] for i in chosen])
        by_kind[kind] = asdict(score)
    return {"all": asdict(score_text(pages, outputs)), "kinds": by_kind}


def metadata_report(pages: Sequence[CorpusPage], outputs: Sequence[Found]) -> dict[str, Any] | None:
    """`score_metadata` with the CPU milliseconds a page, ready for JSON."""
    scores = score_metadata(pages, outputs)
    if scores is None:
        return None
    report: dict[str, Any] = {name: asdict(score) for name, score in scores.items()}
    report["ms"] = mean(1000 * (found.cpu or 0.0) for found in outputs)
    return report


def own_report(pages: Sequence[CorpusPage], outputs: Sequence[Found]) -> dict[str, Any]:
    """What only declutter tells: who decided, the page's type, and what its confidence is worth.

    `confidence_finds` is the share of pages with word F1 under 0.5 that stand in the tenth of the
    pages with the lowest confidence.
    """
    known = [(page, found) for page, found in zip(pages, outputs, strict=True) if found.facts]
    if not known:
        return {}
    typed = [found.facts["page_type"] == page.kind for page, found in known if page.kind != "any"]
    golden = [(page, found) for page, found in known if page.text is not None]
    golden.sort(key=lambda pair: pair[1].facts["confidence"])
    bad = [word_overlap(found.text, page.text or "").f1 < 0.5 for page, found in golden]
    lowest = bad[: max(1, len(bad) // 10)]
    return {
        "second_opinion": mean(found.facts["decided_by"] == "second opinion" for _, found in known),
        "page_type_right": mean(typed),
        "bad_pages": sum(bad),
        "confidence_finds": sum(lowest) / sum(bad) if any(bad) else None,
        "blocks": mean(found.facts["blocks"] for _, found in known),
    }
