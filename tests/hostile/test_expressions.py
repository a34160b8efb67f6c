"""Every regular expression of the package takes linear time on strings made to be its worst."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import Any

import pytest

import declutter
from tests.hostile.growth import assert_linear

UNITS = (
    "a|A|1| |\n|\t|.|-|=|(|[|]|<|>|&|'|\"|/|:|,|#|*|_|`|字|é|aA|a |a.|1/|, |<a|](|\\|=\n|-|By |a@"
)
LENGTH = 3_000
ANCHORED = {
    "declutter.readers.headers._FENCE",
    "declutter.readers.headers._SERVICE_LINE",
    "declutter.readers.html_fallback._PLAIN_WORD",
    "declutter.readers.json_scripts._WRAPPING",
    "declutter.readers.plain._CODE_LINE",
    "declutter.readers.plain._UNDERLINE",
    "declutter.readers.sniff._TABLE_RULE",
    "declutter.readers.sniff._UNDERLINE",
    "declutter.render.addresses._SCHEME",
    "declutter.render.markdown_inline._LINE_START",
}
"""These are tried at one place of a text only."""


def expressions() -> dict[str, Any]:
    """All compiled expressions at the top of the package's modules, by name."""
    found: dict[str, Any] = {}
    for module in pkgutil.walk_packages(declutter.__path__, "declutter."):
        if ".cli" in module.name or ".engines" in module.name or "__main__" in module.name:
            continue
        try:
            names = vars(importlib.import_module(module.name))
        except ImportError:
            continue
        for name, value in names.items():
            if hasattr(value, "finditer") and hasattr(value, "pattern"):
                found.setdefault(f"{module.name}.{name}", value)
    return found


EXPRESSIONS = expressions()


def strings(expression: Any, length: int) -> list[Any]:
    """One unit over and over, then an end that fits nothing."""
    units = UNITS.split("|") + [character * 3 for character in sorted(set("|+"))]
    texts = [
        (unit * (length // len(unit) + 1))[:length] + end for unit in units for end in ("", "\x00!")
    ]
    if isinstance(expression.pattern, bytes):
        return [text.encode("utf-8") for text in texts]
    return texts


def look(expression: Any, text: Any, anchored: bool) -> None:
    expression.match(text)
    if not anchored:
        for _ in expression.finditer(text):
            pass


@pytest.mark.hostile
@pytest.mark.parametrize("name", sorted(EXPRESSIONS))
def test_an_expression_takes_linear_time(name: str) -> None:
    expression, anchored = EXPRESSIONS[name], name in ANCHORED
    pairs = zip(strings(expression, LENGTH), strings(expression, 2 * LENGTH), strict=True)
    for short, long in pairs:
        assert_linear(
            lambda s=short: look(expression, s, anchored),
            lambda t=long: look(expression, t, anchored),
            f"{expression.pattern!r} on {long[:20]!r}",
        )


def test_there_are_expressions() -> None:
    assert len(EXPRESSIONS) > 20
    assert all(isinstance(each, re.Pattern) or each.pattern for each in EXPRESSIONS.values())
