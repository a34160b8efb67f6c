"""What a page's JSON-LD says of the page itself: the one item that is its content.

The values come from outside: any type may stand anywhere, and they may be nested or repeated
without end. Every walk here is bounded and none calls itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

_MOST_NODES: Final = 20_000
_MOST_NAMES: Final = 200
_MOST_STEPS: Final = 12
_LONGEST: Final = 20_000

_CONTENT_ENDINGS: Final = (
    "article",
    "posting",
    "recipe",
    "report",
    "blogpost",
    "story",
    "question",
)
_WORK_TYPES: Final = frozenset(
    [
        "howto",
        "review",
        "criticreview",
        "scholarlyarticle",
        "product",
        "productgroup",
        "course",
        "event",
        "book",
        "movie",
        "videoobject",
        "podcastepisode",
        "softwareapplication",
        "webapplication",
        "dataset",
        "creativework",
        "jobposting",
        "software",
        "sourcecode",
        "softwaresourcecode",
        "analysisnewsarticle",
        "presentationdigitaldocument",
    ]
)
_PAGE_TYPES: Final = frozenset(
    [
        "webpage",
        "itempage",
        "aboutpage",
        "contactpage",
        "collectionpage",
        "faqpage",
        "qapage",
        "profilepage",
        "searchresultspage",
        "medicalwebpage",
        "checkoutpage",
    ]
)
_SITE_TYPES: Final = frozenset(("website", "blog"))
_PUBLISHER_TYPES: Final = frozenset(
    [
        "organization",
        "newsmediaorganization",
        "corporation",
        "localbusiness",
        "educationalorganization",
        "collegeoruniversity",
        "governmentorganization",
        "ngo",
        "store",
        "onlinestore",
    ]
)
_INNER: Final = ("@graph", "mainEntity", "mainEntityOfPage", "mainentityofpage", "@list")
_CONTENT_RANK: Final = 0
_WORK_RANK: Final = 1
_PAGE_RANK: Final = 2


@dataclass(slots=True)
class LinkedData:
    """The items of a page's JSON-LD that speak of it, and the names of its site."""

    items: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    by_id: dict[str, dict[str, Any]] | None = None
    values: list[object] = field(default_factory=list)


def read_linked_data(values: list[object]) -> LinkedData:
    """The items that speak of the page, in page order, each with its rank: 0 for an article or a
    post, 1 for another work, 2 for the page. Items of comments, reviews and lists are left out."""
    data = LinkedData(values=values)
    stack: list[object] = values[::-1]
    left = _MOST_NODES
    while stack and left:
        left -= 1
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(value[:_MOST_NODES][::-1])
        elif isinstance(value, dict):
            _take_item(value, data)
            if "faqpage" in types_of(value):
                continue
            for key in _INNER:
                inner = value.get(key)
                if isinstance(inner, dict | list):
                    stack.append(inner)
    return data


def _take_item(item: dict[str, Any], data: LinkedData) -> None:
    for kind in types_of(item):
        if kind.endswith(_CONTENT_ENDINGS):
            data.items.append((_CONTENT_RANK, item))
        elif kind in _WORK_TYPES:
            data.items.append((_WORK_RANK, item))
        elif kind in _PAGE_TYPES:
            data.items.append((_PAGE_RANK, item))
        elif kind in _SITE_TYPES:
            data.sites.extend(text_values(item.get("name")))
            data.sites.extend(text_values(item.get("alternateName")))
            return
        elif kind in _PUBLISHER_TYPES:
            data.publishers.extend(text_values(item.get("name")))
            return
        else:
            continue
        publisher = item.get("publisher")
        if publisher is not None:
            data.publishers.extend(names_of(publisher, data))
        return


def types_of(item: dict[str, Any]) -> list[str]:
    """The types of an item in lower case, without the vocabulary's address."""
    kinds = item.get("@type")
    if isinstance(kinds, str):
        return [kinds[:200].rpartition("/")[2].lower()]
    if isinstance(kinds, list):
        return [
            kind[:200].rpartition("/")[2].lower() for kind in kinds[:8] if isinstance(kind, str)
        ]
    return []


def text_values(value: object) -> list[str]:
    """The texts of a property: a text, a number, a list of them, or values with a language."""
    if isinstance(value, str):
        return [value[:_LONGEST]] if value else []
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15:
        return [str(value)]
    if isinstance(value, dict):
        inner = value.get("@value")
        return [inner[:_LONGEST]] if isinstance(inner, str) and inner else []
    if isinstance(value, list):
        found: list[str] = []
        for item in value[:_MOST_NAMES]:
            if isinstance(item, dict):
                item = item.get("@value")
            if isinstance(item, str) and item:
                found.append(item[:_LONGEST])
        return found
    return []


def names_of(value: object, data: LinkedData) -> list[str]:
    """The names that an author, creator or publisher stands for, references followed."""
    found: list[str] = []
    stack: list[object] = [value]
    left = _MOST_NAMES
    while stack and left:
        left -= 1
        current = stack.pop()
        if isinstance(current, str):
            if current:
                found.append(current[:_LONGEST])
        elif isinstance(current, list):
            stack.extend(current[:_MOST_NAMES][::-1])
        elif isinstance(current, dict):
            _name_item(current, data, stack, found)
    return found


def _name_item(
    item: dict[str, Any], data: LinkedData, stack: list[object], found: list[str]
) -> None:
    for _ in range(_MOST_STEPS):
        names = text_values(item.get("name"))
        if names:
            found.append(names[0])
            return
        given, family = text_values(item.get("givenName")), text_values(item.get("familyName"))
        if given and family:
            found.append(f"{given[0]} {family[0]}")
            return
        inner = item.get("@list") or item.get("@set") or item.get("author")
        if isinstance(inner, list | dict):
            stack.append(inner)
            return
        reference = item.get("@id")
        if not isinstance(reference, str):
            return
        target = _items_by_id(data).get(reference)
        if target is None or target is item:
            return
        item = target


def _items_by_id(data: LinkedData) -> dict[str, dict[str, Any]]:
    """The items that a reference can mean, found by one walk over all values at the first need."""
    if data.by_id is not None:
        return data.by_id
    found: dict[str, dict[str, Any]] = {}
    stack: list[object] = data.values[::-1]
    left = _MOST_NODES
    while stack and left:
        left -= 1
        value = stack.pop()
        if isinstance(value, list):
            stack.extend([item for item in value[:_MOST_NODES] if isinstance(item, dict | list)])
        elif isinstance(value, dict):
            name = value.get("@id")
            if isinstance(name, str) and len(value) > 1 and "name" in value:
                found.setdefault(name, value)
            stack.extend([item for item in value.values() if isinstance(item, dict | list)])
    data.by_id = found
    return found


def address_of(value: object) -> str | None:
    """The first address of an image or page: a text, an item with url or @id, or a list."""
    for _ in range(_MOST_STEPS):
        if isinstance(value, str):
            return value[:_LONGEST] or None
        if isinstance(value, list):
            if not value:
                return None
            value = value[0]
        elif isinstance(value, dict):
            value = value.get("url") or value.get("contentUrl") or value.get("@id")
        else:
            return None
    return None
