"""Plain text and Markdown that make a parser work."""

from __future__ import annotations

from tests.hostile.inputs.kinds import LAST, Hostile, sentences
from tests.hostile.inputs.sizes import numbered

MARK = "# Harbour notes\n\nThe boats wait, and [the pier](/pier) is **closed**.\n\n"


def markdown(text: str) -> bytes:
    return (MARK + text).encode()


def laughs() -> bytes:
    levels = "".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 10)}]\n" for n in range(9))
    return f"---\na0: &a0 boat\n{levels}title: *a9\n---\n\n{LAST}\n".encode()


TEXTS = (
    Hostile("8,000 short lines", lambda: b"a boat\n" * 8_000),
    Hostile("8,000 paragraphs of text", lambda: "\n\n".join(sentences(8_000)).encode()),
    Hostile("1 MB of wrapped text", lambda: "\n".join(sentences(18_000, 11)).encode(), heavy=True),
    Hostile("200,000 tabs", lambda: b"a\tb\t" * 100_000),
    Hostile("8,000 bullets", lambda: b"- a boat\n" * 8_000),
    Hostile("8,000 numbers", lambda: numbered("@. a boat\n", 8_000).encode()),
    Hostile(
        "4,000 bullets ever deeper",
        lambda: "".join(" " * (n % 2_000) + "* a\n" for n in range(4_000)).encode(),
    ),
    Hostile("5,000 underlines", lambda: b"a boat\n======\n" * 5_000),
    Hostile("500,000 dashes", lambda: b"-" * 500_000),
    Hostile("500,000 dots", lambda: (LAST + " " + "." * 500_000).encode()),
    Hostile("500,000 bars", lambda: b"a | b | " * 60_000),
    Hostile("1 MB of Chinese without a mark", lambda: "港口的船在晨光中等待" * 35_000),
    Hostile("1 MB of Thai without a blank", lambda: "เรือรออยู่ที่ท่าเรือ" * 17_000),
    Hostile("100,000 faces", lambda: LAST + "👩\u200d👩\u200d👧\u200d👦" * 30_000),
    Hostile(
        "every line end there is",
        lambda: LAST + "\r\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029word" * 5_000,
    ),
    Hostile(
        "headers of a reader service without end",
        lambda: b"Title: Boats\n\n" + b"URL Source: http://example.com/\n" * 10_000,
    ),
    Hostile("front matter without end", lambda: b"---\n" + b"title: Boats\n" * 10_000),
    Hostile("front matter that laughs a billion times", laughs, keeps=LAST),
    Hostile(
        "front matter that nests",
        lambda: b"---\na: " + b"[" * 50_000 + b"\n---\n\n" + LAST.encode(),
    ),
    Hostile(
        "front matter that runs a program",
        lambda: f"---\ntitle: !!python/object/apply:os.system ['true']\n---\n\n{LAST}\n".encode(),
        keeps=LAST,
    ),
    Hostile(
        "front matter of 10,000 keys",
        lambda: b"---\n" + numbered("k@: v\n", 10_000).encode() + b"---\n\n" + LAST.encode(),
    ),
    Hostile("100,000 quotes in one line", lambda: markdown(">" * 100_000 + "a")),
    Hostile("20,000 nested items", lambda: markdown("- " * 20_000 + "a")),
    Hostile(
        "lists nested by indentation",
        lambda: markdown("".join("  " * n + "- a\n" for n in range(1_500))),
    ),
    Hostile("200,000 opening brackets", lambda: markdown("[" * 200_000)),
    Hostile("200,000 beginnings of images", lambda: markdown("![" * 200_000 + "a")),
    Hostile("100,000 links that never end", lambda: markdown("[a](" * 100_000)),
    Hostile("50,000 links in links", lambda: markdown("[" * 50_000 + "a" + "](/b)" * 50_000)),
    Hostile("50,000 emphases", lambda: markdown("*a **b _c __d " * 12_500)),
    Hostile("emphases that cross", lambda: markdown("a**b" + "c* " * 50_000)),
    Hostile(
        "runs of backticks ever longer",
        lambda: markdown("".join("a" + "`" * n for n in range(1_500))),
    ),
    Hostile("a fence that never ends", lambda: markdown("```\n" + "a boat\n" * 200_000)),
    Hostile("5,000 fences", lambda: markdown("```\na\n```\n\n" * 5_000)),
    Hostile(
        "a table of 5,000 columns",
        lambda: markdown("|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|b\n" * 200),
    ),
    Hostile(
        "50,000 references",
        lambda: markdown(numbered("[r@]: /b@\n", 50_000) + numbered("[r@] ", 50_000)),
    ),
    Hostile(
        "references to the same name",
        lambda: markdown("[" + "a" * 900 + "]: /b\n" + ("[" + "a" * 900 + "] ") * 1_500),
    ),
    Hostile(
        "5,000 footnotes",
        lambda: markdown(numbered("a[^@] ", 5_000) + "\n\n" + numbered("[^@]: b\n\n", 5_000)),
    ),
    Hostile("100,000 tags in Markdown", lambda: markdown("a <b>c</b> " * 50_000)),
    Hostile("100,000 lines of tags in Markdown", lambda: markdown("<div>\n" * 50_000 + "a")),
    Hostile("100,000 broken tags in Markdown", lambda: markdown("<a b='" * 100_000)),
    Hostile("100,000 entities in Markdown", lambda: markdown("&amp;&#0;" * 50_000)),
    Hostile("100,000 hard breaks", lambda: markdown("a  \n" * 100_000)),
    Hostile("200,000 escapes", lambda: markdown("\\*" * 100_000)),
    Hostile("addresses without end in Markdown", lambda: markdown("[a](<" + "b" * 500_000 + ">)")),
    Hostile(
        "](address) left over 20,000 times", lambda: markdown("a](http://example.com/(b) " * 20_000)
    ),
)
