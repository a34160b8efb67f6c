"""Every block of a page, kept or removed, and why."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import Any, Final

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
from declutter.document import Block, Document
from declutter.many import clean_one
from declutter.xray.families import family_of

_NARROWEST: Final = 40


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
            output.write(_listing(result.document))
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


def _listing(document: Document) -> str:
    """The blocks as lines; on a terminal in colour and cut to its width."""
    on_terminal = sys.stdout.isatty()
    width = max(shutil.get_terminal_size().columns, _NARROWEST) if on_terminal else None
    colour = on_terminal and not os.environ.get("NO_COLOR")
    kept = len(document.kept)
    lines = [
        f"{document.format}, {document.page_type}, decided by {document.decided_by}, "
        f"confidence {document.confidence:.2f}: {kept} of {len(document.blocks)} blocks kept"
    ]
    lines += [_shorten(f"note: {note}", width) for note in document.notes]
    for block in document.blocks:
        verdict, text = _describe(block, width)
        if colour:
            gone = not block.verdict.keep
            verdict = click.style(
                verdict, fg=family_of(block.verdict).terminal if gone else "green"
            )
            text = click.style(text, dim=True) if gone else text
        lines += ["", verdict, text]
    return "\n".join(lines) + "\n"


def _describe(block: Block, width: int | None) -> tuple[str, str]:
    verdict = block.verdict
    place = block.origin if block.source is None else f"{block.source[0]}:{block.source[1]}"
    kind = f"{block.kind} {block.level}" if block.level else block.kind
    family = family_of(verdict).label
    head = (
        f"{'+' if verdict.keep else '-'} {place}  {kind}  {verdict.score:.2f}  "
        f"[{family}] {verdict.rule}: {verdict.reason}"
    )
    return _shorten(head, width), _shorten(f"    {block.text}", width)


def _shorten(text: str, width: int | None) -> str:
    """The text on one line of the width, with nothing in it that a terminal would obey."""
    line = "".join(
        character if character.isprintable() else " " for character in text[: width or None]
    )
    return line if width is None or len(text) <= width else f"{line[: width - 1]}…"
