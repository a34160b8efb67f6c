"""Text as phrases are compared: without case, punctuation, digits and spacing."""

from __future__ import annotations

from typing import Final

_FOLDED: Final = bytes(ord(chr(code).lower()) if chr(code).isalpha() else 0 for code in range(128))
"""What an ASCII character folds to, 0 for all but letters."""
_CLOSING: Final = "\"'”’»)]}›」』）】 \u00a0\u200b"
QUESTION_MARKS: Final = ("?", "？", "؟")
END_MARKS: Final = ".!?…。！？؟।:;：；"
_TRUNCATED: Final = ("…", "...", "[…]", "[...]", "…]", "(…)")


def fold(text: str) -> str:
    """The words of `text` in lower case, parted by one blank; digits and punctuation are gone.

    The dotted and the dotless i of Turkish fold into one: upper case does not tell them apart.
    """
    if not text.isascii():
        return _fold_letters(text.casefold().replace("\u0307", "").replace("ı", "i"))
    return text.lower() if _is_words(text) else fold_ascii(text, _FOLDED)


def _is_words(text: str) -> bool:
    """Whether an ASCII text is nothing but words, parted by one blank."""
    apart = True
    for character in text:
        if "a" <= character <= "z" or "A" <= character <= "Z":
            apart = False
        elif apart or character != " ":
            return False
        else:
            apart = True
    return not apart


def fold_ascii(text: str, folded: bytes) -> str:
    """The words of an ASCII text, parted by one blank: each character as the table `folded` of 128
    has it, and what is 0 there parts words."""
    letters = bytearray(len(text))
    count = 0
    apart = False
    for code in text.encode():
        letter = folded[code]
        if not letter:
            apart = count > 0
            continue
        if apart:
            letters[count] = 32
            count += 1
            apart = False
        letters[count] = letter
        count += 1
    return letters[:count].decode("ascii")


def _fold_letters(low: str) -> str:
    """The words of a text in lower case, of any script, parted by one blank.

    A word begins with a letter; the vowel and tone marks of Thai, Arabic and decomposed Latin,
    which are no letters, go on with it.
    """
    words: list[str] = []
    begin = -1
    for at in range(len(low)):
        character = low[at]
        if _is_letter(character):
            if begin < 0:
                begin = at
        elif begin >= 0 and not _is_mark(character):
            words.append(low[begin:at])
            begin = -1
    if begin >= 0:
        words.append(low[begin:])
    return " ".join(words)


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isdecimal()


def _is_mark(character: str) -> bool:
    return (
        "\u0300" <= character <= "\u036f"
        or "\u064b" <= character <= "\u065f"
        or character == "\u0e31"
        or "\u0e34" <= character <= "\u0e3a"
        or "\u0e47" <= character <= "\u0e4e"
    )


def level(text: str) -> str:
    """`text` in lower case with straight apostrophes and plain blanks, of the same length."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join([c.lower() if len(c.lower()) == 1 else c for c in text])
    if low.isascii():
        return low
    return low.replace("’", "'").replace("\u00a0", " ")


def size(text: str) -> int:
    """How many words `text` has; in scripts without spaces two characters count as one word."""
    if not text:
        return 0
    words = 1
    unspaced = 0
    for character in text:
        if character == " ":
            words += 1
        elif character >= "\u0e00" and is_unspaced(character):
            unspaced += 1
    return words + unspaced // 2


def is_unspaced(character: str) -> bool:
    """Whether the character is of a script that puts no spaces between words."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3040" <= character <= "\u30ff"
        or "\u0e00" <= character <= "\u0e7f"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
    )


def has_figure(text: str) -> bool:
    """Whether a text has a decimal figure of any script."""
    for character in text:
        if "0" <= character <= "9" or (character > "\x7f" and character.isdecimal()):
            return True
    return False


def is_small(character: str) -> bool:
    """Whether the character is a small letter of Western Europe."""
    return "a" <= character <= "z" or ("ß" <= character <= "ÿ" and character != "÷")


def is_capital(character: str) -> bool:
    """Whether the character is a capital letter of Western Europe."""
    return "A" <= character <= "Z" or ("À" <= character <= "Þ" and character != "×")


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotes and brackets aside."""
    if not text:
        return False
    last = text[len(text) - 1]
    if last in END_MARKS:
        return True
    if last.isalnum():
        return False
    bare = text.rstrip(_CLOSING)
    return bool(bare) and bare[len(bare) - 1] in END_MARKS


def is_truncated(text: str) -> bool:
    """Whether the text breaks off in dots, as an excerpt does."""
    return text.rstrip().endswith(_TRUNCATED)
