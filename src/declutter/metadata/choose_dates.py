"""When a page was published and changed, out of what it declares and what it shows."""

from __future__ import annotations

from datetime import date
from typing import Final

from declutter.metadata.choice import Choice
from declutter.metadata.date_lines import (
    dates_of,
    day_by_title,
    labelled_date,
    shown_dates,
    shown_month,
)
from declutter.metadata.dates import date_in_address, read_date
from declutter.metadata.declared import item_dates, publication_like
from declutter.page import Page

LAST_CHANGE: Final = "last change"
"""The source of a date of publication that is the date of the last change: the page shows no other,
and who sorts or cites by date takes that one."""
_HARDLY_APART: Final = 3
_ZONES_APART: Final = 1
"""Days by which the dates of one moment may differ from zone to zone."""
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
    elif choice.page_type != "forum":
        _prefer_shown(choice, language)


def _prefer_shown(choice: Choice, language: str) -> None:
    """Take the date that the page shows instead of the declared one, where that is in doubt."""
    found = choice.found
    published = found.published or ""
    if found.modified is not None and _days_apart(published, found.modified) < _HARDLY_APART:
        shown = _earlier_shown(choice, published, language)
    else:
        shown = _shown_by_title(choice, published, language)
    if shown is not None and _swapped(shown) != published[:10]:
        found.published = shown
        choice.note("published", "visible")


def _earlier_shown(choice: Choice, published: str, language: str) -> str | None:
    """The date shown, if it is before the declared one: for declared dates that are hardly apart,
    as where a site was moved or a page saved again."""
    shown, _ = shown_dates(choice.around(), language)
    return shown if shown is not None and shown[:10] < published[:10] else None


def _shown_by_title(choice: Choice, published: str, language: str) -> str | None:
    """The date right by the title, if it is neither the declared one nor that of the change: what
    is declared is then of a template or an import. Of two dates declared, it tells the right one.
    """
    shown = day_by_title(choice.around(), language)
    if shown is None or _days_apart(shown, published) <= _ZONES_APART:
        return None
    changed = choice.found.modified
    if changed is None or _days_apart(shown, changed) > _ZONES_APART:
        return shown
    return shown if shown[:10] in _declared_days(choice, language) else None


def _declared_days(choice: Choice, language: str) -> list[str]:
    """The days on which the page was published by any of its claims."""
    days = [read_date(text, language) for _, text, _ in choice.claims.of("published")]
    return [day[:10] for day in days if day is not None]


def _days_apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


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
    if found.published is None:
        found.published = shown_month(around)
        if found.published is not None:
            choice.note("published", "visible")
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
