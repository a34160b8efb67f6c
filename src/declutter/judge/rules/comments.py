"""Readers' comments under an article, and the form and the prompts around them."""

from __future__ import annotations

from declutter.judge.case import Case, Rule


def comment_sections(case: Case) -> list[int]:
    """What stands inside a container named for comments; posts of a forum stay."""
    if case.page_type == "forum":
        return []
    names = case.book.attributes["comments"]
    elements = case.page.elements
    inside = [False] * len(elements)
    for number, element in enumerate(elements):
        inside[number] = (element.parent >= 0 and inside[element.parent]) or any(
            word in names for word in element.words
        )
    return [
        at
        for at, block in enumerate(case.blocks)
        if block.element >= 0 and inside[block.element] and case.is_open(at)
    ]


def comment_prompts(case: Case) -> list[int]:
    """Blocks that ask for a comment, or say how many there are."""
    found = case.said("comments", ("whole", "row", "start"))
    found += [at for at in case.said("comments", ("heading",)) if at > case.last_prose]
    return found


RULES = (
    Rule("comment section", "comments", "is in the readers' comments", comment_sections),
    Rule("comment prompt", "comments", "asks for comments", comment_prompts),
)
