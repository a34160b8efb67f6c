"""Names of people out of what stands in an author's place: a list of names, a byline, a label."""

from __future__ import annotations

import re
from typing import Final

from declutter.judge.phrases.folding import has_figure
from declutter.metadata.dates import find_date
from declutter.metadata.folding import fold, squeeze, tidy
from declutter.metadata.words import byline_phrases, words

_LONGEST_LINE: Final = 400
_LONGEST_OPENING: Final = 60
_LONGEST_NAME: Final = 60
_MOST_WORDS: Final = 6
_MOST_NAMES: Final = 40

_ADDRESS: Final = re.compile(
    r"^(?:https?:)?//|^www\.|^/[\w/-]*$|\.(?:com|org|net|html?|php)/", re.I
)
_MAIL: Final = re.compile(r"<?\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}>?")
_HANDLE: Final = re.compile(r"(?:^|(?<=[\s(,/|]))@\w{1,40}\b")
_GLUED_MONTH: Final = re.compile(r"(?<=[^\W\dA-Z_])(?=[A-Z][a-z]{2,8}\.? \d)")
_GLUED_CAPITALS: Final = re.compile(r"\b([A-Z]{2,9})(?=[A-Z][a-z]{3,} )")
_SHORTEST_INITIALS: Final = 3
_EMPTY_BRACKETS: Final = re.compile(r"\(\s*\)|\[\s*\]|<\s*>")
_BREAKS: Final = "[\n\t|•·⋅∙▪●◆◦→»›]"
# One set of characters begins all of its branches: that is what a search skips by.
_HARD_BREAK: Final = re.compile(
    rf"[\s|•·⋅∙▪●◆◦→»›;](?:(?<=\s)\s{{0,8}}{_BREAKS}\s*|(?<={_BREAKS})\s*"
    r"|(?<=\s)\s{0,8}[–—/-]\s+|(?<=\s)\s{0,8};\s*|(?<=;)\s*)"
)
_COMMA: Final = re.compile(r"\s{0,9}[,،、，]\s*")
_EDGES: Final = ' \t\n.,;:|•·–—-/\\"“”«»()[]*~»›‹_'
# Each branch begins with a character of its own: that is what a search skips by.
_YEAR: Final = re.compile(r"1(?<!\d1)9\d\d(?!\d)|2(?<!\d2)[05]\d\d(?!\d)|/\d\d(?!\d)")
_MARKS: Final = " *†‡"
_CREDENTIAL: Final = re.compile(r"[A-Z][A-Z®.-]{1,9}®?|[A-Z][a-z]?\.(?:[A-Z][a-z]?\.?)+|Ph\.?D\.?")


def people_of(text: str) -> list[str]:
    """The names in a text that stands in an author's place, in order; empty where it names nobody.

    "By Jane Doe, Senior Editor and John Roe | 11 May 2025" is Jane Doe and John Roe. Letters after
    a name stay with it.
    """
    text = text[:_LONGEST_LINE]
    if _ADDRESS.search(text):
        return []
    return _split(_bare(strip_byline(text)))


def strip_byline(text: str) -> str:
    """The text without the phrases that open a byline, such as "Written by:"."""
    for _ in range(3):
        end = byline_end(text)
        if not end:
            break
        text = text[end:].lstrip(_EDGES)
    return text


def byline_end(text: str) -> int:
    """Where the phrase that opens a byline ends, 0 where the text does not open with one."""
    last = min(len(text), _LONGEST_OPENING)
    start = 0
    while start < last and not text[start].isalnum() and text[start] in _EDGES:
        start += 1
    phrases = byline_phrases(text, start)
    if not phrases:
        return 0
    low = text[:last].lower()
    for phrase in phrases:
        if low.startswith(phrase, start):
            end = start + len(phrase)
            if end >= len(low) or not low[end].isalnum():
                return end
            if not phrase[-1].isascii() or not phrase[-1].isalnum():
                return end
            if text[end].isupper() and text[end - 1].islower():
                return end  # "ByJane Doe", where two elements were glued
    return 0


def names_another(text: str) -> bool:
    """Whether a line names somebody else than the author: a reviewer, a photographer."""
    low = text[:60].lower().lstrip(_EDGES)
    return low.startswith(words().not_author)


def _bare(text: str) -> str:
    """The text without mail addresses, handles and what follows a date."""
    if "@" in text:
        kept = _EMPTY_BRACKETS.sub("", _HANDLE.sub("", _MAIL.sub("", text)))
        if kept.strip(_EDGES):
            text = kept
    text = _cut_initials(_GLUED_MONTH.sub(" ", text))
    found = find_date(text)
    if found is not None:
        if found[1] > 2:
            return _without_label(text[: found[1]])
        text = text[found[2] :]
    return text


def _cut_initials(text: str) -> str:
    """The text with a break behind an agency's initials that the next word is glued to."""
    found = _GLUED_CAPITALS.search(text)
    if found is None:
        return text
    if len(found[1]) < _SHORTEST_INITIALS and found[1].lower() not in words().agencies:
        return text
    return f"{text[: found.end()]}\n{text[found.end() :]}"


def _without_label(text: str) -> str:
    """What stands before a date, without the words that say of which kind the date is."""
    table = words()
    tokens = text.split()
    count = len(tokens)
    while tokens:
        if tokens[-1].strip(_EDGES).lower() in table.date_words:
            tokens.pop()
            continue
        for length in range(min(len(tokens) - 1, _MOST_WORDS), 0, -1):
            if fold(" ".join(tokens[-length:])) in table.date_labels:
                del tokens[-length:]
                break
        else:
            break
    return " ".join(tokens) if len(tokens) < count else text


def byline_in(text: str) -> str:
    """The part of a line that is a byline, from its opening phrase on; empty without one.

    It may stand after a date, as in "11 May 2025 by Jane Doe", or between dots and bars.
    """
    if byline_end(text):
        return "" if names_another(text) else text
    if not has_figure(text) or _YEAR.search(text) is None:
        return ""
    found = find_date(text)
    rest = text if found is None else text[found[2] :]
    for part in _HARD_BREAK.split(rest):
        part = part.lstrip(_EDGES)
        if byline_end(part) and not names_another(part):
            return part
    return ""


def _split(text: str) -> list[str]:
    names: list[str] = []
    for part in _HARD_BREAK.split(text):
        if part and len(names) < _MOST_NAMES:
            _split_at_commas(part, names)
    return names


def _split_at_commas(text: str, names: list[str]) -> None:
    """Add the names between commas; what follows a person must be a person, too."""
    for piece in _COMMA.split(text):
        piece = piece.strip(_MARKS)
        if not piece.strip(_EDGES):
            continue
        folded = fold(piece)
        if names and is_credential(piece):
            names[-1] = f"{names[-1]}, {piece}"
            continue
        if names and _has_role(folded):
            continue
        for name in _split_at_and(piece):
            name = _without_end(tidy(strip_byline(name)).strip(_EDGES))
            if name in names or not _could_be_name(name):
                continue
            if not names or not looks_like_person(names[0]) or looks_like_person(name):
                names.append(name)


def _without_end(name: str) -> str:
    """The name without the word for its bearer's trade that some languages put behind it."""
    first, _, last = name.rpartition(" ")
    return first.rstrip(_EDGES) if first and last in words().byline_ends else name


def _split_at_and(text: str) -> list[str]:
    """The names on both sides of the words for "and", where each side could be one."""
    tokens = text.split()
    if len(tokens) < 3:
        return [text]
    between = words().between_names
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token.lower() in between:
            parts.append([])
        else:
            parts[-1].append(token)
    if len(parts) == 1:
        return [text]
    for part in parts:
        if len(part) < 2 and not (
            part and part[0][:1].isupper() and len(parts) == 2 and len(tokens) == 3
        ):
            return [text] if part else [" ".join(rest) for rest in parts if rest]
    return [" ".join(part) for part in parts]


def _could_be_name(name: str) -> bool:
    if not name or len(name) > _LONGEST_NAME or name.count(" ") >= _MOST_WORDS:
        return False
    folded = fold(name)
    return bool(folded) and not folded.isdecimal() and folded not in words().roles


def _has_role(folded: str) -> bool:
    """Whether a piece after a name tells what the person does."""
    table = words()
    return folded in table.roles or not table.role_words.isdisjoint(folded.split())


def looks_like_person(name: str) -> bool:
    """Whether a name is written as people's are: two to four words, each with a capital, or a few
    characters of a script that has none."""
    parts = name.split(",")[0].split()
    if not 2 <= len(parts) <= 4:
        return len(parts) == 1 and 2 <= len(name) <= 6 and not name.isascii() and name.isalpha()
    if any(character.isdigit() for character in name) or is_nobody(name):
        return False
    table = words()
    folded = fold(name)
    if not table.role_words.isdisjoint(folded.split()) or folded.split()[0] in table.fillers:
        return False
    if parts[0][0].islower() or parts[-1][0].islower() or not parts[0][0].isalpha():
        return False
    return all(not part[0].islower() or part in table.particles for part in parts)


def could_sign(name: str) -> bool:
    """Whether what stands behind a byline's opening is a name although it has not the form of a
    person's: one word, or a few of which none but particles are without a capital."""
    parts = name.split()
    return len(parts) == 1 or all(
        not part[0].islower() or part in words().particles for part in parts
    )


def is_credential(text: str) -> bool:
    """Whether a text is what may stand behind a name, such as "PhD"."""
    return bool(_CREDENTIAL.fullmatch(text)) or fold(text) in words().after_name


def is_handle(name: str) -> bool:
    """Whether a name is what somebody logs in with: one word that is not written as a name is."""
    return (
        name.isascii()
        and " " not in name
        and not (name[:1].isupper() and name[1:].islower() and name.isalpha())
    )


def is_nobody(name: str) -> bool:
    """Whether a name is what content systems put where nobody is named."""
    return fold(name) in words().nobody


def is_agency(name: str) -> bool:
    """Whether a name is a news agency's."""
    return fold(name) in words().agencies


def is_site(name: str, sites: frozenset[str]) -> bool:
    """Whether a name is the site's; `sites` are its names, squeezed."""
    return squeeze(name) in sites
