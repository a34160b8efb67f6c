"""A page becomes blocks: which format it is, and the reader for it."""

from __future__ import annotations

from typing import Any

from declutter.deadline import Deadline
from declutter.document import InputFormat, Page


def read(
    data: Any,
    *,
    url: str | None,
    input_format: InputFormat | None,
    charset: str | None,
    max_bytes: int,
    deadline: Deadline,
) -> Page:
    """Read bytes, str or an lxml tree into a Page.

    Raises UnsupportedInput for data of a type with no page text, InputTooLarge above `max_bytes`,
    TypeError for data that is none of the three.
    """
    raise TypeError("no reader")
