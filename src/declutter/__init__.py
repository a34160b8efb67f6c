"""declutter: a page as somebody scraped it in, what the author wrote out, and why the rest went."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from declutter.errors import (
    BrokenPlugin,
    BrokenSiteRule,
    DeclutterError,
    InputTooLarge,
    InvalidOption,
    MissingExtra,
    PageTimeout,
    UnsupportedInput,
)
from declutter.xray import xray

if TYPE_CHECKING:
    from declutter.cleaner import Cleaner, Input, Result, clean
    from declutter.document import Document, Metadata
    from declutter.page import Block, Span, Verdict

__version__ = "0.1.0"

__all__ = [
    "Block",
    "BrokenPlugin",
    "BrokenSiteRule",
    "Cleaner",
    "DeclutterError",
    "Document",
    "Input",
    "InputTooLarge",
    "InvalidOption",
    "Metadata",
    "MissingExtra",
    "PageTimeout",
    "Result",
    "Span",
    "UnsupportedInput",
    "Verdict",
    "__version__",
    "clean",
    "xray",
]

_HOMES = {
    "declutter.cleaner": ("Cleaner", "Input", "Result", "clean"),
    "declutter.document": ("Document", "Metadata"),
    "declutter.page": ("Block", "Span", "Verdict"),
}


def __getattr__(name: str) -> Any:
    """The rest is loaded when it is first asked for: importing declutter costs next to nothing."""
    for home, names in _HOMES.items():
        if name in names:
            value = globals()[name] = getattr(import_module(home), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
