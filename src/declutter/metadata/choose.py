"""One value a field, out of all that a page declares and shows."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from declutter.deadline import Deadline
from declutter.document import Metadata
from declutter.metadata.bylines import shown_people, shown_poster
from declutter.metadata.choice import Choice
from declutter.metadata.choose_dates import choose_dates
from declutter.metadata.first_lines import unmarked_headings
from declutter.metadata.folding import fold, squeeze, tidy_declared
from declutter.metadata.language import find_language, normal_tag
from declutter.metadata.names import (
    is_agency,
    is_handle,
    is_nobody,
    looks_like_person,
    people_of,
)
from declutter.metadata.tag_lines import shown_tags
from declutter.metadata.titles import choose_title, site_names
from declutter.page import Page, PageType

_LONGEST_HEADING: Final = 300
_MOST_TAGS: Final = 50
_LONGEST_TAG: Final = 100
_TAG_COMMA: Final = re.compile(r"\s{0,9}[,;，、،]\s*")
_HOME_PATHS: Final = frozenset(("", "/", "/index.html", "/index.php", "/home"))
_SHOWN: Final = frozenset(("visible", "header"))
_UNSIGNED_TYPES: Final = frozenset(("product", "collection", "listing", "service"))


def choose_metadata(page: Page, page_type: PageType, deadline: Deadline) -> Metadata:
    """Every field of a judged page's metadata. Raises PageTimeout past the deadline."""
    deadline.check()
    choice = Choice(page, page_type)
    for choose in (
        _choose_address,
        _choose_site_name,
        _choose_title,
        _choose_language,
        choose_dates,
        _choose_authors,
        _choose_rest,
    ):
        deadline.check()
        choose(choice)
    return choice.found


def _choose_address(choice: Choice) -> None:
    for _, text, source in choice.claims.of("url"):
        address = absolute(text, choice.page)
        if address is not None:
            choice.found.url = address
            choice.note("url", source)
            return
    if choice.page.url:
        choice.found.url = absolute(choice.page.url, choice.page)
        if choice.found.url:
            choice.note("url", "given")


def absolute(address: str, page: Page) -> str | None:
    """An address made absolute against the page's base and url; None where that cannot be."""
    address = tidy_declared(address)
    try:
        base = urljoin(page.url or "", page.declared.base or "")
        joined = urljoin(base, address)
        parts = urlsplit(joined)
        if parts.scheme in ("http", "https") and parts.hostname:
            return joined
    except ValueError:
        return None
    return None


def _choose_site_name(choice: Choice) -> None:
    names = choice.claims.of("site_name")
    for _, text, source in names:
        name = tidy_declared(text)
        if name and len(name) < 100:
            choice.found.site_name = name
            choice.note("site_name", source)
            break
    else:
        handle = choice.claims.first("handle")
        if handle is not None and handle[0].startswith("@"):
            names = [(0, handle[0][1:], handle[1])]
    choice.sites = site_names(
        [tidy_declared(text)[:100] for _, text, _ in names], choice.found.url or choice.page.url
    )


def _choose_title(choice: Choice) -> None:
    declared: list[tuple[str, str]] = []
    for _, text, source in choice.claims.of("title"):
        title = tidy_declared(text)
        if title:
            if source == "header":
                choice.found.title = title
                choice.note("title", source)
                return
            declared.append((title, source))
    headings = [heading for heading in choice.headings if len(heading) <= _LONGEST_HEADING]
    if not headings:
        headings = unmarked_headings(choice.page)
    address = choice.page.url or choice.found.url or "-"
    chosen = choose_title(declared, headings, choice.sites, _is_home(address))
    if chosen is not None:
        choice.found.title = chosen[0]
        choice.note("title", chosen[1])


def _is_home(address: str) -> bool:
    try:
        return urlsplit(address).path in _HOME_PATHS
    except ValueError:
        return False


def _choose_language(choice: Choice) -> None:
    for _, text, source in choice.claims.of("language"):
        tag = normal_tag(text)
        if tag is not None:
            choice.found.language = tag
            choice.note("language", source)
            return
    found = find_language(choice.page)
    if found is not None:
        choice.found.language = found
        choice.note("language", "text")


def _choose_authors(choice: Choice) -> None:
    """People first; where no source names one, an agency, then what the site calls itself."""
    institutions: tuple[list[str], str] | None = None
    handles: tuple[list[str], str] | None = None
    for names, source in _named(choice):
        people = [name for name in names if is_person(name, choice)]
        if people and institutions is not None and people[0].startswith(institutions[0][0]):
            break  # a person whose site bears the name, and what stands behind it in the byline
        if (
            handles is not None
            and people
            and (":" in people[0] or not looks_like_person(people[0]))
        ):
            continue
        if (
            people
            and source not in _SHOWN
            and choice.page_type != "forum"
            and all(map(is_handle, people))
        ):
            handles = handles or (people, source)
            continue
        if people:
            choice.found.authors = people
            choice.note("authors", source)
            return
        named = [name for name in names if not is_nobody(name)]
        if named and institutions is None and choice.page_type not in _UNSIGNED_TYPES:
            institutions = named, source
    institutions = handles or institutions
    if institutions is not None:
        choice.found.authors = institutions[0]
        choice.note("authors", institutions[1])


def is_person(name: str, choice: Choice) -> bool:
    """Whether a name is not the site's, an agency's or a placeholder's."""
    return not is_nobody(name) and not is_agency(name) and squeeze(name) not in choice.sites


def _named(choice: Choice) -> list[tuple[list[str], str]]:
    """The names that each source gives, most trusted source first."""
    named: list[tuple[list[str], str]] = []
    by_source: dict[tuple[int, str], list[str]] = {}
    for rank, text, source in choice.claims.of("authors"):
        if source != "microdata":
            names = by_source.setdefault((rank, source), [])
            for name in people_of(tidy_declared(text)):
                if name not in names:
                    names.append(name)
    for (_, source), names in by_source.items():
        if names:
            named.append((names, source))
    if choice.page_type == "forum":
        named.append((shown_poster(choice.around()), "visible"))
    elif choice.page_type not in _UNSIGNED_TYPES or choice.page.format != "html":
        named.append((shown_people(choice.around()), "visible"))
    return named


def _choose_rest(choice: Choice) -> None:
    found = choice.found
    for _, text, source in choice.claims.of("image"):
        image = absolute(text, choice.page)
        if image is not None:
            found.image = image
            choice.note("image", source)
            break
    description = choice.claims.first("description")
    if description is not None:
        found.description = description[0]
        choice.note("description", description[1])
    section = choice.claims.first("section")
    if section is not None:
        found.section = section[0]
        choice.note("section", section[1])
    _choose_tags(choice)


def _choose_tags(choice: Choice) -> None:
    """The tags of the most trusted place that has any, each once: those that are declared, split
    at commas, else those that a line shows."""
    seen: set[str] = set()
    rank = -1
    for claim_rank, text, source in choice.claims.of("tags"):
        if rank >= 0 and claim_rank != rank:
            break
        for part in _TAG_COMMA.split(tidy_declared(text)):
            tag = part.lstrip("#").strip()
            if tag and len(tag) <= _LONGEST_TAG and fold(tag) not in seen:
                seen.add(fold(tag))
                choice.found.tags.append(tag)
                rank = claim_rank
                choice.note("tags", source)
            if len(choice.found.tags) >= _MOST_TAGS:
                return
    if not choice.found.tags:
        choice.found.tags = list(dict.fromkeys(shown_tags(choice.around())))[:_MOST_TAGS]
        if choice.found.tags:
            choice.note("tags", "visible")
