"""The options that every command which cleans pages has in common."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any, Final, TypeVar, get_args

import click

from declutter.cleaner import Cleaner, Favor
from declutter.cli.inputs import STDIN, Hints
from declutter.page import PAGE_TYPES, InputFormat

Command = TypeVar("Command", bound=Callable[..., Any])

_ADDRESS: Final = re.compile(r"https?:/", re.IGNORECASE)

_CLEANING: Final = (
    click.option("--comments", is_flag=True, help="Put the readers' comments after the body."),
    click.option("--links", is_flag=True, help="Show links (Markdown, HTML, TEI)."),
    click.option("--images", is_flag=True, help="Show images (Markdown, HTML, TEI)."),
    click.option("--no-tables", is_flag=True, help="Leave tables out."),
    click.option(
        "--favor",
        type=click.Choice(get_args(Favor)),
        default="balanced",
        help="Rather lose content (precision), or rather keep clutter (recall).",
    ),
    click.option(
        "--page-type",
        type=click.Choice(PAGE_TYPES),
        help="The type of the pages, instead of finding it.",
    ),
    click.option(
        "--no-second-opinion",
        is_flag=True,
        help="Never ask trafilatura, even where the judge is unsure of a whole page.",
    ),
    click.option(
        "--no-fitted",
        is_flag=True,
        help="Judge by rules and weights set by hand alone, without the fitted tables.",
    ),
    click.option(
        "--site-rules",
        type=click.Path(file_okay=False),
        metavar="DIR",
        help="Rules by host that decide first; they need --url.",
    ),
    click.option(
        "--plugins", is_flag=True, help="Use the rules and phrases of all installed plugins."
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="Give a page up after this long.",
    ),
    click.option(
        "--max-bytes",
        type=click.IntRange(min=1),
        default=20_000_000,
        metavar="N",
        help="Refuse larger pages (default 20000000).",
    ),
)

_READING: Final = (
    click.option(
        "--input-format",
        type=click.Choice(get_args(InputFormat)),
        help="What the input is, instead of finding it.",
    ),
    click.option("--charset", metavar="NAME", help="The encoding that the HTTP header named."),
    click.option("--url", metavar="URL", help="Where the page is from: makes addresses absolute."),
)


def cleaning_options(command: Command) -> Command:
    """Add the options that make a Cleaner; `make_cleaner` takes what they give."""
    for option in reversed(_CLEANING):
        command = option(command)
    return command


def reading_options(command: Command) -> Command:
    """Add the options that say what is known about a page from elsewhere."""
    for option in reversed(_READING):
        command = option(command)
    return command


def make_hints(options: dict[str, Any]) -> Hints:
    """The Hints that the values of `reading_options` give; other values are left alone."""
    return Hints(options["url"], options["charset"], options["input_format"])


def make_cleaner(options: dict[str, Any], *, metadata: bool = True) -> Cleaner:
    """The Cleaner that the values of `cleaning_options` ask for; other values are left alone."""
    return Cleaner(
        comments=options["comments"],
        tables=not options["no_tables"],
        links=options["links"],
        images=options["images"],
        favor=options["favor"],
        page_type=options["page_type"],
        metadata=metadata,
        second_opinion=not options["no_second_opinion"],
        site_rules=options["site_rules"],
        plugins=options["plugins"],
        timeout=options["timeout"],
        max_bytes=options["max_bytes"],
        fitted=not options["no_fitted"],
    )


def check_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the inputs, standard input where there are none.

    Raises click.UsageError for an address, which is not fetched, and where nobody would ever write
    to the standard input.
    """
    for name in names:
        if _ADDRESS.match(name):
            raise click.UsageError(
                f"{name} is an address, and declutter fetches nothing: pipe the page in, as in\n"
                f"  curl -sL {name} | declutter"
            )
    if not names and sys.stdin is not None and sys.stdin.isatty():
        raise click.UsageError("nothing to read: name a file, or pipe a page in")
    return names or (STDIN,)
