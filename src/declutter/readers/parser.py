"""What the walk needs of turbohtml: its compiled core, without the rest of its package.

The package makes dozens of classes for what is not used here, longer than reading a page takes.
Whoever imports it later gets all of it, around the same core.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any, Final

_CORE: Final = "turbohtml._html"


def load_core() -> Any:
    """The compiled core, or the package where the core is not found by itself."""
    if _CORE in sys.modules:
        return sys.modules[_CORE]
    package = PathFinder.find_spec("turbohtml")
    found = package and PathFinder.find_spec(_CORE, package.submodule_search_locations)
    if not found or not found.loader:
        import turbohtml

        return turbohtml
    core = module_from_spec(found)
    found.loader.exec_module(core)
    return sys.modules.setdefault(_CORE, core)


_core: Final = load_core()
DocumentFragment: Final = _core.DocumentFragment
Element: Final = _core.Element
Text: Final = _core.Text
parse: Final = _core.parse
parse_fragment: Final = _core.parse_fragment
