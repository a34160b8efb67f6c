"""Lists of what an article rests on: full of links, and its author's all the same."""

from __future__ import annotations

from typing import Final

from declutter.judge.case import LABEL, MARK, Case, Rule

_LISTED: Final = ("list_item", "line", "paragraph", "table_row")
_FEWEST: Final = 2
_FAIR: Final = 0.2
_WITH_REFERENCES: Final = ("article",)
"""Elsewhere such a label stands over footnotes and links as often as over what an author read."""
_WITH_REFERENCES_IN_TEXT: Final = ("article", "documentation")
"""Papers look like manuals where the tags are gone."""
_LINES: Final = ("line", "paragraph")


def references(case: Case) -> list[int]:
    """A label such as "References" with the list under it, to the next heading or label."""
    html = case.page.format == "html"
    if case.page_type not in (_WITH_REFERENCES if html else _WITH_REFERENCES_IN_TEXT):
        return []
    found: list[int] = []
    for at in case.said("references", ("heading",)):
        end = at + 1
        while end < len(case.shapes) and _is_entry(case, end, at):
            end += 1
        if end - at <= _FEWEST or case.last_prose < 0 or at <= case.first_prose:
            continue
        if _is_likely(case, at + 1, end):
            found += range(at, end)
    return found


def _is_likely(case: Case, first: int, end: int) -> bool:
    """Whether the score does not hold the entries to be clutter, as it does those of a menu."""
    if not case.scores:
        return True
    return sum(case.scores[first:end]) >= _FAIR * (end - first)


def _is_entry(case: Case, at: int, heading: int) -> bool:
    block = case.blocks[at]
    if block.kind not in _LISTED or block.hidden or case.shapes[at] in LABEL + MARK:
        return False
    first = case.blocks[heading + 1]
    if case.page.format == "text" and block.kind in _LINES:
        return first.kind in _LINES
    return block.kind == first.kind or block.group == first.group != 0


RULES = (Rule("references", "content", "is in the list of references", references, keep=True),)
