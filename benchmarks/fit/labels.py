"""Which blocks of a page are in its gold text: the labels that the score is fitted on."""

from __future__ import annotations

from bisect import bisect_left

from benchmarks.metrics import words

SHORT = 6
"""Words below which a block has to stand in the gold as a whole."""
WINDOW = 60
"""Words around its neighbours' place in the gold in which a short block is looked for."""


def label_blocks(texts: list[str], gold: str) -> list[float]:
    """For each block text, in page order, the share of it that is content, from 0 to 1.

    A block of six words and more counts by its word trigrams in the gold; a shorter one where its
    words stand in a row in the gold, as a line of their own or near the place that the long blocks
    before and after it have there.
    """
    gold_words = words(gold)
    trigrams: dict[tuple[str, str, str], list[int]] = {}
    for i in range(len(gold_words) - 2):
        trigrams.setdefault((gold_words[i], gold_words[i + 1], gold_words[i + 2]), []).append(i)
    lines = {" ".join(words(line)) for line in gold.split("\n")}
    starts = runs(gold_words)
    labels = [0.0] * len(texts)
    anchors: list[tuple[int, int]] = []
    tokens = [words(text) for text in texts]
    place = 0
    for i, own in enumerate(tokens):
        if len(own) < SHORT:
            continue
        hits = 0
        first = None
        for j in range(len(own) - 2):
            found = trigrams.get((own[j], own[j + 1], own[j + 2]))
            if found:
                hits += 1
                if first is None:
                    k = bisect_left(found, place)
                    first = found[k] if k < len(found) else found[-1]
        labels[i] = hits / (len(own) - 2)
        if labels[i] >= 0.7 and first is not None:
            place = first
            anchors.append((i, first))
    _label_short(tokens, labels, anchors, lines, starts, gold_words)
    return labels


def runs(gold_words: list[str]) -> dict[str, list[int]]:
    """Where each word stands in the gold."""
    starts: dict[str, list[int]] = {}
    for i, word in enumerate(gold_words):
        starts.setdefault(word, []).append(i)
    return starts


def _label_short(
    tokens: list[list[str]],
    labels: list[float],
    anchors: list[tuple[int, int]],
    lines: set[str],
    starts: dict[str, list[int]],
    gold_words: list[str],
) -> None:
    indices = [i for i, _ in anchors]
    for i, own in enumerate(tokens):
        if not own or len(own) >= SHORT:
            continue
        k = bisect_left(indices, i)
        low = anchors[k - 1][1] if k else 0
        high = anchors[k][1] if k < len(anchors) else len(gold_words)
        if k:
            low += len(tokens[anchors[k - 1][0]])
        near = _stands_between(own, starts, gold_words, low - WINDOW // 4, high + WINDOW // 4)
        as_line = " ".join(own) in lines
        if near and (as_line or high - low < WINDOW * 8):
            labels[i] = 1.0
        elif as_line:
            labels[i] = 0.5


def _stands_between(
    own: list[str], starts: dict[str, list[int]], gold_words: list[str], low: int, high: int
) -> bool:
    places = starts.get(own[0], [])
    for j in range(bisect_left(places, low), len(places)):
        place = places[j]
        if place > high:
            return False
        if gold_words[place : place + len(own)] == own:
            return True
    return False
