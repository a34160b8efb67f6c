"""From scores to verdicts: which blocks stay, once the rules have spoken."""

from __future__ import annotations

from array import array
from typing import Final

from declutter.deadline import NO_DEADLINE, Deadline
from declutter.judge.balance import best_threshold, expected_f1
from declutter.judge.cards import runs_of_cards
from declutter.judge.case import Case
from declutter.judge.evidence.layout import END_MARK, PIECE, SIZE, TEXT_WIDTH, WIDTH, naughts
from declutter.judge.odds import HasOdds
from declutter.judge.phrases.folding import QUESTION_MARKS
from declutter.judge.points import POINTS, may_be_manual, point_of
from declutter.judge.reasons import Reasons
from declutter.judge.score import Scored
from declutter.page import Block, Page, Verdict

_SHORT: Final = 6.0
"""Words below which a block that is probably clutter goes, however little it would cost."""
_SENTENCE: Final = 3.0
_SURE_SENTENCE: Final = 0.66
"""From the first, an end mark as it is measured, a short line is less likely a prompt, and stays
from the second probability on."""
_PASSAGE: Final = 25.0
"""Words from which a block is seldom a prompt, and much is lost with it."""
_SIGN: Final = 2
"""Characters of a line of a text that is no prompt, but part of a formula or a figure."""
_TITLE_LINE: Final = 0.4
_TITLED: Final = 0.65
"""A short line stays from the first probability on, over text of the second."""
_SNIPPET: Final = 8
"""Blocks up to which a page is a snippet: it repeats what its author repeats, and of one that would
lose all, everything unruled stays."""
_WHOLE: Final = frozenset(("table_row", "code"))
_WHOLE_IN_TEXT: Final = frozenset(("table_row", "code", "list_item"))
"""Kinds of which a group stays or goes as one."""
_FIRM_KINDS: Final = frozenset(("table_row", "code"))
_FIRM: Final = 0.4
"""Probability from which unlinked tables and code stay: sites seldom put clutter into them."""
_HEADING: Final = 0.2
_HEADED: Final = 0.7
_HEADED_IN_MANUAL: Final = 0.5
_PROSE: Final = 15.0
"""A heading stays from the first probability on, over a block of the second and of that length."""
_ANSWER: Final = 0.3
_ASKED: Final = 2
"""An answer stays from the first probability on, where so many questions before it have one."""
_REPEATED: Final = 4.0
_REPEATED_QUOTE: Final = 12.0
"""Words from which a block, or a quotation, is not said twice."""
_REPEATED_IN_TEXT: Final = 8.0
"""The same for a block of a text without tags: refrains are shorter."""
_OPENING: Final = 60
"""Characters by which such a block is the other's teaser: the longer one stays."""
_MIXED: Final = 0.85
"""Share of content in a text from which it is so clean that what it repeats is its author's."""
_LENGTHS: Final = 2_048
"""Lengths of texts that are told apart."""
_SAID_BEFORE: Final = Verdict(False, 0.0, "repeated line", "is said before on the page", "repeats")


def decide(
    case: Case, scored: Scored, learned: HasOdds, favor: str, deadline: Deadline = NO_DEADLINE
) -> float:
    """Set the verdict of each block, the score's where no rule spoke; give the word F1
    that the scores expect of them; `learned` has the odds that the scores rest on.

    Raises PageTimeout past the deadline.
    """
    given = scored.scores
    scores = scored.scores[:]
    evidence = scored.evidence
    texts = evidence.texts
    sizes = evidence.texts[SIZE::TEXT_WIDTH]
    blocks = case.blocks
    verdicts = case.verdicts
    for i in range(len(blocks)):
        verdict = verdicts[i]
        if verdict is not None:
            scores[i] = 1.0 if verdict.keep else 0.0
    judge_groups_whole(case.page, scores, sizes)
    if case.page.format != "html":
        judge_cards_alike(case, scores)
    deadline.check()
    point = POINTS[point_of(case, favor)]
    threshold = best_threshold(scores, sizes, point)
    sure = max(threshold, point.sure)
    sure_passage = min(threshold, point.passage)
    sure_line = sure
    sign = 0
    if case.page.format != "html":
        sure_line = max(sure, point.line)
        sign = _SIGN
    kept = bytearray()
    for i in range(len(blocks)):
        block = blocks[i]
        if block.kind in _FIRM_KINDS and not block.link_length:
            kept.append(scores[i] >= min(threshold, _FIRM))
        else:
            wanted = threshold
            if sizes[i] >= _PASSAGE or len(block.text) <= sign:
                wanted = sure_passage
            elif sizes[i] < _SHORT:
                wanted = sure if block.kind == "heading" else sure_line
                if wanted > _SURE_SENTENCE and texts[i * TEXT_WIDTH + END_MARK] >= _SENTENCE:
                    wanted = max(sure, _SURE_SENTENCE)
            kept.append(scores[i] >= wanted)
    keep_headings(case, scores, sizes, kept)
    keep_answers(case, scores, sizes, kept)
    if case.page.format != "html":
        keep_title_lines(case, scores, sizes, kept)
    if len(kept) <= _SNIPPET and not any(kept):
        kept = bytearray([verdict is None for verdict in case.verdicts])
        if not any(kept):
            keep_titles(case, kept)
    deadline.check()
    repeated = bytearray(len(kept))
    if not may_be_manual(case):
        repeated = said_before(case.page, kept, sizes, is_mixed(case.page, scores, sizes))
    reasons = Reasons(case.page, case.outline, learned.odds.attributes)
    for i in range(len(blocks)):
        if i % PIECE == 0:
            deadline.check()
            reasons.rows = evidence.rows_from(i)
        block = blocks[i]
        verdict = verdicts[i]
        if repeated[i]:
            kept[i] = False
            verdict = _SAID_BEFORE
        elif verdict is None:
            row = i % PIECE * WIDTH
            if kept[i]:
                verdict = reasons.to_keep(row, given[i])
            else:
                verdict = reasons.to_remove(block, row, given[i])
        block.verdict = verdict
    return expected_f1(scores, sizes, kept)


def judge_groups_whole(page: Page, scores: array[float], sizes: array[float]) -> None:
    """Give the rows of one table, and the pieces of code in one element, their common score; and
    the items of one list of a text, where each has little else to be told by."""
    whole = _WHOLE_IN_TEXT if page.format == "text" else _WHOLE
    members: dict[tuple[str, int], list[int]] = {}
    for i, block in enumerate(page.blocks):
        if block.kind == "code" and block.element >= 0:
            element = page.elements[block.element]
            members.setdefault(("inside", element.parent), []).append(i)
        elif block.group and block.kind in whole:
            members.setdefault(("group", block.group), []).append(i)
    for group in members.values():
        if len(group) > 1:
            mass = 0.0
            size = 0.0
            for i in group:
                mass += scores[i] * sizes[i]
                size += sizes[i]
            for i in group:
                scores[i] = mass / size


def judge_cards_alike(case: Case, scores: array[float]) -> None:
    """Give the titles of one run of cards their mean score, and so its dates, prices and texts."""
    for first, end, period in runs_of_cards(case):
        for row in range(first, first + period):
            alike = [i for i in range(row, end, period) if case.verdicts[i] is None]
            if alike:
                mean = sum([scores[i] for i in alike]) / len(alike)
                for i in alike:
                    scores[i] = mean


def keep_headings(case: Case, scores: array[float], sizes: array[float], kept: bytearray) -> None:
    """Keep an unlinked heading that is likely enough, where the text under it surely stays."""
    headed = _HEADED_IN_MANUAL if may_be_manual(case) else _HEADED
    for i in range(len(kept) - 1):
        if kept[i] or scores[i] < _HEADING or not kept[i + 1] or case.verdicts[i] is not None:
            continue
        block = case.blocks[i]
        if block.kind != "heading" or block.link_length or block.hidden:
            continue
        if scores[i + 1] >= headed and sizes[i + 1] >= _PROSE:
            kept[i] = case.blocks[i + 1].kind != "heading"


def keep_answers(case: Case, scores: array[float], sizes: array[float], kept: bytearray) -> None:
    """Keep what follows a question that stays, where paragraphs have asked and answered before."""
    blocks = case.blocks
    asked = 0
    for i in range(len(kept) - 1):
        block = blocks[i]
        if not kept[i] or block.kind != "paragraph" or not block.text.endswith(QUESTION_MARKS):
            continue
        answer = blocks[i + 1]
        if kept[i + 1]:
            asked += answer.kind == "paragraph"
        elif (
            asked >= _ASKED
            and scores[i + 1] >= _ANSWER
            and sizes[i + 1] >= _SHORT
            and case.verdicts[i + 1] is None
            and answer.kind == "paragraph"
            and not answer.link_length
            and not answer.hidden
        ):
            kept[i + 1] = True


def keep_title_lines(
    case: Case, scores: array[float], sizes: array[float], kept: bytearray
) -> None:
    """Keep a short line that is likely enough, where the text or the list under it surely stays."""
    blocks = case.blocks
    for i in range(len(kept) - 1):
        wanted = _HEADING if blocks[i].kind == "heading" else _TITLE_LINE
        if kept[i] or scores[i] < wanted or sizes[i] >= _SHORT:
            continue
        if case.verdicts[i] is None and kept[i + 1] and scores[i + 1] >= _TITLED:
            following = blocks[i + 1]
            listed = following.kind == "list_item" and blocks[i].kind != "list_item"
            kept[i] = listed or sizes[i + 1] >= _PROSE


def keep_titles(case: Case, kept: bytearray) -> None:
    """Keep the title of a snippet that has nothing else: it is what somebody wrote."""
    for i, verdict in enumerate(case.verdicts):
        if verdict is not None and verdict.rule == "title":
            case.verdicts[i] = None
            kept[i] = True


def is_mixed(page: Page, scores: array[float], sizes: array[float]) -> bool:
    """Whether a text without tags has as much clutter as web pages have."""
    if page.format == "html":
        return False
    content = 0.0
    whole = 0.0
    for i in range(len(scores)):
        content += scores[i] * sizes[i]
        whole += sizes[i]
    return content < _MIXED * whole


def said_before(page: Page, kept: bytearray, sizes: array[float], mixed: bool) -> bytearray:
    """Which of the kept blocks, as 0 or 1, repeat one that is kept before them elsewhere.

    Short lines, verse, code and short quotations may repeat, and so may neighbours in one element
    and lines of a text without elements: these the author repeated. Not so the long ones of a text
    that is `mixed` with clutter: there a page said them in a teaser, a slide or a hidden part. Of
    those that open alike the longest is kept.
    """
    blocks = page.blocks
    repeated = bytearray(len(kept))
    if len(kept) <= _SNIPPET:
        return repeated
    asked = array("i")
    openings: dict[str, int] = {}
    for i in range(len(blocks)):
        block = blocks[i]
        if not kept[i] or sizes[i] < _REPEATED or block.kind in ("line", "code", "table_row"):
            continue
        if block.kind == "quote" and sizes[i] < _REPEATED_QUOTE:
            continue
        if not mixed or sizes[i] < _REPEATED_IN_TEXT:
            asked.append(i)
            continue
        folded = block.text[:_OPENING].lower()
        before = openings.setdefault(folded, i)
        if before != i:
            shorter = before if sizes[before] < sizes[i] else i
            repeated[shorter] = True
            if shorter == before:
                openings[folded] = i
    seen: dict[str, int] = {}
    for i in _not_alone(blocks, asked):
        block = blocks[i]
        around = -1
        if block.element >= 0:
            element = page.elements[block.element]
            around = element.parent
        repeated[i] = seen.setdefault(block.text.lower(), around) != around
    return repeated


def _not_alone(blocks: list[Block], asked: array[int]) -> array[int]:
    """Those of some blocks whose text another of them may have, as far as its length and its hash
    tell: of most, no other is as long, and a hundred thousand texts are not folded and kept."""
    lengths = naughts(_LENGTHS)
    for i in asked:
        block = blocks[i]
        lengths[len(block.text) % _LENGTHS] += 1
    as_long = array("i")
    for i in asked:
        block = blocks[i]
        if lengths[len(block.text) % _LENGTHS] > 1:
            as_long.append(i)
    places = 8 * len(as_long) + 1
    tallies = naughts(places)
    hashes = array("i")
    for i in as_long:
        block = blocks[i]
        place = hash(block.text.lower()) % places
        tallies[place] += 1
        hashes.append(place)
    return array("i", [i for i, place in zip(as_long, hashes, strict=True) if tallies[place] > 1])
