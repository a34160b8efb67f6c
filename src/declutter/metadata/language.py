"""The language of a page: what it declares, made a BCP 47 tag, else what its text shows."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from declutter.page import Page

_TAG: Final = re.compile(
    r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@][\w.-]*)?", re.I
)
_NO_LANGUAGES: Final = frozenset(("und", "mul", "zxx", "xx", "mis"))
_ENOUGH_CHARACTERS: Final = 3_000
_ENOUGH_WORDS: Final = 8
_LEAST_SHARE: Final = 0.12
"""The share of a text's words that its language's small words must make up."""
_LEAST_LEAD: Final = 1.15
_TURKISH_LETTERS: Final = 20
"""Turkish puts much into endings and uses few small words; one letter in so many tells it, too."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")

# Scripts that tell a language, or a few: first and last character.
_BEYOND_LATIN: Final = re.compile("[\u0370-\u1fff\u2e80-\ud7ff]")
_TURKISH: Final = re.compile("[\u0131\u0130\u011f\u011e]")
_KANA: Final = re.compile("[\u3041-\u30ff]")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_THAI: Final = re.compile("[\u0e01-\u0e5b]")
_ARABIC: Final = re.compile("[\u0620-\u06ff]")
_PERSIAN: Final = re.compile("[\u067e\u0686\u0698\u06af\u06cc]")
_HEBREW: Final = re.compile("[\u05d0-\u05ea]")
_GREEK: Final = re.compile("[\u0370-\u03ff]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_UKRAINIAN: Final = re.compile("[\u0454\u0456\u0457\u0491]")
_RUSSIAN: Final = re.compile("[\u044b\u044d\u0451]")
_DEVANAGARI: Final = re.compile("[\u0900-\u097f]")


@dataclass(slots=True, frozen=True)
class _SmallWords:
    """For each small word the languages that have it, by their numbers."""

    languages: list[str]
    holders: dict[str, tuple[int, ...]]
    longest: int


def normal_tag(text: str) -> str | None:
    """A declared language as a BCP 47 tag, such as "en-GB" for "en_gb"; None for what is no tag."""
    found = _TAG.fullmatch(text[:40].split(",")[0].strip())
    if found is None:
        return None
    language, script, region = found.groups()
    tag: str = language.lower()
    if tag in _NO_LANGUAGES:
        return None
    if script:
        tag += f"-{script.title()}"
    if region:
        tag += f"-{region.upper()}"
    return tag


def find_language(page: Page) -> str | None:
    """The language that the kept text of a page is in, None where that cannot be told."""
    parts: list[str] = []
    length = 0
    for block in page.blocks:
        if block.verdict.keep and not block.hidden and block.kind != "code":
            parts.append(block.text[:_ENOUGH_CHARACTERS])
            length += len(block.text)
            if length > _ENOUGH_CHARACTERS:
                break
    return language_of(" ".join(parts)[:_ENOUGH_CHARACTERS])


def language_of(text: str) -> str | None:
    """The language of a text by its script and its small words, None where that cannot be told."""
    if _BEYOND_LATIN.search(text):
        letters = _letters(text)
        by_script = _language_of_script(text, letters) if letters else None
        if by_script is not None:
            return by_script
    by_words = _language_of_words(text)
    if by_words is None and len(_TURKISH.findall(text)) * _TURKISH_LETTERS > _letters(text):
        return "tr"
    return by_words


def _letters(text: str) -> int:
    return sum([len(run) for run in _LETTERS.findall(text)])


def _language_of_words(text: str) -> str | None:
    """The language whose small words make up the most of a text's words, if they are enough."""
    small = _small_words()
    holders = small.holders
    longest = small.longest
    counts = [0] * len(small.languages)
    words = 0
    begin = -1
    length = len(text)
    for at in range(length + 1):
        character = text[at] if at < length else " "
        if "a" <= character <= "z" or (character.isalnum() and not character.isdecimal()):
            if begin < 0:
                begin = at
        elif begin >= 0:
            words += 1
            if at - begin <= longest:
                for language in holders.get(text[begin:at].lower(), ()):
                    counts[language] += 1
            begin = -1
    most, second = sorted(counts, reverse=True)[:2]
    if words < _ENOUGH_WORDS or most < words * _LEAST_SHARE or most < second * _LEAST_LEAD:
        return None
    return small.languages[counts.index(most)]


def _language_of_script(text: str, letters: int) -> str | None:
    """The language of a text in a script that few languages share; its letters are most of it."""
    most = letters / 3
    kana = len(_KANA.findall(text))
    if kana + len(_HAN.findall(text)) > most:
        return "ja" if kana * 20 > letters else "zh"
    for script, language in ((_HANGUL, "ko"), (_THAI, "th"), (_HEBREW, "he"), (_GREEK, "el")):
        if len(script.findall(text)) > most:
            return language
    if len(_ARABIC.findall(text)) > most:
        return "fa" if len(_PERSIAN.findall(text)) * 50 > letters else "ar"
    if len(_DEVANAGARI.findall(text)) > most:
        return "hi"
    if len(_CYRILLIC.findall(text)) > most:
        if len(_UKRAINIAN.findall(text)) * 50 > letters:
            return "uk"
        return "ru" if len(_RUSSIAN.findall(text)) * 100 > letters else None
    return None


@cache
def _small_words() -> _SmallWords:
    source = (files("declutter.metadata") / "languages.toml").read_text("utf-8")
    lines: dict[str, str] = tomllib.loads(source)["words"]
    holders: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(lines.values()):
        for word in line.split():
            holders[word] = (*holders.get(word, ()), number)
    return _SmallWords(list(lines), holders, max(map(len, holders)))
