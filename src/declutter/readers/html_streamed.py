"""Parts that a server sent after the page they belong to, put where a script would put them.

React streams a page so: a template marks the place of what is not ready yet, which follows later as
a hidden element, and a call names the two, `$RC("B:0","S:0")` for a boundary and
`$RS("S:1","P:1")` for a part of one.
"""

from __future__ import annotations

import re
from typing import Any, Final

_NAME: Final = r'"([BSP]:[0-9a-zA-Z:_-]{1,40})"'
_CALL: Final = re.compile(rf"\$R([CS])\({_NAME},{_NAME}")
_CALLS: Final = ('$RC("', '$RS("')
_CALL_IN_BYTES: Final = re.compile(_CALL.pattern.encode())
_MOST_CALLS: Final = 2_000
_DEEPEST: Final = 200


def place_streamed(document: Any, unread: list[Any], data: bytes | str) -> bool:
    """Move the children of each streamed part to the template that stands for them; whether any
    were moved.

    `unread` has the templates that a walk over the document met, and `data` is what the document
    was parsed from. Parts without a place stay hidden where they are.
    """
    places = {node.attr("id"): node for node in unread if node.tag == "template"}
    calls = _calls_in(data) if any(map(_is_name, places)) else []
    if not calls:
        return False
    moved = False
    parts = {node.attr("id"): node for node in document.select("div[hidden][id^='S:']")}
    for place_name, part_name in calls:
        place = places.pop(place_name, None)
        part = parts.pop(part_name, None)
        if place is not None and part is not None and not _is_inside(place, part):
            place.replace_with(*part.children)
            part.extract()
            moved = True
    return moved


def _is_name(name: str | None) -> bool:
    """Whether a template's id is one that calls name; few templates have one."""
    return name is not None and name[1:2] == ":"


def _calls_in(data: bytes | str) -> list[tuple[str, str]]:
    """The places and the parts that the page's calls name, in order."""
    calls: list[tuple[str, str]] = []
    if isinstance(data, str):
        found = _CALL.findall(data) if any(call in data for call in _CALLS) else []
    else:
        called = any(call.encode() in data for call in _CALLS)
        spelled = _CALL_IN_BYTES.findall(data) if called else []
        found = [tuple(part.decode("ascii") for part in call) for call in spelled]
    for kind, first, second in found[:_MOST_CALLS]:
        calls.append((first, second) if kind == "C" else (second, first))
    return calls


def _is_inside(place: Any, part: Any) -> bool:
    """Whether a place is inside the part to be put there, or too deep to be asked."""
    node = place.parent
    for _ in range(_DEEPEST):
        if node is None:
            return False
        if node == part:
            return True
        node = node.parent
    return True
