"""Which column of a table or an object is the page, and which its id and its address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from declutter.crawl.records import Record
from declutter.errors import InvalidOption

if TYPE_CHECKING:
    from declutter.crawl.sources import Reading

PAGE_FIELDS: Final = ("html", "content", "raw_content", "markdown", "text", "body")


def page_field(names: Mapping[str, object] | list[str], reading: Reading) -> str:
    """The name of the column that holds the page: the asked one, else the first usual one.

    Raises InvalidOption where there is none, naming the columns there are.
    """
    candidates = (reading.field,) if reading.field else PAGE_FIELDS
    for name in candidates:
        if name in names:
            return name
    raise InvalidOption(
        f"no column {' or '.join(map(repr, candidates))} among {', '.join(map(repr, names))}: "
        "name the column that holds the page with --field"
    )


def needed_fields(page: str, reading: Reading) -> set[str]:
    """The columns that are read of a table whose column `page` holds the pages."""
    return {page, reading.id_field, reading.url_field, reading.charset_field, *reading.keep}


def record_of(row: Mapping[str, object], name: str, reading: Reading) -> Record:
    """A row of a table or a JSON object as a record; `name` is its id where it has none."""
    given = row.get(reading.id_field)
    url = row.get(reading.url_field)
    charset = row.get(reading.charset_field)
    record = Record(
        id=name if given is None else str(given),
        url=url if isinstance(url, str) else None,
        charset=reading.charset or (charset if isinstance(charset, str) else None),
        input_format=reading.input_format,
        extra={key: row[key] for key in reading.keep if key in row},
    )
    try:
        data = row[page_field(row, reading)]
    except InvalidOption as error:
        record.problem = str(error)
        return record
    if isinstance(data, (bytes, str)):
        record.data = data
    else:
        record.problem = f"the page is {type(data).__name__}, neither text nor bytes"
    return record
