"""What is written: documents in one of the formats, to a file or to standard output."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from typing import IO, Final

from declutter.document import Document

FORMATS: Final = ("text", "markdown", "json", "html", "tei", "xml", "csv", "jsonfeed")

LINE_FORMATS: Final = ("text", "markdown", "html", "json")
"""What can stand in the JSON of a line, where json means text: there is JSON around it anyway."""

_PLAIN: Final = {"text", "markdown", "html"}


def needs_metadata(form: str) -> bool:
    """Whether the format holds metadata without being asked."""
    return form not in _PLAIN


class Output:
    """A file, opened at the first write, or standard output; text goes out as UTF-8."""

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._stack = ExitStack()
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Output:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def write(self, text: str) -> None:
        """Write text at once; lone surrogates, which UTF-8 cannot hold, become question marks."""
        if self._file is None:
            self._file = self._open()
        self._file.write(text.encode("utf-8", "replace"))
        if self._path is None:
            self._file.flush()

    def _open(self) -> IO[bytes]:
        if self._path is None:
            return sys.stdout.buffer
        return self._stack.enter_context(open(self._path, "wb"))


class Writer:
    """Writes document after document in one format, and what parts them."""

    def __init__(
        self, output: Output, form: str, *, metadata: bool = False, several: bool = False
    ) -> None:
        self._output = output
        self._form = form
        self._metadata = metadata
        self._several = several
        self._first = True

    def write(self, name: str, document: Document) -> None:
        """Write one document; `name` is the input that it came from."""
        if self._form in ("json", "jsonfeed"):
            self._output.write(self._json(name, document) + "\n")
        elif self._form == "csv":
            from declutter.render.csv import render_csv_head, render_csv_row

            head = render_csv_head() if self._first else ""
            self._output.write(head + render_csv_row(document))
        else:
            text = render(document, self._form, self._metadata)
            end = "" if text.endswith("\n") or not text else "\n"
            self._output.write(("" if self._first else "\f\n") + text + end)
        self._first = False

    def _json(self, name: str, document: Document) -> str:
        if self._form == "jsonfeed":
            from declutter.render.jsonfeed import to_feed_item

            return json.dumps(to_feed_item(document, name), ensure_ascii=False)
        if not self._several:
            return document.to_json()
        return json.dumps({"id": name, **document.to_dict()}, ensure_ascii=False)


def render(document: Document, form: str, metadata: bool) -> str:
    """The document as Markdown, HTML, TEI, XML or else text, with its metadata where asked."""
    if form == "tei":
        from declutter.render.tei import render_tei

        return render_tei(document)
    if form == "xml":
        from declutter.render.xml import render_xml

        return render_xml(document)
    if form == "html":
        if metadata:
            from declutter.render.html import render_html_page

            return render_html_page(document)
        return document.html
    text = document.markdown if form == "markdown" else document.text
    if metadata:
        from declutter.render.front_matter import render_front_matter

        return f"{render_front_matter(document)}\n{text}"
    return text
