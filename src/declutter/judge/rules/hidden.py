"""What the page does not show."""

from __future__ import annotations

from declutter.judge.case import Case, Rule


def hidden_blocks(case: Case) -> list[int]:
    """Blocks inside an element that the page hides."""
    return [at for at, block in enumerate(case.blocks) if block.hidden]


RULES = (Rule("hidden", "hidden", "is hidden on the page", hidden_blocks),)
