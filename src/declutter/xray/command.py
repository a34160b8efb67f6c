"""The commands that draw: `declutter xray` and `declutter compare`."""

from __future__ import annotations

import sys
from typing import Any

import click

from declutter.cleaner import Cleaner, Input
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

_output = click.option(
    "-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE."
)


@click.command()
@click.argument("page", required=False, metavar="[FILE]")
@_output
@click.option(
    "--against",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Mark what is wrong by the text that should have come out.",
)
@cleaning_options
@reading_options
def xray(page: str | None, output: str | None, against: str | None, **options: Any) -> int:
    """Draw FILE: what was kept, what was removed, and why.

    Writes one HTML file for a browser. It needs no network, and nothing of the page runs in it.
    None or - is standard input.

    \b
    Examples:
      declutter xray page.html -o xray.html
      declutter xray page.html --against gold.txt -o xray.html
      curl -sL https://example.com/ | declutter xray -o xray.html
    """
    from declutter.xray.against import read_gold
    from declutter.xray.draw import draw, lay_out_marked

    if output is None and sys.stdout.isatty():
        raise click.UsageError("a picture is for a browser: name a file for it, as in -o xray.html")
    cleaner, hints = make_cleaner(options), make_hints(options)
    name = check_names((page,) if page else ())[0]
    data = _read(name, cleaner.max_bytes)
    gold = None if against is None else read_gold(_read(against, cleaner.max_bytes))
    document = _clean(cleaner, hints.input(data, name))
    picture = draw(document, lay_out_marked(data, hints.charset, document), gold)
    _write(picture.html, output)
    return 0


@click.command()
@click.argument("page", required=False, metavar="[FILE]")
@_output
@cleaning_options
@reading_options
def compare(page: str | None, output: str | None, **options: Any) -> int:
    """Show which extractor keeps which block of FILE: declutter, trafilatura, resiliparse.

    Writes a line a block, with the initial of each extractor that kept it, - for one that left it
    out, ? where the block is too short to tell, and * in front where they disagree. With -o, writes
    one HTML file for a browser. Extractors that are not installed are named. None or - is standard
    input.

    \b
    Examples:
      declutter compare page.html
      declutter compare page.html -o compare.html
    """
    from declutter.xray.compare import compare_extractors
    from declutter.xray.compare_draw import draw_comparison, list_comparison

    cleaner, hints = make_cleaner(options), make_hints(options)
    name = check_names((page,) if page else ())[0]
    data = _read(name, cleaner.max_bytes)
    document = _clean(cleaner, hints.input(data, name))
    columns = compare_extractors(data, document)
    if output is None:
        _write("\n".join(list_comparison(document, columns)) + "\n", None)
    else:
        _write(draw_comparison(document, columns).html, output)
    return 0


def _read(name: str, max_bytes: int) -> bytes:
    try:
        return read_input(name, max_bytes)
    except UnreadableError as problem:
        complain(name, problem)
        raise click.exceptions.Exit(1) from None


def _clean(cleaner: Cleaner, page: Input) -> Document:
    result = clean_one(cleaner, page)
    if result.document is None:
        complain(str(page.id), result.error)
        raise click.exceptions.Exit(1)
    return result.document


def _write(text: str, path: str | None) -> None:
    with Output(path) as output:
        output.write(text)
