"""trafilatura's `extract` and `bare_extraction`, answered by declutter.

The arguments are trafilatura's, under its names. What declutter has no counterpart for is refused
with an InvalidOption that says what to do instead; what changes nothing in the result is taken and
passed over. https://trafilatura.readthedocs.io/en/latest/corefunctions.html describes them.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from typing import Any, Final
from urllib.parse import urlsplit

from declutter.cleaner import Cleaner, Favor
from declutter.document import Document
from declutter.errors import DeclutterError, InvalidOption
from declutter.render.xml import render_xml

FORMATS: Final = ("txt", "markdown", "json", "html", "xml", "xmltei", "csv", "python")

_PASSED_OVER: Final = frozenset(("fast", "no_fallback", "tei_validation", "max_tree_size"))
"""What steers how trafilatura works and not what is asked of it."""

_REFUSED: Final = {
    "deduplicate": "declutter drops what a page says twice by itself; across pages use site_memory",
    "date_extraction_params": "dates come from what the page declares and shows; leave it out",
    "prune_xpath": "write a site rule with a strip line: Cleaner(site_rules=DIR)",
    "settingsfile": "give the options of declutter.Cleaner instead",
    "config": "give the options of declutter.Cleaner instead",
    "options": "give the options one by one",
}

_log = logging.getLogger(__name__)


def extract(
    filecontent: Any,
    url: str | None = None,
    record_id: str | None = None,
    fast: bool = False,
    no_fallback: bool = False,
    favor_precision: bool = False,
    favor_recall: bool = False,
    include_comments: bool = True,
    output_format: str = "txt",
    tei_validation: bool = False,
    target_language: str | None = None,
    include_tables: bool = True,
    include_images: bool = False,
    include_formatting: bool | None = None,
    include_links: bool = False,
    with_metadata: bool = False,
    only_with_metadata: bool = False,
    url_blacklist: Collection[str] | None = None,
    author_blacklist: Collection[str] | None = None,
    **others: Any,
) -> str | None:
    """The text of a page in `output_format`, None where there is none or the page is filtered out.

    As in trafilatura a page that cannot be read is None and a line in the log. Raises InvalidOption
    for an option or a format that declutter does not have.
    """
    if output_format not in FORMATS or output_format == "python":
        raise InvalidOption(
            f"output_format={output_format!r}: use one of {', '.join(FORMATS[:-1])}, "
            "or bare_extraction for Python objects"
        )
    document = _clean(
        filecontent,
        url,
        favor_precision=favor_precision,
        favor_recall=favor_recall,
        include_comments=include_comments,
        target_language=target_language,
        include_tables=include_tables,
        include_images=include_images,
        include_links=include_links,
        only_with_metadata=only_with_metadata,
        url_blacklist=url_blacklist,
        author_blacklist=author_blacklist,
        others=others,
    )
    if document is None:
        return None
    if output_format == "txt" and include_formatting:
        output_format = "markdown"
    return _render(document, output_format, record_id, with_metadata)


def bare_extraction(
    filecontent: Any,
    url: str | None = None,
    fast: bool = False,
    no_fallback: bool = False,
    favor_precision: bool = False,
    favor_recall: bool = False,
    include_comments: bool = True,
    output_format: str = "python",
    target_language: str | None = None,
    include_tables: bool = True,
    include_images: bool = False,
    include_formatting: bool | None = None,
    include_links: bool = False,
    with_metadata: bool = False,
    only_with_metadata: bool = False,
    url_blacklist: Collection[str] | None = None,
    author_blacklist: Collection[str] | None = None,
    as_dict: bool = False,
    **others: Any,
) -> Any:
    """The text and the metadata of a page as trafilatura's own Document, or with `as_dict` a dict.

    None as in `extract`. `body` and `commentsbody` are lxml elements. Raises InvalidOption for an
    option that declutter does not have.
    """
    if output_format not in FORMATS:
        raise InvalidOption(f"output_format={output_format!r}: use one of {', '.join(FORMATS)}")
    document = _clean(
        filecontent,
        url,
        favor_precision=favor_precision,
        favor_recall=favor_recall,
        include_comments=include_comments,
        target_language=target_language,
        include_tables=include_tables,
        include_images=include_images,
        include_links=include_links,
        only_with_metadata=only_with_metadata,
        url_blacklist=url_blacklist,
        author_blacklist=author_blacklist,
        others=others,
    )
    if document is None:
        return None
    from lxml import etree
    from trafilatura.settings import Document as Extracted

    tree = etree.fromstring(render_xml(document).encode("utf-8"))
    comments = document.comments if include_comments else None
    document.with_comments = False
    fields = _fields(document, comments)
    if include_formatting:
        fields["text"] = document.markdown
    extracted: Any = Extracted()
    for name, value in fields.items():
        setattr(extracted, name, value)
    extracted.body = tree.find("main")
    extracted.commentsbody = tree.find("comments")
    return extracted.as_dict() if as_dict else extracted


def _clean(
    filecontent: Any,
    url: str | None,
    *,
    favor_precision: bool,
    favor_recall: bool,
    include_comments: bool,
    target_language: str | None,
    include_tables: bool,
    include_images: bool,
    include_links: bool,
    only_with_metadata: bool,
    url_blacklist: Collection[str] | None,
    author_blacklist: Collection[str] | None,
    others: dict[str, Any],
) -> Document | None:
    """The cleaned page, None where it has no text or one of trafilatura's filters drops it."""
    _check_others(others)
    cleaner = Cleaner(
        comments=include_comments,
        tables=include_tables,
        images=include_images,
        links=include_links,
        favor=_favor(favor_precision, favor_recall),
    )
    data = getattr(filecontent, "data", filecontent)  # a response of trafilatura's or urllib3's
    try:
        document = cleaner.clean(data, url=url)
    except DeclutterError as error:
        _log.error("%s: %s", url or "the page", error)
        return None
    known = document.metadata
    blocked = {name.lower() for name in author_blacklist or ()}
    known.authors = [name for name in known.authors if name.lower() not in blocked]
    if known.url and known.url in (url_blacklist or ()):
        return None
    if only_with_metadata and not (known.published and known.title and known.url):
        return None
    if target_language and known.language:
        asked = target_language.lower().partition("-")[0]
        if known.language.lower().partition("-")[0] != asked:
            return None
    return document if document.text or (include_comments and document.comments) else None


def _check_others(others: dict[str, Any]) -> None:
    """Raise InvalidOption for a set option that has no counterpart, TypeError for one unknown."""
    for name, value in others.items():
        if name in _REFUSED:
            if value:
                raise InvalidOption(f"{name}: {_REFUSED[name]}")
        elif name not in _PASSED_OVER:
            raise TypeError(f"{name!r} is no argument of trafilatura's")


def _favor(precision: bool, recall: bool) -> Favor:
    if recall:  # trafilatura, too, lets recall win where both are asked for
        return "recall"
    return "precision" if precision else "balanced"


def _render(document: Document, form: str, record_id: str | None, with_metadata: bool) -> str:
    if form == "json":
        return _json(document, record_id, with_metadata)
    if form == "xml":
        return render_xml(document)
    if form == "xmltei":
        from declutter.render.tei import render_tei

        return render_tei(document)
    if form == "csv":
        from declutter.render.csv import render_csv_row

        return render_csv_row(document)
    if form == "html":
        from declutter.render.html import render_html_page

        return render_html_page(document) if with_metadata else document.html
    text = document.markdown if form == "markdown" else document.text
    if not with_metadata:
        return text
    from declutter.render.front_matter import render_front_matter

    return f"{render_front_matter(document)}\n{text}"


def _json(document: Document, record_id: str | None, with_metadata: bool) -> str:
    """JSON with the keys that trafilatura writes."""
    import json

    comments = document.comments if document.with_comments else ""
    document.with_comments = False
    fields = _fields(document, comments)
    fields["id"] = record_id
    fields["source"] = fields.pop("url")
    fields["source-hostname"] = fields.pop("sitename")
    fields["excerpt"] = fields.pop("description")
    for name in ("categories", "tags"):
        fields[name] = ";".join(fields[name])
    if not with_metadata:
        fields = {name: fields[name] for name in ("text", "comments")}
    return json.dumps(fields, ensure_ascii=False)


def _fields(document: Document, comments: str | None) -> dict[str, Any]:
    """The fields under trafilatura's names; what declutter does not look for is None."""
    known = document.metadata
    day = (known.published or "")[:10]
    return {
        "title": known.title,
        "author": "; ".join(known.authors) or None,
        "url": known.url,
        "hostname": urlsplit(known.url or "").hostname,
        "description": known.description,
        "sitename": known.site_name,
        "date": day if len(day) == 10 else None,  # trafilatura knows no months without a day
        "categories": [known.section] if known.section else [],
        "tags": list(known.tags),
        "fingerprint": None,
        "id": None,
        "license": None,
        "raw_text": document.text,
        "text": document.text,
        "comments": comments,
        "language": known.language,
        "image": known.image,
        "pagetype": document.page_type,
    }
