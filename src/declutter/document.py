"""A page as the judge leaves it: the document, and what is known about it besides its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from declutter.page import Block, InputFormat, PageType

if TYPE_CHECKING:
    from declutter.xray.picture import Picture


@dataclass(slots=True)
class Metadata:
    """What is known about a page besides its text. Unknown is None, an unknown list is empty.

    Dates are ISO 8601 text, 2015-11 where no day is known; `language` is a BCP 47 tag; addresses
    are absolute. `sources` says where each field came from, such as "json-ld", "opengraph", "meta"
    or "visible".
    """

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    modified: str | None = None
    site_name: str | None = None
    language: str | None = None
    url: str | None = None
    image: str | None = None
    description: str | None = None
    tags: list[str] = field(default_factory=list)
    section: str | None = None
    sources: dict[str, str] = field(default_factory=dict)

    @property
    def author(self) -> str | None:
        """The authors' names joined by a comma, None where nobody is named."""
        return ", ".join(self.authors) or None


@dataclass(slots=True)
class Document:
    """A cleaned page: its blocks with their verdicts, its metadata, and the text in every form.

    `decided_by` is "judge", "site rule" or "second opinion"; `confidence` is the word F1 to
    expect of the text, from 0 to 1. `links`, `images` and `tables` say what the
    renderers show; `with_comments` puts the readers' comments after the body. `notes` say what was
    asked for and could not be done, such as a site rule that found nothing.
    """

    blocks: list[Block]
    metadata: Metadata
    page_type: PageType = "article"
    confidence: float = 1.0
    decided_by: str = "judge"
    format: InputFormat = "html"
    base: str | None = None
    show_links: bool = False
    show_images: bool = False
    show_tables: bool = True
    with_comments: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The body without its title, as plain text: blank lines between blocks, no markup."""
        from declutter.render.text import render_text

        return render_text(self)

    @property
    def markdown(self) -> str:
        """The body as Markdown."""
        from declutter.render.markdown import render_markdown

        return render_markdown(self)

    @property
    def html(self) -> str:
        """The body as sanitised HTML: no script, no event handler, no javascript: address."""
        from declutter.render.html import render_html

        return render_html(self)

    @property
    def comments(self) -> str:
        """The readers' comments under the article as plain text, empty where there are none."""
        from declutter.render.text import render_comments

        return render_comments(self)

    def to_dict(self) -> dict[str, object]:
        """The text, the comments, the metadata and the verdict on the page, ready for JSON."""
        from declutter.render.json import to_dict

        return to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict` as JSON text."""
        from declutter.render.json import to_json

        return to_json(self, indent=indent)

    def xray(self) -> Picture:
        """The blocks drawn with what was decided on each, and the result, as one HTML file."""
        from declutter.xray.draw import draw

        return draw(self)

    @property
    def kept(self) -> list[Block]:
        """The blocks of the body, in reading order."""
        return [block for block in self.blocks if block.verdict.keep]

    @property
    def removed(self) -> list[Block]:
        """The blocks that went, in reading order, each with its reason."""
        return [block for block in self.blocks if not block.verdict.keep]

    @property
    def title(self) -> str | None:
        return self.metadata.title

    @property
    def author(self) -> str | None:
        return self.metadata.author

    @property
    def authors(self) -> list[str]:
        return self.metadata.authors

    @property
    def published(self) -> str | None:
        return self.metadata.published

    @property
    def modified(self) -> str | None:
        return self.metadata.modified

    @property
    def site_name(self) -> str | None:
        return self.metadata.site_name

    @property
    def language(self) -> str | None:
        return self.metadata.language

    @property
    def url(self) -> str | None:
        return self.metadata.url

    @property
    def image(self) -> str | None:
        return self.metadata.image

    @property
    def description(self) -> str | None:
        return self.metadata.description

    @property
    def tags(self) -> list[str]:
        return self.metadata.tags

    @property
    def section(self) -> str | None:
        return self.metadata.section
