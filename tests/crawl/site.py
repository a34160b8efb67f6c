"""A generated site whose frame speaks like its articles, in three formats."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.crawl.generated import sentence

HOST = "longshore.example.org"

HOUSE_STYLE = (
    "Everything that appears under this masthead was walked, tasted or rowed by one of the four "
    "people who make it, and none of them was given so much as a cup of tea for saying so.",
    "The boathouse on Quay Lane keeps a shelf of these letters in print, tied with green string "
    "by the month in which they were written, and the kettle there is seldom cold.",
    "We began in the spring of a wet year with a borrowed typewriter, and the habit of writing "
    "down what the tide brought in has stayed with the house since then.",
)
"""Frame text that no phrase list has: whole sentences in the voice of an author."""


@dataclass(frozen=True)
class SitePage:
    url: str
    own: list[str]

    @property
    def title(self) -> str:
        return f"Letter {self.url.rpartition('/')[2]}"

    @property
    def expected(self) -> str:
        return "\n\n".join(self.own)

    def html(self) -> str:
        own = [f"<p>{paragraph}</p>" for paragraph in self.own]
        frame = [f"<p>{paragraph}</p>" for paragraph in HOUSE_STYLE]
        body = "\n".join([*frame[:1], *own[:2], *frame[1:2], *own[2:], *frame[2:]])
        return (
            f"<!doctype html><html><head><title>{self.title}</title></head><body><article>"
            f"<h1>{self.title}</h1>\n{body}\n</article></body></html>"
        )

    def markdown(self) -> str:
        body = [HOUSE_STYLE[0], *self.own[:2], HOUSE_STYLE[1], *self.own[2:], HOUSE_STYLE[2]]
        return f"# {self.title}\n\n" + "\n\n".join(body) + "\n"

    def text(self) -> str:
        return self.markdown().removeprefix("# ")


def site_pages(count: int = 60) -> list[SitePage]:
    pages = []
    for number in range(count):
        chance = random.Random(f"site {number}")
        own = [
            " ".join(sentence(chance) for _ in range(chance.randint(1, 2)))
            for _ in range(chance.randint(3, 5))
        ]
        pages.append(SitePage(f"https://www.{HOST}/letters/{number}", own))
    return pages
