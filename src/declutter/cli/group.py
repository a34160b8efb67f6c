"""The commands and which of them a line means: one that is named, else the filter."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, Final

import click

from declutter.errors import DeclutterError

FILTER: Final = "declutter.cli.filter:clean_pages"

COMMANDS: Final = {
    "explain": (
        "declutter.cli.explain:explain",
        "List every block of a page, kept or removed, and why.",
    ),
    "xray": (
        "declutter.xray.command:xray",
        "Draw a page: what was kept, what was removed, and why.",
    ),
    "compare": (
        "declutter.xray.command:compare",
        "Show a page beside what other extractors make of it.",
    ),
    "batch": (
        "declutter.crawl.command:batch",
        "Clean a crawl: files, folders, WARC, JSONL, Parquet.",
    ),
    "site": (
        "declutter.crawl.command:site",
        "Show what a site memory has learned.",
    ),
    "site-rules": (
        "declutter.site_rules.command:site_rules",
        "Check a folder of site rules.",
    ),
    "plugins": (
        "declutter.plugins.command:plugins",
        "List the installed plugins and what each brings.",
    ),
    "completion": (
        "declutter.cli.completion:completion",
        "Write the completion script of a shell.",
    ),
}
"""A command's name, where it is (loaded when it is called), and what it does in one line."""


class ReaderGoneError(Exception):
    """The reader of the output has closed the pipe."""


class Commands(click.Group):
    """A group whose default command is the filter."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in COMMANDS:
            args = [FILTER, *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:  # of which click would make a failure
            raise ReaderGoneError from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == FILTER:
            return _load(FILTER)
        if cmd_name in COMMANDS:
            return _load(COMMANDS[cmd_name][0])
        return None


def _load(address: str) -> click.Command:
    module, _, name = address.partition(":")
    command = getattr(import_module(module), name)
    assert isinstance(command, click.Command)
    return command


root: Final = Commands(name="declutter", context_settings={"help_option_names": ["-h", "--help"]})


def run() -> int:
    """Run the command line and return its exit code; what is no error of use goes through."""
    try:
        code = root.main(prog_name="declutter", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 130
    except ReaderGoneError as error:
        raise BrokenPipeError from error
    except DeclutterError as error:
        print(f"declutter: {error}", file=sys.stderr)
        return 1
    return code if isinstance(code, int) else 0
