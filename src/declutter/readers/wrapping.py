"""Was a text wrapped by a program? At which column, and which lines belong together?

A program that fills lines breaks one only where the next word would not fit. So a break between
a line of n characters and a word of k speaks for every width from n to n + k, and the width that
most breaks speak for is the page's, if they are most and the lines go on in the middle of a
sentence, which verse, lists and headlines do not.
"""

from __future__ import annotations

from typing import Final

Line = tuple[str, int]  # the line without its end, and its number from 1

_NARROWEST: Final = 36
_WIDEST: Final = 132
_LEAST_BREAKS: Final = 3
_SLACK: Final = 3
_FIRST_WIDE: Final = "\u2e80"  # from here on stand the scripts that break within a word


def fill_width(paragraphs: list[list[Line]]) -> int:
    """The column at which the lines of a text were wrapped, 0 where they were not."""
    steps = [0] * (_WIDEST + 2)
    breaks = 0
    inside = cased = 0
    for lines in paragraphs:
        for index in range(1, len(lines)):
            length = len(lines[index - 1][0])
            if length < _NARROWEST:
                continue
            breaks += 1
            if length > _WIDEST:
                continue
            following = lines[index][0].lstrip()
            steps[length] += 1
            steps[min(length + _word_length(following), _WIDEST) + 1] -= 1
            letter = following[0]
            if letter.islower():
                inside += 1
                cased += 1
            elif letter.isupper():
                cased += 1
    if breaks < _LEAST_BREAKS or inside * 5 < cased * 2:
        return 0
    best = width = count = 0
    for column in range(_WIDEST + 1):
        count += steps[column]
        if count > best:
            best, width = count, column
    return width if best >= _LEAST_BREAKS and best * 5 >= breaks * 3 else 0


def continues(line: str, following: str, width: int) -> bool:
    """Whether `line` was broken only because `following`'s first word did not fit into `width`."""
    length = len(line)
    return length <= width + _SLACK and length + _word_length(following.lstrip()) + _SLACK > width


def _word_length(text: str) -> int:
    """The length of the word that a text begins with, 2 in scripts that break within a word."""
    length = 0
    for character in text:
        if character.isspace():
            break
        if character >= _FIRST_WIDE and not length:
            return 2
        length += 1
    return length
