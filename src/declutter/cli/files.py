"""Files and standard input cleaned one by one, and the filter without options."""

from __future__ import annotations

from declutter.cleaner import Cleaner
from declutter.cli.inputs import STDIN, Hints, UnreadableError, complain, read_input
from declutter.cli.outputs import Output, Writer
from declutter.many import clean_one


def run() -> int:
    """Clean standard input into standard output, as text and with no option; the exit code."""
    with Output(None) as output:
        return clean_files((STDIN,), Hints(), Cleaner(metadata=False), Writer(output, "text"))


def clean_files(names: tuple[str, ...], hints: Hints, cleaner: Cleaner, writer: Writer) -> int:
    """Clean the inputs one by one and write the good ones; 1 if any of them failed, else 0."""
    failed = False
    for name in names:
        try:
            data = read_input(name, cleaner.max_bytes)
        except UnreadableError as problem:
            complain(name, problem)
            failed = True
            continue
        result = clean_one(cleaner, hints.input(data, name))
        if result.document is None:
            complain(name, result.error)
            failed = True
        else:
            writer.write(name, result.document)
    return 1 if failed else 0
