"""Blocks that belong together: the items of a list, the rows of a table, the lines of a verse."""

from __future__ import annotations

from declutter.page import Block


def runs(blocks: list[Block]) -> list[list[Block]]:
    """The blocks in runs of neighbours of one group and kind; a block without a group is alone."""
    found: list[list[Block]] = []
    for block in blocks:
        if found:
            last = found[-1][-1]
            if block.group and block.group == last.group and block.kind == last.kind:
                found[-1].append(block)
                continue
        found.append([block])
    return found


def list_depths(items: list[Block], deepest: int) -> list[int]:
    """How deep each item of a list lies, from 0: as its level says, but never a step too far.

    An item is at most one deeper than the one before it, and none is deeper than `deepest`.
    """
    depths: list[int] = []
    levels: list[int] = []
    for item in items:
        while levels and levels[-1] >= item.level:
            levels.pop()
        if len(levels) <= deepest:
            levels.append(item.level)
        depths.append(len(levels) - 1)
    return depths


def continues_item(item: Block, before: Block) -> bool:
    """Whether two neighbours of an ordered list are paragraphs of one item."""
    return bool(item.ordinal) and item.ordinal == before.ordinal and item.level == before.level
