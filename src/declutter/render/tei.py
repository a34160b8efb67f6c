"""TEI P5 (https://tei-c.org/guidelines/p5/), valid against the TEI's schema for corpora.

That schema, which trafilatura ships, has no module for tables, code or formulas: rows are items of
a list with `rend="table"`, cells and formulas are `seg`, code is `ab` and `hi` with a name for it.
"""

from __future__ import annotations

import re
from typing import Final

from declutter.document import Document, Metadata
from declutter.render.addresses import link_address
from declutter.render.text import body_blocks, comment_blocks
from declutter.render.xml_writer import Vocabulary, XmlWriter

_WORDS: Final = Vocabulary(
    namespace="http://www.tei-c.org/ns/1.0",
    sections=True,
    table=("list", {"rend": "table"}),
    row=("item", {}),
    head_cell=("seg", {"type": "head"}),
    cell=("seg", {"type": "cell"}),
    code_block=("ab", {"type": "code", "xml:space": "preserve"}),
    code=("hi", {"rend": "code"}),
    formula=("seg", {"type": "formula", "subtype": "TeX"}),
)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def render_tei(document: Document) -> str:
    """The page as a TEI document; the readers' comments are a div of their own after the body."""
    metadata = document.metadata
    language = metadata.language if _LANGUAGE.fullmatch(metadata.language or "") else None
    writer = XmlWriter(document, _WORDS)
    writer.start("TEI")
    writer.text("\n")
    _write_header(writer, metadata, language, document.page_type)
    writer.start("text", {"xml:lang": language})
    writer.start("body")
    writer.text("\n")
    for kind, blocks in (
        ("entry", body_blocks(document)),
        ("comments", comment_blocks(document)),
    ):
        if blocks or kind == "entry":
            writer.start("div", {"type": kind})
            writer.text("\n")
            writer.blocks(blocks)
            writer.end(line=True)
    writer.end()
    writer.end(line=True)
    return writer.finish() + "\n"


def _write_header(
    writer: XmlWriter, metadata: Metadata, language: str | None, page_type: str
) -> None:
    writer.start("teiHeader")
    writer.start("fileDesc")
    writer.start("titleStmt")
    writer.leaf("title", metadata.title or "", {"type": "main"})
    for author in metadata.authors:
        writer.leaf("author", author)
    writer.end(line=True)
    writer.start("publicationStmt")
    writer.leaf("p")
    writer.end(line=True)
    writer.start("sourceDesc")
    _write_source(writer, metadata)
    writer.end(line=True)
    writer.end(line=True)
    writer.start("encodingDesc")
    writer.start("appInfo")
    _write_application(writer)
    writer.end()
    writer.end(line=True)
    writer.start("profileDesc")
    if metadata.description:
        writer.start("abstract")
        writer.leaf("p", metadata.description)
        writer.end(line=True)
    if language is not None:
        writer.start("langUsage")
        writer.leaf("language", language, {"ident": language})
        writer.end(line=True)
    writer.start("textClass")
    writer.start("keywords")
    writer.leaf("term", page_type, {"type": "page_type"})
    if metadata.section:
        writer.leaf("term", metadata.section, {"type": "categories"})
    for tag in metadata.tags:
        writer.leaf("term", tag, {"type": "tags"})
    writer.end()
    writer.end(line=True)
    writer.end(line=True)
    writer.end(line=True)


def _write_source(writer: XmlWriter, metadata: Metadata) -> None:
    writer.start("bibl")
    writer.leaf("title", metadata.title or "")
    for author in metadata.authors:
        writer.leaf("author", author)
    if metadata.site_name:
        writer.leaf("publisher", metadata.site_name)
    if metadata.published:
        writer.leaf("date", metadata.published, {"type": "published"})
    if metadata.modified:
        writer.leaf("date", metadata.modified, {"type": "modified"})
    for kind, address in (("page", metadata.url), ("image", metadata.image)):
        safe = link_address(address or "", None)
        if safe is not None:
            writer.start("ptr", {"type": kind, "target": safe})
            writer.end(line=True)
    writer.end(line=True)


def _write_application(writer: XmlWriter) -> None:
    from declutter import __version__

    writer.start("application", {"version": __version__, "ident": "declutter"})
    writer.leaf("label", "declutter")
    writer.end()
