"""What stands under an article in its author's name: other works, a portrait, rights."""

from __future__ import annotations

from typing import Final

from declutter.judge.case import LABEL, MARK, TITLE, Case, Rule
from declutter.judge.phrases.folding import fold

_LONGEST: Final = 10
_LONGEST_TITLE: Final = 10
_NAME_WORDS: Final = (2, 3, 4)
_FEWEST_BEFORE: Final = 30
"""Words between the byline and such a line: nearer to it stands what belongs to the title."""


def author_lines(case: Case) -> list[int]:
    """Short lines in an article that end in the name its byline gives, as in "More by Jane Doe";
    where one follows a prompt, which ends the article, the titles under it too."""
    if case.page_type != "article":
        return []
    authors = _authors(case)
    return _lines_naming(case, authors) if authors else []


def _lines_naming(case: Case, authors: dict[str, int]) -> list[int]:
    first, names = min(authors.values()), tuple([" " + name for name in authors])
    found: list[int] = []
    shapes = case.shapes
    sizes = case.words
    words = 0
    for at in range(first + 1, len(shapes)):
        size = sizes[at]
        if (
            words >= _FEWEST_BEFORE
            and size <= _LONGEST
            and shapes[at] == TITLE
            and case.labels[at] is None
            and case.folded[at].endswith(names)
        ):
            found.append(at)
            if shapes[at - 1] in MARK + LABEL:
                found += _titles_under(case, at)
        words += size
    return found


def _authors(case: Case) -> dict[str, int]:
    """The folded names that bylines give, and where."""
    authors: dict[str, int] = {}
    if "byline" not in case.spoken:
        return authors
    for at in case.decided("byline"):
        begin = case.behind.get(at, 0)
        words = case.blocks[at].text[begin:].split()
        if begin and len(words) in _NAME_WORDS and all(w[0].isupper() for w in words):
            authors.setdefault(fold(" ".join(words)), at)
    return authors


def _titles_under(case: Case, label: int) -> list[int]:
    """The lines of one group that follow a label, where all of them are as short as titles."""
    at = label + 1
    group = case.blocks[at].group if at < len(case.blocks) else 0
    while at < len(case.blocks) and group and case.blocks[at].group == group:
        if case.words[at] > _LONGEST_TITLE:
            return []
        at += 1
    return list(range(label + 1, at))


RULES = (Rule("author line", "related", "names the author again, under the article", author_lines),)
