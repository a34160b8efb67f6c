"""JSON-LD that is nearly JSON: wrapped in CDATA or a comment, escaped, or with a comma too many."""

from __future__ import annotations

import html
import json
import re
from typing import Any, Final

_WRAPPING: Final = re.compile(
    r"\s*+(?:(?:/\*|//)?\s*+<!\[CDATA\[\s*+(?:\*/)?|<!--|//\s*+\]\]>|(?:/\*)?\s*+\]\]>\s*+(?:\*/)?|-->|;)\s*+"
)
_TRAILING_COMMA: Final = re.compile(r",(\s{0,200}[}\]])")
_LONGEST: Final = 2_000_000


def read_json_scripts(document: Any) -> list[object]:
    """The values of a turbohtml document's JSON-LD scripts, in order; a script that cannot be
    mended is left out."""
    strict: list[object] = document.json_ld()
    scripts = [
        script
        for script in document.iter_elements(("script",))
        if "ld+json" in (script.attr("type") or "")
    ]
    if len(strict) >= len(scripts):
        return strict
    values: list[object] = []
    for script in scripts:
        value = parse_nearly_json(script.text[:_LONGEST])
        if value is not None:
            values.append(value)
    return values


def parse_nearly_json(text: str) -> object | None:
    """The value of a text that is JSON, or would be without what does not belong to it."""
    value = _parse(text)
    if value is not None:
        return value
    text = _unwrap(text)
    if "&quot;" in text and '"' not in text:
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
