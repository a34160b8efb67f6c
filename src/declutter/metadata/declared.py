"""What a page declares about itself, field by field: JSON-LD, meta, links, items."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Final

from declutter.metadata.folding import fold, tidy_declared
from declutter.metadata.json_ld import (
    LinkedData,
    address_of,
    names_of,
    read_linked_data,
    text_values,
)
from declutter.metadata.names import is_credential
from declutter.page import Declared
from declutter.readers.json_scripts import parse_nearly_json

_MOST_CLAIMS: Final = 64
_MOST_ITEMS: Final = 2_000

Claim = tuple[int, str, str]
"""How far a claim is down the order of trust, what it says, and where it stands."""

# The names of meta elements in the order of trust in which they are believed, field by field.
_META_NAMES: Final[dict[str, str]] = {
    "title": "dc.title dcterms.title citation_title og:title twitter:title parsely-title "
    "sailthru.title headline title",
    "authors": "citation_author citation_authors dc.creator dcterms.creator author article:author "
    "parsely-author sailthru.author cxenseparse:author og:author byl creator article:author_name",
    "published": "article:published_time og:article:published_time og:published_time datepublished "
    "dcterms.issued dc.date.issued citation_publication_date citation_online_date citation_date "
    "parsely-pub-date sailthru.date cxenseparse:publishtime cxenseparse:recs:publishtime "
    "publish_date publish-date publishdate published published_at published_time publish_time "
    "article:published publication_date publication-date pubdate pub_date og:publish_date "
    "date-pub pdate ptime date_published published-date prism.publicationdate "
    "bepress_citation_date bepress_citation_online_date vr:published_time post_date "
    "article_date_original articledate firstpublished article.published rbpubdate dc.date "
    "dcterms.date dc.date.created "
    "dcterms.created datecreated article:created displaydate originalpublicationdate date "
    "ms.date",
    "modified": "article:modified_time og:article:modified_time datemodified dcterms.modified "
    "dc.date.modified article:modified og:updated_time lastmod last-updated updated_at "
    "dateupdated utime last-modified modified-date revised",
    "site_name": "og:site_name application-name apple-mobile-web-app-title site_name sitename "
    "al:ios:app_name al:android:app_name publisher dc.publisher dcterms.publisher",
    "handle": "twitter:site",
    "language": "content-language dc.language dcterms.language og:locale language inlanguage",
    "description": "og:description description twitter:description dc.description "
    "dcterms.description sailthru.description",
    "tags": "article:tag news_keywords parsely-tags sailthru.tags citation_keywords keywords",
    "section": "article:section parsely-section cxenseparse:section og:section articlesection",
    "image": "og:image og:image:url og:image:secure_url twitter:image twitter:image:src thumbnail "
    "image thumbnailurl",
    "url": "og:url",
}
_CITED_NAMES: Final = frozenset(("citation_author", "citation_authors"))
"""Meta elements that name one person each, often with the family name first."""
_ITEM_FIELDS: Final[dict[str, str]] = {
    "headline": "title",
    "author": "authors",
    "datepublished": "published",
    "datecreated": "published",
    "datemodified": "modified",
    "articlesection": "section",
    "image": "image",
}
_HEADER_FIELDS: Final[dict[str, str]] = {
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "byline": "authors",
    "date": "published",
    "published": "published",
    "published time": "published",
    "published_time": "published",
    "pubdate": "published",
    "publishdate": "published",
    "created": "published",
    "modified": "modified",
    "updated": "modified",
    "lastmod": "modified",
    "last_modified": "modified",
    "site": "site_name",
    "sitename": "site_name",
    "site_name": "site_name",
    "publisher": "site_name",
    "language": "language",
    "lang": "language",
    "url": "url",
    "url source": "url",
    "source": "url",
    "canonical": "url",
    "canonical_url": "url",
    "link": "url",
    "image": "image",
    "cover": "image",
    "description": "description",
    "summary": "description",
    "excerpt": "description",
    "tags": "tags",
    "keywords": "tags",
    "categories": "section",
    "category": "section",
    "section": "section",
}


def meta_source(name: str) -> str:
    """Where a meta element's name belongs."""
    if name.startswith(("og:", "article:")):
        return "opengraph"
    if name.startswith("twitter:"):
        return "twitter"
    if name.startswith(("dc.", "dc:", "dcterms.", "dcterms:")):
        return "dublin core"
    return "meta"


_META: Final[dict[str, tuple[str, int, str]]] = {
    name: (target, rank, meta_source(name))
    for target, names in _META_NAMES.items()
    for rank, name in enumerate(names.split(), 10)
}


@dataclass(slots=True)
class Claims:
    """All that a page claims, field by field, most trusted first."""

    fields: dict[str, list[Claim]] = field(default_factory=dict)

    def add(self, name: str, rank: int, text: str, source: str) -> None:
        """Keep one more claim of a field, up to a limit."""
        known = self.fields.setdefault(name, [])
        if text and len(known) < _MOST_CLAIMS:
            known.append((rank, text, source))

    def of(self, name: str) -> list[Claim]:
        """The claims of a field, most trusted first."""
        return self.fields.get(name, [])

    def first(self, name: str) -> tuple[str, str] | None:
        """The most trusted claim of a field that says anything, tidied, and its source."""
        for _, text, source in self.of(name):
            said = tidy_declared(text)
            if said:
                return said, source
        return None


def gather_claims(declared: Declared, headings: frozenset[str]) -> Claims:
    """Everything `declared` says; `headings` are the folded main headings of the page, by which
    its own item is told among several in JSON-LD."""
    claims = Claims()
    values = [
        parse_nearly_json(content) for name, content in declared.meta if name.endswith("ld+json")
    ]
    if values:
        declared = replace(declared, json_ld=declared.json_ld + values)
    _gather_headers(declared.headers, claims)
    if declared.json_ld:
        _gather_linked_data(declared, claims, headings)
    for name, content in declared.meta:
        target = _META.get(name)
        if target is not None:
            if name in _CITED_NAMES:
                content = given_first(content)
            claims.add(target[0], target[1], content, target[2])
        elif " " in name or name.startswith(("dc:", "dcterm", "citation:")):
            for part in name[:200].replace("dcterm:", "dcterms:").split():
                target = _META.get(part) or _META.get(part.replace(":", ".", 1))
                if target is not None:
                    claims.add(target[0], target[1], content, meta_source(part))
    for relation, address, text in declared.relations:
        if relation == "canonical":
            claims.add("url", 1, address, "link")
        elif relation == "image_src":
            claims.add("image", 60, address, "link")
        elif relation == "tag":
            claims.add("tags", 60, text, "link")
    several = _has_several_days(declared)
    for name, value, _ in declared.items[:_MOST_ITEMS]:
        known = _ITEM_FIELDS.get(name)
        if known is not None and not (several and known == "published"):
            claims.add(known, 70 if known == "image" else 40, value, "microdata")
    if declared.title:
        claims.add("title", 50, declared.title, "title")
    if declared.language:
        claims.add("language", 1, declared.language, "html")
    for known_claims in claims.fields.values():
        known_claims.sort(key=_rank)
    return claims


def given_first(name: str) -> str:
    """The name of one person as a bibliography has it, "Doe, Jane", with the family name last."""
    family, comma, given = name.partition(",")
    if not comma or "," in given or ";" in name or " and " in given:
        return name
    family, given = family.strip(), given.strip()
    if not family or not given or family.count(" ") > 1 or given.count(" ") > 2:
        return name
    if is_credential(given):
        return name
    return f"{given} {family}"


def _has_several_days(declared: Declared) -> bool:
    """Whether items in the body are published on several days, as cards and replies are."""
    days = {
        value.strip()[:10]
        for name, value, _ in declared.items[:_MOST_ITEMS]
        if _ITEM_FIELDS.get(name) == "published"
    }
    return len(days) > 1


def item_dates(declared: Declared) -> list[tuple[str, int]]:
    """The dates of publication of the items in the body, each with the index of its block."""
    return [
        (value, block)
        for name, value, block in declared.items[:_MOST_ITEMS]
        if _ITEM_FIELDS.get(name) == "published"
    ]


def publication_like(declared: Declared) -> list[str]:
    """The contents of meta elements whose names, unknown otherwise, speak of a publication."""
    return [
        content
        for name, content in declared.meta
        if name not in _META and ("publish" in name or "pubdate" in name) and len(content) < 60
    ][:_MOST_CLAIMS]


def _rank(claim: Claim) -> int:
    return claim[0]


def _gather_headers(headers: dict[str, object], claims: Claims) -> None:
    for key, value in headers.items():
        name = _HEADER_FIELDS.get(key)
        if name is None:
            continue
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                claims.add(name, 0, text, "header")


def _gather_linked_data(declared: Declared, claims: Claims, headings: frozenset[str]) -> None:
    data = read_linked_data(declared.json_ld)
    for name in data.sites:
        claims.add("site_name", 5, name, "json-ld")
    for name in data.publishers:
        claims.add("site_name", 30, name, "json-ld")
    for rank, item in own_items(data, headings, declared.title or ""):
        _gather_item(rank, item, data, claims)


def own_items(
    data: LinkedData, headings: frozenset[str], title: str
) -> list[tuple[int, dict[str, Any]]]:
    """The items that are the page's own: all of the page's rank, and the one article or work.

    Where several articles are told of, the page's own is the one under its heading or title; a
    page that lists articles and is none of them has none.
    """
    pages = [entry for entry in data.items if entry[0] == 2]
    works = sorted((entry for entry in data.items if entry[0] < 2), key=_item_rank)
    if len(works) > 1:
        folded_title = fold(title)
        named: list[tuple[int, dict[str, Any]]] = []
        for entry in works:
            for key in ("headline", "name"):
                names = [fold(tidy_declared(name)) for name in text_values(entry[1].get(key))]
                if any(name and (name in headings or name in folded_title) for name in names):
                    named.append(entry)
                    break
        contents = [entry for entry in works if entry[0] == 0]
        if named:
            works = named
        elif len(contents) == 1:
            works = contents
        elif len(contents) > 1:
            works = []
    return works[:3] + pages[:2]


def _item_rank(entry: tuple[int, dict[str, Any]]) -> int:
    return entry[0]


def _gather_item(rank: int, item: dict[str, Any], data: LinkedData, claims: Claims) -> None:
    for text in text_values(item.get("headline"))[:1]:
        claims.add("title", rank, text, "json-ld")
    for text in text_values(item.get("name"))[:1]:
        claims.add("title", rank + 3, text, "json-ld")
    if rank != 1:
        author = item.get("author") or item.get("creator")
        if author is not None:
            for name in names_of(author, data):
                claims.add("authors", rank, name, "json-ld")
    for key, name, step in (
        ("datePublished", "published", 0),
        ("dateCreated", "published", 45),
        ("uploadDate", "published", 45),
        ("dateModified", "modified", 0),
        ("description", "description", 20),
        ("articleSection", "section", 0),
        ("inLanguage", "language", 30),
    ):
        value = item.get(key)
        if value is not None:
            for text in text_values(value)[:1]:
                claims.add(name, rank + step, text, "json-ld")
    for text in text_values(item.get("keywords")):
        claims.add("tags", 20, text, "json-ld")
    image = address_of(item.get("image") or item.get("thumbnailUrl"))
    if image is not None:
        claims.add("image", 40 + rank, image, "json-ld")
    address = item.get("url")
    if isinstance(address, str):
        claims.add("url", 40 + rank, address, "json-ld")
