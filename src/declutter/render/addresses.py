"""Addresses that are safe to write into a document: absolute where they can be, and never code."""

from __future__ import annotations

import re
from html import unescape
from typing import Final
from urllib.parse import urljoin, urlsplit

_LINKS: Final = frozenset({"http", "https", "mailto"})
_IMAGES: Final = frozenset({"http", "https"})

_IGNORED: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""What browsers leave out of an address, and what nobody can see in one."""

_SCHEME: Final = re.compile(r"([^/?#]*?):")

_QUOTED: Final = {ord(character): f"%{ord(character):02X}" for character in ' <>"`{}|^()'}
"""What would end an address early in HTML, XML or Markdown."""


def link_address(target: str, base: str | None) -> str | None:
    """A link's address, absolute against `base`; None where it is not http, https or mailto."""
    return _address(target, base, _LINKS)


def image_address(target: str, base: str | None) -> str | None:
    """An image's address, absolute against `base`; None where it is not http or https."""
    return _address(target, base, _IMAGES)


def _address(target: str, base: str | None, schemes: frozenset[str]) -> str | None:
    address = _IGNORED.sub("", target).strip()
    if not address or not _allowed(address, schemes):
        return None
    try:
        urlsplit(address)
        if base is not None:
            address = urljoin(_IGNORED.sub("", base).strip(), address)
    except ValueError:  # such as a host in brackets that do not close
        return None
    if not _allowed(address, schemes):
        return None
    return address.replace("\\", "/").translate(_QUOTED).encode("utf-8", "replace").decode("utf-8")


def _allowed(address: str, schemes: frozenset[str]) -> bool:
    """Whether the address has one of the schemes, or none, also once its entities are resolved."""
    for reading in (address, _IGNORED.sub("", unescape(unescape(address))).strip()):
        scheme = _SCHEME.match(reading)
        if scheme is not None and scheme[1].strip().lower() not in schemes:
            return False
    return True
