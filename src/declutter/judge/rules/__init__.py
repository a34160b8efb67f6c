"""The rules, one file a family, in the order in which they speak: the first one decides."""

from __future__ import annotations

from declutter.deadline import NO_DEADLINE, Deadline
from declutter.judge.case import Case, Rule
from declutter.judge.rules import (
    advertising,
    authorship,
    bylines,
    comments,
    consent,
    footer,
    hidden,
    lead,
    navigation,
    newsletter,
    posters,
    price,
    references,
    related,
    sharing,
    tags,
    title,
    unseen,
)
from declutter.page import Verdict

RULES: tuple[Rule, ...] = (
    *hidden.RULES,
    *title.RULES,
    *unseen.RULES,
    *references.RULES,
    *lead.RULES,
    *price.RULES,
    *comments.RULES,
    *sharing.RULES,
    *bylines.RULES,
    *posters.RULES,
    *authorship.RULES,
    *related.RULES,
    *consent.RULES,
    *newsletter.RULES,
    *advertising.RULES,
    *navigation.RULES,
    *tags.RULES,
    *footer.RULES,
)


def apply_rules(
    case: Case, rules: tuple[Rule, ...] = RULES, deadline: Deadline = NO_DEADLINE
) -> None:
    """Set the verdicts of the blocks that the rules tell outright."""
    for rule in rules:
        deadline.check()
        found = rule.find(case)
        if not found:
            continue
        verdict = Verdict(rule.keep, float(rule.keep), rule.name, rule.reason, rule.family)
        for at in found:
            if case.verdicts[at] is None:
                case.verdicts[at] = verdict
