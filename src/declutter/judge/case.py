"""What the rules look at: a page's blocks with what is known about each, and their verdicts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from declutter.deadline import CHECK_EVERY, NO_DEADLINE, Deadline
from declutter.judge.evidence.outline import Outline, draw_outline
from declutter.judge.noted import Noted, note
from declutter.judge.phrases import (
    LONGEST_PHRASE,
    Label,
    Phrasebook,
    match_start,
    match_whole,
    phrasebook,
)
from declutter.judge.phrases.folding import (
    ends_sentence,
    fold,
    is_capital,
    is_small,
    is_truncated,
    size,
)
from declutter.judge.quoted import quoted_blocks
from declutter.page import Block, Page, PageType, Verdict

# The shapes of blocks, as one character each, so that rules can look at runs of them.
MARK: Final = "P"  # says a phrase of clutter: a prompt, a reading time, a label
DATE: Final = "D"  # is a date or an age, or says when the page was published
LABEL: Final = "H"  # is a label over a list or a form
WEAK: Final = "w"  # may be a menu's word or an author's
EXCERPT: Final = "E"  # breaks off in dots
SENTENCE: Final = "S"  # prose
TITLE: Final = "T"  # short, and does not end as a sentence does
FIXED: Final = "X"  # code, a table's row, an unlinked item of a list
PROSE_WORDS: Final = 8
_LONG_TITLE: Final = 40  # words
_DATE_LENGTH: Final = 80
_NUMERIC_DATE: Final = re.compile(r"\d{1,4}\s?[./年년-]\s?\d{1,2}\s?[./月월-]\s?\d{1,4}\s?[日일.]?")
_LONGEST_ROW: Final = 80
_TITLE_PARTS: Final = re.compile(r"\s{1,9}[|–—·»«:/-]{1,2}\s+")


@dataclass(slots=True)
class Case:
    """A page under judgement.

    All lists run beside `page.blocks`. `labels` are the phrases that blocks are or begin with,
    `behind` the offsets behind them, of the blocks that go on behind one. `shapes` is a string with
    one of the characters above a block. `scores` are the probabilities of being content, empty
    where none were measured; `chances` that of each type, empty where the type is told. `spoken`
    has the blocks with a label by its family, `noted` those that only few rules ask for. A verdict
    of None is not decided yet. `cards` are the runs of cards, None until they are asked for.
    """

    page: Page
    outline: Outline
    page_type: PageType
    book: Phrasebook
    folded: list[str]
    words: list[int]
    labels: list[Label | None]
    behind: dict[int, int]
    shapes: str
    titles: frozenset[str]
    first_prose: int
    last_prose: int
    spoken: dict[str, list[int]]
    noted: Noted
    scores: Sequence[float] = ()
    chances: dict[PageType, float] = field(default_factory=dict)
    verdicts: list[Verdict | None] = field(default_factory=list)
    cards: list[tuple[int, int, int]] | None = None

    @property
    def blocks(self) -> list[Block]:
        return self.page.blocks

    def is_open(self, at: int) -> bool:
        """Whether no rule has decided on the block yet."""
        return self.verdicts[at] is None

    def decided(self, rule: str) -> list[int]:
        """The blocks that the rule of this name has decided on."""
        return [
            at
            for at, verdict in enumerate(self.verdicts)
            if verdict is not None and verdict.rule == rule
        ]

    def said(self, family: str, hows: tuple[str, ...]) -> list[int]:
        """The open blocks that say a phrase of the family, matched in one of the ways."""
        found: list[int] = []
        for at in self.spoken.get(family, ()):
            label = self.labels[at]
            if label is not None and label.how in hows and self.verdicts[at] is None:
                found.append(at)
        return found

    def prose_words(self, first: int, last: int) -> int:
        """The words of prose in blocks[first:last]."""
        return sum(self.words[at] for at in range(first, last) if self.shapes[at] == SENTENCE)


@dataclass(slots=True, frozen=True)
class Rule:
    """A named way to tell outright; `find` gives the indexes of the blocks that go, or that stay
    where `keep` says so."""

    name: str
    family: str
    reason: str
    find: Callable[[Case], list[int]]
    keep: bool = False


def build_case(
    page: Page,
    page_type: PageType,
    scores: Sequence[float],
    deadline: Deadline = NO_DEADLINE,
    book: Phrasebook | None = None,
) -> Case:
    """Look at every block once: its folded text, its size, the phrase it says, its shape.

    `book` are the phrases that are looked for, those of the package where none are given.
    """
    book = book or phrasebook()
    folded: list[str] = []
    words: list[int] = []
    labels: list[Label | None] = []
    behind: dict[int, int] = {}
    shapes: list[str] = []
    seen: dict[str, int] = {}
    for at, block in enumerate(page.blocks):
        if at % CHECK_EVERY == 0:
            deadline.check()
        text = block.text
        before = at if block.kind == "code" else seen.setdefault(text, at)
        if before < at:  # a third of a page's texts stood on it already
            count = words[before]
            short = folded[before]
            label = labels[before]
            end = behind.get(before, 0)
        else:
            count = size(text)
            short, label, end = "", None, 0
            if block.kind != "code":
                short, label, end = _read(book, text)
        folded.append(short)
        words.append(count)
        labels.append(label)
        if end:
            behind[at] = end
        shapes.append(_shape(block, count, label))
    texts = [block.text for block in page.blocks]
    for at in quoted_blocks(texts, "".join(shapes), words, labels):
        labels[at] = None
        behind.pop(at, 0)
        shapes[at] = _shape(page.blocks[at], words[at], None)
    spoken: dict[str, list[int]] = {}
    for at, label in enumerate(labels):
        if label is not None:
            spoken.setdefault(label.family, []).append(at)
    first_prose = len(folded)
    last_prose = -1
    for at, block in enumerate(page.blocks):
        if shapes[at] == SENTENCE and words[at] >= PROSE_WORDS and not block.hidden:
            first_prose = min(first_prose, at)
            last_prose = at
    return Case(
        page=page,
        outline=draw_outline(page),
        page_type=page_type,
        book=book,
        folded=folded,
        words=words,
        labels=labels,
        behind=behind,
        shapes="".join(shapes),
        titles=_titles(page, folded),
        first_prose=first_prose,
        last_prose=last_prose,
        spoken=spoken,
        noted=note(page.blocks, words, book.signatures),
        scores=scores,
        verdicts=[None] * len(folded),
    )


def _read(book: Phrasebook, text: str) -> tuple[str, Label | None, int]:
    """A text folded where it may be a phrase, the phrase it is or begins with, and the offset
    behind that where it goes on."""
    folded = ""
    label: Label | None = None
    if len(text) <= LONGEST_PHRASE:
        folded = fold(text)
        label = match_whole(book, folded)
        if label is None and len(text) <= _LONGEST_ROW:
            apart = set_apart(text)
            if apart:
                label = match_whole(book, fold(apart))
        if is_date(book, text, folded):
            label = Label("date_line", "date", "")
    if label is None:
        found = match_start(book, text)
        if found is not None and _holds(book, text, found):
            return folded, *found
    return folded, label, 0


def set_apart(text: str) -> str:
    """The text with a blank where two prompts touch, as in "AdvertisementContinue reading", which
    no line shows apart; empty where none do."""
    parts: list[str] = []
    begin = 0
    small = False
    for at, character in enumerate(text):
        plain = character < "\x80"  # told without a call, as next to all are
        if small and ("A" <= character <= "Z" if plain else is_capital(character)):
            parts.append(text[begin:at])
            begin = at
        small = "a" <= character <= "z" if plain else is_small(character)
    if not parts:
        return ""
    parts.append(text[begin:])
    return " ".join(parts)


def elements_named(case: Case, family: str) -> bytearray:
    """Whether each element is named by a word that containers of a family are named by, as 0 or 1;
    empty where none is."""
    if case.page.format != "html":  # nothing else is named
        return bytearray()
    names = case.book.attributes[family]
    designations = case.outline.designations
    told = bytearray(len(designations))
    some = False
    for call in range(len(designations)):
        designation = designations[call]
        for word in designation[1]:
            if word in names:
                told[call] = 1
                some = True
                break
    if not some:
        return bytearray()
    calls = case.outline.calls
    named = bytearray(len(calls))
    for at in range(len(calls)):
        named[at] = told[calls[at]]
    return named


def block_labels(case: Case) -> list[str]:
    """What each block says, as "family/how", empty where no phrase is known."""
    return [f"{label.family}/{label.how}" if label is not None else "" for label in case.labels]


def _holds(book: Phrasebook, text: str, found: tuple[Label, int]) -> bool:
    """Whether what follows a phrase is what it announces: behind a date line's, a date."""
    label, end = found
    if label.family != "date_line":
        return True
    rest = text[end:]
    return len(rest) <= _DATE_LENGTH and is_date(book, rest, fold(rest))


def is_date(book: Phrasebook, text: str, folded: str) -> bool:
    """Whether the text is a date with its year, and perhaps a weekday and a time, and no more."""
    if len(text) > _DATE_LENGTH:
        return False
    digits = 0
    decimals = 0
    for character in text:
        if character < "0" or ":" <= character < "\x80":
            continue
        if character.isdigit():
            digits += 1
            decimals += character.isdecimal()
    if digits < 3 or digits > 16 or not decimals:
        return False
    month = False
    for word in folded.split():
        if word not in book.date_words:
            return False
        month = month or word in book.month_words
    return (month and digits >= 5) or _NUMERIC_DATE.search(text) is not None


def _shape(block: Block, count: int, label: Label | None) -> str:
    if block.kind in ("code", "table_row"):
        return FIXED
    if label is not None:
        if label.how in ("whole", "row"):
            return DATE if label.family == "date_line" else MARK
        if label.family == "date_line":
            return DATE
        if label.how == "heading":
            return LABEL
        if label.how == "weak":
            return WEAK
        if label.how == "start" and count <= 20 and label.family in ("photo_credit", "byline"):
            return MARK
    text = block.text
    if count >= 5 and is_truncated(text):
        return EXCERPT
    if count >= _LONG_TITLE or (count >= 5 and ends_sentence(text)):
        return SENTENCE
    if block.kind == "list_item" and 2 * block.link_length < len(text):
        return FIXED
    return TITLE


def _titles(page: Page, folded: list[str]) -> frozenset[str]:
    """The folded titles of the page: declared ones, without the site's name too, and its h1."""
    declared = [page.declared.title or "", str(page.declared.headers.get("title", ""))]
    declared += [
        content
        for name, content in page.declared.meta
        if name in ("og:title", "twitter:title", "title", "headline", "dc.title")
    ]
    titles: set[str] = set()
    for title in declared:
        titles.add(fold(title))
        parts = _TITLE_PARTS.split(title)
        if len(parts) > 1:
            longest = max(parts, key=len)
            titles.add(fold(longest))
            titles.add(fold(title[: title.rfind(parts[-1])]))
    heads: list[int] = []
    blocks = page.blocks
    for at in range(len(blocks)):
        block = blocks[at]
        if block.level == 1 and block.kind == "heading":
            heads.append(at)
    alone = len(heads) == 1 or (page.format == "markdown" and bool(heads) and not any(titles))
    if alone and folded[heads[0]]:
        titles.add(folded[heads[0]])
    titles.discard("")
    return frozenset(titles)
