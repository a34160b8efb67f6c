"""What HTML's elements mean for a reader of blocks."""

from __future__ import annotations

from typing import Final

from declutter.page import SpanKind

# What the walk does with an element.
BLOCK: Final = 0  # a container of blocks: its text is apart from the text around it
RULE: Final = 1  # what ends a block and has nothing in it
INLINE: Final = 2  # a part of the text around it
LINK: Final = 3
IMAGE: Final = 4
TIME: Final = 5
FORMULA: Final = 6
PLAIN: Final = 7  # inline, and its attributes say nothing that a reader or a judge uses
BREAK: Final = 8
SKIPPED: Final = 9  # no text of the page; template and noscript are read where it has little else

BLOCK_TAGS: Final = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend "
    "li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul".split()
)
PLAIN_INLINE_TAGS: Final = frozenset(
    "b strong i em u s small big sup sub font tt wbr code kbd samp var mark del ins abbr q cite "
    "strike nobr acronym bdi bdo dfn".split()
)
SKIPPED_TAGS: Final = frozenset(
    "script style head svg iframe object embed applet canvas audio video textarea select option "
    "optgroup datalist title meta link base noframes noembed map area param source track "
    "annotation annotation-xml rp rt rtc template noscript".split()
)
_ROLES: Final[dict[str, int]] = (
    dict.fromkeys(BLOCK_TAGS, BLOCK)
    | dict.fromkeys(PLAIN_INLINE_TAGS, PLAIN)
    | dict.fromkeys(SKIPPED_TAGS, SKIPPED)
    | dict.fromkeys(("span", "picture", "input"), INLINE)
    | {"hr": RULE, "a": LINK, "img": IMAGE, "time": TIME, "math": FORMULA, "br": BREAK}
)

SHAPING_TAGS: Final = frozenset(
    "h1 h2 h3 h4 h5 h6 li dt dd ul ol dl menu pre blockquote figcaption caption table tr".split()
)
"""Block elements that say what kind of block the text in them is."""

LIST_TAGS: Final = frozenset(("ul", "ol", "dl", "menu"))
TABLE_PARTS: Final = frozenset(("table", "tr", "thead", "tbody", "tfoot", "caption"))
"""What ends a block inside a table of data."""

SPAN_KINDS: Final[dict[str, SpanKind]] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
HEADING_LEVELS: Final[dict[str, int]] = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LAYOUT_TAGS: Final = ("table", "h1", "h2", "h3", "h4", "article", "section", "form", "pre")
"""Elements that a table of data does not hold; one that has them lays out the page."""


class Tag:
    """An element's name, and what it means for the walk.

    `custom` says whether it is one of the site's own, `shapes` whether it tells what kind of block
    the text inside is, `level` is a heading's, `lists` and `parts_table` whether it is in LIST_TAGS
    and TABLE_PARTS, `span` what kind of span it lays on its text, None for none, `usual` is the
    attribute that such an element most often has.
    """

    __slots__ = (
        "custom",
        "level",
        "lists",
        "name",
        "parts_table",
        "role",
        "shapes",
        "span",
        "usual",
    )

    def __init__(self, name: str, role: int) -> None:
        self.name = name
        self.role = role
        self.custom = "-" in name
        self.shapes = name in SHAPING_TAGS
        self.level = HEADING_LEVELS.get(name, 0)
        self.lists = name in LIST_TAGS
        self.parts_table = name in TABLE_PARTS
        self.span: SpanKind | None = SPAN_KINDS.get(name)
        self.usual = "href" if role == LINK else "class"


_TAGS: Final[dict[str, Tag]] = {name: Tag(name, role) for name, role in _ROLES.items()}


_PLACES: Final = 1_024
_HEAD: Final = 13
_MIDDLE: Final = 38
"""Factors that give no two of the names above one place."""


def _place_of(name: str) -> int:
    """Where a name stands, by its length and three of its letters."""
    length = len(name)
    letters = (ord(name[0]) * _HEAD + ord(name[length // 2])) * _MIDDLE + ord(name[length - 1])
    return (letters * _HEAD + length) & (_PLACES - 1)


_BY_PLACE: Final[list[Tag | None]] = [None] * _PLACES
for _tag in _TAGS.values():
    _BY_PLACE[_place_of(_tag.name)] = _tag


def tag_named(name: str) -> Tag:
    """What a name means; one that is not known is a block where it has a hyphen, as custom elements
    have, else inline."""
    tag = _BY_PLACE[_place_of(name)]
    if tag is None or tag.name != name:
        custom = "-" in name and not name.startswith("mjx-")
        tag = Tag(name, BLOCK if custom else INLINE)
    return tag
