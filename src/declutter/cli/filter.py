"""The filter: pages in, clean text out."""

from __future__ import annotations

from typing import Any, Final

import click

from declutter import __version__
from declutter.cli.files import clean_files
from declutter.cli.group import COMMANDS
from declutter.cli.options import (
    check_names,
    cleaning_options,
    make_cleaner,
    make_hints,
    reading_options,
)
from declutter.cli.outputs import FORMATS, LINE_FORMATS, Output, Writer, needs_metadata

EXAMPLES: Final = """\b
Examples:
  declutter < page.html                       clean text on standard output
  curl -sL https://example.com/ | declutter   a page from the web
  declutter page.html -f markdown --links     Markdown, with its links
  declutter --metadata < page.html            with title, author and dates on top
  declutter --json *.html > pages.jsonl       one JSON object a page
  declutter --lines --field text < in.jsonl   each line a page, one JSON object a line
  declutter explain page.html                 each block, kept or removed, and why
"""


class FilterContext(click.Context):
    """The context of the default command, which has no name of its own on the command line."""

    @property
    def command_path(self) -> str:
        return self.parent.command_path if self.parent else "declutter"


class FilterCommand(click.Command):
    """The default command; its help lists the other commands."""

    context_class = FilterContext

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section("Commands (a file of that name is given as ./NAME)"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


def complete_input(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[click.shell_completion.CompletionItem[str]]:
    """Files, and the commands where the line has no file yet."""
    from click.shell_completion import CompletionItem

    items = [CompletionItem(incomplete, type="file")]
    if not ctx.params.get("pages"):
        items += [
            CompletionItem(name, help=COMMANDS[name][1])
            for name in COMMANDS
            if name.startswith(incomplete)
        ]
    return items


@click.command(cls=FilterCommand, epilog=EXAMPLES)
@click.argument("pages", nargs=-1, metavar="[FILE]...", shell_complete=complete_input)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE."
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=None,
    help="What to write (default text).",
)
@click.option("--json", "as_json", is_flag=True, help="The same as -f json.")
@click.option("--metadata", is_flag=True, help="Put title, authors, dates, ... before the text.")
@cleaning_options
@reading_options
@click.option("--lines", is_flag=True, help="Take each line as a page; write a JSON object a line.")
@click.option(
    "--field", metavar="NAME", help="With --lines: lines are JSON, the page is in this field."
)
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, metavar="N", help="With --lines: processes."
)
@click.version_option(__version__, prog_name="declutter")
def clean_pages(
    pages: tuple[str, ...],
    output: str | None,
    form: str | None,
    as_json: bool,
    metadata: bool,
    lines: bool,
    field: str | None,
    workers: int,
    **options: Any,
) -> int:
    """Write what the author of a page wrote, without what the site put around it.

    FILE is HTML, Markdown or plain text in any encoding; - or none is standard input. Several
    files are parted by a line with a form feed. Nothing is ever fetched.
    """
    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and -f {form} ask for different things: give one of them")
    form = "json" if as_json else form or "text"
    names = check_names(pages)
    hints = make_hints(options)
    with_metadata = metadata or (needs_metadata(form) and not lines)
    cleaner = make_cleaner(options, metadata=with_metadata)
    with Output(output) as target:
        if lines:
            from declutter.cli.lines import Lines, clean_lines

            if form not in LINE_FORMATS:
                raise click.UsageError(f"--lines puts {' or '.join(LINE_FORMATS)} into its JSON")
            source = Lines(names, cleaner.max_bytes, hints, field)
            return clean_lines(source, target, cleaner, form, metadata, workers)
        if field is not None or workers > 1:
            raise click.UsageError("--field and --workers are for --lines: add it")
        return clean_files(
            names, hints, cleaner, Writer(target, form, metadata=metadata, several=len(names) > 1)
        )
