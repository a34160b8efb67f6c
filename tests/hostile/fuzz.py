"""Fixtures, mutated at random, must be cleaned or refused: `python -m tests.hostile.fuzz`.

Every page comes from the fixtures and a seed. A page that fails is kept in finds/, named by its
seed, and `make test` cleans it ever after, whatever becomes of the fixtures.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import traceback
from functools import cache
from pathlib import Path

import declutter

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
FINDS = Path(__file__).parent / "finds"
SLOWEST = 5.0
"""CPU seconds that a page may take."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_TOKENS = [
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "</table>",
    "<a href='javascript:x()'>",
    "<b><i>",
    "</i></b>",
    "<br>",
    "<script>",
    "</script>",
    "<style>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<template>",
    "<noscript>",
    "<svg>",
    "<math>",
    "<pre>",
    "<ul><li>",
    "<title>",
    "<base href=//[>",
    "<meta charset=utf-16>",
    "<span hidden>",
    "<article>",
    "<nav>",
    "<h1>",
    "<p style='display:none'>",
    "<time datetime=99999-99-99>",
    "<x-y>",
    "<textarea>",
    "<plaintext>",
    "<frameset>",
    "&#0;",
    "&#xD800;",
    "&amp;",
    "&nbsp",
    "\n\n",
    "\n---\n",
    "\n===\n",
    "```\n",
    "# ",
    "> ",
    "- ",
    "1. ",
    "* ",
    "[a](b)",
    "![a](b)",
    "[a]: b\n",
    "",
    "a",
    "b",
    "\n",
    "-",
    "-",
    "\n",
    "**",
    "_",
    "`",
    "\\",
    "Share this story",
    "More news",
    "By Jane Doe",
    "11 May 2025",
    "Comments",
    "Home",
    "\ufeff",
    "\u202e",
    "\u200b",
    "\x00",
    "\x1b",
    "\r",
    "\t",
    "…",
    "。",
    "字",
    "ไทย",
    "👩\u200d",
]


@cache
def sources() -> list[bytes]:
    """The pages of all fixtures, in the order of their names."""
    return [path.read_bytes() for path in sorted(FIXTURES.glob("*/page.*"))]


def mutated(seed: int) -> bytes:
    """The page of a seed."""
    luck = random.Random(seed)
    data = bytearray(luck.choice(sources()))
    for _ in range(luck.randint(1, 8)):
        luck.choice(_MUTATIONS)(data, luck)
    return bytes(data)


def _slice(data: bytearray, luck: random.Random, longest: int = 4_000) -> slice:
    start = luck.randint(0, len(data))
    return slice(start, start + luck.randint(0, longest))


def _flip(data: bytearray, luck: random.Random) -> None:
    for _ in range(luck.randint(1, 30)):
        if data:
            data[luck.randrange(len(data))] = luck.randrange(256)


def _cut(data: bytearray, luck: random.Random) -> None:
    del data[_slice(data, luck)]


def _cut_end(data: bytearray, luck: random.Random) -> None:
    del data[luck.randint(0, len(data)) :]


def _repeat(data: bytearray, luck: random.Random) -> None:
    place = _slice(data, luck, 300)
    data[place] = data[place] * luck.randint(2, 40)


def _move(data: bytearray, luck: random.Random) -> None:
    place = _slice(data, luck)
    piece = data[place]
    del data[place]
    start = luck.randint(0, len(data))
    data[start:start] = piece


def _insert(data: bytearray, luck: random.Random) -> None:
    start = luck.randint(0, len(data))
    data[start:start] = (luck.choice(_TOKENS) * luck.choice((1, 1, 2, 50))).encode()


def _scatter(data: bytearray, luck: random.Random) -> None:
    token = luck.choice(_TOKENS).encode()
    for _ in range(luck.randint(2, 20)):
        start = luck.randint(0, len(data))
        data[start:start] = token


def _splice(data: bytearray, luck: random.Random) -> None:
    other = luck.choice(sources())
    start = luck.randint(0, len(data))
    data[start:] = other[luck.randint(0, len(other)) :]


def _recode(data: bytearray, luck: random.Random) -> None:
    encoding = luck.choice(("utf-16", "utf-16-be", "utf-32", "latin-1", "shift-jis", "koi8-r"))
    data[:] = data.decode("utf-8", "replace").encode(encoding, "replace")


_MUTATIONS = (
    _flip,
    _cut,
    _cut_end,
    _repeat,
    _move,
    _insert,
    _scatter,
    _splice,
    _recode,
)


def check(data: bytes, cleaner: declutter.Cleaner) -> None:
    """Clean a page and look at every form of it; raises AssertionError for what must not be."""
    begin = time.process_time()
    try:
        doc = cleaner.clean(data, url="https://example.com/a")
    except declutter.DeclutterError:
        return
    for form in (doc.text, doc.comments, doc.markdown, doc.html, doc.to_json()):
        form.encode()
        assert not _CONTROLS.search(form), "control characters in the output"
    assert "<script" not in doc.html.lower(), "a script in the HTML"
    for block in doc.blocks:
        assert block.text.strip(), "a block without text"
        assert not _CONTROLS.search(block.text), "control characters in a block"
        assert block.verdict.reason, "a verdict without a reason"
        for span in block.spans:
            assert 0 <= span.start <= span.end <= len(block.text), "a span outside its block"
    spent = time.process_time() - begin
    assert spent <= SLOWEST, f"took {spent:.1f} s"


def finds() -> list[Path]:
    """The pages that failed once."""
    return sorted(FINDS.glob("*.page"))


def main() -> None:
    """Clean the pages of seed after seed until the count or the time is up; keep what fails."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="how many pages (100,000)")
    parser.add_argument("--duration", type=float, default=600, help="seconds at most, 0 for any")
    parser.add_argument("--first", type=int, help="the first seed; without, one from the clock")
    options = parser.parse_args()
    first = options.first if options.first is not None else time.time_ns() % 2**40
    end = time.monotonic() + options.duration if options.duration else float("inf")
    cleaner = declutter.Cleaner()
    done = failed = 0
    while done < options.count and time.monotonic() < end:
        page = mutated(first + done)
        try:
            check(page, cleaner)
        except Exception:
            failed += 1
            find = FINDS / f"{first + done}.page"
            find.write_bytes(page)
            traceback.print_exc()
            print(f"the page of a seed failed and is kept as {find}", file=sys.stderr, flush=True)
        done += 1
    print(f"{done} pages from seed {first} on, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
