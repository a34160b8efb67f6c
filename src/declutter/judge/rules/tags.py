"""Lists of tags and categories."""

from __future__ import annotations

from declutter.judge.case import Case, Rule
from declutter.page import Block

_LONGEST = 30  # words of a line of tags
_BETWEEN = 3  # characters that may part two tags


def tag_lists(case: Case) -> list[int]:
    """A label of tags, and a line that begins with one and does not go on as a sentence."""
    found = case.said("tags", ("whole", "row"))
    for at in case.said("tags", ("start",)):
        text = case.blocks[at].text
        if case.words[at] <= _LONGEST and text[-1:] not in ".!?。":
            found.append(at)
    return found


def tag_links(case: Case) -> list[int]:
    """Blocks made of links that the page itself declares to be tags."""
    tags = {text for name, _, text in case.page.declared.relations if name == "tag" and text}
    if not tags:
        return []
    blocks = case.blocks
    verdicts = case.verdicts
    found: list[int] = []
    for at in range(len(blocks)):
        block = blocks[at]
        if block.link_length and verdicts[at] is None and _is_tags(block, tags):
            found.append(at)
    return found


def _is_tags(block: Block, tags: set[str]) -> bool:
    """Whether nothing but tags' links stands in a block, separators apart."""
    text = block.text
    links = [span for span in block.spans if span.kind == "link"]
    outside = len(text) - sum(span.end - span.start for span in links)
    return outside <= _BETWEEN * len(links) and all(
        text[span.start : span.end].strip() in tags for span in links
    )


RULES = (
    Rule("tag list", "tags", "lists tags or categories", tag_lists),
    Rule("tag links", "tags", "is links to tags", tag_links),
)
