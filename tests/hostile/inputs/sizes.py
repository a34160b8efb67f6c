"""Pages that have too much of one thing."""

from __future__ import annotations

from tests.hostile.inputs.kinds import LAST, Hostile, article, page, sentences

MEGABYTE = 1_000_000
DEFAULT_BYTES = 20 * MEGABYTE


def paragraphs(count: int, words: int = 9) -> bytes:
    return page("".join(f"<p>{sentence}</p>" for sentence in sentences(count, words)))


def fill(unit: bytes, size: int) -> bytes:
    """A page of `size` bytes made of one piece over and over."""
    return unit * (size // len(unit))


def table(rows: int, columns: int) -> bytes:
    row = "<tr>" + "".join(f"<td>{n % 97}" for n in range(columns))
    return page("<table>" + row * rows + "</table>")


def numbered(pattern: str, count: int) -> str:
    return "".join(pattern.replace("@", str(n)) for n in range(count))


TOO_LARGE = ("InputTooLarge",)

SIZES = (
    Hostile(
        "200,000 links in one block", lambda: page(numbered("<a href=/@>link @</a> ", 200_000))
    ),
    Hostile("8,000 paragraphs", lambda: paragraphs(8_000)),
    Hostile("100,000 blocks", lambda: paragraphs(100_000, words=14), heavy=True),
    Hostile("20 MB in one block", lambda: fill(b"harbour light ", DEFAULT_BYTES), heavy=True),
    Hostile(
        "20 MB in one paragraph of HTML",
        lambda: b"<p>" + fill(b"The harbour is light, and boats wait. ", DEFAULT_BYTES - 3),
        heavy=True,
    ),
    Hostile("20 MB word", lambda: b"a" * DEFAULT_BYTES, heavy=True),
    Hostile("5 MB word in HTML", lambda: article("<p>" + "a" * 5 * MEGABYTE)),
    Hostile("20 MB of tiny paragraphs", lambda: fill(b"<p>a", DEFAULT_BYTES), TOO_LARGE),
    Hostile("20 MB of empty paragraphs", lambda: fill(b"<p>", DEFAULT_BYTES), TOO_LARGE),
    Hostile("20 MB of bold tags", lambda: fill(b"<b>", DEFAULT_BYTES), heavy=True),
    Hostile("20 MB of tiny lines", lambda: fill(b"a\n\n", DEFAULT_BYTES), TOO_LARGE),
    Hostile("20 MB of blank lines", lambda: b"\n" * DEFAULT_BYTES, TOO_LARGE),
    Hostile(
        "20 MB of Markdown items", lambda: b"# A\n" + fill(b"- *a*\n", 19 * MEGABYTE), TOO_LARGE
    ),
    Hostile(
        "20 MB of medium paragraphs", lambda: fill(b"<p>" + b"word " * 20, DEFAULT_BYTES), TOO_LARGE
    ),
    Hostile("above 20 MB", lambda: b"<p>" + b"word " * 4_000_001, TOO_LARGE),
    Hostile("20 MB of entities", lambda: b"<p>" + fill(b"&amp; ", DEFAULT_BYTES - 3), heavy=True),
    Hostile("a million entities", lambda: article("<p>" + "&eacute;" * MEGABYTE)),
    Hostile("a million unknown entities", lambda: article("<p>" + "&harbour;" * MEGABYTE)),
    Hostile("a million impossible characters", lambda: article("<p>" + "&#xD800;" * MEGABYTE)),
    Hostile("300,000 nulls by number", lambda: article("<p>" + "&#0;" * 300_000)),
    Hostile(
        "100,000 classes on an element",
        lambda: article(f"<p class='{numbered('c@ ', 100_000)}'>Hi"),
    ),
    Hostile(
        "100,000 attributes on an element", lambda: article(f"<p {numbered('a@=1 ', 100_000)}>Hi")
    ),
    Hostile(
        "10,000 elements of 100 classes", lambda: article(f"<b class='{'ab cd ' * 50}'>" * 10_000)
    ),
    Hostile("8,000 share lines", lambda: article("<p>Share this story</p>" * 8_000), keeps=LAST),
    Hostile(
        "100,000 share lines",
        lambda: article(("<p>Share this story</p>" + " " * 90) * 99_000),
        keeps=LAST,
        heavy=True,
    ),
    Hostile(
        "100,000 share prompts in one block",
        lambda: article("<p>" + "Share this story. " * 100_000),
    ),
    Hostile(
        "4,000 share prompts between words",
        lambda: article("<p>" + "A boat left. Share this storyThe " * 4_000),
    ),
    Hostile("a table of 500 times 1,000 cells", lambda: table(500, 1_000)),
    Hostile("a table with one row of 100,000 cells", lambda: table(1, 100_000)),
    Hostile("a table with 8,000 rows", lambda: table(8_000, 2)),
    Hostile(
        "cells that span a billion",
        lambda: page("<table><td colspan=1000000000 rowspan=65534>a" * 5_000),
    ),
    Hostile("300,000 line breaks", lambda: article("<br>" * 300_000), keeps=LAST),
    Hostile("a poem of 100,000 lines", lambda: article("<p>" + "The tide is out<br>" * 100_000)),
    Hostile(
        "200,000 lines that repeat the first line", lambda: page("<br>Boat" * 200_000), TOO_LARGE
    ),
    Hostile(
        "790,000 lines of a poem",
        lambda: page("<br>".join(sentences(790_000, words=3))),
        heavy=True,
    ),
    Hostile(
        "790,000 elements with five attributes",
        lambda: page("<i a b c d e>x" * 790_000),
        heavy=True,
    ),
    Hostile("a row of 790,000 cells", lambda: page("<table><tr>" + "<td>a" * 790_000), heavy=True),
    Hostile("300,000 rules", lambda: article("<hr>" * 300_000), keeps=LAST),
    Hostile("300,000 comments", lambda: article("<!-- a -->" * 300_000), keeps=LAST),
    Hostile("8,000 list items", lambda: article("<ol start=999999999999>" + "<li>Item" * 8_000)),
    Hostile("8,000 headings", lambda: page(numbered("<h2>Part @</h2>", 8_000))),
    Hostile(
        "100,000 images", lambda: article("<img src=a.png alt='A boat'>" * 100_000), keeps=LAST
    ),
    Hostile(
        "an image of 5 MB in its address",
        lambda: article("<img src='data:," + "A" * 5 * MEGABYTE + "'>"),
    ),
    Hostile("an address of 5 MB", lambda: article("<a href='/" + "a/" * 2_500_000 + "'>go</a>")),
    Hostile("4,000 hidden spans", lambda: article("<p>a<span hidden>b</span>" * 4_000)),
    Hostile("100,000 empty elements", lambda: article("<div></div>" * 100_000), keeps=LAST),
    Hostile("300,000 scripts", lambda: article("<script></script>" * 300_000), keeps=LAST),
    Hostile("5 MB of blanks", lambda: b" " * 5 * MEGABYTE),
    Hostile("5 MB of blanks in HTML", lambda: article(" \t\n" * 1_600_000), keeps=LAST),
    Hostile(
        "a title of 5 MB", lambda: page("<p>Text.", "<title>" + "harbour " * 600_000 + "</title>")
    ),
    Hostile("a heading of 5 MB", lambda: page("<h1>" + "harbour | " * 500_000 + "</h1><p>Text.")),
    Hostile(
        "8,000 identical sentences",
        lambda: page("<p>The harbour is closed for the night.</p>" * 8_000),
    ),
    Hostile("a million combining marks", lambda: article("<p>Z" + "\u0301\u0489" * 500_000)),
)
