"""Text as phrases are compared: without case, punctuation, digits and spacing."""

from __future__ import annotations

import re
from typing import Final

# Letters, with the vowel and tone marks of Thai, Arabic and decomposed Latin that `\w` leaves out.
_WORD: Final = re.compile(
    r"[^\W\d_]+(?:[\u0300-\u036f\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+[^\W\d_]*)*"
)
_FOLDED: Final = bytes(code if chr(code).isalpha() else 32 for code in range(128)) + bytes(128)
"""For bytes.translate: in ASCII, all but letters becomes a blank."""
_UNSPACED: Final = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_CLOSING: Final = "\"'”’»)]}›」』）】 \u00a0\u200b"
END_MARKS: Final = ".!?…。！？؟।:;：；"
_TRUNCATED: Final = ("…", "...", "[…]", "[...]", "…]", "(…)")


def fold(text: str) -> str:
    """The words of `text` in lower case, parted by one blank; digits and punctuation are gone.

    The dotted and the dotless i of Turkish fold into one: upper case does not tell them apart.
    """
    if text.isascii():
        return " ".join(text.lower().encode().translate(_FOLDED).decode().split())
    low = text.casefold()
    if not low.isascii():
        low = low.replace("\u0307", "").replace("ı", "i")
    return " ".join(_WORD.findall(low))


def level(text: str) -> str:
    """`text` in lower case with straight apostrophes and plain blanks, of the same length."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join([c.lower() if len(c.lower()) == 1 else c for c in text])
    if low.isascii():
        return low
    return low.replace("’", "'").replace("\u00a0", " ")


def size(text: str) -> int:
    """How many words `text` has; in scripts without spaces two characters count as one word."""
    words = text.count(" ") + 1 if text else 0
    if text.isascii():
        return words
    unspaced = len(_UNSPACED.findall(text))
    return words + unspaced // 2 if unspaced else words


def is_unspaced(character: str) -> bool:
    """Whether the character is of a script that puts no spaces between words."""
    return _UNSPACED.match(character) is not None


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotes and brackets aside."""
    if not text:
        return False
    last = text[-1]
    if last in END_MARKS:
        return True
    if last.isalnum():
        return False
    bare = text.rstrip(_CLOSING)
    return bool(bare) and bare[-1] in END_MARKS


def is_truncated(text: str) -> bool:
    """Whether the text breaks off in dots, as an excerpt does."""
    return text.rstrip().endswith(_TRUNCATED)
