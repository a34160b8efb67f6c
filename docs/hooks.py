"""What the documentation takes from the code while it is built: the rules, and the benchmark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import declutter
from declutter.judge.rules import RULES
from declutter.page import Block

ROOT: Final = Path(__file__).resolve().parent.parent
LONGEST_EXAMPLE: Final = 160


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Fill in what a page leaves to the code."""
    name = page.file.src_uri
    if name == "rules.md":
        return markdown.replace("<!-- rules -->", list_rules())
    if name == "benchmark.md":
        return markdown.replace("<!-- benchmark -->", benchmark())
    return markdown


def list_rules() -> str:
    """Every rule in the order in which they speak, with what it does and a block it decided."""
    examples = find_examples()
    parts: list[str] = []
    family = ""
    for rule in RULES:
        if rule.family != family:
            family = rule.family
            parts.append(f"## {family.capitalize()}")
        said = " ".join((rule.find.__doc__ or "").split())
        parts.append(f"### {rule.name}\n\nReason given: *{rule.reason}*. {said}")
        if rule.name in examples:
            fixture, block = examples[rule.name]
            parts.append(f'```text title="from fixtures/{fixture}"\n{block}\n```')
    return "\n\n".join(parts)


def find_examples() -> dict[str, tuple[str, str]]:
    """For each rule the shortest block that it decided in the fixtures, and the fixture's name."""
    found: dict[str, tuple[str, Block]] = {}
    for page in sorted((ROOT / "fixtures").glob("*/page.*")):
        document = declutter.clean(page.read_bytes(), metadata=False)
        for block in document.blocks:
            known = found.get(block.verdict.rule)
            if known is None or len(block.text) < len(known[1].text):
                found[block.verdict.rule] = page.parent.name, block
    return {name: (case, _shorten(block.text)) for name, (case, block) in found.items()}


def _shorten(text: str) -> str:
    line = " ".join(text.replace("`", "'").split())
    return line if len(line) <= LONGEST_EXAMPLE else f"{line[:LONGEST_EXAMPLE]}…"


def benchmark() -> str:
    """The section of the README that `make bench` writes."""
    readme = (ROOT / "README.md").read_text("utf-8")
    found = re.search(r"<!-- benchmark:start -->(.*?)<!-- benchmark:end -->", readme, re.DOTALL)
    section = found.group(1).strip() if found else ""
    return section or "No run has been recorded yet: `make bench` makes one."
