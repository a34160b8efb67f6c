"""What the first scores of the other blocks say of a block: the second pass."""

from __future__ import annotations

from typing import Final

from declutter.document import Element, Page
from declutter.judge.evidence.structure import wider_ancestors

SCORE_NAMES: Final = (
    "first score",
    "score before 1",
    "score before 2",
    "score before 3",
    "score after 1",
    "score after 2",
    "score after 3",
    "score around 2",
    "score around 5",
    "score up1",
    "score up2",
    "score up3",
    "score of namesakes",
    "namesakes",
    "score of kind",
    "score of heading",
    "score before",
    "score after",
    "content before",
    "content after",
    "score of page",
    "score of best",
    "in best run",
    "from best run",
)


def measure_scores(page: Page, sizes: list[float], scores: list[float]) -> list[list[float]]:
    """A row for each block, its numbers named by `SCORE_NAMES`."""
    blocks = page.blocks
    elements = page.elements
    count = len(blocks)
    weights = [0.0]
    masses = [0.0]
    for i in range(count):
        weights.append(weights[-1] + sizes[i])
        masses.append(masses[-1] + sizes[i] * scores[i])
    total = weights[-1] or 1.0
    mass = masses[-1] or 1.0
    outer = wider_ancestors(elements)
    means = [0.0] * len(elements)
    for k in range(len(elements)):
        element = elements[k]
        weight = weights[element.last] - weights[element.first]
        if weight:
            means[k] = (masses[element.last] - masses[element.first]) / weight
    names = block_names(page)
    name_weights: dict[tuple[str, ...], float] = {}
    name_masses: dict[tuple[str, ...], float] = {}
    name_counts: dict[tuple[str, ...], int] = {}
    kind_weights: dict[str, float] = {}
    kind_masses: dict[str, float] = {}
    for i in range(count):
        name = names[i]
        size = sizes[i]
        own = size * scores[i]
        name_weights[name] = name_weights.get(name, 0.0) + size
        name_masses[name] = name_masses.get(name, 0.0) + own
        name_counts[name] = name_counts.get(name, 0) + 1
        kind = blocks[i].kind
        kind_weights[kind] = kind_weights.get(kind, 0.0) + size
        kind_masses[kind] = kind_masses.get(kind, 0.0) + own
    best_first, best_last = best_run(sizes, scores)
    highest = max(scores) if scores else 0.0
    rows: list[list[float]] = []
    heading = -1.0
    for i in range(count):
        at = blocks[i].element
        if at >= 0 and elements[at].last - elements[at].first <= 1:
            at = outer[at]
        ups = [0.0, 0.0, 0.0]
        step = 0
        while at >= 0 and step < 3:
            ups[step] = means[at]
            at = outer[at]
            step += 1
        while 0 < step < 3:
            ups[step] = ups[step - 1]
            step += 1
        name = names[i]
        low2 = max(i - 2, 0)
        high2 = min(i + 3, count)
        low5 = max(i - 5, 0)
        high5 = min(i + 6, count)
        rows.append(
            [
                scores[i],
                scores[i - 1] if i > 0 else 0.0,
                scores[i - 2] if i > 1 else 0.0,
                scores[i - 3] if i > 2 else 0.0,
                scores[i + 1] if i + 1 < count else 0.0,
                scores[i + 2] if i + 2 < count else 0.0,
                scores[i + 3] if i + 3 < count else 0.0,
                (masses[high2] - masses[low2]) / (weights[high2] - weights[low2]),
                (masses[high5] - masses[low5]) / (weights[high5] - weights[low5]),
                ups[0],
                ups[1],
                ups[2],
                name_masses[name] / name_weights[name],
                float(name_counts[name]),
                kind_masses[blocks[i].kind] / kind_weights[blocks[i].kind],
                heading,
                masses[i] / (weights[i] or 1.0),
                (masses[count] - masses[i + 1]) / ((weights[count] - weights[i + 1]) or 1.0),
                masses[i] / mass,
                (masses[count] - masses[i + 1]) / mass,
                mass / total,
                highest,
                1.0 if best_first <= i < best_last else 0.0,
                float(max(-50, min(50, i - best_first if i < best_first else i - best_last + 1)))
                if not best_first <= i < best_last
                else 0.0,
            ]
        )
        if blocks[i].kind == "heading":
            heading = scores[i]
    return rows


def block_names(page: Page) -> list[tuple[str, ...]]:
    """What each block is called: its kind, and the tags and first names of the elements around it.

    Blocks of one name are one part of the site's template.
    """
    elements = page.elements
    names: list[tuple[str, ...]] = []
    known: dict[int, tuple[str, ...]] = {}
    for block in page.blocks:
        at = block.element
        name = known.get(at)
        if name is None:
            name = element_name(elements, at)
            known[at] = name
        names.append((block.kind, *name))
    return names


def element_name(elements: list[Element], at: int) -> tuple[str, ...]:
    """The tags and first names of an element and of the two around it."""
    name: tuple[str, ...] = ()
    for _ in range(3):
        if at < 0:
            break
        element = elements[at]
        name += (element.tag, *element.words[:2])
        at = element.parent
    return name


def best_run(sizes: list[float], scores: list[float]) -> tuple[int, int]:
    """The run of blocks with the most content and least clutter, as first and one past last.

    The maximum subsequence of Pasternack and Roth, "Extracting article text from the web with
    maximum subsequence segmentation" (2009), over fitted scores.
    """
    best = 0.0
    first = 0
    last = 0
    running = 0.0
    start = 0
    for i in range(len(sizes)):
        if running <= 0.0:
            running = 0.0
            start = i
        running += (scores[i] - 0.4) * sizes[i]
        if running > best:
            best = running
            first = start
            last = i + 1
    return first, last
