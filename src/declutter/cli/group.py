"""The commands and which of them a line means: one that is named, else the filter."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Final

import click

from declutter.errors import DeclutterError

FILTER: Final = "declutter.cli.filter:clean_pages"

COMMANDS: Final = {
    "explain": (
        "declutter.cli.explain:explain",
        "List every block of a page, kept or removed, and why.",
    ),
    "batch": (
        "declutter.crawl.command:batch",
        "Clean a crawl: files, folders, WARC, JSONL, Parquet.",
    ),
    "site": (
        "declutter.crawl.command:site",
        "Show what a site memory has learned.",
    ),
    "completion": (
        "declutter.cli.completion:completion",
        "Write the completion script of a shell.",
    ),
}
"""A command's name, where it is (loaded when it is called), and what it does in one line."""


class Commands(click.Group):
    """A group whose default command is the filter."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in COMMANDS:
            args = [FILTER, *args]
        return super().parse_args(ctx, args)

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
    """Run the command line; the exit code is what comes back, and nothing is raised."""
    try:
        code = root.main(prog_name="declutter", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        # What is still buffered has no reader: the interpreter's last flush must not find it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DeclutterError as error:
        click.echo(f"declutter: {error}", err=True)
        return 1
    except OSError as error:
        click.echo(f"declutter: {error.filename or 'output'}: {error.strerror or error}", err=True)
        return 1
    return code if isinstance(code, int) else 0
