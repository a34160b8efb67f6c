"""Phrases that the author writes about, which are no clutter: in an essay on share buttons, say, or
in a list of what belongs in a footer.

Such a phrase stands between paragraphs of the author's, and what is beside it tells: the paragraph
under it says the phrase again, or the paragraph above it ends in a colon.
"""

from __future__ import annotations

from typing import Final

from declutter.judge.phrases import Label
from declutter.judge.phrases.folding import fold

_PROSE_WORDS: Final = 8
_LIST_ITEMS: Final = 12
_STARTS: Final = ("consent", "footer")
_LEAD: Final = 600  # characters of a paragraph that are searched for the phrase above it


def quoted_blocks(
    texts: list[str], shapes: str, words: list[int], labels: list[Label | None]
) -> list[int]:
    """The indexes of the blocks whose phrase is the author's own, in order.

    All lists run beside the page's blocks; `shapes` has "S" for prose and "T" for a title.
    """
    found: list[int] = []
    last_quoted = -1
    count = len(texts)
    listed = 0  # blocks before this index are items of a list that a colon announces
    for at, label in enumerate(labels):
        if label is None:
            if shapes[at] == "S" and words[at] >= _PROSE_WORDS and texts[at].endswith((":", "：")):
                listed = _end_of_list(at + 1, shapes, labels)
            continue
        announced = at < listed
        if announced or (at + 1 < count and _is_own(at, last_quoted, texts, shapes, words, labels)):
            found.append(at)
            last_quoted = at
    return found


def _end_of_list(first: int, shapes: str, labels: list[Label | None]) -> int:
    """Where the labels that begin at `first` end, if prose follows them; else `first`."""
    at = first
    while at < len(shapes) and at - first < _LIST_ITEMS and labels[at] is not None:
        at += 1
    if at < len(shapes) and labels[at] is None and shapes[at] in "ST":
        return at
    return first


def _is_own(
    at: int,
    last_quoted: int,
    texts: list[str],
    shapes: str,
    words: list[int],
    labels: list[Label | None],
) -> bool:
    label = labels[at]
    if label is None:
        return False
    after_own = at > 0 and (last_quoted == at - 1 or _is_unlabelled(labels[at - 1]))
    if not after_own:
        return False
    if label.how == "start":
        if label.family not in _STARTS or words[at] < _PROSE_WORDS or shapes[at] != "S":
            return False
        return last_quoted == at - 1 or _is_prose(at + 1, shapes, words, labels)
    if label.how not in ("whole", "heading") or not (
        last_quoted == at - 1 or shapes[at - 1] == "S"
    ):
        return False
    if shapes[at + 1] != "S" or words[at + 1] < _PROSE_WORDS:
        return False
    phrase = fold(texts[at])
    return bool(phrase) and f" {phrase} " in f" {fold(texts[at + 1][:_LEAD])} "


def _is_prose(at: int, shapes: str, words: list[int], labels: list[Label | None]) -> bool:
    return _is_unlabelled(labels[at]) and shapes[at] == "S" and words[at] >= _PROSE_WORDS


def _is_unlabelled(label: Label | None) -> bool:
    """Whether no phrase is known, or one that sentences begin with too."""
    return label is None or label.how == "weak_start"
