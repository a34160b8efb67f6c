"""Where each measurement stands in a block's row.

Rows are arrays of floats, `WIDTH` numbers a block, so that compiled code reads and writes them as C
does. What is measured of each block by itself is kept for the whole page, in an array a module, as
wide as the module has names; what a block's surroundings tell is filled into rows, from the
module's own offset on, in the order of its names, for as many blocks as are looked at together.
"""

from __future__ import annotations

from array import array
from typing import Final

TEXT_NAMES: Final = (
    "size",
    "characters",
    "word length",
    "link density",
    "links",
    "end mark",
    "sentences",
    "commas",
    "digits",
    "capitals",
    "starts lower",
    "separators",
    "kind",
    "level",
    "lines",
    "repeats",
    "repeats first words",
    "repeats before",
    "title overlap",
    "emphasis",
    "images",
)
PLACE_NAMES: Final = (
    "position",
    "text before",
    "text after",
    "blocks since long",
    "blocks to long",
    "long size before",
    "long size after",
    "from first heading",
    "from last heading",
    "heading size",
    "previous size",
    "previous link density",
    "previous end mark",
    "previous kind",
    "next size",
    "next link density",
    "next end mark",
    "next kind",
    "second previous size",
    "second next size",
    "size around",
    "link density around",
    "alike run",
)
PAGE_NAMES: Final = (
    "page size",
    "page blocks",
    "page long share",
    "page link density",
    "page headings",
    "page mean size",
    "page long blocks",
    "page list share",
    "page table share",
    "page code share",
    "page longest",
    "page format",
)
STRUCTURE_NAMES: Final = (
    "depth",
    "ancestors",
    "up1 long share",
    "up1 link density",
    "up1 blocks",
    "up1 mean size",
    "up1 position",
    "up2 long share",
    "up2 link density",
    "up2 blocks",
    "up2 mean size",
    "up2 position",
    "up3 long share",
    "up3 link density",
    "up3 blocks",
    "up3 mean size",
    "up3 position",
    "share jump",
    "siblings alike",
    "card blocks",
    "card size",
    "card link density",
    "card heads",
    "cards share",
    "in article",
    "in main",
    "in side",
    "in form",
    "in list",
    "hidden",
    "origin",
)
ODDS_NAMES: Final = (
    "path odds",
    "path lowest",
    "path highest",
    "own odds",
    "parent odds",
    "marks odds",
    "words odds",
    "words lowest",
    "words highest",
    "opening odds",
    "label odds",
    "label before",
    "label after",
    "heading label",
    "heading label distance",
    "labels around",
    "heading odds",
    "heading lowest",
)
SCORE_NAMES: Final = (
    "first score",
    "score before 1",
    "score before 2",
    "score before 3",
    "score after 1",
    "score after 2",
    "score after 3",
    "score around 2",
    "score around 5",
    "score up1",
    "score up2",
    "score up3",
    "score of namesakes",
    "namesakes",
    "score of kind",
    "score of heading",
    "score before",
    "score after",
    "content before",
    "content after",
    "score of page",
    "score of best",
    "in best run",
    "from best run",
)
LINE_NAMES: Final = (
    "gap before",
    "gap after",
    "lower-case words",
    "small words",
    "vocabulary",
    "share of longest",
    "ended around 6",
    "short around 6",
    "ended around 15",
    "short around 15",
    "size around 15",
    "words since long",
    "words to long",
    "page ended share",
    "page short share",
    "page distinct share",
    "comment labels around",
    "date labels around",
    "labels around 12",
    "words since comment label",
    "page comment labels",
    "page labelled share",
)
NAMES: Final = (
    TEXT_NAMES + PLACE_NAMES + PAGE_NAMES + STRUCTURE_NAMES + ODDS_NAMES + SCORE_NAMES + LINE_NAMES
)

WIDTH: Final = len(NAMES)
PLACE_AT: Final = len(TEXT_NAMES)
PAGE_AT: Final = PLACE_AT + len(PLACE_NAMES)
STRUCTURE_AT: Final = PAGE_AT + len(PAGE_NAMES)
ODDS_AT: Final = STRUCTURE_AT + len(STRUCTURE_NAMES)
SCORES_AT: Final = ODDS_AT + len(ODDS_NAMES)
LINES_AT: Final = SCORES_AT + len(SCORE_NAMES)
"""Filled where the input has no elements."""

TEXT_WIDTH: Final = len(TEXT_NAMES)
ODDS_WIDTH: Final = len(ODDS_NAMES)
LINE_WIDTH: Final = len(LINE_NAMES)

PIECE: Final = 4096
"""Blocks whose rows are filled together."""

SIZE: Final = TEXT_NAMES.index("size")
LINK_DENSITY: Final = TEXT_NAMES.index("link density")
END_MARK: Final = TEXT_NAMES.index("end mark")
KIND: Final = TEXT_NAMES.index("kind")

KINDS: Final[dict[str, int]] = {
    "paragraph": 0,
    "line": 1,
    "quote": 2,
    "code": 3,
    "table_row": 4,
    "list_item": 5,
    "caption": 6,
    "heading": 7,
}
"""What stands for a block's kind in its row."""
HEADING: Final = KINDS["heading"]

_SINGLE: Final = array("f", [0.0])
_DOUBLE: Final = array("d", [0.0])
_WHOLE: Final = array("i", [0])
LONG: Final = 12.0
"""Words from which a block outside links counts as long text."""


def empty_rows(count: int, width: int) -> array[float]:
    """The rows of so many blocks, all numbers 0; of single precision, as they are fitted in."""
    return _SINGLE * (width * count)


def zeros(count: int) -> array[float]:
    """So many numbers, all 0."""
    return _DOUBLE * count


def naughts(count: int) -> array[int]:
    """So many whole numbers, all 0."""
    return _WHOLE * count
