"""Cuts a block in two where clutter is glued to what the author wrote, or stands on a line of it.

The cut comes before any judging: both parts keep the parent's source, element, kind and group, and
each is judged by itself. All work is linear in the length of the page.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from declutter.deadline import CHECK_EVERY, NO_DEADLINE, Deadline
from declutter.judge.phrases import (
    LONGEST_PHRASE,
    Phrasebook,
    match_glued,
    match_start,
    match_whole,
    phrasebook,
)
from declutter.judge.phrases.folding import END_MARKS, fold, is_capital, is_small, is_unspaced
from declutter.judge.sentences import CutLine, lost_its_breaks, sentence_cuts
from declutter.page import Block, Page, Span, new_block, new_span

_UNCUT_KINDS: Final = frozenset(("code", "table_row"))
_MOST_SEARCHED: Final = 500_000  # characters of a block that are searched for prompts inside
_LONG_BLOCK: Final = 600  # characters from which a block is searched for prompts inside
_VERSE_LINE: Final = 120  # characters; a longer line that ends a sentence is no verse
_WIDE_ENDS: Final = "。！？"


def split_blocks(
    page: Page, deadline: Deadline = NO_DEADLINE, book: Phrasebook | None = None
) -> list[CutLine]:
    """Cut the blocks of the page where that is needed, and keep its indexes in step.

    Gives the lines that were cut into sentences, for `join_lines` to join again what stays of them.
    `book` are the phrases that are looked for, those of the package where none are given. Raises
    PageTimeout past the deadline, InputTooLarge where there are too many blocks then.
    """
    book = book or phrasebook()
    titles: frozenset[str] | None = None
    # Only text has lost the borders that keep a prompt apart; elsewhere few blocks need the search.
    flat = page.format == "text"
    inside = 0 if flat else _LONG_BLOCK
    blocks: list[Block] = []
    starts: list[int] = []
    lines: list[CutLine] = []
    length = sum([len(block.text) for block in page.blocks]) if flat else 0
    for block in page.blocks:
        if len(starts) % CHECK_EVERY == 0:
            deadline.check()
        starts.append(len(blocks))
        if block.kind in _UNCUT_KINDS:
            blocks.append(block)
            continue
        text = block.text
        if titles is None and "\n" in text:  # only lines are compared with them
            titles = title_lines(page)
        cuts = _cuts(book, text, titles, inside)
        broken = flat and lost_its_breaks(text, length)
        if broken:
            cuts = sorted({*cuts, *sentence_cuts(text)})
        if cuts:
            deadline.check_size(len(blocks) + len(cuts) + 1)
            bounds = _bounds(text, cuts)
            if broken:
                lines.append(CutLine(len(blocks), text, bounds))
            blocks.extend(_pieces(block, bounds))
        else:
            blocks.append(block)
    if len(blocks) == len(page.blocks):
        return []
    starts.append(len(blocks))
    for element in page.elements:
        element.first = starts[element.first]
        element.last = starts[element.last]
    declared = page.declared
    declared.items = [(name, value, starts[at]) for name, value, at in declared.items]
    declared.times = [(when, starts[at]) for when, at in declared.times]
    page.blocks = blocks
    return lines


def title_lines(page: Page) -> frozenset[str]:
    """The folded titles that the page declares, and its first line."""
    titles = [page.declared.title or "", str(page.declared.headers.get("title", ""))]
    titles += [value for name, value in page.declared.meta if name == "og:title"]
    if page.blocks:
        titles.append(page.blocks[0].text.partition("\n")[0])
    return frozenset(fold(title) for title in titles if title)


def _cuts(book: Phrasebook, text: str, titles: frozenset[str] | None, inside: int) -> list[int]:
    """The offsets at which a block's text is cut, in order; empty where it stays whole."""
    cuts: list[int] = []
    begin = 0
    if titles is not None and "\n" in text:
        for end in _line_ends(book, text, titles):
            _cut_prompts(book, text, begin, end, cuts, inside)
            cuts.append(end)
            begin = end
    _cut_prompts(book, text, begin, len(text), cuts, inside)
    if cuts and "\n" not in text and len(text) <= LONGEST_PHRASE and match_whole(book, fold(text)):
        return []  # a row of prompts is one
    return cuts


def _line_ends(book: Phrasebook, text: str, titles: frozenset[str]) -> list[int]:
    """The offsets behind the line breaks where one kind of line ends and another begins."""
    lines = text.split("\n")
    prose = any(len(line) >= _VERSE_LINE and line[-1] in END_MARKS for line in lines)
    ends: list[int] = []
    at = 0
    before = True
    for number, line in enumerate(lines):
        alone = prose or _is_clutter_line(book, line, titles)
        if number and (alone or before):
            ends.append(at)
        before = alone
        at += len(line) + 1
    return ends


def _is_clutter_line(book: Phrasebook, line: str, titles: frozenset[str]) -> bool:
    if not line or len(line) > LONGEST_PHRASE:
        return False
    folded = fold(line)
    if folded in titles:
        return True
    label = match_whole(book, folded)
    if label is not None:
        return label.how != "weak"
    return match_start(book, line) is not None


def _cut_prompts(
    book: Phrasebook, text: str, begin: int, end: int, cuts: list[int], inside: int
) -> None:
    """Add the cuts around the prompts in text[begin:end]: one for a whole run of prompts.

    Prompts inside are looked for from `inside` characters on.
    """
    at = _behind_prompts(book, text, begin, end)
    if at > begin:
        if at >= end:
            return
        cuts.append(at)
        begin = at
    if end - begin < inside:
        return
    for place in _places(text, begin, min(end, _MOST_SEARCHED)):
        at = place
        if at < begin:
            continue
        behind = _behind_prompts(book, text, at, end)
        if behind > at:
            cuts.append(at)
            if behind < end:
                cuts.append(behind)
            begin = behind


def _places(text: str, begin: int, end: int) -> list[int]:
    """Where inside a text a prompt may begin: behind an end mark, or glued to the word before."""
    places: list[int] = []
    start = max(begin - 1, 0)
    part = text if start == 0 and end == len(text) else text[start:end]
    before = "\0"
    parted = False  # the white space behind an end mark is being passed over
    ended = False  # an end mark stands before, which touches a letter before it
    for at, character in enumerate(part, start):
        small = "a" <= character <= "z"
        if ended:
            ended = False
            if small or _is_letter(character):
                places.append(at)
        elif parted:
            if character.isspace():
                continue
            parted = False
            before = " "
            if _is_of_word(character):
                places.append(at)
        if small:  # most are, and only a wide end mark can stand before a prompt
            if before > "\x7f" and before in _WIDE_ENDS:
                places.append(at)
        elif character == " " or character.isspace():
            parted = at > start and not before.isspace() and not _is_of_word(before)
        elif character in ".!?…":
            ended = _is_letter(before)
        elif (is_small(before) and is_capital(character)) or (
            before > "\x7f" and before in _WIDE_ENDS and _is_of_word(character)
        ):
            places.append(at)
        before = character
    return places


def _is_of_word(character: str) -> bool:
    return "a" <= character <= "z" or character == "_" or character.isalnum()


def _is_letter(character: str) -> bool:
    return "a" <= character <= "z" or (character.isalnum() and not character.isdecimal())


def _behind_prompts(book: Phrasebook, text: str, at: int, end: int) -> int:
    """The offset behind the prompts that stand one after the other from `at` on."""
    start = at
    while at < end:
        found = match_glued(book, text, at)
        if found is None:
            break
        behind = found[1]
        if behind > end or not _prompt_ends(text, at, behind, end):
            break
        at = behind
        while at < end and text[at] in " \u00a0|·•-–—:":
            at += 1
    return at if at > start else start


def _prompt_ends(text: str, at: int, behind: int, end: int) -> bool:
    """Whether a prompt ends here and does not go on as a sentence of the author's."""
    if behind >= end:
        return True
    following = text[behind]
    last = text[behind - 1]
    if following.isupper() or is_unspaced(last):
        return True
    if following.isalnum():
        return following.isdigit()
    if following not in " \u00a0":
        return following in "|·•\n" or not last.isalnum()
    rest = text[behind : behind + 2].strip()
    if not rest or not rest[0].isupper():
        return bool(rest) and not rest[0].isalnum() and rest[0] in "|·•–—"
    words = text[at:behind].split()
    return len(words) >= 3 and not any(word[0].isupper() for word in words[1:])


def _pieces(block: Block, bounds: list[tuple[int, int]]) -> list[Block]:
    """The parts of the block that begin and end there."""
    spans = _share_spans(block.spans, bounds)
    pieces: list[Block] = []
    for number, (first, last) in enumerate(bounds):
        pieces.append(_part(block, first, last, spans[number]))
    return pieces


def _part(block: Block, first: int, last: int, spans: list[Span]) -> Block:
    return new_block(
        block.text[first:last],
        block.kind,
        block.level,
        tuple(spans),
        block.source,
        block.origin,
        block.element,
        block.group,
        _link_length(spans) if block.link_length else 0,
        block.ordinal,
        block.detail,
        block.hidden,
        block.marks,
    )


def _bounds(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    """Where the parts between the cuts begin and end, each without the white space around it."""
    bounds: list[tuple[int, int]] = []
    first = 0
    for end in [*cuts, len(text)]:
        while first < end and text[first].isspace():
            first += 1
        last = end
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            bounds.append((first, last))
        first = end
    return bounds


def _share_spans(spans: tuple[Span, ...], bounds: list[tuple[int, int]]) -> list[list[Span]]:
    """The spans of each part, with offsets from its beginning."""
    shared: list[list[Span]] = [[] for _ in bounds]
    ends = [last for _, last in bounds]
    for span in spans:
        number = bisect_left(ends, span.start)
        while number < len(bounds) and bounds[number][0] <= span.end:
            first, last = bounds[number]
            start, end = max(span.start, first) - first, min(span.end, last) - first
            if end > start or (span.start == span.end and end == start):
                shared[number].append(new_span(start, end, span.kind, span.target, span.label))
                if span.start == span.end:
                    break
            number += 1
    return shared


def _link_length(spans: list[Span]) -> int:
    return sum(span.end - span.start for span in spans if span.kind == "link")
