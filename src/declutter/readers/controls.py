"""Characters that no text should have."""

from __future__ import annotations

import re
from functools import cache


def is_clean(text: str) -> bool:
    """Whether a text has no other line ends than "\\n", no control characters and no surrogates."""
    for character in text:
        code = ord(character)
        if 32 <= code <= 126 or code == 10 or code == 9:  # most are, and are told first
            continue
        if (
            code < 0xA0
            or 0x2028 <= code <= 0x2029
            or 0xD800 <= code <= 0xDFFF
            or code == 0xFEFF
            or 0xFFFE <= code <= 0xFFFF
        ):
            return False
    return True


def clean_controls(text: str) -> str:
    """The text without control characters (line ends and tabs stay) and without lone surrogates,
    which no encoding could write; these become U+FFFD."""
    if is_clean(text):
        return text
    clean, controls, surrogates = _patterns()
    if clean.fullmatch(text):
        return text
    return surrogates.sub("\ufffd", controls.sub("", text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What is clean throughout, a control character, a surrogate; compiled for the first page that
    needs them, for that takes longer than most pages."""
    return (
        re.compile("[\t\n\r -~\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*"),
        re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]"),
        re.compile("[\ud800-\udfff]"),
    )
