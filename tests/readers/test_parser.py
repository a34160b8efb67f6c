"""The parser's core is one, however it is loaded."""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from types import ModuleType

import pytest

from declutter.readers import parser


def test_the_package_stands_around_the_same_core() -> None:
    import turbohtml

    assert parser.parse is turbohtml.parse
    assert parser.Element is turbohtml.Element
    assert turbohtml.parse("<p>One").select("p")


def test_the_package_is_loaded_where_its_core_is_not_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import turbohtml

    def find_nothing(name: str, path: object = None) -> None: ...

    monkeypatch.delitem(sys.modules, "turbohtml._html")
    monkeypatch.setattr(PathFinder, "find_spec", find_nothing)
    core: ModuleType = parser.load_core()
    assert core is turbohtml
