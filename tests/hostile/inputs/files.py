"""Files that are no pages, and pages with next to nothing in them."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib

from tests.hostile.inputs.encodings import EITHER, UNSUPPORTED, random_bytes
from tests.hostile.inputs.kinds import LAST, Hostile, page


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("index.html", page(LAST))
    return out.getvalue()


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"

FILES = (
    Hostile("nothing", lambda: b""),
    Hostile("nothing as a text", lambda: ""),
    Hostile("one bracket", lambda: b"<"),
    Hostile("one null", lambda: b"\0", UNSUPPORTED),
    Hostile("one letter", lambda: b"a"),
    Hostile("an empty page", lambda: page("")),
    Hostile("a picture called a page", lambda: PNG + random_bytes(100_000), UNSUPPORTED),
    Hostile("a picture with a page behind it", lambda: PNG + page(f"<p>{LAST}"), UNSUPPORTED),
    Hostile(
        "a photograph", lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0" + random_bytes(50_000), UNSUPPORTED
    ),
    Hostile(
        "a picture that is a script too", lambda: b"GIF89a/*<script>*/=1;" + b"x" * 900, UNSUPPORTED
    ),
    Hostile("a document of pages", lambda: b"%PDF-1.7\n" + random_bytes(50_000), UNSUPPORTED),
    Hostile("an archive", zipped, UNSUPPORTED),
    Hostile("a page that is still compressed", lambda: gzip.compress(page(LAST)), UNSUPPORTED),
    Hostile("a bomb that is compressed", lambda: gzip.compress(b"\0" * 50_000_000), UNSUPPORTED),
    Hostile("deflated bytes", lambda: zlib.compress(page(LAST) * 500), EITHER),
    Hostile("a program", lambda: b"\x7fELF\x02\x01\x01\0" + random_bytes(50_000), UNSUPPORTED),
    Hostile("a database", lambda: b"SQLite format 3\0" + random_bytes(50_000), UNSUPPORTED),
    Hostile("a million nulls", lambda: b"\0" * 1_000_000, UNSUPPORTED),
    Hostile("a megabyte of one high byte", lambda: b"\xff" * 1_000_000, EITHER),
    Hostile(
        "a drawing",
        lambda: b"<svg xmlns='http://www.w3.org/2000/svg'>" + b"<text>word</text>" * 5_000,
    ),
    Hostile(
        "a feed",
        lambda: (
            b"<?xml version='1.0'?><rss><channel>" + b"<item><title>Word</title></item>" * 5_000
        ),
    ),
    Hostile("a style sheet", lambda: b".harbour > a:hover { color: red }\n" * 6_000),
    Hostile("a minified script", lambda: b"!function(a,b){a<b&&(c=a>>2)}(1,2);" * 50_000),
    Hostile("JSON", lambda: b'{"a":[' + b'{"text":"The boats wait."},' * 50_000 + b"0]}"),
    Hostile("a table of commas", lambda: b"boat,pier,11 May 2025,4.5\n" * 5_000),
    Hostile("letters that stand for bytes", lambda: b"QUJDREVGR0hJSktMTU5PUA" * 200_000),
    Hostile("a log", lambda: b"2025-05-11 10:00:00 INFO boat 1 left pier 2\n" * 5_000),
)
