"""Inline Markdown: words that stay words, and markers that a parser takes for what they are.

Escapes and the flanking of emphasis follow CommonMark 0.31 (https://spec.commonmark.org/0.31.2/);
where its versions differ on what is punctuation, a marker must be right by both.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from declutter.document import Block, Span, SpanKind
from declutter.render.addresses import image_address, link_address
from declutter.render.inline import Piece, pieces

_SPECIAL: Final = re.compile(
    r"""\\(?=[!-/:-@\[-`{-~]|\Z)   # a backslash that would escape what follows
      | [`*\[\]~]
      | (?<![^\W_])_ | _(?![^\W_]) # an underscore that is not inside a word
      | <(?=[A-Za-z/!?]|\Z)
      | &(?=\#?\w+;|\Z)
    """,
    re.VERBOSE,
)
_ENTITIES: Final = {"<": "&lt;", "&": "&amp;"}
_LINE_START: Final = re.compile(
    r"(?:[-+](?=\s|\Z)|-(?=[-:|])|=+\s*\Z|\#{1,6}(?=\s|\Z)|>|:(?=[-\s]))|(\d{1,9})(?=[.)](?:\s|\Z))"
)
_OPEN_ADDRESS: Final = re.compile(r"&(?=#?\w+;)")
_BACKTICKS: Final = re.compile(r"`+")
_LINE_BREAKS: Final = re.compile(r"[\r\n\t\f\v]")
_TEX_TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
_TEX_LINK: Final = re.compile(r"\](?=[(\[:])")
_TEX_DOLLAR: Final = re.compile(r"(?<!\\)(?:\\\\)*\$|(?<!\\)(?:\\\\)*\\\Z")


class _Marker(NamedTuple):
    """A pair of emphasis marks: where they stand among the tokens, and what they are."""

    opens: int
    closes: int
    mark: str


def inline_markdown(
    block: Block, shown: frozenset[SpanKind], base: str | None, break_at: str = ""
) -> list[str]:
    """The block's text as inline Markdown, in parts: what stood between two `break_at`."""
    tokens: list[str] = []
    markers: list[_Marker] = []
    opened: list[tuple[int, str]] = []
    addresses: list[str | None] = []
    has_math = "math" in shown and any(span.kind == "math" for span in block.spans)
    for piece in pieces(block, shown, break_at):
        span = piece.span
        if piece.kind == "text":
            tokens.append(escape_text(piece.text, has_math))
        elif piece.kind == "break":
            tokens.append("\n")
        elif span is None:
            continue
        elif piece.kind == "atom":
            tokens.append(_atom(piece, span, base, tokens))
        elif span.kind == "link":
            if piece.kind == "open":
                addresses.append(link_address(span.target, base))
                if addresses[-1] is not None:
                    _no_image(tokens)
                    tokens.append("[")
            else:
                address = addresses.pop()
                if address is not None:
                    tokens.append(f"]({_OPEN_ADDRESS.sub('&amp;', address)})")
        elif piece.kind == "open":
            mark = ("_" if opened else "*") * (2 if span.kind == "strong" else 1)
            opened.append((len(tokens), mark))
            tokens.append(mark)
        else:
            start, mark = opened.pop()
            markers.append(_Marker(start, len(tokens), mark))
            tokens.append(mark)
    if markers:
        _drop_unsound(tokens, markers)
    return [part.strip(" ") for part in "".join(tokens).split("\n")]


def escape_text(text: str, has_math: bool = False) -> str:
    """The text so that no Markdown parser takes a part of it for markup."""
    text = _SPECIAL.sub(_escape, _LINE_BREAKS.sub(" ", text))
    return text.replace("$", "\\$") if has_math else text


def escape_line_start(line: str) -> str:
    """The line so that it is not taken for a heading, a list, a quote or a rule."""
    line = line.lstrip()
    found = _LINE_START.match(line)
    if found is None:
        return line
    at = found.end(1) if found[1] else 0
    return f"{line[:at]}\\{line[at:]}"


def fence_for(text: str, shortest: int) -> str:
    """A run of backticks that is longer than every one in the text."""
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    return "`" * max(longest + 1, shortest)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return _ENTITIES.get(character) or f"\\{character}"


def _atom(piece: Piece, span: Span, base: str | None, tokens: list[str]) -> str:
    text = _LINE_BREAKS.sub(" ", piece.text)
    if span.kind == "code":
        return _code(text)
    if span.kind == "math":
        return _math(span.target, text)
    address = image_address(span.target, base)
    if address is None:
        return escape_text(text) if span.start < span.end else ""
    _no_image(tokens)
    space = " " if tokens and span.start == span.end and not tokens[-1][-1:].isspace() else ""
    return f"{space}![{escape_text(text)}]({_OPEN_ADDRESS.sub('&amp;', address)})"


def _code(text: str) -> str:
    fence = fence_for(text, 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _math(source: str, text: str) -> str:
    """A formula as TeX between dollars, spaced so that no parser finds HTML or a link in it."""
    source = " ".join(source.split())
    if not source or _TEX_DOLLAR.search(source):
        return escape_text(text, has_math=True)
    source = _TEX_LINK.sub("] ", _TEX_TAG.sub("< ", source)).replace("`", r"\lq ")
    return f"${source}$"


def _no_image(tokens: list[str]) -> None:
    """Keep an exclamation mark before a link from making an image of it."""
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token:
            if token.endswith("!"):
                tokens[index] = f"{token[:-1]}\\!"
            return


def _drop_unsound(tokens: list[str], markers: list[_Marker]) -> None:
    """Blank the emphasis marks that a parser would show instead of obeying."""
    for _ in range(3):
        unsound = [marker for marker in markers if not _is_sound(tokens, marker)]
        if not unsound:
            return
        for marker in unsound:
            tokens[marker.opens] = tokens[marker.closes] = ""
        markers = [marker for marker in markers if tokens[marker.opens]]
    for marker in markers:
        tokens[marker.opens] = tokens[marker.closes] = ""


def _is_sound(tokens: list[str], marker: _Marker) -> bool:
    before = _neighbour(tokens, marker.opens, -1)
    first = _neighbour(tokens, marker.opens, 1)
    last = _neighbour(tokens, marker.closes, -1)
    after = _neighbour(tokens, marker.closes, 1)
    mark = marker.mark[0]
    if before == mark or after == mark:
        return False
    return all(
        _can_open(before, first, mark, strict) and _can_open(after, last, mark, strict)
        for strict in (True, False)
    )


def _can_open(outside: str, inside: str, mark: str, strict: bool) -> bool:
    """Whether a mark between the two characters opens emphasis (or, mirrored, closes it)."""
    out_blank, in_blank = outside.isspace(), inside.isspace()
    out_mark, in_mark = _is_punctuation(outside, strict), _is_punctuation(inside, strict)
    if in_blank or (in_mark and not (out_blank or out_mark)):
        return False
    return mark == "*" or out_blank or out_mark


def _neighbour(tokens: list[str], index: int, step: int) -> str:
    index += step
    while 0 <= index < len(tokens):
        if tokens[index]:
            return tokens[index][-1 if step < 0 else 0]
        index += step
    return " "


def _is_punctuation(character: str, strict: bool) -> bool:
    if character < "\x80":
        return not (character.isalnum() or character.isspace() or character < " ")
    return unicodedata.category(character)[0] in ("PS" if strict else "P")
