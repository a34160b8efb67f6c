"""A page a line in, an object a line out: a shard of a corpus in a pipe."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Final

from declutter.cleaner import Cleaner, Input, Result
from declutter.cli.inputs import Hints, UnreadableError, complain, read_lines
from declutter.cli.outputs import Output, render
from declutter.many import clean_many

_JSON_OVERHEAD: Final = 8
"""JSON writes a character as an escape of up to six bytes, and has other fields beside the page."""


@dataclasses.dataclass(slots=True)
class Lines:
    """The pages that the lines of some inputs hold, and what was wrong with a line or an input.

    `field` names the field with the page where the lines are JSON objects.
    """

    names: tuple[str, ...]
    max_bytes: int
    hints: Hints
    field: str | None = None
    broken: dict[str, str] = dataclasses.field(default_factory=dict)
    failed: bool = False

    def pages(self) -> Iterator[Input]:
        """One page a line, numbered from 1 through all inputs, empty for a broken line."""
        most = self.max_bytes + 2 if self.field is None else self.max_bytes * _JSON_OVERHEAD
        number = 0
        for name in self.names:
            try:
                for line in read_lines(name, most):
                    number += 1
                    yield self.hints.input(self._page(line, str(number)), str(number))
            except UnreadableError as problem:
                complain(name, problem)
                self.failed = True

    def _page(self, line: bytes, number: str) -> bytes | str:
        if self.field is None:
            return line.rstrip(b"\r\n")
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            self.broken[number] = f"the line is not JSON ({error})"
            return ""
        page = record.get(self.field) if isinstance(record, dict) else None
        if not isinstance(page, str):
            self.broken[number] = (
                f"the line is no JSON object with text in its field {self.field!r}"
            )
            return ""
        return page


def clean_lines(
    lines: Lines, output: Output, cleaner: Cleaner, form: str, metadata: bool, workers: int
) -> int:
    """Clean each line as a page and write {"line", "text", "error"} for it, in order.

    A line that cannot be cleaned has its error in its object and null for its text; only an input
    that cannot be read makes the exit code 1.
    """
    for result in clean_many(cleaner, lines.pages(), workers):
        output.write(json.dumps(_record(result, lines, form, metadata), ensure_ascii=False) + "\n")
    return 1 if lines.failed else 0


def _record(result: Result, lines: Lines, form: str, metadata: bool) -> dict[str, object]:
    number = result.id or ""
    error = lines.broken.pop(number, None) or (str(result.error) if result.error else None)
    document = None if error else result.document
    record: dict[str, object] = {
        "line": int(number),
        "text": None if document is None else render(document, form, metadata=False),
        "error": error,
    }
    if metadata:
        known = {} if document is None else document.to_dict()
        record["metadata"] = {name: known[name] for name in known if name not in _NOT_METADATA}
    return record


_NOT_METADATA: Final = frozenset({"text", "comments", "sources"})
