"""All hostile inputs: made by code when they are asked for, so that none is kept."""

from __future__ import annotations

from tests.hostile.inputs.clutter import CLUTTER
from tests.hostile.inputs.declared import DECLARED
from tests.hostile.inputs.encodings import ENCODINGS
from tests.hostile.inputs.files import FILES
from tests.hostile.inputs.kinds import Hostile
from tests.hostile.inputs.markup import MARKUP
from tests.hostile.inputs.nesting import NESTING
from tests.hostile.inputs.sizes import SIZES
from tests.hostile.inputs.texts import TEXTS

__all__ = ["INPUTS", "Hostile"]

INPUTS: dict[str, Hostile] = {
    hostile.name: hostile
    for hostile in (*NESTING, *SIZES, *CLUTTER, *MARKUP, *ENCODINGS, *FILES, *TEXTS, *DECLARED)
}
