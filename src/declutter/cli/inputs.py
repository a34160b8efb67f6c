"""What is read: files and standard input, as bytes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from typing import Final, NamedTuple

from declutter.cleaner import Input
from declutter.page import InputFormat

STDIN: Final = "-"


class UnreadableError(Exception):
    """An input that cannot be read; the message says why and what to do."""


class Hints(NamedTuple):
    """What the user knows about the pages: where they are from, and how they are written."""

    url: str | None = None
    charset: str | None = None
    input_format: InputFormat | None = None

    def input(self, data: bytes | str, name: str) -> Input:
        """A page for `Cleaner.clean_many` with what is known about it."""
        return Input(data, self.url, self.charset, name, self.input_format)


def read_input(name: str, max_bytes: int) -> bytes:
    """The bytes of a file or of standard input, one more than `max_bytes` at most.

    Raises UnreadableError where there is no such file or it cannot be read.
    """
    try:
        if name == STDIN:
            return sys.stdin.buffer.read(max_bytes + 1)
        with open(name, "rb") as file:
            return file.read(max_bytes + 1)
    except OSError as error:
        raise UnreadableError(_why(error)) from None


def complain(name: str, problem: object) -> None:
    """Say on standard error what is wrong with an input."""
    label = "standard input" if name == STDIN else name
    print(f"declutter: {label}: {problem}", file=sys.stderr)


def read_lines(name: str, most: int) -> Iterator[bytes]:
    """The lines of a file or of standard input as they come, each cut after `most` bytes.

    Raises UnreadableError as `read_input` does.
    """
    try:
        with nullcontext(sys.stdin.buffer) if name == STDIN else open(name, "rb") as file:
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
