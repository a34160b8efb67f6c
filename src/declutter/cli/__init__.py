"""The command `declutter`: a filter first, and what else is done with pages from a shell."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command on the arguments of the process and exit.

    Exits 0 where all went well, 1 for input that could not be read or cleaned, 2 for wrong use, 130
    where the user broke it off. A reader that closes the pipe, as `head` does, is no error.
    """
    if sys.argv[1:] or "_DECLUTTER_COMPLETE" in os.environ or sys.stdin.isatty():
        from declutter.cli.group import run
    else:  # the bare filter has no option to parse, and starts faster without the parser
        gc.disable()  # and ends after one page, which leaves nothing to collect
        from declutter.cli.files import run
    try:
        code = run()
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:
        # What is still buffered has no reader: the interpreter's last flush must not find it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        print(f"declutter: {error.filename or 'output'}: {error.strerror}", file=sys.stderr)
        code = 1
    gc.freeze()  # the interpreter would look through all that is loaded once more as it ends
    sys.exit(code)
