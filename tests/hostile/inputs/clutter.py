"""Pages made of what the rules look for, over and over: each rule at its worst."""

from __future__ import annotations

from tests.hostile.inputs.kinds import LAST, Hostile, page, sentences
from tests.hostile.inputs.sizes import numbered

MANY = 4_000
PROSE = " ".join(sentences(30))


def around(pattern: str, count: int = MANY) -> bytes:
    """Prose, something over and over, prose: as HTML."""
    return page(f"<p>{PROSE}</p>{numbered(pattern, count)}<p>{LAST}</p>")


def lines(pattern: str, count: int = MANY) -> bytes:
    """The same as plain text."""
    return f"Harbour notes\n\n{PROSE}\n\n{numbered(pattern, count)}\n\n{LAST}\n".encode()


CLUTTER = (
    Hostile("4,000 date lines", lambda: around("<p>11 May 2025</p>"), keeps=LAST),
    Hostile("4,000 date lines as text", lambda: lines("11 May 2025\n\n"), keeps=LAST),
    Hostile("4,000 bylines", lambda: around("<p>By Jane Doe @</p>")),
    Hostile("4,000 bylines as text", lambda: lines("By Jane Doe\n\n")),
    Hostile("4,000 labels of related stories", lambda: around("<h3>Related stories</h3>")),
    Hostile("4,000 labels of related stories as text", lambda: lines("More news\n\n")),
    Hostile("4,000 labels and titles as text", lambda: lines("More news\n\nA boat for @\n\n")),
    Hostile(
        "1,000 cards as text",
        lambda: lines(
            "A boat for @\nShare this story\nIt left the harbour ...\n11 May 2025\n\n", 1_000
        ),
    ),
    Hostile(
        "4,000 cards that nearly repeat",
        lambda: lines("Boat @\n\n11 May 2025\n\n" * 4 + "Rain\n\n", 500),
    ),
    Hostile("4,000 excerpts as text", lambda: lines("The harbour master of pier @ said ...\n\n")),
    Hostile("4,000 menu words", lambda: around("<li>Home</li>")),
    Hostile("4,000 menu words as text", lambda: lines("Home\n\n")),
    Hostile("4,000 names of an author box", lambda: around("<h4>About the author</h4>")),
    Hostile(
        "4,000 comment headings", lambda: around("<h3>Comments</h3><p>Jane @ says: yes</p>", 2_000)
    ),
    Hostile(
        "4,000 comment headings as text", lambda: lines("Comments\n\nJane Doe says:\n\n", 2_000)
    ),
    Hostile("4,000 photo credits", lambda: around("<p>Photo: Jane Doe / @</p>")),
    Hostile("4,000 consent notes", lambda: around("<p>We use cookies. Accept all cookies</p>")),
    Hostile("4,000 tag lists", lambda: around("<p>Tags: boats, harbour, @</p>")),
    Hostile("4,000 footers", lambda: around("<p>© 2025 Harbour Notes. All rights reserved.</p>")),
    Hostile("4,000 newsletter forms", lambda: around("<p>Subscribe to our newsletter</p>")),
    Hostile("4,000 advertisements", lambda: around("<p>Advertisement</p>")),
    Hostile("a row of 200,000 phrases", lambda: page("<p>" + "Share Tweet Email Print " * 50_000)),
    Hostile("200,000 end marks", lambda: page("<p>" + "a.B!C?d " * 50_000)),
    Hostile("a date of 200,000 digits", lambda: page("<p>By " + "1/" * 100_000 + "</p><p>Text.")),
    Hostile(
        "a title of 200,000 bars",
        lambda: page("<h1>x" + " | " * 100_000 + "y</h1>", "<title>" + "a | " * 100_000),
    ),
    Hostile(
        "a share prompt that never ends", lambda: page("<p>" + "share on share this " * 50_000)
    ),
)
