"""What HTML's elements mean for a reader of blocks."""

from __future__ import annotations

from typing import Final

BLOCK_TAGS: Final = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend "
    "li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul".split()
)
SKIPPED_TAGS: Final = frozenset(
    "script style head svg iframe object embed applet canvas audio video textarea select option "
    "optgroup datalist title meta link base noframes noembed map area param source track annotation "
    "annotation-xml rp rt rtc template noscript".split()
)
"""Elements whose content is no text of the page; template and noscript are read where the page
has little else."""

PLAIN_INLINE_TAGS: Final = frozenset(
    "b strong i em u s small big sup sub font tt wbr code kbd samp var mark del ins abbr q cite "
    "strike nobr acronym bdi bdo dfn".split()
)
"""Inline elements whose attributes say nothing that a reader or a judge uses."""

SPAN_KINDS: Final = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "math": "math",
}
HEADING_LEVELS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LAYOUT_TAGS: Final = ("table", "h1", "h2", "h3", "h4", "article", "section", "form", "pre")
"""Elements that a table of data does not hold; one that has them lays out the page."""
