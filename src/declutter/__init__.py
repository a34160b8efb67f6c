"""declutter: a page as somebody scraped it in, what the author wrote out, and why the rest went."""

from declutter.cleaner import Cleaner, Input, Result, clean
from declutter.document import Block, Document, Metadata, Span, Verdict
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
