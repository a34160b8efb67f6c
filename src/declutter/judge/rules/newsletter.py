"""Prompts to subscribe: newsletters, paywalls, memberships."""

from __future__ import annotations

from declutter.judge.case import Case, Rule
from declutter.judge.phrases import match_start

_HOWS = ("whole", "row", "start")
_LONGEST = 60  # words of a prompt
_FEWEST = 4
_LONGEST_CLOSING = 20  # words of a block that is a prompt by its last sentence
_ASKING = ("newsletter", "subscription")


def newsletter_prompts(case: Case) -> list[int]:
    """Blocks that ask for an address to send news to."""
    return [at for at in case.said("newsletter", _HOWS) if case.words[at] <= _LONGEST]


def paywall_prompts(case: Case) -> list[int]:
    """Blocks that ask to subscribe, to register or to pay for reading on."""
    return [at for at in case.said("subscription", _HOWS) if case.words[at] <= _LONGEST]


def closing_prompts(case: Case) -> list[int]:
    """Short blocks whose last sentence asks to subscribe or to pay, whatever leads up to it."""
    return [
        at
        for at in case.noted.parted
        if _FEWEST <= case.words[at] <= _LONGEST_CLOSING
        and case.labels[at] is None
        and case.is_open(at)
        and _closes_with_prompt(case, case.blocks[at].text)
    ]


def _closes_with_prompt(case: Case, text: str) -> bool:
    end = max(text.rfind(". "), text.rfind("? "), text.rfind("! "))
    if end < 0:
        return False
    found = match_start(case.book, text[end + 2 :])
    return found is not None and found[0].family in _ASKING


RULES = (
    Rule("newsletter prompt", "newsletter", "asks to subscribe to news", newsletter_prompts),
    Rule("paywall prompt", "newsletter", "asks to register or to pay", paywall_prompts),
    Rule("closing prompt", "newsletter", "ends in asking to subscribe or to pay", closing_prompts),
)
