"""What pages say about themselves, broken, endless or absurd."""

from __future__ import annotations

import json

from tests.hostile.inputs.kinds import LAST, Hostile, article, page
from tests.hostile.inputs.sizes import numbered


def stated(text: str, kind: str = "application/ld+json") -> bytes:
    return page(f"<p>{LAST}</p>", f"<title>Notes</title><script type={kind}>{text}</script>")


def authors(count: int) -> str:
    people = [{"@type": "Person", "name": f"Jane{n} Doe{n}"} for n in range(count)]
    return json.dumps({"@type": "Article", "headline": "Boats", "author": people})


def circle() -> str:
    links = [{"@id": f"#{n}", "author": {"@id": f"#{n + 1}"}} for n in range(5_000)]
    return json.dumps({"@graph": [*links, {"@id": "#5000", "author": {"@id": "#0"}}]})


DECLARED = (
    Hostile("JSON-LD of 100,000 brackets", lambda: stated("[" * 100_000), keeps=LAST),
    Hostile(
        "JSON-LD of 100,000 closed brackets",
        lambda: stated("[" * 100_000 + "]" * 100_000),
        keeps=LAST,
    ),
    Hostile(
        "JSON-LD of 100,000 objects in objects", lambda: stated('{"author":' * 100_000), keeps=LAST
    ),
    Hostile(
        "JSON-LD that never ends",
        lambda: stated('{"headline": "' + "a boat " * 500_000),
        keeps=LAST,
    ),
    Hostile("JSON-LD of 20,000 authors", lambda: stated(authors(20_000)), keeps=LAST),
    Hostile("JSON-LD that goes round in circles", lambda: stated(circle()), keeps=LAST),
    Hostile(
        "JSON-LD of a number with a million digits",
        lambda: stated('{"a": ' + "9" * 1_000_000 + "}"),
        keeps=LAST,
    ),
    Hostile(
        "JSON-LD with commas too many", lambda: stated("[" + "1,," * 300_000 + "]"), keeps=LAST
    ),
    Hostile(
        "JSON-LD in 300,000 escapes",
        lambda: stated('{"headline": "' + "\\u0041\\" * 150_000 + '"}'),
        keeps=LAST,
    ),
    Hostile(
        "a body in JSON-LD with nulls and halves of pairs",
        lambda: page(
            "",
            "<script type=application/ld+json>"
            + json.dumps(
                {
                    "@type": "Article",
                    "headline": "Har\x00bour\x1b notes\ud83d",
                    "author": "Jane\udc00 \x07Doe",
                    "articleBody": (LAST + " \x00\x7f\x81\ud800\ufeff Then it slept.\r\n") * 3,
                }
            )
            + "</script>",
        ),
        keeps=LAST,
    ),
    Hostile(
        "state with nulls and halves of pairs",
        lambda: page(
            "<script type=application/json>"
            + json.dumps([f"{LAST} \x00\x85\udfff It slept, number {n}." for n in range(50)])
            + "</script>"
        ),
        keeps=LAST,
    ),
    Hostile("JSON-LD in comments", lambda: stated("<!-- /* " * 100_000 + "{}"), keeps=LAST),
    Hostile(
        "20,000 scripts of JSON-LD",
        lambda: page(
            f"<p>{LAST}</p>",
            '<script type=application/ld+json>{"@type":"Article"}</script>' * 20_000,
        ),
        keeps=LAST,
    ),
    Hostile(
        "4 MB of state and no text",
        lambda: page(
            "<script type=application/json>"
            + json.dumps(
                {"props": [{"t": f"{LAST} Number {n} of them all."} for n in range(30_000)]}
            )
            + "</script>"
        ),
        heavy=True,
    ),
    Hostile(
        "a body of 3 MB in JSON-LD alone",
        lambda: page(
            "",
            "<script type=application/ld+json>"
            + json.dumps({"@type": "Article", "articleBody": (LAST + "\n") * 10_000})
            + "</script>",
        ),
    ),
    Hostile(
        "100,000 meta elements",
        lambda: page(
            f"<p>{LAST}</p>", numbered("<meta name=keywords content='boat @, pier'>", 100_000)
        ),
        keeps=LAST,
    ),
    Hostile(
        "a description of 5 MB",
        lambda: page(
            f"<p>{LAST}</p>", "<meta name=description content='" + "a boat " * 700_000 + "'>"
        ),
        keeps=LAST,
    ),
    Hostile(
        "an author of 5 MB",
        lambda: page(
            f"<p>{LAST}</p>", "<meta name=author content='" + "Jane Doe and " * 400_000 + "'>"
        ),
        keeps=LAST,
    ),
    Hostile(
        "a date of 1 MB",
        lambda: page(
            f"<p>{LAST}</p>",
            "<meta property=article:published_time content='" + "2025-05-" * 120_000 + "'>",
        ),
        keeps=LAST,
    ),
    Hostile(
        "50,000 times", lambda: article("<time datetime=2025-05-11>11 May 2025</time> " * 50_000)
    ),
    Hostile("5,000 properties", lambda: article("<p itemprop='author name'>Jane Doe</p>" * 5_000)),
    Hostile(
        "10,000 names of one property",
        lambda: article(f"<p itemprop='{numbered('p@ ', 10_000)}'>{LAST}</p>"),
    ),
    Hostile(
        "100,000 relations",
        lambda: page(
            f"<p>{LAST}</p>",
            "<link rel='canonical alternate author' href='javascript:x()'>" * 50_000,
        ),
        keeps=LAST,
    ),
    Hostile(
        "100,000 tags with a relation", lambda: article("<a rel=tag href=/t>boats</a> " * 50_000)
    ),
    Hostile(
        "a language that is none",
        lambda: page(f"<p>{LAST}</p>").replace(
            b"<html>", b"<html lang='" + b"x-" * 100_000 + b"'>"
        ),
        keeps=LAST,
    ),
    Hostile(
        "a title that would break every format",
        lambda: page(
            f"<p>{LAST}</p>",
            "<title>--- \"a\", 'b': [c]"
            " \\ \t=cmd|' /C calc'!A1 ]]&gt; &lt;script&gt; \u2028 # %</title>",
        ),
        keeps=LAST,
    ),
)
