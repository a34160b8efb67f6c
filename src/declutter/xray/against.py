"""Which verdicts are wrong, told by the text that should have come out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from declutter.document import Document

_WORD: Final = re.compile(r"\w+")
_RUN: Final = 3
"""Words in a row that are looked for: two texts have them in common seldom by chance."""
_SHORT: Final = 6
"""Words below which a block may stand in a sentence of the gold text without coming from there."""
_MOST_OF_IT: Final = 0.5


@dataclass(slots=True)
class Mistakes:
    """The blocks wrongly kept and wrongly removed, with their words; F1, precision and recall of
    the words of the whole text.
    """

    kept: dict[int, int] = field(default_factory=dict)
    removed: dict[int, int] = field(default_factory=dict)
    f1: float = 0.0
    precision: float = 0.0
    recall: float = 0.0

    def name(self, at: int) -> str | None:
        """What is wrong with the verdict on a block, None for nothing."""
        if at in self.kept:
            return "wrongly kept"
        return "wrongly removed" if at in self.removed else None


def read_gold(data: bytes) -> str:
    """The text of a file that says what should have come out."""
    from declutter.readers.decode import decode

    return decode(data, None)[0]


def find_mistakes(document: Document, gold: str) -> Mistakes:
    """Compare the verdicts with the gold text.

    A block belongs to the gold text where it has most of the block's runs of words, each used up
    by one block, those that were kept first. A short block belongs where it is a line; where it
    stands inside a line, nothing is said of it.
    """
    blocks = document.blocks
    order = [at for at, block in enumerate(blocks) if block.verdict.keep]
    order += [at for at, block in enumerate(blocks) if not block.verdict.keep]
    wanted = dict(zip(order, are_in([blocks[at].text for at in order], gold), strict=True))
    mistakes = Mistakes()
    for at, block in enumerate(blocks):
        if wanted[at] is None or wanted[at] == block.verdict.keep:
            continue
        wrong = mistakes.kept if block.verdict.keep else mistakes.removed
        wrong[at] = len(split_words(block.text))
    body = document.text
    found, expected = Counter(split_words(body)), Counter(split_words(gold))
    common, total = (found & expected).total(), found.total() + expected.total()
    mistakes.f1 = 2 * common / total if total else 1.0
    mistakes.precision = common / found.total() if found else float(not expected)
    mistakes.recall = common / expected.total() if expected else float(not found)
    return mistakes


def are_in(texts: Sequence[str], whole: str) -> list[bool | None]:
    """For each text whether the whole has it; None where it is too short to tell."""
    words = split_words(whole)
    runs = Counter(_runs(words))
    lines = Counter(tuple(split_words(line)) for line in re.split(r"[\n\t]", whole))
    known = set(words)
    return [_is_in(split_words(text), runs, lines, known) for text in texts]


def split_words(text: str) -> list[str]:
    """The words of a text in lower case, by the definition of the benchmarks."""
    return _WORD.findall(text.lower())


def _is_in(
    words: list[str],
    runs: Counter[tuple[str, ...]],
    lines: Counter[tuple[str, ...]],
    known: set[str],
) -> bool | None:
    if not words:
        return None
    line = tuple(words)
    if len(words) < _SHORT and lines[line] > 0:
        lines[line] -= 1
        return True
    own = _runs(words)
    found = [run for run in own if runs[run] > 0]
    inside = len(found) >= _MOST_OF_IT * len(own) if own else known.issuperset(words)
    if not inside:
        return False
    if len(words) < _SHORT:
        return None
    runs.subtract(found)
    return True


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
