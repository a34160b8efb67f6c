"""The tags that a page shows in a line of their own, behind a label that says so."""

from __future__ import annotations

import re
from typing import Final

from declutter.judge.phrases.sieve import may_open
from declutter.metadata.folding import tidy
from declutter.metadata.surroundings import Surroundings, in_other_part
from declutter.metadata.words import OPENING, words
from declutter.page import Block

_LONGEST_LINE: Final = 300
_LONGEST_LABEL: Final = 40
_LONGEST_TAG: Final = 50
_KINDS: Final = frozenset(("paragraph", "line", "list_item"))
_COMMA: Final = re.compile(r"\s{0,9}[,;|#·•،、，；]\s*")
_COLONS: Final = " :："


def shown_tags(around: Surroundings) -> list[str]:
    """What stands behind the label of a line that the judge took away; empty where no line has
    one, or where several have the same, as the cards of other pages do."""
    found: dict[str, list[str]] = {}
    openings = words().tag_openings
    for block in around.page.blocks:
        if (
            block.hidden
            or len(block.text) > _LONGEST_LINE
            or block.kind not in _KINDS
            or block.verdict.keep
            or not may_open(openings, block.text, 0)
        ):
            continue
        label = _label_of(block.text)
        if not label or in_other_part(around, block):
            continue
        if label in found:
            return []
        tags = _tags_behind(block, len(label))
        if tags:
            found[label] = tags
    return [tag for tags in found.values() for tag in tags]


def _label_of(text: str) -> str:
    """The label of tags that a line opens with, empty where it opens with none."""
    low = text[:_LONGEST_LABEL].lower()
    phrases = words().tag_labels.get(low[:OPENING], ())
    if not low.startswith(phrases):
        return ""
    for phrase in phrases:
        if low.startswith(phrase):
            return phrase
    return ""


def _tags_behind(block: Block, start: int) -> list[str]:
    """The texts of a line's links, or what its commas part where it has none behind a colon."""
    text = block.text
    linked = [
        tidy(text[span.start : span.end])
        for span in block.spans
        if span.kind == "link" and start <= span.start < span.end
    ]
    if linked:
        return [tag for tag in linked if tag and len(tag) <= _LONGEST_TAG]
    if text[start - 1] not in ":：" and text[start : start + 1] not in (":", "："):
        return []
    tags = [tidy(part) for part in _COMMA.split(text[start:].lstrip(_COLONS))]
    if any(len(tag) > _LONGEST_TAG for tag in tags):
        return []
    return [tag for tag in tags if tag]
