"""What HTML's elements mean for a reader of blocks."""

from __future__ import annotations

from typing import Final

from declutter.document import SpanKind

# What the walk does with an element. An element that is not in ROLES is BLOCK where its name has a
# hyphen (a custom element), else INLINE.
BLOCK: Final = 0  # a container of blocks: its text is apart from the text around it
INLINE: Final = 1  # a part of the text around it
PLAIN: Final = 2  # inline, and its attributes say nothing that a reader or a judge uses
BREAK: Final = 3
UNKNOWN: Final = -1
SKIPPED: Final = 4  # no text of the page; template and noscript are read where it has little else

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
ROLES: Final[dict[str, int]] = (
    dict.fromkeys(BLOCK_TAGS, BLOCK)
    | dict.fromkeys(PLAIN_INLINE_TAGS, PLAIN)
    | dict.fromkeys(SKIPPED_TAGS, SKIPPED)
    | dict.fromkeys(("a", "span", "img", "time", "picture", "input"), INLINE)
    | {"br": BREAK}
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
