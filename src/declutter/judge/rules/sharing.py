"""Prompts to share, print, save or send the page, and their rows of buttons."""

from __future__ import annotations

from declutter.judge.case import Case, Rule


def share_prompts(case: Case) -> list[int]:
    """Blocks that are a share prompt, or a row of them."""
    return case.said("sharing", ("whole", "row", "glued"))


RULES = (Rule("share prompt", "sharing", "asks to share the page", share_prompts),)
