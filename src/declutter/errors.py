"""What can go wrong, and what to do about it."""


class DeclutterError(Exception):
    """Base of every error that declutter raises for an input; its message says what to do."""


class UnsupportedInput(DeclutterError):
    """The input is of a type without page text to clean, such as a PDF, an image or an archive."""


class InputTooLarge(DeclutterError):
    """The input is larger than `max_bytes`, or has more blocks than `max_blocks`."""


class PageTimeout(DeclutterError):
    """Cleaning the page took longer than `timeout` seconds."""


class InvalidOption(DeclutterError, ValueError):
    """An option has a value that declutter does not know."""


class BrokenSiteRule(InvalidOption):
    """A site rule cannot be understood; the message names the file and the line."""


class BrokenPlugin(DeclutterError):
    """A plugin cannot be loaded, or fails on a page; the message names it and what is wrong."""


class MissingExtra(DeclutterError, ImportError):
    """A feature needs a package that is not installed; the message names the extra to install."""
