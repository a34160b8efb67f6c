"""What a hostile input is, and the words that inputs are filled with."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

_WORDS = [
    "harbour",
    "council",
    "plans",
    "vote",
    "winter",
    "boats",
    "morning",
    "light",
    "stone",
    "river",
    "bridge",
    "market",
    "letter",
    "garden",
    "engine",
    "weather",
    "school",
    "captain",
    "ladder",
    "window",
    "signal",
    "copper",
    "village",
    "minute",
    "tunnel",
]


@dataclass(slots=True, frozen=True)
class Hostile:
    """A named input, the errors that may answer it (none: it must give a result), and its cost.

    `keeps` is a text that must be among the blocks that were read. `heavy` inputs are run apart
    from the others.
    """

    name: str
    make: Callable[[], bytes | str]
    errors: tuple[str, ...] = ()
    keeps: str = ""
    heavy: bool = False


def sentences(count: int, words: int = 9, seed: int = 7) -> list[str]:
    """Made-up sentences, the same ones for the same arguments."""
    source = random.Random(seed)
    return [" ".join(source.choices(_WORDS, k=words)).capitalize() + "." for _ in range(count)]


def page(body: str, head: str = "<title>Harbour notes</title>") -> bytes:
    """An HTML page around a body."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def article(extra: str) -> bytes:
    """A page with a short article, and something hostile in it."""
    paragraphs = "".join(f"<p>{' '.join(sentences(6, seed=number))}</p>" for number in range(5))
    return page(f"<article><h1>Harbour notes</h1>{paragraphs}{extra}<p>{LAST}</p></article>")


LAST = "The last boat came home before the council had finished counting its votes."
