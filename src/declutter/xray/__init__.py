"""The picture of a page: what was kept, what was removed, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from declutter.page import InputFormat
    from declutter.xray.picture import Picture


def xray(
    data: Any,
    url: str | None = None,
    input_format: InputFormat | None = None,
    charset: str | None = None,
    against: str | None = None,
    **options: Any,
) -> Picture:
    """Clean a page and draw it: its blocks, the page itself where it is HTML, and the result.

    `against` is the text that should have come out: blocks wrongly kept and wrongly removed are
    marked. The other parameters, and what is raised, are those of `declutter.clean`.
    """
    from declutter.cleaner import Cleaner
    from declutter.xray.draw import draw, lay_out_marked

    document = Cleaner(**options).clean(data, url=url, input_format=input_format, charset=charset)
    return draw(document, lay_out_marked(data, charset, document), against)
