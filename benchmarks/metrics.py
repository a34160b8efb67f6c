"""The definitions by which every extractor is scored."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_NO_WORD = re.compile(r"\W+")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True, frozen=True)
class Overlap:
    """How far an output agrees with the gold text: F1, precision and recall, each from 0 to 1."""

    f1: float
    precision: float
    recall: float


@dataclass(slots=True)
class Segments:
    """Wanted and unwanted segments found or missed, summed over the pages of a corpus."""

    true_positives: int = 0
    false_positives: int = 0
    false_negatives: int = 0

    def add(self, output: str, wanted: Sequence[str], unwanted: Sequence[str]) -> None:
        """Count one page: white space runs are folded, case is kept."""
        folded = _fold_space(output)
        found = sum(_fold_space(segment) in folded for segment in wanted)
        self.true_positives += found
        self.false_negatives += len(wanted) - found
        self.false_positives += sum(_fold_space(segment) in folded for segment in unwanted)

    @property
    def precision(self) -> float:
        return _ratio(self.true_positives, self.true_positives + self.false_positives)

    @property
    def recall(self) -> float:
        return _ratio(self.true_positives, self.true_positives + self.false_negatives)

    @property
    def f1(self) -> float:
        missed = self.false_positives + self.false_negatives
        return _ratio(2 * self.true_positives, 2 * self.true_positives + missed)


def words(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return _WORD.findall(text.lower())


def word_overlap(output: str, gold: str) -> Overlap:
    """Word F1, precision and recall on the multiset overlap; both empty is 1, one empty is 0."""
    return counted_overlap(Counter(words(output)), Counter(words(gold)))


def counted_overlap(output: Counter[str], gold: Counter[str]) -> Overlap:
    """`word_overlap` of texts whose words are counted already."""
    size, gold_size = output.total(), gold.total()
    if not size and not gold_size:
        return Overlap(1.0, 1.0, 1.0)
    common = sum(min(count, output[word]) for word, count in gold.items())
    if not common:
        return Overlap(0.0, 0.0, 0.0)
    return Overlap(2 * common / (size + gold_size), common / size, common / gold_size)


def word_f1(output: str, gold: str) -> float:
    """Word F1 of one page."""
    return word_overlap(output, gold).f1


def leak(output: str, unwanted: Sequence[str]) -> float | None:
    """The share of unwanted snippets in the output, case folded; None where there are none."""
    if not unwanted:
        return None
    lowered = output.lower()
    return sum(snippet.lower() in lowered for snippet in unwanted) / len(unwanted)


def same_words(value: str | None, gold: str) -> bool:
    """Whether a title or an author equals gold after folding case and punctuation."""
    return value is not None and _fold_words(value) == _fold_words(gold)


def same_date(value: str | None, gold: str) -> bool:
    """Whether a date equals gold in its first ten characters."""
    return value is not None and value[:10] == gold[:10]


def mean(values: Iterable[float]) -> float | None:
    """The mean, None of nothing."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else None


def _fold_space(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _fold_words(text: str) -> str:
    return _NO_WORD.sub(" ", text.lower()).strip()


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
