"""Who wrote the page and when, and other lines that are metadata or belong to a picture."""

from __future__ import annotations

import re
from typing import Final

from declutter.judge.case import DATE, LABEL, MARK, SENTENCE, TITLE, Case, Rule, is_date
from declutter.judge.phrases import Phrasebook, match_start, match_whole
from declutter.judge.phrases.folding import ends_sentence, fold, has_figure

_BYLINE_WORDS: Final = 14
_SIGNATURE_WORDS: Final = 5
_FEWEST_ENTRIES: Final = 3
_MOST_LINES: Final = 3  # that tell of the page itself; more of them are those of its items
_WITHOUT_AUTHORS: Final = ("product", "collection")
_WITHOUT_DATE: Final = ("listing", "collection")  # the dates there are those of their items
_CREDIT_WORDS: Final = 20
_CREDIT_NAME_WORDS: Final = 6
_BOX_WORDS: Final = 120
_BOX_BLOCKS: Final = 4
_CAPTION_WORDS: Final = 30
_LONGEST_CAPTION: Final = 80
_SURE_CAPTION: Final = 0.9
_ROW_WORDS: Final = 24
_FEWEST_FACTS: Final = 2  # words of a row of facts
_NAME_WORDS: Final = 4
_ROW_PARTS: Final = re.compile(r"\s?[|·•–—]\s|\.\s")
_TOLD: Final = frozenset(("reading_time", "date_line", "byline", "tags", "comments"))


def bylines(case: Case) -> list[int]:
    """Lines that name the author: "By Jane Doe", "Written by Jane Doe"."""
    if case.page_type in _WITHOUT_AUTHORS:
        return []
    found = case.said("byline", ("whole", "row")) + _signatures(case)
    for at in case.said("byline", ("start", "weak_start")):
        label = case.labels[at]
        if label is None or case.words[at] > _BYLINE_WORDS or ends_sentence(case.blocks[at].text):
            continue
        if label.how == "weak_start" and not (_expected(case, at) and _names_only(case, at)):
            continue
        found.append(at)
    if case.page.format == "html" and len(found) > _MOST_LINES:
        return []
    return found


def date_lines(case: Case) -> list[int]:
    """Lines that say when the page was published or changed."""
    found = case.said("date_line", ("published", "modified"))
    ages = case.said("date_line", ("whole",))
    if case.page.format != "html" or len(ages) <= _MOST_LINES:
        found += ages
    bare = case.said("date_line", ("date",))
    if case.page_type in _WITHOUT_DATE or (case.page.format == "html" and len(bare) > _MOST_LINES):
        return found
    entries = {at for at in bare if _heads_entry(case, at)}
    return found + [
        at
        for at in bare
        if _expected(case, at) and (len(entries) < _FEWEST_ENTRIES or at not in entries)
    ]


def _heads_entry(case: Case, at: int) -> bool:
    """Whether a date stands over prose, as over each entry of a diary or each item of a list."""
    return (
        case.first_prose < at < len(case.shapes) - 1
        and case.shapes[at + 1] == SENTENCE
        and case.shapes[at - 1] in SENTENCE + TITLE
    )


def _signatures(case: Case) -> list[int]:
    """Short lines that end in a word that stands behind a name, such as the Korean for reporter."""
    return [
        at
        for at in case.noted.signed
        if case.shapes[at] == TITLE
        and case.words[at] <= _SIGNATURE_WORDS
        and case.blocks[at].text.endswith(case.book.signatures)
        and case.is_open(at)
        and _expected(case, at)
    ]


def reading_times(case: Case) -> list[int]:
    """Lines that say how long reading takes."""
    return case.said("reading_time", ("whole", "row", "start"))


def rows_of_facts(case: Case) -> list[int]:
    """Lines whose parts all tell of the page: its date, how long reading takes, who wrote it."""
    if case.page_type in _WITHOUT_DATE:
        return []
    blocks = case.blocks
    return [
        at
        for at in case.noted.parted
        if _FEWEST_FACTS <= case.words[at] <= _ROW_WORDS
        and has_figure(blocks[at].text)
        and blocks[at].kind == "paragraph"
        and case.is_open(at)
        and _expected(case, at)
        and _tells_facts(case.book, blocks[at].text)
    ]


def _tells_facts(book: Phrasebook, text: str) -> bool:
    """Whether a text is a date and other facts of a page, parted by bars or stops."""
    parts = [part for part in _ROW_PARTS.split(text) if part.strip()]
    if len(parts) < 2:
        return False
    dated = told = False
    for part in parts:
        folded = fold(part)
        if _is_labelled_date(book, part):
            dated = told = True
        elif is_date(book, part, folded):
            dated = True
        elif _is_fact(book, part, folded):
            told = True
        else:
            name, comma, rest = part.partition(",")
            if name.count(" ") >= _NAME_WORDS or not name[:1].isupper():
                return False
            if comma:
                if not is_date(book, rest, fold(rest)):
                    return False
                dated = True
    return dated and told


def _is_labelled_date(book: Phrasebook, part: str) -> bool:
    """Whether a part is a label such as "Published" or "Updated", and a date."""
    found = match_start(book, part)
    if found is None or found[0].family != "date_line":
        return False
    rest = part[found[1] :].strip(" :")
    return is_date(book, rest, fold(rest))


def _is_fact(book: Phrasebook, part: str, folded: str) -> bool:
    label = match_whole(book, folded)
    if label is None:
        found = match_start(book, part)
        label = found[0] if found is not None else None
    return label is not None and label.family in _TOLD


def photo_credits(case: Case) -> list[int]:
    """Lines that say who took a picture."""
    found = case.said("photo_credit", ("whole", "row", "glued"))
    for at in case.said("photo_credit", ("start",)):
        if case.words[at] <= _CREDIT_WORDS and case.blocks[at].kind != "list_item":
            found.append(at)
    if case.page_type == "article":
        labels = case.labels
        found += [
            at
            for at in case.noted.parted
            if 4 <= case.words[at] <= _CAPTION_WORDS
            and labels[at] is None
            and _ends_in_credit(case, at)
        ]
    return found


def _ends_in_credit(case: Case, at: int) -> bool:
    """Whether a block's last words, in a sentence of their own, say who took a picture."""
    text = case.blocks[at].text
    end = text.rfind(". ")
    if end < 0 or text.count(" ", end + 2) + 1 > _CREDIT_NAME_WORDS:
        return False
    found = match_start(case.book, text[end + 2 :])
    return found is not None and found[0].family == "photo_credit" and found[1] > 1


def author_boxes(case: Case) -> list[int]:
    """What stands under a label such as "About the author"; the label goes with it."""
    if case.page_type == "forum":
        return []
    found: list[int] = []
    for label in case.said("author_box", ("whole", "row", "heading")):
        if label < case.first_prose:
            continue
        found.append(label)
        words = 0
        for at in range(label + 1, min(label + 1 + _BOX_BLOCKS, len(case.shapes))):
            words += case.words[at]
            if case.shapes[at] == LABEL or words > _BOX_WORDS:
                break
            if case.is_open(at):
                found.append(at)
    return found


def head_captions(case: Case) -> list[int]:
    """In flat text, the caption of the picture above the article: a short line that is left between
    the title's date and a prompt, before any prose.
    """
    if case.page.format != "text":
        return []
    found: list[int] = []
    for at in range(1, min(case.first_prose, len(case.shapes) - 1)):
        if (
            case.shapes[at] == TITLE
            and case.is_open(at)
            and case.words[at] <= _CAPTION_WORDS
            and case.shapes[at - 1] in DATE + MARK
            and case.shapes[at + 1] == MARK
        ):
            found.append(at)
    return found


def captions(case: Case) -> list[int]:
    """The captions of an article's pictures that the score does not hold to be its text."""
    if case.page_type != "article":
        return []
    return [
        at
        for at in case.noted.captions
        if case.words[at] <= _LONGEST_CAPTION
        and case.is_open(at)
        and not (case.scores and case.scores[at] >= _SURE_CAPTION)
    ]


def _expected(case: Case, at: int) -> bool:
    """Whether metadata may stand here: about the beginning or after the end of the prose."""
    if at < case.first_prose or at > case.last_prose:
        return True
    if case.shapes.find(SENTENCE, case.first_prose + 1, at) >= 0:
        return False
    return case.words[case.first_prose] > 0


def _names_only(case: Case, at: int) -> bool:
    """Whether names, roles and a date are all that follows the word "by"."""
    for word in case.blocks[at].text[case.behind.get(at, 0) :].split():
        bare = fold(word)
        if word[:1].islower() and bare not in case.book.role_words:
            return bare in case.book.date_words
    return True


RULES = (
    Rule("byline", "bylines", "names the author", bylines),
    Rule("date line", "bylines", "says when the page was published or changed", date_lines),
    Rule("reading time", "bylines", "says how long reading takes", reading_times),
    Rule("row of facts", "bylines", "tells the page's date and the like", rows_of_facts),
    Rule("photo credit", "bylines", "says who took a picture", photo_credits),
    Rule("author box", "bylines", "tells about the author", author_boxes),
    Rule("picture caption", "bylines", "belongs to the picture above the article", head_captions),
    Rule("caption", "bylines", "belongs to a picture", captions),
)
