"""Text that a page keeps where only programs look: noscript, template, JSON-LD, framework state.

Read only where the page shows next to nothing. That forums keep their posts in noscript and some
articles theirs in JSON-LD was measured on the WCXB corpus.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from declutter.page import Block, Declared, Origin
from declutter.readers.decode import clean_text
from declutter.readers.html_walk import Walk

_TEXT_FIELDS: Final = (
    "headline",
    "articleBody",
    "text",
    "description",
    "reviewBody",
    "recipeIngredient",
    "recipeInstructions",
)
_BODY_FIELDS: Final = ("articleBody", "text")
"""Where these are, the headline and the description only say the same in short."""
_NESTED_FIELDS: Final = (
    "@graph",
    "mainEntity",
    "acceptedAnswer",
    "suggestedAnswer",
    "itemListElement",
    "item",
    "step",
    "recipeInstructions",
    "review",
    "comment",
)
_MARKUP: Final = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|li|strong|em|a)\b[^<>]{0,300}>", re.I)
_SENTENCE_END: Final = re.compile(r"([.!?。\n])")
_PLAIN_WORD: Final = re.compile(r"[\w'’\"“”,;:()-]+\Z")
_SENTENCE_WORDS: Final = 8
_ADDRESS: Final = re.compile(r"^(?:https?:)?//|^data:")
_MOST_VALUES: Final = 50_000
_MOST_STATE: Final = 5_000_000
_SHORTEST_STATE_TEXT: Final = 80


def read_unseen(walk: Walk, declared: Declared) -> None:
    """Add blocks for the text that a page has but does not show, from the first place with any."""
    from declutter.readers.parser import parse_fragment

    seen = {block.text for block in walk.blocks}
    before = len(walk.blocks)
    for node in walk.unread:
        if node.tag == "script":
            _read_texts(walk, [node.text], "template", seen)
        elif node.tag == "noscript":
            walk.read(parse_fragment(node.text, positions=False).children, "noscript")
        else:
            walk.read(node.children, "template")
    if _words_since(walk, before) >= _SHORTEST_STATE_TEXT:
        return
    texts = texts_of_json_ld(declared.json_ld)
    _read_texts(walk, texts, "json-ld", seen)
    if _words_since(walk, before) >= _SHORTEST_STATE_TEXT:
        return
    _read_texts(walk, texts_of_state(walk), "state", seen)


def _words_since(walk: Walk, first: int) -> int:
    return sum(block.text.count(" ") + 1 for block in walk.blocks[first:])


def _read_texts(walk: Walk, texts: list[str], origin: Origin, seen: set[str]) -> None:
    from declutter.readers.parser import parse_fragment

    for text in texts:
        if _MARKUP.search(text):
            walk.read(parse_fragment(text, positions=False).children, origin)
            continue
        for line in clean_text(text).split("\n"):
            folded = " ".join(line.split())
            if folded and folded not in seen:
                seen.add(folded)
                walk.blocks.append(Block(folded, origin=origin))


def texts_of_json_ld(values: list[object]) -> list[str]:
    """The texts of JSON-LD that stand for a page's own: bodies, descriptions, questions, steps."""
    texts: list[str] = []
    pending: list[object] = list(reversed(values))
    visited = 0
    while pending and visited < _MOST_VALUES:
        value = pending.pop()
        visited += 1
        if isinstance(value, list):
            pending.extend(reversed(value))
        elif isinstance(value, dict):
            kind = value.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if "Question" in kinds and isinstance(value.get("name"), str):
                texts.append(value["name"])
            for field in _BODY_FIELDS if _has_body(value) else _TEXT_FIELDS:
                found = value.get(field)
                if isinstance(found, str) and found.strip():
                    texts.append(found)
                elif isinstance(found, list):
                    texts.extend(item for item in found if isinstance(item, str))
            for field in reversed(_NESTED_FIELDS):
                if isinstance(value.get(field), dict | list):
                    pending.append(value[field])
    return list(dict.fromkeys(texts))


def _has_body(value: dict[str, object]) -> bool:
    return any(isinstance(value.get(field), str) and value[field] for field in _BODY_FIELDS)


def texts_of_state(walk: Walk) -> list[str]:
    """The sentences in the JSON that a framework left for its scripts, in their order."""
    texts: list[str] = []
    for node in walk.states:
        source = node.text
        if len(source) > _MOST_STATE:
            continue
        try:
            value: Any = json.loads(source)
        except (ValueError, RecursionError):
            continue
        texts.extend(_sentences(value))
    return list(dict.fromkeys(texts))


def _sentences(value: object) -> list[str]:
    texts: list[str] = []
    pending: list[object] = [value]
    visited = 0
    while pending and visited < _MOST_VALUES:
        item = pending.pop()
        visited += 1
        if isinstance(item, dict):
            pending.extend(reversed(list(item.values())))
        elif isinstance(item, list):
            pending.extend(reversed(item))
        elif isinstance(item, str) and len(item) >= _SHORTEST_STATE_TEXT and is_prose(item):
            texts.append(item)
    return texts


def is_prose(text: str) -> bool:
    """Whether a string reads like sentences, rather than code, an address or a key."""
    if _ADDRESS.match(text) is not None:
        return False
    parts = _SENTENCE_END.split(text[:3000])
    return any(
        end != "\n" and _most_plain_words(part) >= _SENTENCE_WORDS
        for part, end in zip(parts[::2], parts[1::2], strict=False)
    )


def _most_plain_words(text: str) -> int:
    """The length of the longest row of words that have no sign of code or of an address."""
    most = row = 0
    for word in text.split():
        row = row + 1 if _PLAIN_WORD.match(word) else 0
        most = max(most, row)
    return most
