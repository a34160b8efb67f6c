"""Rows of short entries in one line: menus and breadcrumb trails, as flattening leaves them."""

from __future__ import annotations

import re
from typing import Final

_ROW: Final = re.compile(r"\s{1,9}[|>»›·•/→]\s+")
_LONGEST: Final = 400
_FEWEST: Final = 3
_MOST_ENTRY_WORDS: Final = 3


def is_trail(line: str) -> bool:
    """Whether a line is a row of short entries; the last, where a trail ends, may be long."""
    entries = _ROW.split(line[:_LONGEST])
    if len(entries) < _FEWEST:
        return False
    return all(entry.count(" ") < _MOST_ENTRY_WORDS for entry in entries[:-1])
