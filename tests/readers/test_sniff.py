"""Which format a page is in."""

from __future__ import annotations

import gzip
import io
import time
import zipfile

import pytest

from declutter.errors import UnsupportedInput
from declutter.readers.sniff import refuse_binary, sniff

DOCUMENT = (
    "<!DOCTYPE html>\n<html><head><title>Tide</title></head><body><p>The tide.</p></body></html>"
)
MARKDOWN = "# The tide\n\nIt comes **twice** a day, says the [harbour](https://example.com/h).\n"
PROSE = "The tide\n\nIt comes twice a day, says the harbour master.\n\nNobody doubts her.\n"


@pytest.mark.parametrize(
    "page",
    [
        DOCUMENT,
        DOCUMENT.lower(),
        "\n\n  \t" + DOCUMENT,
        "\ufeff" + DOCUMENT,
        "<!-- saved by a tool -->\n<!-- twice -->\n" + DOCUMENT,
        "<!--" + "x" * 100_000 + "-->" + DOCUMENT,
        '<?xml version="1.0" encoding="iso-8859-1"?>\n<html><p>Tide</p></html>',
        "<html><body>no doctype",
        "<body>Tide",
        "<div><p>The tide comes twice a day.</p></div>",
        '<div class="story">The tide comes twice a day.</div>',
        "<p>The tide comes twice a day.\n<p>Nobody doubts it.",
        "<p>The tide</p>",
        "<ul>\n<li>ebb\n<li>flood\n</ul>",
        "<div>\n\n" * 50,
        "<table><tr><td>ebb</td><td>flood</td></tr></table>",
        "<h1>The tide</h1>\nIt comes twice a day.<br>Nobody doubts it.",
        "The tide comes<br><br>twice a day.<p>Nobody doubts it.</p><p>Not even the mayor.</p>",
        "Warning: a script complained on line 7\n<!DOCTYPE html>\n<html><head></head><body>Tide",
        "<section><script>a[0](1); b[c](/x/)</script>" + "<p>Ebb.</p>" * 20 + "</section>",
    ],
)
def test_html(page: str) -> None:
    assert sniff(page) == "html"
    assert sniff(page.encode()) == "html"
    assert sniff(page.replace("\n", "\r\n").encode()) == "html"


@pytest.mark.parametrize(
    "page",
    [
        MARKDOWN,
        "The tide\n========\n\nIt comes **twice** a day.\n",
        "## Ebb\n\nThe water goes.\n\n## Flood\n\nThe water comes.\n",
        "| Hour | Depth |\n| --- | --- |\n| 6 | 2 m |\n",
        "Hour | Depth\n---|---\n6 | 2 m\n",
        "See [the table][1] for more.\n\n[1]: https://example.com/table\n",
        "```html\n<div class='x'><p>A sample.</p></div>\n```\n\nThe **sample** above is *old*.\n",
        "Title: Tide\nURL Source: https://example.com/t\nMarkdown Content:\nThe tide comes.\n",
        "# Tide <small>2025</small>\n\nIt <b>comes</b> twice.<br>\n\n- ebb\n- [flood](https://example.com)\n",
        '<div align="center">\n\n# Tide\n\n</div>\n\nSee the [manual](https://example.com/m).\n'
        "\n## Use\n\n```\ntide --now\n```\n",
        "<!-- written by hand -->\n# Tide\n\nWater comes.\n",
        "![Image 1: a pier](https://example.com/p.png)\n\n[Home](https://example.com/)\n",
    ],
)
def test_markdown(page: str) -> None:
    assert sniff(page) == "markdown"
    assert sniff(page.encode()) == "markdown"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "   \n ",
        "Tide",
        PROSE,
        "Every page begins with <html> and holds one <body>, which holds a <div> or two.\n",
        "Prose that mentions `<div class='a'>` and `</div>` is about markup, it has none.\n",
        "<div> is the element that Ada would abolish, she said.\n\nNobody agreed.\n",
        "Is a <b> b? And b > c? Then a < c, wrote the <author>.\n",
        "Home | News | Contact\n\n- ebb\n- flood\n- slack\n\nThe water comes and goes.\n",
        "* ebb\n* flood\n\nA star * is no emphasis * here, and 2 * 3 * 4 is 24.\n",
        "#1 in the list of piers\n\nThe pier leads.\n",
        "> You wrote that the tide was late.\n\nIt was not.\n",
        "---\ntitle: Tide\n---\n\nThe water comes and goes.\n",
        "The call f(a)[0](b) returns a_b_c and __init__ is a name.\n",
    ],
)
def test_text(page: str) -> None:
    assert sniff(page) == "text"
    assert sniff(page.encode()) == "text"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_wide_encodings(encoding: str) -> None:
    assert sniff((DOCUMENT * 3).encode(encoding)) == "html"
    assert sniff((MARKDOWN * 3).encode(encoding)) == "markdown"
    assert sniff((PROSE * 3).encode(encoding)) == "text"


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("page.html", DOCUMENT)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"\n%PDF-1.4\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"GIF89a\1\0\1\0", "GIF"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x20ftypavif", "AVIF"),
        (_zip(), "zip"),
        (gzip.compress(DOCUMENT.encode()), "gzip"),
        (b"\x28\xb5\x2f\xfd\x04\0", "zstd"),
        (b"BZh91AY&SY\0", "bzip2"),
        (b"\xfd7zXZ\0\0", "xz"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "7z"),
        (b"SQLite format 3\0", "SQLite"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "WARC"),
        (b"PAR1\x15\4", "Parquet"),
    ],
)
def test_binary_is_refused_by_name(data: bytes, name: str) -> None:
    with pytest.raises(UnsupportedInput, match=name):
        refuse_binary(data)
    with pytest.raises(UnsupportedInput, match=name):
        refuse_binary(data.decode("latin-1"))


def test_refusal_says_what_to_do() -> None:
    with pytest.raises(UnsupportedInput, match="gunzip"):
        refuse_binary(gzip.compress(b"x"))
    with pytest.raises(UnsupportedInput, match="pdftotext"):
        refuse_binary(b"%PDF-1.7")


def test_unknown_binary_is_refused() -> None:
    with pytest.raises(UnsupportedInput, match="binary"):
        sniff(bytes(range(256)) * 20)
    with pytest.raises(UnsupportedInput, match="binary"):
        sniff(b"\x00\x01\x02\x03" * 1000)


def test_pages_with_some_control_characters_are_pages() -> None:
    assert sniff(b"The tide\x00 comes\x1b[0m twice a day.\n" * 20) == "text"
    assert sniff(b"<p>The\x00\x01\x02\x03 tide</p>") == "html"
    for text in ("PK is a name", "ID cards", "RIFF raff", "BZh is no word", "Rar! they cried"):
        refuse_binary(text.encode())


def test_cost_does_not_grow_faster_than_the_text() -> None:
    for unit in (
        "<",
        "`",
        "*a ",
        "**a ",
        "[",
        "](",
        "\n",
        "\n ",
        "<!--",
        "~~~\n",
        "|-",
        "# a\n",
        "<a ",
    ):
        start = time.process_time()
        sniff(unit * 5_000)
        small = time.process_time() - start
        start = time.process_time()
        sniff(unit * 1_000_000)
        large = time.process_time() - start
        assert large < 200 * 20 * max(small, 0.0005), unit
