"""JSON-LD that is nearly JSON: wrapped in CDATA or a comment, escaped, or with a comma too many."""

from __future__ import annotations

import json
import re
from typing import Any, Final

_WRAPPING: Final = re.compile(
    r"\s*+(?:(?:/\*|//)?\s*+<!\[CDATA\[\s*+(?:\*/)?|<!--|//\s*+\]\]>|(?:/\*)?\s*+\]\]>\s*+(?:\*/)?|-->|;)\s*+"
)
_TRAILING_COMMA: Final = re.compile(r",(\s{0,200}[}\]])")
_LONGEST: Final = 2_000_000


def read_json_scripts(scripts: list[Any]) -> list[object]:
    """The values of JSON-LD scripts, which are elements of turbohtml, in order; a script that
    cannot be mended is left out."""
    values: list[object] = []
    for script in scripts:
        value = parse_nearly_json(script.text)
        if value is not None:
            values.append(value)
    return values


def parse_nearly_json(text: str) -> object | None:
    """The value of a text that is JSON, or would be without what does not belong to it."""
    value = _parse(text)
    if value is not None:
        return value
    text = _unwrap(text[:_LONGEST])
    if "&quot;" in text and '"' not in text:
        import html  # its table of entities is large, and few pages need it

        text = html.unescape(text)
    return _parse(_TRAILING_COMMA.sub(r"\1", text))


def _unwrap(text: str) -> str:
    """The text between the wrappings at its two ends."""
    text = text.strip()
    opening = _WRAPPING.match(text)
    if opening is not None:
        text = text[opening.end() :]
    last = max(text.rfind("}"), text.rfind("]"))
    while last > 0 and text[last] == "]" and text[last + 1 : last + 2] == ">":
        last = max(text.rfind("}", 0, last - 1), text.rfind("]", 0, last - 1))
    return text[: last + 1]


def _parse(text: str) -> object | None:
    try:
        value: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) else None
