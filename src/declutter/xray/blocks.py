"""The blocks in reading order, kept ones in ink, removed ones tinted, each with its reason."""

from __future__ import annotations

from html import escape

from declutter.document import Document
from declutter.page import Block
from declutter.xray.against import Mistakes
from declutter.xray.families import KEPT, family_of
from declutter.xray.summary import count_words


def draw_blocks(document: Document, mistakes: Mistakes | None) -> str:
    """An item of a list for every block."""
    return "\n".join(
        draw_block(at, block, None if mistakes is None else mistakes.name(at))
        for at, block in enumerate(document.blocks)
    )


def draw_block(at: int, block: Block, mistake: str | None) -> str:
    """One block: its family and why it went or stayed, then its text.

    `mistake` is "wrongly kept" or "wrongly removed" where the verdict is known to be wrong.
    """
    verdict = block.verdict
    family = family_of(verdict)
    names = ["b", "kept" if verdict.keep else "gone", f"f-{family.slug}", f"k-{block.kind}"]
    badge = ""
    if mistake is not None:
        names += ["wrong", mistake.replace(" ", "-")]
        badge = f'<b class="badge">{mistake}</b> '
    swatch = "" if family is KEPT else f'<i class="edge p-{family.pattern}"></i>'
    return (
        f'<li class="{" ".join(names)}" id="b{at}" tabindex="-1" '
        f'data-w="{count_words(block.text)}">'
        f'{swatch}<p class="why">{badge}<b class="family">{escape(family.label)}</b>'
        f'<span class="more">: <span class="reason">{escape(verdict.reason)}</span> '
        f'(<span class="rule">{escape(verdict.rule)}</span>), '
        f'score <span class="score">{verdict.score:.2f}</span>, '
        f'<span class="place">{escape(_place(block))}</span></span></p>'
        f'<p class="t" dir="auto">{escape(block.text)}</p></li>'
    )


def _place(block: Block) -> str:
    kind = block.kind.replace("_", " ")
    if block.level and block.kind == "heading":
        kind = f"{kind} of level {block.level}"
    if block.source is None:
        return kind if block.origin == "page" else f"{kind} from {block.origin}"
    return f"{kind}, line {block.source[0]}, column {block.source[1]}"
