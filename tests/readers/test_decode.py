"""Bytes become text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declutter.readers.controls import is_clean
from declutter.readers.decode import clean_text, decode, sound_charset, wide_encoding

GERMAN = "Die Möwe saß auf dem Kahn, über ihr der Himmel. Später kam Käthe dazu.\n"
RUSSIAN = (
    "Чайка сидела на лодке, над нею было небо. Позже пришла Катя и принесла хлеб.\n"
    "Она долго смотрела на воду и ничего не говорила, а потом ушла домой.\n"
)
JAPANESE = "かもめは小舟の上に座っていた。空は高く、海は静かだった。あとで花子が来た。\n"
CHINESE = "海鸥坐在小船上，天空很高，海面很平静。后来小花来了，带来了面包。\n"


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, JAPANESE, CHINESE, "plain", ""])
def test_utf8(text: str) -> None:
    assert decode(text.encode(), None) == (text, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [GERMAN, JAPANESE])
def test_byte_order_mark_wins(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "koi8-r")[0] == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [GERMAN, RUSSIAN])
def test_wide_without_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), None) == (text, encoding)


def test_wide_encoding_is_not_seen_in_other_bytes() -> None:
    assert wide_encoding(GERMAN.encode()) is None
    assert wide_encoding(b"") is None
    assert wide_encoding(b"a\x00b\x00c" * 100) is None
    assert wide_encoding(b"\x00" * 400) is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "iso-8859-1"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso-2022-jp"),
        (CHINESE, "gb18030"),
        (GERMAN, "utf-16-le"),
    ],
)
def test_given_charset(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), encoding)[0] == text
    assert decode(text.encode(encoding), f' "{encoding.upper()}" ')[0] == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN * 4, "windows-1252"),
        (RUSSIAN * 4, "windows-1251"),
        (JAPANESE * 4, "shift_jis"),
        (JAPANESE * 4, "euc_jp"),
    ],
)
def test_detection(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), None)[0] == text
    assert decode(text.encode(encoding), "no-such-charset")[0] == text
    assert decode(text.encode(encoding), "utf-8")[0] == text


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode("“Ebb” – 5 €".encode("cp1252"), "iso-8859-1")[0] == "“Ebb” – 5 €"


def test_a_single_byte_charset_does_not_spoil_utf8() -> None:
    assert decode(GERMAN.encode(), "iso-8859-1") == (GERMAN, "utf-8")
    assert decode(RUSSIAN.encode(), "windows-1251") == (RUSSIAN, "utf-8")


@pytest.mark.parametrize(
    "label", ["", "x", "none", "utf-99", "rot13", "base64", "hex", "utf\0", "ü"]
)
def test_unknown_charset_is_passed_over(label: str) -> None:
    assert decode(GERMAN.encode(), label)[0] == GERMAN


def test_one_broken_byte_does_not_spoil_a_page() -> None:
    data = (RUSSIAN * 10).encode()
    text, encoding = decode(data[:50] + b"\xff" + data[50:-1], None)
    assert encoding == "utf-8"
    assert text.count("Чайка") == 10
    assert "\ufffd" in text


@pytest.mark.parametrize("charset", [None, "utf-8", "gbk", "utf-16", "iso-2022-jp", "unknown"])
def test_any_bytes_become_text(charset: str | None) -> None:
    for data in (
        bytes(range(256)) * 3,
        b"\xff" * 99,
        b"\xfe\xff",
        b"\xed\xa0\x80" * 9,
        b"\x1b$B" * 9,
    ):
        clean_text(decode(data, charset)[0]).encode()


def test_line_ends() -> None:
    assert (
        clean_text("a\r\nb\rc\u2028d\u2029e\x0cf\x0bg\x85h\n\r\ni") == "a\nb\nc\nd\ne\nf\ng\nh\n\ni"
    )


def test_controls_go() -> None:
    text = "".join(map(chr, range(160))) + "é\ufeff"
    cleaned = clean_text(text)
    assert not [c for c in cleaned if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160]
    assert cleaned.endswith("|}~\né")  # NEXT LINE is a line end
    assert clean_text("ti\x00de\x08") == "tide"


def test_clean_text_keeps_what_is_clean() -> None:
    for text in (GERMAN, JAPANESE, "a\tb\nc", "😀 \u200b\u00ad\u202e", ""):
        assert clean_text(text) is text


def test_surrogates() -> None:
    assert clean_text("a\ud800b") == "a\ufffdb"
    assert clean_text("\udfffab\udc00\ud800") == "\ufffdab\ufffd\ufffd"
    assert clean_text("\ud83d\ude00") == "😀"


@pytest.mark.parametrize("label", ["utf-16", "utf-16le", "utf-32", "ascii", "latin-1", "koi8-r"])
def test_a_charset_that_cannot_be_does_not_spoil_utf8(label: str) -> None:
    for text in (RUSSIAN, GERMAN, CHINESE):
        assert decode(text.encode(), label) == (text, "utf-8")
        assert sound_charset(text.encode(), label) == "utf-8"


def test_a_charset_that_can_be_is_kept() -> None:
    assert sound_charset(RUSSIAN.encode("koi8-r"), "koi8-r") == "koi8-r"
    assert sound_charset(JAPANESE.encode("iso-2022-jp"), "iso-2022-jp") == "iso-2022-jp"
    assert sound_charset(GERMAN.encode("latin-1"), "utf-16") is None
    assert sound_charset(GERMAN.encode(), "no-such-charset") == "no-such-charset"
    assert sound_charset(GERMAN.encode(), None) is None


@given(
    st.text(st.one_of(st.sampled_from("a\t\n\r\x0b\x85\u2028\ufeff\ud800\uffff"), st.characters()))
)
def test_a_text_is_clean_where_cleaning_leaves_it_as_it_is(text: str) -> None:
    assert is_clean(text) == (clean_text(text) == text)
