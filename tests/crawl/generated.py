"""Pages and archives made by a rule, with the fixtures among them; the same for the same seed."""

from __future__ import annotations

import gzip
import io
import random
from collections.abc import Iterator
from pathlib import Path

FIXTURES = Path(__file__).parents[2] / "fixtures"
WORDS = (
    "harbour willow ledger copper morning orchard signal ferry timber window lantern river "
    "meadow anchor garden paper bridge winter station market violin pepper saddle thunder "
    "basket candle island pocket hammer silver"
).split()
LINKS = ("Harbour guide", "Timetable", "Market days", "Orchard notes", "Letters", "Archive")


OPENINGS = (
    "We walked from the {} to the {} before anybody else was awake",
    "The old {} still hangs above the {}, although nobody has touched it for years",
    "My grandmother used to keep her {} under the {}, and she never said why",
    "There was a {} on the table when we came back from the {}",
    "He told me that the {} had been sold for less than the price of a {}",
    "In those days you could hear the {} from the far end of the {}",
    "She carried the {} across the {} without looking down once",
    "It took us most of the afternoon to bring the {} past the {}",
)
ENDINGS = (
    ", which is more than can be said of the {}.",
    ", and by evening the whole {} smelled of it.",
    "; only then did I understand what the {} had been for.",
    ", because the {} would not wait until spring.",
    ", as he had promised when he bought the {}.",
    ". I thought of that when I saw the {} again last week.",
    ", but the {} was what we remembered.",
)


def sentence(chance: random.Random) -> str:
    text = chance.choice(OPENINGS) + chance.choice(ENDINGS)
    return text.format(*chance.sample(WORDS, 3))


def page(number: int, paragraphs: int = 14, asks: str = "") -> bytes:
    """An article with a frame around it; `asks` is for a hostile cleaner."""
    chance = random.Random(number)
    body = "\n".join(
        f"<p>{' '.join(sentence(chance) for _ in range(chance.randint(2, 5)))}</p>"
        for _ in range(paragraphs)
    )
    menu = "".join(f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(LINKS))
    title = f"Notes from {chance.choice(WORDS)} {number}"
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="author" content="Ines Marwood"></head>
<body><!-- {asks} --><nav><ul>{menu}</ul></nav>
<article><h1>{title}</h1><p class="byline">By Ines Marwood</p>
{body}
</article>
<aside><h2>Elsewhere</h2><ul>{menu}</ul></aside>
<footer><p>Printed by the harbour press.</p></footer></body></html>""".encode()


def address(number: int) -> str:
    return f"https://site-{number % 40}.example.org/notes/{number}"


def identity(number: int) -> str:
    return f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>"


def record(
    number: int, content: bytes, *, kind: str = "response", media: str = "text/html; charset=utf-8"
) -> bytes:
    """One WARC record, with an HTTP response around the content unless it is a conversion."""
    if kind == "response":
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: {len(content)}\r\n\r\n"
        content = head.encode() + content
        media = "application/http; msgtype=response"
    lines = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: {identity(number)}",
        "WARC-Date: 2026-03-01T10:00:00Z",
        f"WARC-Target-URI: {address(number)}",
        f"Content-Type: {media}",
        f"Content-Length: {len(content)}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content + b"\r\n\r\n"


def write_warc(path: Path, records: Iterator[bytes]) -> Path:
    """An archive with a gzip member a record, as crawlers write it."""
    with open(path, "wb") as out:
        for item in records:
            out.write(gzip.compress(item, 1))
    return path


def fixture_pages() -> list[bytes]:
    return [path.read_bytes() for path in sorted(FIXTURES.glob("*/page.html"))]


def good_records(count: int, paragraphs: int = 14) -> Iterator[bytes]:
    """Articles, every tenth of them a fixture."""
    fixtures = fixture_pages() or [page(0)]
    for number in range(count):
        fixture = number % 10 == 9
        content = fixtures[number // 10 % len(fixtures)] if fixture else page(number, paragraphs)
        yield record(number, content)


def binary(number: int, size: int = 20_000) -> bytes:
    return b"%PDF-1.7\n" + random.Random(number).randbytes(size)


def jsonl(pages: int) -> bytes:
    import json

    out = io.StringIO()
    for number in range(pages):
        row = {"id": f"n{number}", "url": address(number), "html": page(number, 2).decode()}
        out.write(json.dumps({**row, "topic": number % 3}) + "\n")
    return out.getvalue().encode()
