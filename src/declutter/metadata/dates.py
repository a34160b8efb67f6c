"""Dates as pages write them, made ISO 8601.

A date that is declared comes in ISO 8601, as seconds since 1970, or as a header of a message; a
date that is shown comes in any order and language. Both are found without guessing: a day, a month
and a year must stand together.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

from declutter.judge.phrases.folding import has_figure
from declutter.metadata.words import Words, words

EARLIEST_DECLARED: Final = 1450
EARLIEST_SHOWN: Final = 1990
_LONGEST_LINE: Final = 300
_BUDDHIST_YEARS: Final = 543

_ISO: Final = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:(?:[Tt]|\s+)(\d\d):?(\d\d)(?::?(\d\d)(?:[.,:]\d{1,9})?)?\s*([Zz]|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?"
)
_STAMP: Final = re.compile(r"\d{10}(?:\d{3})?")
_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(\d{4})\s?([-/.年년])\s?(\d{1,2})\s?(?:\2|[月월])\s?(\d{1,2})(?!\d)"
)
_FULL_YEAR: Final = re.compile(r"\d{4}")
_YEAR_FIGURES: Final = 4
_PARTING_MARKS: Final = "-/.年년"
"""What parts a year, a month and a day in figures, one blank before it or none."""
_YEAR_LAST: Final = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?!\d)")
# A word ends before a capital behind a small letter of ASCII. Each run is matched by one loop.
_MARK: Final = (
    "[\\u0300-\\u036f\\u0610-\\u061a\\u064b-\\u065f\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e]"
)
_ALL_BUT_SMALL: Final = rf"(?:[^\W\d_a-z]+|{_MARK}+)*"
_TOKEN: Final = re.compile(
    rf"\d+|(?:[^\W\d_a-z]{_ALL_BUT_SMALL}|(?=[a-z]))"
    rf"(?:[a-z]+(?:(?:[^\W\d_a-zA-Z]|{_MARK}){_ALL_BUT_SMALL})?)*"
)
_TIME: Final = re.compile(
    r"(\d{1,2})[:h](\d\d)(?::(\d\d))?(?:\s?([ap])\.?\s?m\b\.?)?\s*([Zz]\b|UTC\b|GMT\b)?\s*([+-]\d\d:?\d\d)?",
    re.I,
)
_IN_ADDRESS: Final = re.compile(
    r"[/=](?:[\w-]*-)?((?:19|20)\d\d)(?:[/.-](\d\d?)[/.-](\d\d?)|(\d\d)(\d\d))(?=[/._?&#-]|$)"
)
_MONTH_IN_ADDRESS: Final = re.compile(
    r"/((?:19|20)\d\d)/([a-z]{3,10})/(\d\d?)(?=[/._?&#-]|$)", re.I
)
_MOST_BETWEEN: Final = 24
_PAST: Final = datetime.now(UTC).date()
"""A day that needs no look at the clock."""


def read_date(text: str, language: str = "", earliest: int = EARLIEST_DECLARED) -> str | None:
    """The date, with time and zone where they are there, that a declared value is; else None."""
    text = text[:_LONGEST_LINE].strip()
    found = _ISO.match(text)
    if found is not None:
        end = found.end()
        if end == len(text) or not text[end].isdigit():
            year, month, day, hour, minute, second, zone = found.groups()
            return _iso(
                int(year), int(month), int(day), hour, minute, second, zone or "", earliest
            ) or _iso(int(year), int(month), int(day), None, None, None, "", earliest)
    if _STAMP.fullmatch(text):
        moment = datetime.fromtimestamp(int(text[:10]), UTC)
        return moment.isoformat() if _believed(moment.date(), earliest) else None
    shown = find_date(text, language, earliest)
    return None if shown is None else shown[0]


def find_date(
    text: str, language: str = "", earliest: int = EARLIEST_SHOWN, start: int = 0
) -> tuple[str, int, int] | None:
    """The first date in a visible line from `start` on, and where it begins and ends; else None.

    `language` decides between 5/11 and 11/5 where both could be meant.
    """
    text = text[:_LONGEST_LINE]
    if not has_figure(text):
        return None
    best: tuple[date, int, int] | None = None
    has_year = _has_year(text, start)
    parted = _has_parted_figure(text, start)
    found = _YEAR_FIRST.search(text, start) if has_year and parted else None
    if found is not None:
        day = _day(int(found[1]), int(found[3]), int(found[4]))
        if day is not None:
            best = (day, found.start(), found.end())
    found = _YEAR_LAST.search(text, start) if parted else None
    if found is not None and (best is None or found.start() < best[1]):
        day = _day_of_figures(int(found[1]), int(found[3]), found[4], found[2], language)
        if day is not None:
            best = (day, found.start(), found.end())
    named = _find_named(text, start) if has_year else None
    if named is not None and (best is None or named[1] < best[1]):
        best = named
    if best is None or not _believed(best[0], earliest):
        return None
    day, first, end = best
    return _with_time(text, day, end)[0], first, end


def _has_year(text: str, start: int) -> bool:
    """Whether four figures in a row stand in a text from `start` on."""
    row = 0
    for at in range(start, len(text)):
        character = text[at]
        if "0" <= character <= "9" or (character > "\x7f" and character.isdecimal()):
            row += 1
            if row == _YEAR_FIGURES:
                return True
        else:
            row = 0
    return False


def _has_parted_figure(text: str, start: int) -> bool:
    """Whether a figure stands from `start` on with a mark behind it that parts those of a date."""
    last = len(text) - 1
    for at in range(start, last):
        character = text[at]
        if "0" <= character <= "9" or (character > "\x7f" and character.isdecimal()):
            behind = text[at + 1]
            if behind.isspace() and at + 1 < last:
                behind = text[at + 2]
            if behind in _PARTING_MARKS:
                return True
    return False


def find_month(text: str) -> tuple[str, int] | None:
    """The month and year that a short line ends with, November 2015 as 2015-11, and where they
    begin; else None."""
    tokens = list(_TOKEN.finditer(text))[-2:]
    if len(tokens) < 2 or not _FULL_YEAR.fullmatch(tokens[1][0]):
        return None
    month = words().months.get(tokens[0][0].lower())
    day = None if month is None else _day(int(tokens[1][0]), month, 1)
    if day is None or not _believed(day, EARLIEST_SHOWN):
        return None
    return day.isoformat()[:7], tokens[0].start()


def date_in_address(url: str) -> str | None:
    """The day in the path or query of an address, such as /2025/05/11/ or /2025/may/11/; None
    without one."""
    found = _IN_ADDRESS.search(url[:2000])
    if found is not None:
        day = _day(int(found[1]), int(found[2] or found[4]), int(found[3] or found[5]))
    else:
        found = _MONTH_IN_ADDRESS.search(url[:2000])
        month = None if found is None else words().months.get(found[2].lower())
        if found is None or month is None:
            return None
        day = _day(int(found[1]), month, int(found[3]))
    return day.isoformat() if day is not None and _believed(day, EARLIEST_SHOWN) else None


def _find_named(text: str, start: int) -> tuple[date, int, int] | None:
    """The first date whose month is a word: 11 May 2025, May 11th, 2025, 2025 May 11."""
    table = words()
    months, openings = table.months, table.month_openings
    tokens = [
        (found[0].lower(), found.start(), found.end()) for found in _TOKEN.finditer(text, start)
    ]
    for index, (token, first, end) in enumerate(tokens):
        month = months.get(token)
        if index + 1 < len(tokens) and token in openings:
            pair = months.get(f"{token} {tokens[index + 1][0]}")
        else:
            pair = None
        if month is None and pair is None and "." in text[end : end + 1]:
            month = months.get(_dotted(text, first))
        last = index + 1 if pair is not None else index
        month = pair or month
        if month is None:
            continue
        found = _around(tokens, index, last, month, table)
        if found is not None:
            return found
    return None


def _dotted(text: str, start: int) -> str:
    """The abbreviation with inner dots that begins at `start`, such as พ.ค."""
    end = start
    while end < len(text) and end - start < 8 and not text[end].isspace():
        end += 1
    return text[start:end].lower()


def _around(
    tokens: list[tuple[str, int, int]], index: int, last: int, month: int, table: Words
) -> tuple[date, int, int] | None:
    """The date that the figures beside a month's name make with it."""
    before = _figure(tokens, index, -1, table)
    after = _figure(tokens, last, 1, table)
    if after < 0:
        return None
    number = int(tokens[after][0])
    if before >= 0 and len(tokens[before][0]) <= 2:
        if len(tokens[after][0]) == 4:
            day = _day(number, month, int(tokens[before][0]))
            if day is not None:
                return day, tokens[before][1], tokens[after][2]
    elif before >= 0 and len(tokens[before][0]) == 4 and len(tokens[after][0]) <= 2:
        day = _day(int(tokens[before][0]), month, number)
        if day is not None:
            return day, tokens[before][1], tokens[after][2]
    if len(tokens[after][0]) <= 2:
        year = _figure(tokens, after, 1, table)
        if year >= 0 and len(tokens[year][0]) == 4:
            day = _day(int(tokens[year][0]), month, number)
            if day is not None:
                return day, tokens[index][1], tokens[year][2]
    return None


def _figure(tokens: list[tuple[str, int, int]], index: int, step: int, table: Words) -> int:
    """The index of the next figure from `index` on, at most two small words apart; -1 for none."""
    for distance in (1, 2, 3):
        place = index + step * distance
        if not 0 <= place < len(tokens):
            return -1
        token = tokens[place][0]
        if token.isdecimal():
            return place
        if len(token) > 3 and token not in table.fillers:
            return -1
    return -1


def _with_time(text: str, day: date, end: int) -> tuple[str, int]:
    """The day with the time that follows it in the line, if one does."""
    found = _TIME.search(text, end, end + _MOST_BETWEEN + 20)
    if found is None or found.start() - end > _MOST_BETWEEN:
        return day.isoformat(), end
    for word in _TOKEN.findall(text[end : found.start()].lower()):
        if len(word) > 1 and word not in words().fillers:
            return day.isoformat(), end
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + (12 if found[4] in "pP" else 0)
    zone = found[6] or found[5] or ""
    moment = _iso(
        day.year, day.month, day.day, f"{hour:02}", found[2], found[3], zone, EARLIEST_DECLARED
    )
    return (moment, found.end()) if moment is not None else (day.isoformat(), end)


def _day_of_figures(first: int, second: int, year: str, mark: str, language: str) -> date | None:
    full = int(year)
    if len(year) == 2:
        full += 2000 if full < 70 else 1900
    month_first = mark == "/" and language[:2] in words().month_first
    if month_first or second > 12:
        return _day(full, first, second) or _day(full, second, first)
    return _day(full, second, first) or _day(full, first, second)


def _day(year: int, month: int, day: int) -> date | None:
    if 2500 < year < 2700:
        year -= _BUDDHIST_YEARS
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(
    year: int,
    month: int,
    day: int,
    hour: str | None,
    minute: str | None,
    second: str | None,
    zone: str,
    earliest: int,
) -> str | None:
    found = _day(year, month, day)
    if found is None or not _believed(found, earliest):
        return None
    if hour is None or minute is None:
        return found.isoformat()
    if zone.upper() in ("Z", "UTC", "GMT"):
        zone = "+00:00"
    try:
        moment = datetime.fromisoformat(
            f"{found.isoformat()}T{hour}:{minute}:{second or '00'}{zone}"
        )
    except ValueError:
        return None
    return moment.isoformat()


def _believed(day: date, earliest: int) -> bool:
    """Whether a page could have that date: not before `earliest`, and not after tomorrow."""
    if day.year < earliest:
        return False
    return day <= _PAST or day <= datetime.now(UTC).date() + timedelta(days=1)
