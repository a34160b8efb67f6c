"""The documentation keeps up with the code: every rule has its entry, the notebook runs."""

from __future__ import annotations

import importlib.util
import inspect
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import trafilatura

from declutter.judge.rules import RULES

DOCS = Path(__file__).resolve().parent.parent / "docs"


@pytest.fixture(scope="module")
def hooks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_hooks", DOCS / "hooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_rule_is_listed_with_its_reason(hooks: ModuleType) -> None:
    listed = hooks.list_rules()
    for rule in RULES:
        assert f"### {rule.name}\n\nReason given: *{rule.reason}*." in listed
        assert rule.find.__doc__, f"{rule.name} has no docstring"


def test_rules_have_examples_in_the_fixtures(hooks: ModuleType) -> None:
    examples = hooks.find_examples()
    without = [rule.name for rule in RULES if rule.name not in examples]
    assert len(without) * 10 <= len(RULES), without


def test_the_notebook_runs(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    for cell in json.loads((DOCS / "tour.ipynb").read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    printed = capsys.readouterr().out
    assert "The first goose came over the weir" in printed
    assert "site rule They stayed until" in printed


def test_the_plugin_of_the_documentation_works() -> None:
    page = (DOCS / "plugins.md").read_text("utf-8")
    found = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert found is not None
    names: dict[str, Any] = {
        "data": "<p>Geese for hire on Sundays.<p>Ring the brass bell<p>The first goose came over "
        "the weir at noon and nobody in the boathouse looked up from the soup on the table."
    }
    exec(found.group(1), names)
    assert [block.verdict.rule for block in names["doc"].blocks] == [
        "geese for hire",
        "share prompt",
        "score",
    ]


def test_every_option_of_trafilatura_is_mapped() -> None:
    page = (DOCS / "coming-from.md").read_text("utf-8")
    for name in inspect.signature(trafilatura.extract).parameters:
        if name != "filecontent":
            assert f"`{name}`" in page or f'`{name}="' in page, name
