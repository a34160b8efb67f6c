"""What sites say, in every language, and how a line is found to say it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest

from declutter.judge.phrases import (
    Label,
    language_files,
    match_glued,
    match_start,
    match_whole,
    phrasebook,
)
from declutter.judge.phrases.build import compile_index, compile_phrases
from declutter.judge.phrases.folding import ends_sentence, fold, is_truncated, level, size

LANGUAGES = (
    "ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "th", "tr", "zh",
)  # fmt: skip
FAMILIES = (
    "sharing", "related", "navigation", "consent", "newsletter", "comments", "advertising",
    "byline", "date_line", "footer",
)  # fmt: skip
BOOK = phrasebook()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_language_has_six_phrases_a_family(language: str, family: str) -> None:
    phrases = {
        phrase for phrases in language_files()[language][family].values() for phrase in phrases
    }
    assert len(phrases) >= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_dates_and_names(language: str) -> None:
    content = language_files()[language]
    assert content["language"] == language
    assert len(content["dates"]["months"]) == 12
    assert len(content["dates"]["weekdays"]) == 7
    assert content["dates"]["order"] in ("dmy", "mdy", "ymd")
    assert len(content["names"]["roles"]) >= 6


def test_every_language_has_the_same_families() -> None:
    assert {frozenset(content) for content in language_files().values()} == {
        frozenset(language_files()["en"])
    }


def test_the_compiled_phrases_are_those_of_the_files() -> None:
    folder = files("declutter.judge.phrases")
    for name, content in (
        ("compiled.json", compile_phrases().encode()),
        ("index.table", compile_index()),
    ):
        stored = folder.joinpath(name).read_bytes()
        assert stored == content, "run python -m declutter.judge.phrases"


WHOLE = [
    ("Share this article", "sharing"),
    ("SHARE THIS ARTICLE!", "sharing"),
    ("Diesen Artikel teilen", "sharing"),
    ("Bu haberi paylaş", "sharing"),
    ("BU HABERİ PAYLAŞ", "sharing"),
    ("شارك هذا المقال", "sharing"),
    ("この記事をシェアする", "sharing"),
    ("分享到：", "sharing"),
    ("기사 공유하기", "sharing"),
    ("แชร์บทความนี้", "sharing"),
    ("Related Stories", "related"),
    ("İlgili haberler", "related"),
    ("مقالات ذات صلة", "related"),
    ("関連記事", "related"),
    ("相关阅读", "related"),
    ("관련 기사", "related"),
    ("ข่าวที่เกี่ยวข้อง", "related"),
    ("Читайте также", "related"),
    ("5 min read", "reading_time"),
    ("阅读时间：5 分钟", "reading_time"),
    ("3 hours ago", "date_line"),
    ("Tüm hakları saklıdır.", "footer"),
    ("개인정보처리방침", "footer"),
    ("Hoppa till innehåll", "navigation"),
]


@pytest.mark.parametrize(("text", "family"), WHOLE)
def test_a_line_that_is_a_phrase(text: str, family: str) -> None:
    label = match_whole(BOOK, fold(text))
    assert label is not None
    assert label.family == family


@pytest.mark.parametrize(
    "text",
    [
        "Share this loaf with a neighbour",
        "Related by marriage to the miller",
        "Bu haberi duyunca sustu",
        "関連する時計を並べて",
        "分享的规矩",
        "공유하지 않는 마음",
        "แชร์กันคนละนิด",
        "",
        "...",
    ],
)
def test_a_line_that_only_resembles_one(text: str) -> None:
    assert match_whole(BOOK, fold(text)) is None


def test_a_row_of_buttons_is_one_phrase() -> None:
    label = match_whole(BOOK, fold("Share | Tweet | Email | Print"))
    assert label is not None
    assert (label.family, label.how) == ("sharing", "row")


def test_a_row_of_doubtful_words_stays_doubtful() -> None:
    label = match_whole(BOOK, fold("Home | News | Culture"))
    assert label is not None
    assert label.how == "weak"


def test_a_line_that_begins_with_a_phrase() -> None:
    found = match_start(BOOK, "Written by Maud Ellery")
    assert found is not None
    label, end = found
    assert label.family == "byline"
    assert "Written by Maud Ellery"[end:] == " Maud Ellery"


def test_a_phrase_ends_with_its_word() -> None:
    assert match_start(BOOK, "Bylaws of the angling club") is None


def test_the_longest_phrase_is_found() -> None:
    text = "Share this storyBy Maud Ellery"
    found = match_glued(BOOK, text, 0)
    assert found is not None
    assert text[found[1] :] == "By Maud Ellery"


def test_folding() -> None:
    assert fold("  Read — MORE, 12! ") == "read more"
    assert fold("İLGİLİ Haberler") == fold("ilgili haberler")
    assert level("L’Été ") == "l'été "
    assert len(level("İstanbul")) == len("İstanbul")


def test_size_counts_two_characters_of_unspaced_scripts_as_a_word() -> None:
    assert size("four words in all") == 4
    assert size("石头不能换了") == 1 + 3
    assert size("") == 0


def test_ends() -> None:
    assert ends_sentence("It rained (“all day.”)")
    assert ends_sentence("石头不能换。")
    assert not ends_sentence("The mill")
    assert is_truncated("It rained all day…")
    assert is_truncated("It rained all day [...]")
    assert not is_truncated("It rained.")


@pytest.mark.parametrize("case", [str, str.upper, str.title])
def test_each_phrase_is_found_where_a_text_starts_with_it(case: Callable[[str], str]) -> None:
    missed = []
    for phrase in (phrase for phrases in BOOK.starts.values() for phrase, _ in phrases):
        text = case(phrase)
        if level(text) == phrase and match_start(BOOK, f"{text} 1") is None:
            missed.append(text)
    assert missed == []


def test_a_phrase_is_found_once_the_sieves_are_filled() -> None:
    book = BOOK.copy()
    book.starts["qzx"] = [("qzx here", Label("sharing", "start", "en"))]
    assert match_start(book, "Qzx here, friends") is None
    book.fill_sieves()
    found = match_start(book, "Qzx here, friends")
    assert found is not None
    assert found[1] == len("Qzx here")
