"""When a page was published and changed, out of what it declares and what it shows."""

from __future__ import annotations

from datetime import date
from typing import Final

from declutter.document import Metadata, Page
from declutter.metadata.choice import Choice
from declutter.metadata.date_lines import dates_of, labelled_date, shown_dates
from declutter.metadata.dates import date_in_address, read_date
from declutter.metadata.declared import item_dates, publication_like

LAST_CHANGE: Final = "last change"
"""The source of a date of publication that is the date of the last change: the page shows no other,
and who sorts or cites by date takes that one."""
_HARDLY_APART: Final = 3
_MOST_TIMES: Final = 20
_UNDATED_TYPES: Final = frozenset(("product", "collection"))


def choose_dates(choice: Choice) -> None:
    found = choice.found
    language = found.language or ""
    figures = False
    for name in ("published", "modified"):
        for _, text, source in choice.claims.of(name):
            day = read_date(text, language)
            if day is not None:
                if name == "published":
                    found.published = day
                    figures = not text.lstrip()[:4].isdecimal()
                else:
                    found.modified = day
                choice.note(name, source)
                break
    if choice.page_type in _UNDATED_TYPES and choice.page.format == "html":
        if found.published is None:
            found.published = labelled_date(choice.around(), language)
            if found.published is not None:
                choice.note("published", "visible")
        return
    if found.published is None:
        _find_published(choice, language)
    elif figures and _swapped(found.published) in _days_around(choice, language):
        found.published = _swapped(found.published)  # 05/11/2025, of which the page says more
    elif choice.page_type != "forum" and _is_rewritten(found):
        shown, _ = shown_dates(choice.around(), language)
        if shown is not None and shown[:10] < found.published[:10] != _swapped(shown):
            found.published = shown
            choice.note("published", "visible")


def _is_rewritten(found: Metadata) -> bool:
    """Whether the declared dates are hardly apart, as where a site was moved or a page saved again:
    then an earlier date beside the title is the one of publication."""
    if found.published is None or found.modified is None:
        return False
    published = date.fromisoformat(found.published[:10])
    return abs((date.fromisoformat(found.modified[:10]) - published).days) < _HARDLY_APART


def _days_around(choice: Choice, language: str) -> frozenset[str]:
    """The days that the lines around the title name."""
    around = choice.around()
    return frozenset(
        [
            iso[:10]
            for index in around.lines
            for iso, _ in dates_of(choice.page.blocks[index].text, language)
        ]
    )


def _swapped(day: str) -> str:
    """The day with the month's figures in the day's place, as it may have been read wrongly."""
    return f"{day[:4]}-{day[8:10]}-{day[5:7]}"


def _find_published(choice: Choice, language: str) -> None:
    """Look for the date of a page that declares none, in what it shows and in its address."""
    found = choice.found
    around = choice.around()
    shown, modified = shown_dates(around, language)
    items = item_dates(choice.page.declared)
    for text, block in items:
        if block >= around.title and (block < around.last or choice.page_type == "forum"):
            found.published = read_date(text, language)
            choice.note("published", "microdata")
            break
    for moment, block in choice.page.declared.times:
        if around.title <= block < around.last and found.published is None:
            day = read_date(moment, language)
            if day is not None and (modified is None or day[:10] != modified[:10]):
                found.published = day
                choice.note("published", "time")
    if found.published is None:
        for text in publication_like(choice.page.declared):
            day = read_date(text, language)
            if day is not None:
                found.published = day
                choice.note("published", "meta")
                break
    in_address = date_in_address(choice.page.url or found.url or "")
    if found.published is None and shown is not None:
        found.published = in_address if in_address == _swapped(shown) else shown
        choice.note("published", "visible")
    if modified is not None and found.modified is None:
        found.modified = modified
        choice.note("modified", "visible")
    if found.published is None:
        day = _only_time(choice.page, language)
        if day is not None and (found.modified is None or day[:10] != found.modified[:10]):
            found.published = day
            choice.note("published", "time")
    if found.published is None and in_address is not None:
        found.published = in_address
        choice.note("published", "address")
    if found.published is None and modified is not None:
        found.published = modified  # the one date that the page shows of itself
        choice.note("published", LAST_CHANGE)


def _only_time(page: Page, language: str) -> str | None:
    """The date of a page's time elements where all of them are of one day."""
    first: str | None = None
    for moment, _ in page.declared.times[:_MOST_TIMES]:
        day = read_date(moment, language)
        if first is None:
            first = day
        elif day is not None and day[:10] != first[:10]:
            return None
    return first
