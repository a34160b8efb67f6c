"""The top of the picture: words kept and removed by family, as a bar and as a legend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Final

from declutter.document import Document
from declutter.xray.against import Mistakes
from declutter.xray.families import KEPT, Family, family_of

_WORD: Final = re.compile(r"\w+")


@dataclass(slots=True)
class Tally:
    """What became of one family: how many blocks, how many words."""

    family: Family
    blocks: int = 0
    words: int = 0


def count_words(text: str) -> int:
    """How many words a text has, by the definition of the benchmarks."""
    return len(_WORD.findall(text))


def tally(document: Document) -> list[Tally]:
    """A tally of what was kept, then one for each family of what went, most words first."""
    tallies = {KEPT.name: Tally(KEPT)}
    for block in document.blocks:
        family = family_of(block.verdict)
        counted = tallies.setdefault(family.name, Tally(family))
        counted.blocks += 1
        counted.words += count_words(block.text)
    kept = tallies.pop(KEPT.name)
    return [kept, *sorted(tallies.values(), key=lambda counted: -counted.words)]


def draw_bar(tallies: list[Tally]) -> str:
    """Words kept and removed as one bar, a segment a family, and the same in words."""
    kept, gone = tallies[0].words, sum(counted.words for counted in tallies[1:])
    share = f" ({gone / (kept + gone):.0%})" if kept + gone else ""
    parts = [
        f'<p class="sums"><b>{kept:,}</b> {_words(kept)} kept, <b>{gone:,}</b> removed{share}</p>',
        f'<div class="bar" role="img" aria-label="{escape(_spoken(tallies))}">',
    ]
    for counted in tallies:
        if counted.words:
            family = counted.family
            parts.append(
                f'<i class="segment f-{family.slug} p-{family.pattern} w-{family.slug}" '
                f'title="{escape(family.label)}: {counted.words:,} {_words(counted.words)}"></i>'
            )
    return "".join([*parts, "</div>"])


def draw_legend(tallies: list[Tally], mistakes: Mistakes | None) -> str:
    """A button for each family, which shows that family alone while it is pressed."""
    buttons = [
        _button(
            counted.family.slug,
            f'<i class="swatch f-{counted.family.slug} p-{counted.family.pattern}"></i>',
            counted.family.label,
            counted.blocks,
            counted.words,
        )
        for counted in tallies
    ]
    if mistakes is not None:
        for slug, label, words in (
            ("wrongly-kept", "wrongly kept", mistakes.kept),
            ("wrongly-removed", "wrongly removed", mistakes.removed),
        ):
            swatch = '<i class="swatch wrong-swatch"></i>'
            buttons.append(_button(slug, swatch, label, len(words), sum(words.values())))
    return "".join(f"<li>{button}</li>" for button in buttons)


def _button(slug: str, swatch: str, label: str, blocks: int, words: int) -> str:
    return (
        f'<button type="button" class="chip" aria-pressed="false" data-only="{slug}" '
        f'title="{blocks:,} {"block" if blocks == 1 else "blocks"}">{swatch}{escape(label)} '
        f'<span class="count">{words:,}<span class="unseen"> {_words(words)}</span></span></button>'
    )


def _spoken(tallies: list[Tally]) -> str:
    kept = tallies[0].words
    gone = ", ".join(f"{counted.family.label} {counted.words:,}" for counted in tallies[1:])
    return f"{kept:,} {_words(kept)} kept; removed: {gone or 'none'}"


def _words(count: int) -> str:
    return "word" if count == 1 else "words"
