"""Lists of tags and categories."""

from __future__ import annotations

from declutter.judge.case import Case, Rule

_LONGEST = 30  # words of a line of tags


def tag_lists(case: Case) -> list[int]:
    """A label of tags, and a line that begins with one and does not go on as a sentence."""
    found = case.said("tags", ("whole", "row"))
    for at in case.said("tags", ("start",)):
        text = case.blocks[at].text
        if case.words[at] <= _LONGEST and text[-1:] not in ".!?。":
            found.append(at)
    return found


RULES = (Rule("tag list", "tags", "lists tags or categories", tag_lists),)
