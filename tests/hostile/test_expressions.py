"""Every regular expression of the package takes linear time on strings made to be its worst."""

from __future__ import annotations

import importlib
import pkgutil
import re
from inspect import signature
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
    "declutter.readers.weighing._TABLE_RULE",
    "declutter.readers.weighing._UNDERLINE",
    "declutter.render.addresses._SCHEME",
    "declutter.render.markdown_inline._LINE_START",
}
"""These are tried at one place of a text only."""


def expressions() -> dict[str, Any]:
    """All compiled expressions that the package's modules keep, by name."""
    found: dict[str, Any] = {}
    for module in pkgutil.walk_packages(declutter.__path__, "declutter."):
        if ".cli" in module.name or ".engines" in module.name or "__main__" in module.name:
            continue
        try:
            names = vars(importlib.import_module(module.name))
        except ImportError:
            continue
        for name, value in list(names.items()):
            add(found, f"{module.name}.{name}", value)
    return found


def add(found: dict[str, Any], name: str, value: Any) -> None:
    """Add the expressions in a value: itself, what a tuple holds, what a cached function gives."""
    if hasattr(value, "finditer") and hasattr(value, "pattern"):
        found.setdefault(name, value)
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            add(found, f"{name}[{place}]", inner)
    elif hasattr(value, "cache_info") and not signature(value).parameters:
        add(found, f"{name}()", value())


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
    assert len(EXPRESSIONS) > 100
    assert all(isinstance(each, re.Pattern) or each.pattern for each in EXPRESSIONS.values())
