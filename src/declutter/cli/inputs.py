"""What is read: files and standard input, as bytes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Final

import click

STDIN: Final = "-"
_ADDRESS: Final = re.compile(r"https?:/", re.IGNORECASE)


class UnreadableError(Exception):
    """An input that cannot be read; the message says why and what to do."""


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


def read_input(name: str, max_bytes: int) -> bytes:
    """The bytes of a file or of standard input, one more than `max_bytes` at most.

    Raises UnreadableError where there is no such file or it cannot be read.
    """
    try:
        if name == STDIN:
            return sys.stdin.buffer.read(max_bytes + 1)
        with Path(name).open("rb") as file:
            return file.read(max_bytes + 1)
    except OSError as error:
        raise UnreadableError(_why(error)) from None


def complain(name: str, problem: object) -> None:
    """Say on standard error what is wrong with an input."""
    label = "standard input" if name == STDIN else name
    click.echo(f"declutter: {label}: {problem}", err=True)


def read_lines(name: str, most: int) -> Iterator[bytes]:
    """The lines of a file or of standard input as they come, each cut after `most` bytes.

    Raises UnreadableError as `read_input` does.
    """
    try:
        with nullcontext(sys.stdin.buffer) if name == STDIN else Path(name).open("rb") as file:
            while line := file.readline(most):
                yield line
                while not line.endswith(b"\n") and len(line) == most:
                    line = file.readline(most)
    except OSError as error:
        raise UnreadableError(_why(error)) from None


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file: check the name"
    if isinstance(error, IsADirectoryError):
        return "it is a folder: name the files in it, as in FOLDER/*"
    if isinstance(error, PermissionError):
        return "it may not be read: check its permissions"
    return f"it cannot be read ({error.strerror})"
