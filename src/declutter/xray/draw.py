"""A document becomes a picture: what is left, what is right, and what stands on top."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from declutter.document import Document
from declutter.xray.against import Mistakes, find_mistakes
from declutter.xray.blocks import draw_blocks
from declutter.xray.families import family_of
from declutter.xray.picture import Picture
from declutter.xray.results import draw_fields
from declutter.xray.shell import fill, fill_frame, frame_style, picture_style
from declutter.xray.summary import draw_bar, draw_legend, tally

_FORMATS: Final = {"html": "HTML", "markdown": "Markdown", "text": "plain text"}


def lay_out_marked(data: Any, charset: str | None, document: Document) -> str | None:
    """The page that the document was read from, harmless and with its blocks marked.

    None where the page was not HTML.
    """
    if document.format != "html":
        return None
    from declutter.readers.html_layout import lay_out
    from declutter.readers.tree import is_tree, tree_markup

    if is_tree(data):
        data = tree_markup(data)
    elif not isinstance(data, (str, bytes)):
        data = bytes(data)
    families = [family_of(block.verdict).slug for block in document.blocks]
    return lay_out(data, charset, document.blocks, families)


def draw(document: Document, layout: str | None = None, against: str | None = None) -> Picture:
    """The picture of a document; `layout` is the inside of the page's body from `lay_out_marked`.

    `against` is the text that should have come out: blocks wrongly kept or removed are marked.
    """
    mistakes = None if against is None else find_mistakes(document, against)
    tallies = tally(document)
    inner_style = None if layout is None else frame_style(tallies, mistakes)
    parts = {
        "title": escape(document.title or "A page without a title"),
        "facts": escape(_facts(document)),
        "agreement": "" if mistakes is None else _agreement(mistakes),
        "bar": draw_bar(tallies),
        "legend": draw_legend(tallies, mistakes),
        "language": escape(document.language or ""),
        "blocks": draw_blocks(document, mistakes),
        "layout": _frame(layout, inner_style, document.language),
        "text": escape(document.text),
        "markdown": escape(document.markdown),
        "json": escape(document.to_json(indent=2)),
        "fields": draw_fields(document),
    }
    style = picture_style(tallies, mistakes)
    return Picture(fill("xray.html", style, ("tabs.js", "xray.js"), parts, inner_style))


def _frame(layout: str | None, style: str | None, language: str | None) -> str:
    return "" if layout is None or style is None else fill_frame(layout, style, language)


def _facts(document: Document) -> str:
    count = len(document.blocks)
    return (
        f"{document.page_type}, read as {_FORMATS[document.format]}, "
        f"{count:,} {'block' if count == 1 else 'blocks'}, decided by {document.decided_by}, "
        f"confidence {document.confidence:.2f}"
    )


def _agreement(mistakes: Mistakes) -> str:
    return (
        '<p class="agreement">Against the text that should have come out: '
        f"word F1 <b>{mistakes.f1:.3f}</b>, precision {mistakes.precision:.3f}, "
        f"recall {mistakes.recall:.3f}</p>"
    )
