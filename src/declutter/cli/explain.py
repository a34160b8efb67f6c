"""Every block of a page, kept or removed, and why."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import click

from declutter.cli.inputs import UnreadableError, complain, read_input
from declutter.cli.options import (
    check_names,
    cleaning_options,
    make_cleaner,
    make_hints,
    reading_options,
)
from declutter.cli.outputs import Output
from declutter.document import Document
from declutter.many import clean_one
from declutter.page import Block
from declutter.xray.families import family_of


@click.command()
@click.argument("page", required=False, metavar="[FILE]")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object with all blocks.")
@cleaning_options
@reading_options
def explain(page: str | None, as_json: bool, **options: Any) -> int:
    """List every block of FILE, kept (+) or removed (-), and why.

    Each block has a line with its place in the input, its kind, its probability of being content,
    the family of its reason, and the rule and the reason that decided; its text follows. The
    colours on a terminal are those of `declutter xray`. None or - is standard input.

    \b
    Examples:
      declutter explain page.html
      declutter explain page.html | grep -A1 '^-'      what went
      declutter explain --json page.html | jq '.blocks[] | select(.keep | not) | .reason'
    """
    name = check_names((page,) if page else ())[0]
    cleaner = make_cleaner(options)
    try:
        data = read_input(name, cleaner.max_bytes)
    except UnreadableError as problem:
        complain(name, problem)
        return 1
    result = clean_one(cleaner, make_hints(options).input(data, name))
    if result.document is None:
        complain(name, result.error)
        return 1
    with Output(None) as output:
        if as_json:
            output.write(json.dumps(to_dict(result.document), ensure_ascii=False) + "\n")
        else:
            draw = _coloured if sys.stdout.isatty() else _plain
            output.write(draw(result.document))
    return 0


def to_dict(document: Document) -> dict[str, object]:
    """The verdict on the page and on each of its blocks, ready for JSON."""
    return {
        "page_type": document.page_type,
        "confidence": document.confidence,
        "decided_by": document.decided_by,
        "format": document.format,
        "notes": document.notes,
        "blocks": [
            {
                "keep": block.verdict.keep,
                "score": block.verdict.score,
                "rule": block.verdict.rule,
                "family": block.verdict.family,
                "reason": block.verdict.reason,
                "kind": block.kind,
                "level": block.level,
                "source": None if block.source is None else list(block.source),
                "origin": block.origin,
                "text": block.text,
            }
            for block in document.blocks
        ],
    }


def _plain(document: Document) -> str:
    """The blocks as lines of their whole text."""
    lines = list(_preface(document))
    for block in document.blocks:
        lines += ["", *_describe(block)]
    return "\n".join(lines) + "\n"


def _coloured(document: Document) -> str:
    """The blocks for the terminal: in the colours of their families and cut to its width.

    What a page says goes in as Text, which rich does not search for markup.
    """
    from rich.console import Console  # only here: all else starts faster without it
    from rich.text import Text

    console = Console(color_system=None if os.environ.get("NO_COLOR") else "auto")
    with console.capture() as capture:
        for line in _preface(document):
            console.print(Text(line))
        for block in document.blocks:
            head, text = _describe(block)
            colour = f"color({family_of(block.verdict).terminal})"
            shade = "" if block.verdict.keep else "dim"
            console.print()
            console.print(Text(head, colour), no_wrap=True, overflow="ellipsis")
            console.print(Text(text, shade), no_wrap=True, overflow="ellipsis")
    return capture.get()


def _preface(document: Document) -> Iterator[str]:
    yield (
        f"{document.format}, {document.page_type}, decided by {document.decided_by}, "
        f"confidence {document.confidence:.2f}: "
        f"{len(document.kept)} of {len(document.blocks)} blocks kept"
    )
    for note in document.notes:
        yield _one_line(f"note: {note}")


def _describe(block: Block) -> tuple[str, str]:
    verdict = block.verdict
    place = block.origin if block.source is None else f"{block.source[0]}:{block.source[1]}"
    kind = f"{block.kind} {block.level}" if block.level else block.kind
    head = (
        f"{'+' if verdict.keep else '-'} {place}  {kind}  {verdict.score:.2f}  "
        f"[{family_of(verdict).label}] {verdict.rule}: {verdict.reason}"
    )
    return _one_line(head), _one_line(f"    {block.text}")


def _one_line(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey."""
    return "".join(character if character.isprintable() else " " for character in text)
