"""The command `declutter`: a filter first, and what else is done with pages from a shell."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command on the arguments of the process and exit.

    Exits 0 where all went well, 1 for input that could not be read or cleaned, 2 for wrong use, 130
    where the user broke it off. A reader that closes the pipe, as `head` does, is no error.
    """
    from declutter.cli.group import run

    sys.exit(run())
