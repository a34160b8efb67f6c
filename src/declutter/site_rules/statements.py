"""The text format of site rules that FiveFilters' site patterns made common: `name: value` lines.

https://help.fivefilters.org/full-text-rss/site-patterns.html describes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from declutter.errors import BrokenSiteRule

FIELDS: Final = ("title", "body", "author", "date")
STRIPS: Final = ("strip", "strip_id_or_class", "strip_image_src")
XPATHS: Final = frozenset((*FIELDS, "strip"))
_TESTS: Final = frozenset(("test_url", "test_contains"))
_FETCHING: Final = frozenset(
    (
        *("single_page_link", "single_page_link_in_feed", "next_page_link", "http_header"),
        *("requires_login", "not_logged_in_xpath", "login_uri", "login_username_field"),
        *("login_password_field", "login_extra_fields", "if_page_contains"),
    )
)
_NOT_NEEDED: Final = frozenset(
    (
        *("tidy", "prune", "parser", "autodetect_on_failure", "autodetect_next_page"),
        *("convert_double_br_tags", "find_string", "replace_string", "move_into", "wrap_in"),
        *("strip_attr", "strip_comments", "dissolve", "footnotes", "native_ad_clue"),
        *("skip_json_ld", "insert_detected_image", "src_lazy_load_attr", "skip_id_or_class"),
    )
)
KNOWN: Final = frozenset((*FIELDS, *STRIPS, *_TESTS, *_FETCHING, *_NOT_NEEDED))
_STATEMENT: Final = re.compile(r"([A-Za-z_]{1,40})[ \t]*(?:\([^\n]{0,2000}?\))?[ \t]*:(.*)")
_LONGEST_LINE: Final = 10_000


@dataclass(slots=True, frozen=True)
class Statement:
    """One line that means something here: its name, its value and its number in the file."""

    name: str
    value: str
    line: int


def parse_statements(text: str, name: str) -> tuple[list[Statement], list[str]]:
    """The statements of a rule's text, and notes on lines that are passed over.

    Raises BrokenSiteRule, naming `name` and the line, for a line that is no statement or has no
    value where one is needed.
    """
    statements: list[Statement] = []
    notes: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.strip()
        if not line or line.startswith(("#", "//")):
            continue
        found = _STATEMENT.match(line) if len(line) <= _LONGEST_LINE else None
        if found is None:
            raise BrokenSiteRule(
                f'{name}:{number}: this is no statement: write it as "name: value", '
                f'such as "body: //article"'
            )
        key = found.group(1).lower()
        value = found.group(2).strip()
        if key in FIELDS or key in STRIPS:
            if key not in XPATHS:
                value = value.strip("\"'")
            if not value:
                raise BrokenSiteRule(f"{name}:{number}: {key} has no value: give one, or take out")
            statements.append(Statement(key, value, number))
        elif key not in _TESTS:
            notes.append(f"{name}:{number}: {_why_ignored(key)}")
    return statements, notes


def _why_ignored(key: str) -> str:
    if key in _FETCHING:
        return f"{key} is passed over: declutter fetches nothing"
    if key in _NOT_NEEDED:
        return f"{key} is passed over: declutter has no such step"
    from difflib import get_close_matches

    close = get_close_matches(key, sorted(KNOWN), n=1)
    meant = f", perhaps {close[0]} is meant" if close else ""
    return f"{key} is not known and passed over{meant}"
