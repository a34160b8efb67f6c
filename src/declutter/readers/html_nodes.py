"""What the walk asks of one node of a turbohtml tree."""

from __future__ import annotations

from typing import Any, Final

from declutter.readers.parser import Element
from declutter.readers.tags import LAYOUT_TAGS, Tag
from declutter.readers.words import NO_WORDS, attribute_words

# What an attribute tells, by its name.
_NOTHING: Final = 0
_NAMES: Final = 1  # turbohtml has a list of the names
_RELATION: Final = 2  # likewise
_NAME: Final = 3
_ITEM: Final = 4
_ADDRESS: Final = 5
_IMAGE: Final = 6
_LATE_IMAGE: Final = 7
_LABEL: Final = 8
_HIDDEN: Final = 9
_STYLE: Final = 10
_ARIA_HIDDEN: Final = 11
_TELLING: Final[dict[str, int]] = {
    "class": _NAMES,
    "id": _NAME,
    "role": _NAME,
    "itemprop": _ITEM,
    "itemtype": _NAME,
    "aria-label": _NAME,
    "data-testid": _NAME,
    "data-component": _NAME,
    "data-type": _NAME,
    "rel": _RELATION,
    "hidden": _HIDDEN,
    "style": _STYLE,
    "aria-hidden": _ARIA_HIDDEN,
    "href": _ADDRESS,
    "src": _IMAGE,
    "data-src": _LATE_IMAGE,
    "alt": _LABEL,
}
_LONGEST_TELLING: Final = max(map(len, _TELLING))
_PLACES: Final = (_LONGEST_TELLING + 1) * 32


def _place_of(name: str) -> int:
    """A number for the length of a name and its last letter, which none of the telling share."""
    length = len(name)
    return length * 32 + (ord(name[length - 1]) & 31)


_NAMED: Final = [""] * _PLACES
_TOLD: Final = bytearray(_PLACES)
for _name, _told in _TELLING.items():
    _NAMED[_place_of(_name)] = _name
    _TOLD[_place_of(_name)] = _told
_CODE_PREFIXES: Final = ("language-", "lang-", "highlight-source-", "brush:")
_MOST_IMPLIED: Final = 6  # elements without a tag around each other, such as tr, tbody, body, html
_CELL_TEXT: Final = 160
"""Characters a cell of a table of data has at most, on average; above, the table is layout."""


class Attributes:
    """What the attributes of the element read last tell.

    `words` are those it is named by, `hidden` says whether it is kept from being shown, `item`
    whether it is a microdata property, `related` whether it has a rel. `address` is its href, None
    without one; `image`, `late_image` and `label` are an image's addresses and its text.
    """

    __slots__ = (
        "_attr",
        "address",
        "hidden",
        "image",
        "item",
        "label",
        "late_image",
        "related",
        "words",
    )

    def __init__(self) -> None:
        self._attr: Any = Element.attr  # looked up once, not once an element
        self.forget()

    def forget(self) -> None:
        """Know nothing, as of an element without attributes."""
        self.words: tuple[str, ...] = NO_WORDS
        self.hidden = False
        self.item = False
        self.related = False
        self.address: str | None = None
        self.image = ""
        self.late_image = ""
        self.label = ""

    def read(self, node: Any, tag: Tag) -> bool:
        """Read the attributes of an element; whether it has any."""
        self.forget()
        attributes = node.attrs
        count = len(attributes)
        if count == 0:
            return False
        if count == 1:  # asked for by the name it most likely has: a list of names costs more
            lone: str | None = self._attr(node, tag.usual)
            if lone is not None:
                self._keep(_told_by(tag.usual), lone)
                return True
        names: list[str] = attributes.keys()
        # One asked for costs a fifth of a copy of them all; most elements have one or two.
        for name in names:
            told = _told_by(name)
            if told != _NOTHING:
                self._keep(told, self._attr(node, name) if told <= _RELATION else attributes[name])
        return True

    def _keep(self, told: int, value: str) -> None:
        """Keep what the value of an attribute tells."""
        if told <= _ITEM:
            if told == _ITEM:
                self.item = True
            elif told == _RELATION:
                self.related = True
            if value:
                found = attribute_words(value)
                self.words = self.words + found if self.words else found
        elif told == _ADDRESS:
            self.address = value
        elif told == _IMAGE:
            self.image = value
        elif told == _LATE_IMAGE:
            self.late_image = value
        elif told == _LABEL:
            self.label = value
        elif told == _HIDDEN:
            self.hidden = self.hidden or value != "until-found"
        elif told == _STYLE:
            self.hidden = self.hidden or hides(value)
        elif value == "true":
            self.words = (*self.words, "aria-hidden")


def _told_by(name: str) -> int:
    """What the attribute of a name tells; two in five are a class, and most others tell nothing."""
    if len(name) > _LONGEST_TELLING:
        return _NOTHING
    place = _place_of(name)
    known = _NAMED[place]
    return _TOLD[place] if known and name == known else _NOTHING


def hides(style: str) -> bool:
    """Whether a style attribute keeps its element from being shown."""
    if "y" not in style and "Y" not in style:  # as in three of four: both properties do
        return False
    folded = style.replace(" ", "").lower()
    return "display:none" in folded or "visibility:hidden" in folded


def is_data_table(node: Any) -> bool:
    """Whether a table holds data in rows and columns, rather than the page's layout."""
    for _ in node.iter_elements(LAYOUT_TAGS):
        return False
    cells = 0
    rows = 0
    for element in node.iter_elements(("td", "th", "tr")):
        if element.tag == "tr":
            rows += 1
        else:
            cells += 1
    return cells > rows and len(node.text) < cells * _CELL_TEXT


def first_ordinal(node: Any) -> int:
    """One less than the number of an ordered list's first item."""
    start: str | None = node.attr("start")
    if start is not None and start.isdecimal() and len(start) < 7:
        return max(int(start) - 1, 0)
    return 0


def code_language(node: Any) -> str:
    """The language of a code block, from a class such as "language-python" on it or inside it."""
    inner = node.find("code")
    names: str = node.attr("class") or ""
    if inner is not None:
        names += " " + (inner.attr("class") or "")
    for name in names.split():
        for prefix in _CODE_PREFIXES:
            if name.startswith(prefix):
                return name[len(prefix) :]
    return ""


def formula_source(node: Any) -> str:
    """The TeX source of a MathML formula, empty where the page has none."""
    for annotation in node.iter_elements(("annotation",)):
        if "tex" in (annotation.attr("encoding") or ""):
            return " ".join(annotation.text.split())
    return " ".join((node.attr("alttext") or "").split())


def position_of(text: Any) -> tuple[int, int]:
    """Line and column, both from 1, of the element that a text node stands in."""
    place = tag_place(text)
    return place[0], place[1] + 1


def tag_place(text: Any) -> tuple[int, int]:
    """The line, from 1, and the column, from 0, of the element that a text node stands in.

    An element without a tag of its own stands where the one around it does.
    """
    node = text.parent
    for _ in range(_MOST_IMPLIED):
        if node is None:
            break
        place: tuple[int, int] | None = node.position
        if place is not None:
            return place
        node = node.parent
    return 1, 0
