"""A comparison as a picture for a browser, and as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from declutter.document import Document
from declutter.xray.compare import OWN, Column, differs
from declutter.xray.picture import Picture
from declutter.xray.shell import asset, fill

_SAID: Final = {True: "kept", False: "left out", None: "too short to tell"}
_MARKS: Final = {True: "yes", False: "no", None: "unsaid"}


def draw_comparison(document: Document, columns: list[Column]) -> Picture:
    """The page's blocks with who kept each, and the text that each extractor gave."""
    title = document.title or "A page without a title"
    apart = sum(differs(columns, at) for at in range(len(document.blocks)))
    parts = {
        "title": escape(title),
        "facts": f"{len(document.blocks):,} blocks, the extractors disagree on {apart:,} of them",
        "language": escape(document.language or ""),
        "extractors": "".join(_summary(column) for column in columns),
        "blocks": "\n".join(_row(document, columns, at) for at in range(len(document.blocks))),
        "tabs": "".join(_tab(column, at == 0) for at, column in enumerate(columns)),
        "panels": "".join(_panel(column, document.language) for column in columns),
    }
    return Picture(fill("compare.html", asset("style.css"), ("tabs.js", "compare.js"), parts))


def list_comparison(document: Document, columns: list[Column]) -> Iterator[str]:
    """Lines: what each extractor gave as a whole, then for each block who kept it."""
    for column in columns:
        yield f"{_letter(column)}  {column.name}: {_measure(column)}"
    yield ""
    for at, block in enumerate(document.blocks):
        who = "".join(_sign(column, at) for column in columns)
        sign = "*" if differs(columns, at) else " "
        yield f"{sign} {who}  {' '.join(block.text.split())}"


def _sign(column: Column, at: int) -> str:
    kept = column.kept[at]
    if kept is None:
        return " " if column.missing else "?"
    return _letter(column) if kept else "-"


def _letter(column: Column) -> str:
    return column.name[0].upper()


def _measure(column: Column) -> str:
    if column.missing:
        return column.missing
    words = f"{column.words:,} words"
    return words if column.name == OWN else f"{words}, word F1 with {OWN}'s {column.agreement:.3f}"


def _summary(column: Column) -> str:
    return (
        f'<li><i class="letter yes" aria-hidden="true">{_letter(column)}</i> '
        f"<b>{column.name}</b> {escape(_measure(column))}</li>"
    )


def _row(document: Document, columns: list[Column], at: int) -> str:
    block = document.blocks[at]
    known = [column for column in columns if not column.missing]
    who = "".join(
        f'<i class="letter {_MARKS[column.kept[at]]}" title="{column.name}: '
        f'{_SAID[column.kept[at]]}" aria-hidden="true">{_letter(column)}</i>'
        for column in known
    )
    spoken = ", ".join(f"{column.name} {_SAID[column.kept[at]]}" for column in known)
    names = ["b", "row", f"k-{block.kind}", "kept" if block.verdict.keep else "left"]
    if differs(columns, at):
        names.append("differs")
    return (
        f'<li class="{" ".join(names)}" id="b{at}" tabindex="-1"><p class="who">{who}'
        f'<span class="unseen">{spoken}</span></p>'
        f'<p class="t" dir="auto">{escape(block.text)}</p></li>'
    )


def _tab(column: Column, first: bool) -> str:
    waiting = "" if first else ' tabindex="-1"'
    return (
        f'<button type="button" role="tab" id="tab-{column.name}" '
        f'aria-controls="panel-{column.name}" aria-selected="{str(first).lower()}"'
        f"{waiting}>{column.name}</button>"
    )


def _panel(column: Column, language: str | None) -> str:
    inside = (
        f'<p class="none">{column.name} {escape(column.missing)}.</p>'
        if column.missing
        else f'<pre class="text" dir="auto" lang="{escape(language or "")}">'
        f"{escape(column.text)}</pre>"
    )
    return (
        f'<div class="panel" id="panel-{column.name}" role="tabpanel" '
        f'aria-labelledby="tab-{column.name}" tabindex="0">{inside}</div>'
    )
