"""Prompts to subscribe: newsletters, paywalls, memberships."""

from __future__ import annotations

from declutter.judge.case import Case, Rule

_HOWS = ("whole", "row", "start")
_LONGEST = 60  # words of a prompt


def newsletter_prompts(case: Case) -> list[int]:
    """Blocks that ask for an address to send news to."""
    return [at for at in case.said("newsletter", _HOWS) if case.words[at] <= _LONGEST]


def paywall_prompts(case: Case) -> list[int]:
    """Blocks that ask to subscribe, to register or to pay for reading on."""
    return [at for at in case.said("subscription", _HOWS) if case.words[at] <= _LONGEST]


RULES = (
    Rule("newsletter prompt", "newsletter", "asks to subscribe to news", newsletter_prompts),
    Rule("paywall prompt", "newsletter", "asks to register or to pay", paywall_prompts),
)
