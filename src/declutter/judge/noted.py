"""What only few blocks of a page are, noted by one look at each, so that a rule that asks for it
need not look at them all."""

from __future__ import annotations

from typing import Final, NamedTuple

from declutter.page import Block

_FEWEST_PARTED: Final = 2
_MOST_PARTED: Final = 30
_SIGNATURE_WORDS: Final = 5


class Noted(NamedTuple):
    """The indexes of blocks, in reading order: those that the page does not show, captions, those
    that stand elsewhere than on the page (`unseen`), those of 2 to 30 words in which one part
    follows another behind a stop, a bar or a dash (`parted`), those that begin with a figure
    (`numbered`), and short ones that end as the words do that stand behind a name (`signed`)."""

    hidden: list[int]
    captions: list[int]
    unseen: list[int]
    parted: list[int]
    numbered: list[int]
    signed: list[int]


def note(blocks: list[Block], words: list[int], signatures: tuple[str, ...]) -> Noted:
    """Look at each block once; `words` are their numbers of words."""
    hidden: list[int] = []
    captions: list[int] = []
    unseen: list[int] = []
    parted: list[int] = []
    numbered: list[int] = []
    signed: list[int] = []
    lasts = "".join([signature[-1] for signature in signatures])
    for at in range(len(blocks)):
        block = blocks[at]
        text = block.text
        count = words[at]
        if block.hidden:
            hidden.append(at)
        if block.kind == "caption":
            captions.append(at)
        if block.origin != "page":
            unseen.append(at)
        if _FEWEST_PARTED <= count <= _MOST_PARTED and _is_parted(text):
            parted.append(at)
        if text[0].isdecimal():
            numbered.append(at)
        if count <= _SIGNATURE_WORDS and text[len(text) - 1] in lasts:
            signed.append(at)
    return Noted(hidden, captions, unseen, parted, numbered, signed)


def _is_parted(text: str) -> bool:
    """Whether a stop, a bar or a dash stands in a text before white space."""
    marked = False
    for character in text:
        if marked and character.isspace():
            return True
        marked = character in ".?!|·•–—"
    return False
