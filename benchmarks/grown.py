"""Pages of any size, written by a generator: the same shape from 1 kB to 20 MB; and dense ones."""

from __future__ import annotations

import random
from typing import Final

_SPEECH = """
harbour ferry evening council market lantern bridge winter garden ladder silver orchard letter
teacher morning window kitchen station river paper island meadow copper wagon and the of a to in
that with from over under before after while because into
"""
_WORDS = _SPEECH.split()
_HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry returns</title>'
    '<meta name="author" content="Mara Quill"></head><body><nav><ul>'
)
_MENU = '<li><a href="/section-{0}">Section {0}</a></li>'
_MIDDLE = "</ul></nav><main><article><h1>The ferry returns</h1>"
_END = "</article></main><footer><p>© Example Harbour Gazette</p></footer></body></html>"


DENSE: Final[dict[str, tuple[str, str]]] = {
    "cards": ("<main>", '<div class="card"><h3>Story {0:05}</h3></div>\n'),
    "linked cards": ("<main>", '<div class="card"><a href="/{0}">Story {0:05}</a></div>\n'),
    "items of a list": ("<ul>", '<li><a href="/item/{0}">A boat for {0:05}</a></li>\n'),
    "rows of a table": ("<table>", "<tr><td>Boat {0:05}</td><td>12</td><td>sold today</td></tr>\n"),
    "paragraphs": ("<main>", "<p>The ferry was late again on day {0:05}, they say.</p>\n"),
}
"""What opens a page that is a crowd of small blocks of one kind, and the block, which takes a
number."""


def crowd_page(kind: str, blocks: int) -> bytes:
    """A page of nothing but so many small blocks of a kind of DENSE, of 45 to 60 bytes each."""
    opening, block = DENSE[kind]
    return (opening + "".join(block.format(number) for number in range(blocks))).encode()


def grow_page(size: int, seed: int = 1) -> bytes:
    """An article page of at most `size` bytes and not much below, with headings and lists."""
    chance = random.Random(seed)
    menu = "".join(_MENU.format(number) for number in range(8 if size > 2_000 else 2))
    parts = [_HEAD, menu, _MIDDLE]
    room = size - sum(len(part) for part in parts) - len(_END.encode())
    while room > 0:
        part = _part(chance)
        if len(part) > room:
            break
        parts.append(part)
        room -= len(part)
    return "".join([*parts, _END]).encode()


def _part(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.1:
        return f"<h2>{_sentence(chance, 4)}</h2>\n"
    if kind < 0.2:
        items = "".join(f"<li>{_sentence(chance, 8)}</li>" for _ in range(4))
        return f'<div class="notes"><ul>{items}</ul></div>\n'
    if kind < 0.3:
        links = "".join(
            f'<div class="card"><h3><a href="/story-{n}">{_sentence(chance, 6)}</a></h3></div>'
            for n in range(3)
        )
        return f'<aside class="related">{links}</aside>\n'
    sentences = " ".join(_sentence(chance, 14) for _ in range(chance.randint(1, 5)))
    return f'<p>{sentences} <a href="/more">{_sentence(chance, 3)}</a></p>\n'


def _sentence(chance: random.Random, length: int) -> str:
    return " ".join(chance.choices(_WORDS, k=length)).capitalize() + "."
