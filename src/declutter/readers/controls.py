"""Characters that no text should have."""

from __future__ import annotations

import re
from typing import Final

_CLEAN: Final = re.compile("[\t\n\r -~\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def clean_controls(text: str) -> str:
    """The text without control characters (line ends and tabs stay) and without lone surrogates,
    which no encoding could write; these become U+FFFD."""
    if _CLEAN.fullmatch(text):
        return text
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))
