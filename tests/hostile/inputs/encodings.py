"""Bytes and characters that lie about what they are."""

from __future__ import annotations

import random

from tests.hostile.inputs.kinds import LAST, Hostile, article, page

ENGLISH = article("").decode()
POLISH = article("<p>Zażółć gęślą jaźń, a potem płyń łódką do końca zatoki.").decode()
JAPANESE = article("<p>港の船は朝の光の中で静かに待っている。" * 3).decode()
RUSSIAN = article("<p>Лодки ждут утра, а город ещё спит под снегом.").decode()


def labelled(text: str, label: str, encoding: str) -> bytes:
    return text.replace("<head>", f"<head><meta charset='{label}'>").encode(encoding)


def five_encodings() -> bytes:
    parts = [
        ("é", "latin-1"),
        ("ł", "iso-8859-2"),
        ("港", "shift-jis"),
        ("Ж", "koi8-r"),
        ("字", "utf-8"),
    ]
    return b"".join(f"<p>Part {letter * 40}</p>".encode(name) for letter, name in parts)


def random_bytes(count: int, seed: int = 5) -> bytes:
    return random.Random(seed).randbytes(count)


def sprinkled(mark: bytes) -> bytes:
    return b"".join(bytes([byte]) + mark for byte in page(f"<p>{LAST}"))


UNSUPPORTED = ("UnsupportedInput",)
EITHER = ("UnsupportedInput", "document")  # no way to tell such bytes from an odd text

ENCODINGS = (
    Hostile("UTF-16 with a mark", lambda: POLISH.encode("utf-16"), keeps=LAST),
    Hostile("UTF-16 without a mark", lambda: POLISH.encode("utf-16-be"), keeps=LAST),
    Hostile("UTF-16 of odd length", lambda: POLISH.encode("utf-16") + b"x", keeps=LAST),
    Hostile("UTF-16 with halves of pairs", lambda: POLISH.encode("utf-16") + b"\x00\xd8" * 5_000),
    Hostile("UTF-32 with a mark", lambda: POLISH.encode("utf-32"), keeps=LAST),
    Hostile("UTF-32 beyond all characters", lambda: POLISH.encode("utf-32") + b"\xff" * 4_000),
    Hostile("UTF-8 that says UTF-16", lambda: labelled(POLISH, "utf-16", "utf-8"), keeps=LAST),
    Hostile(
        "UTF-8 that says Latin-1", lambda: labelled(POLISH, "latin-1", "utf-8"), keeps="Zażółć"
    ),
    Hostile("Latin-2 that says UTF-8", lambda: labelled(POLISH, "utf-8", "iso-8859-2"), keeps=LAST),
    Hostile("Shift JIS that says nothing", lambda: JAPANESE.encode("shift-jis"), keeps=LAST),
    Hostile(
        "Shift JIS cut in a character", lambda: JAPANESE.encode("shift-jis") + b"\x8d", keeps=LAST
    ),
    Hostile(
        "ISO-2022-JP that never shifts back",
        lambda: labelled(JAPANESE, "iso-2022-jp", "iso-2022-jp") + b"\x1b$B" * 900,
    ),
    Hostile(
        "KOI8-R that says windows-1251",
        lambda: labelled(RUSSIAN, "windows-1251", "koi8-r"),
        keeps=LAST,
    ),
    Hostile(
        "GB 18030 with broken fours",
        lambda: labelled(JAPANESE, "gb18030", "gb18030") + b"\x81\x30" * 5_000,
    ),
    Hostile("five encodings in a page", five_encodings),
    Hostile("an unknown label", lambda: labelled(POLISH, "klingon-8", "utf-8"), keeps=LAST),
    Hostile("a label of 1 MB", lambda: labelled(ENGLISH, "x" * 1_000_000, "utf-8"), keeps=LAST),
    Hostile("a label with nulls", lambda: labelled(ENGLISH, "utf-8\0\r\n", "utf-8"), keeps=LAST),
    Hostile(
        "ten thousand labels",
        lambda: b"<meta charset=utf-7><meta charset=big5>" * 5_000 + POLISH.encode(),
    ),
    Hostile(
        "UTF-7 with a script",
        lambda: (
            b"<meta charset=utf-7><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4- " + LAST.encode()
        ),
    ),
    Hostile(
        "an XML declaration of a wrong encoding",
        lambda: b"<?xml version='1.0' encoding='utf-16'?>" + POLISH.encode(),
        keeps=LAST,
    ),
    Hostile(
        "an XML declaration that names a codec",
        lambda: b"<?xml version='1.0' encoding='zlib_codec'?>" + POLISH.encode(),
        keeps=LAST,
    ),
    Hostile(
        "overlong UTF-8", lambda: page("<p>Word") + b"\xc0\xbcscript\xc0\xbe\xe0\x80\xbc" * 5_000
    ),
    Hostile("UTF-8 cut in a character", lambda: POLISH.encode() + b"\xf0\x9f\x98", keeps=LAST),
    Hostile("surrogates as UTF-8", lambda: page("<p>Word") + b"\xed\xa0\x80" * 50_000),
    Hostile(
        "lone surrogates in a text", lambda: page("<p>Word").decode() + "\ud800 \udfff" * 50_000
    ),
    Hostile("lone surrogates in plain text", lambda: LAST + "\n\n" + "\udcff\ud83d \n" * 5_000),
    Hostile("a null behind every byte", lambda: sprinkled(b"\0"), keeps=LAST),
    Hostile(
        "a null before every letter of Markdown", lambda: ("# A\n\n- b\n" * 500).encode("utf-16-be")
    ),
    Hostile("nulls in tags", lambda: page("<sc\0ript>x</script><p>W\0ord</p>" * 5_000)),
    Hostile(
        "all control characters", lambda: page("<p>Word" + "".join(map(chr, range(32))) * 5_000)
    ),
    Hostile(
        "all control characters of C1",
        lambda: page("<p>Word" + "".join(map(chr, range(127, 160))) * 5_000),
    ),
    Hostile(
        "characters that are none", lambda: page("<p>Word" + "\ufffe\uffff\U0010ffff\ufdd0" * 9_000)
    ),
    Hostile("a mark before every word", lambda: page("<p>" + "\ufeffword " * 50_000)),
    Hostile("nothing but a mark", lambda: b"\xef\xbb\xbf"),
    Hostile("three marks", lambda: b"\xef\xbb\xbf\xfe\xff\xff\xfe" + ENGLISH.encode()),
    Hostile(
        "directions overridden in title and name",
        lambda: page(
            "<h1>Gift \u202egnp.exe\u202c</h1><p>By Jane \u2066Doe\u2069</p><p>Text.",
            "<title>Gift \u202egnp.exe</title><meta name=author content='Jane\u202e eoD'>",
        ),
    ),
    Hostile("100,000 overrides of direction", lambda: page("<p>Word " + "\u202e\u2066" * 50_000)),
    Hostile(
        "invisible letters", lambda: page("<p>Wo" + "\u200b\u2060\u180e\U000e0041" * 50_000 + "rd")
    ),
    Hostile("all bytes a thousand times", lambda: bytes(range(256)) * 1_000, UNSUPPORTED),
    Hostile("random bytes", lambda: random_bytes(500_000), UNSUPPORTED),
    Hostile("random bytes in a page", lambda: page("<p>Word") + random_bytes(1_000_000)),
    Hostile(
        "random bytes in tags", lambda: b"<html><p " + random_bytes(300_000) + b">" + LAST.encode()
    ),
    Hostile("EBCDIC", lambda: ENGLISH.encode("cp500"), EITHER),
)
