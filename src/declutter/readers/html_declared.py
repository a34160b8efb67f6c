"""What a page declares of itself, in its head and in the attributes of its body."""

from __future__ import annotations

from typing import Any, Final

from declutter.page import Declared

_TOLD_RELATIONS: Final = frozenset(("author", "tag", "canonical", "bookmark", "license"))
_TOLD_WORDS: Final = frozenset(
    (
        "author",
        "byline",
        "writer",
        "date",
        "published",
        "updated",
        "posted",
        "time",
        "fn",
        "dateline",
    )
)
_LONGEST_TOLD: Final = 300
_MOST_TOLD: Final = 1_000_000
"""Characters of element text read for what a page tells of itself; a bound on hostile nesting."""


class Teller:
    """Keeps in a Declared what elements of the body tell of an author, a date or a relation."""

    __slots__ = ("_told", "declared")

    def __init__(self, declared: Declared) -> None:
        self.declared = declared
        self._told = 0

    def read_item(self, node: Any, block: int) -> None:
        """Keep a microdata property with its value."""
        value: str = node.attr("content") or node.attr("datetime") or ""
        if not value:
            value = self._text(node) or node.attr("href") or node.attr("src") or ""
        names: str = node.attr("itemprop") or ""
        for name in names.split():
            self.declared.items.append((name.lower(), value, block))

    def read_named(self, node: Any, words: tuple[str, ...], block: int) -> None:
        """Keep the text of an element whose words name an author or a date."""
        for word in words:
            if word in _TOLD_WORDS:
                told = self._text(node)
                if told:
                    self.declared.items.append((f".{' '.join(words)}", told, block))
                return

    def read_time(self, node: Any, block: int) -> None:
        """Keep the moment of a time element, or of a custom one that shows it as time gone by."""
        moment: str | None = node.attr("datetime") or node.attr("ts")
        if moment:
            self.declared.times.append((moment, block))

    def read_link(self, node: Any) -> None:
        """Keep what a link's rel says of its target, where that is an author, a tag or the like."""
        relation: str = node.attr("rel")
        for name in relation.split():
            if name in _TOLD_RELATIONS:
                target: str = node.attr("href") or ""
                self.declared.relations.append((name, target, self._text(node)))

    def _text(self, node: Any) -> str:
        """The beginning of an element's text, empty once the page has told enough."""
        if self._told > _MOST_TOLD:
            return ""
        text: str = node.text
        self._told += len(text) + 100
        return " ".join(text[:_LONGEST_TOLD].split())


def read_meta(node: Any, declared: Declared) -> None:
    """Keep a meta element's name and content."""
    content: str | None = node.attr("content")
    if content is None:
        return
    for key in ("name", "property", "itemprop", "http-equiv"):
        name: str | None = node.attr(key)
        if name:
            declared.meta.append((name.strip().lower(), content.strip()))


def read_relation(node: Any, declared: Declared) -> None:
    """Keep a link element's relations and address."""
    relation: str | None = node.attr("rel")
    target: str | None = node.attr("href")
    if relation and target is not None:
        for name in relation.split():
            declared.relations.append((name.lower(), target.strip(), ""))
