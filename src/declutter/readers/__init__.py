"""A page becomes blocks: which format it is, and the reader for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from declutter.deadline import Deadline
from declutter.errors import InputTooLarge, InvalidOption
from declutter.page import InputFormat, Page
from declutter.readers.decode import clean_text, decode, decode_wide, sound_charset
from declutter.readers.sniff import refuse_binary, sniff
from declutter.readers.tree import is_tree, read_tree

if TYPE_CHECKING:
    from declutter.site_rules.rule import SiteRule


def read(
    data: Any,
    *,
    url: str | None,
    input_format: InputFormat | None,
    charset: str | None,
    max_bytes: int,
    deadline: Deadline,
    rule: SiteRule | None = None,
) -> Page:
    """Read bytes, str or an lxml tree into a Page; HTML with what its site's `rule` finds there.

    Raises UnsupportedInput for data of a type with no page text, InputTooLarge above `max_bytes`,
    InvalidOption for an `input_format` that is not known, TypeError for data that is none of the
    three.
    """
    if input_format is not None and input_format not in get_args(InputFormat):
        known = ", ".join(get_args(InputFormat))
        raise InvalidOption(f"input_format={input_format!r}: use one of {known}, or leave it out")
    if isinstance(data, (str, bytes)):
        page = _read_data(data, input_format, charset, max_bytes, deadline, url, rule)
    elif isinstance(data, (bytearray, memoryview)):
        page = _read_data(bytes(data), input_format, charset, max_bytes, deadline, url, rule)
    elif is_tree(data):
        page = read_tree(data, deadline=deadline, url=url, rule=rule)
    else:
        raise TypeError(f"a page is bytes, str or an lxml tree, not {type(data).__name__}")
    page.url = url
    return page


def _read_data(
    data: bytes | str,
    input_format: InputFormat | None,
    charset: str | None,
    max_bytes: int,
    deadline: Deadline,
    url: str | None,
    rule: SiteRule | None,
) -> Page:
    _check_size(data, max_bytes)
    refuse_binary(data)
    kind = input_format or sniff(data)
    if kind == "html":
        from declutter.readers.html import read_html

        wide = decode_wide(data) if isinstance(data, bytes) else None
        if wide is None and isinstance(data, bytes):
            charset = sound_charset(data, charset)
        if rule is not None:
            from declutter.readers.html_ruled import read_ruled

            page = read_ruled(
                data if wide is None else wide[0],
                charset=charset if wide is None else None,
                url=url or "",
                rule=rule,
                deadline=deadline,
            )
            page.encoding = page.encoding if wide is None else wide[1]
            return page
        if wide is None:
            return read_html(data, charset=charset, deadline=deadline)
        page = read_html(wide[0], charset=None, deadline=deadline)
        page.encoding = wide[1]
        return page
    if isinstance(data, bytes):
        text, encoding = decode(data, charset)
    else:
        text, encoding = data, None
    text = clean_text(text)
    deadline.check()
    if kind == "markdown":
        from declutter.readers.markdown import read_markdown

        page = read_markdown(text, deadline=deadline)
    else:
        from declutter.readers.plain import read_plain

        page = read_plain(text, deadline=deadline)
    page.encoding = encoding
    return page


def _check_size(data: bytes | str, max_bytes: int) -> None:
    """Raise InputTooLarge above `max_bytes`, a str measured as the UTF-8 that it would be."""
    size = len(data)
    if isinstance(data, str) and size <= max_bytes < 4 * size and not data.isascii():
        size = len(data.encode("utf-8", "surrogatepass"))
    if size > max_bytes:
        raise InputTooLarge(
            f"the input has {size} bytes, more than max_bytes={max_bytes}: raise it or skip it"
        )
