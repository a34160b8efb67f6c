"""Plain XML: a doc with its metadata as attributes, as trafilatura's users know it."""

from __future__ import annotations

from typing import Final

from declutter.document import Document
from declutter.render.text import body_blocks, comment_blocks
from declutter.render.xml_writer import Vocabulary, XmlWriter

_WORDS: Final = Vocabulary(
    namespace=None,
    sections=False,
    table=("table", {}),
    row=("row", {}),
    head_cell=("cell", {"role": "head"}),
    cell=("cell", {}),
    code_block=("code", {"rend": "block"}),
    code=("code", {}),
    formula=("formula", {"notation": "TeX"}),
)


def render_xml(document: Document) -> str:
    """The page as `<doc>` with `<main>` and `<comments>`, which are always there."""
    metadata = document.metadata
    writer = XmlWriter(document, _WORDS)
    writer.start(
        "doc",
        {
            "sitename": metadata.site_name,
            "title": metadata.title,
            "author": ";".join(metadata.authors),
            "date": metadata.published,
            "modified": metadata.modified,
            "url": metadata.url,
            "image": metadata.image,
            "description": metadata.description,
            "categories": metadata.section,
            "tags": ";".join(metadata.tags),
            "language": metadata.language,
            "pagetype": document.page_type,
        },
    )
    for name, blocks in (
        ("main", body_blocks(document)),
        ("comments", comment_blocks(document)),
    ):
        writer.text("\n")
        writer.start(name)
        writer.text("\n")
        writer.blocks(blocks)
        writer.end()
    writer.text("\n")
    return writer.finish() + "\n"
