"""Characters that no text should have."""

from __future__ import annotations

import re
from functools import cache


def clean_controls(text: str) -> str:
    """The text without control characters (line ends and tabs stay) and without lone surrogates,
    which no encoding could write; these become U+FFFD."""
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
