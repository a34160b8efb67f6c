"""Inline Markdown: words that stay words, and markers that a parser takes for what they are.

Escapes and the flanking of emphasis follow CommonMark 0.31 (https://spec.commonmark.org/0.31.2/);
where its versions differ on what is punctuation, a marker must be right by both.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal, NamedTuple

from declutter.page import Block, Span, SpanKind
from declutter.render.addresses import image_address, link_address
from declutter.render.inline import pieces

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
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_BACKTICKS: Final = re.compile(r"`+")
_LINE_BREAKS: Final = re.compile(r"[\r\n\t\f\v]")
_TEX_TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
_TEX_LINK: Final = re.compile(r"\](?=[(\[:])")
_TEX_DOLLAR: Final = re.compile(r"(?<!\\)(?:\\\\)*\$|(?<!\\)(?:\\\\)*\\\Z")


class _Token(NamedTuple):
    """A bit of the output: text or code of the page, still to be escaped, or markup.

    An inset is markup without words on the page, which a blank sets off from the text beside it.
    """

    kind: Literal["text", "code", "inset", "mark"]
    text: str


class _Marker(NamedTuple):
    """A pair of emphasis marks: where they stand among the tokens, and what they are."""

    opens: int
    closes: int
    mark: str


_GONE: Final = _Token("mark", "")


def inline_markdown(
    block: Block, shown: frozenset[SpanKind], base: str | None, break_at: str = ""
) -> list[str]:
    """The block's text as inline Markdown, in parts: what stood between two `break_at`."""
    tokens: list[_Token] = []
    markers: list[_Marker] = []
    opened: list[tuple[int, str]] = []
    addresses: list[str | None] = []
    for piece in pieces(block, shown, break_at):
        span = piece.span
        if piece.kind == "text":
            tokens.append(_Token("text", piece.text))
        elif piece.kind == "break":
            tokens.append(_Token("mark", "\n"))
        elif span is None:
            continue
        elif piece.kind == "atom":
            tokens.append(_atom(piece.text, span, base))
        elif span.kind == "link":
            if piece.kind == "open":
                addresses.append(link_address(span.target, base))
                tokens.append(_Token("mark", "[" if addresses[-1] else ""))
            else:
                address = addresses.pop()
                tokens.append(_Token("mark", f"]({_address(address)})" if address else ""))
        elif piece.kind == "open":
            mark = ("_" if opened else "*") * (2 if span.kind == "strong" else 1)
            opened.append((len(tokens), mark))
            tokens.append(_Token("mark", mark))
        else:
            start, mark = opened.pop()
            markers.append(_Marker(start, len(tokens), mark))
            tokens.append(_Token("mark", mark))
    if markers:
        _drop_unsound(tokens, markers)
    # A bar makes a table of lines one below the other, a dollar a formula beside formulas.
    also = "|" if break_at == "\n" else ""
    if "math" in shown and any(span.kind == "math" for span in block.spans):
        also += "$"
    return [part.strip(" ") for part in _join(tokens, also).split("\n")]


def _join(tokens: list[_Token], also: str) -> str:
    """The tokens as one text, with the characters in `also` escaped.

    Neighbours of one kind are put together first, being one to a parser.
    """
    parts: list[str] = []
    run: list[str] = []
    before = kind = "mark"
    for token in (*tokens, _Token("mark", "\n")):
        if not token.text:
            continue
        if run and token.kind != kind:
            text = "".join(run)
            run.clear()
            if before == "inset" and not text[0].isspace():
                parts.append(" ")
            parts.append(_code(text) if kind == "code" else _escape_text(text, also))
            if kind == "text" and token.text[0] == "[" and text[-1] == "!":
                parts[-1] = f"{parts[-1][:-1]}\\!"  # else the link would be an image
            if token.kind == "inset" and not text[-1].isspace():
                parts.append(" ")
        if token.kind in ("text", "code"):
            if kind != token.kind:
                before = kind
            run.append(token.text)
        else:
            parts.append(token.text)
        kind = token.kind
    return "".join(parts)[:-1]


def _escape_text(text: str, also: str = "") -> str:
    """The text so that no Markdown parser takes a part of it for markup."""
    text = _SPECIAL.sub(_escape, _LINE_BREAKS.sub(" ", text))
    for character in also:
        text = text.replace(character, f"\\{character}")
    return text


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


def _atom(text: str, span: Span, base: str | None) -> _Token:
    """A code span, a formula or an image as markup, else its text."""
    if span.kind == "code":
        return _Token("code", _LINE_BREAKS.sub(" ", text))
    if span.kind == "math":
        markup = _math(span.target)
    else:
        address = image_address(span.target, base)
        markup = f"![{_escape_text(text)}]({_address(address)})" if address else ""
    if span.start < span.end:
        return _Token("mark", markup) if markup else _Token("text", text)
    return _Token("inset", markup)


def _address(address: str) -> str:
    """The address as a destination, in which a parser resolves no entity."""
    return _ENTITY.sub("&amp;", address)


def _code(text: str) -> str:
    fence = fence_for(text, 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _math(source: str) -> str:
    """A formula as TeX between dollars, spaced so that no parser finds HTML or a link in it.

    Empty where there is no source, or one that a dollar would end early.
    """
    source = " ".join(source.split())
    if not source or _TEX_DOLLAR.search(source):
        return ""
    source = _TEX_LINK.sub("] ", _TEX_TAG.sub("< ", source)).replace("`", r"\lq ")
    return f"${source}$"


def _drop_unsound(tokens: list[_Token], markers: list[_Marker]) -> None:
    """Blank the emphasis marks that a parser would show instead of obeying."""
    for _ in range(3):
        unsound = [marker for marker in markers if not _is_sound(tokens, marker)]
        if not unsound:
            return
        for marker in unsound:
            tokens[marker.opens] = tokens[marker.closes] = _GONE
        markers = [marker for marker in markers if tokens[marker.opens].text]
    for marker in markers:  # taking one away may spoil another: rather none than one that shows
        tokens[marker.opens] = tokens[marker.closes] = _GONE


def _is_sound(tokens: list[_Token], marker: _Marker) -> bool:
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


def _neighbour(tokens: list[_Token], index: int, step: int) -> str:
    """The character beside a mark, a blank at the end of the text; code begins and ends with `."""
    index += step
    while 0 <= index < len(tokens):
        if tokens[index].text:
            at_end = tokens[index].text[-1 if step < 0 else 0]
            return "`" if tokens[index].kind == "code" else at_end
        index += step
    return " "


def _is_punctuation(character: str, strict: bool) -> bool:
    if character < "\x80":
        return not (character.isalnum() or character.isspace() or character < " ")
    return unicodedata.category(character)[0] in ("PS" if strict else "P")
