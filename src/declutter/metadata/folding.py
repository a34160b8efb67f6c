"""Texts made comparable, and freed of what no reader sees."""

from __future__ import annotations

import html
import re
from typing import Final

from declutter.judge.phrases.folding import fold_ascii

_NOT_WORD: Final = re.compile(r"[\W_]+")
_FOLDED: Final = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 0 for code in range(128))
"""What an ASCII character folds to, 0 for all but letters and digits."""
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060"
    "\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_INLINE_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|br|em|font|i|mark|p|small|span|strong|sub|sup|u|wbr)\b[^<>]{0,200}>", re.I
)
_LONGEST: Final = 20_000


def fold(text: str) -> str:
    """Lower case, and a blank for each run of what is no letter and no digit."""
    if not text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip()
    return fold_ascii(text, _FOLDED)


def squeeze(text: str) -> str:
    """Lower case, letters and digits only: a name as it stands in a host name."""
    return fold(text).replace(" ", "")


def tidy(text: str) -> str:
    """Visible text on one line, without controls and direction marks."""
    text = text[:_LONGEST]
    if not text.isprintable():
        text = _UNSEEN.sub("", text)
    return " ".join(text.split())


def tidy_declared(text: str) -> str:
    """A declared value on one line: `tidy`, and no entities and inline tags left in it."""
    text = text[:_LONGEST]
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _INLINE_TAG.sub("", text)
    return tidy(text)
