"""A rule in the text format of FiveFilters' site patterns, as XPath on a page's tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from declutter.errors import BrokenSiteRule
from declutter.site_rules.rule import Found
from declutter.site_rules.statements import XPATHS, Statement, parse_statements

_REGULAR_EXPRESSIONS: Final = {"re": "http://exslt.org/regular-expressions"}
_LONGEST_FIELD: Final = 1_000
_MOST_MATCHES: Final = 20
"""Matches of a title, an author or a date that are looked at."""


@dataclass(slots=True, frozen=True, eq=False)
class PatternRule:
    """The statements of one file; `name` is the file's, `notes` are on lines passed over.

    Of several `title`, `body`, `author` or `date` lines the first that finds something counts, of
    the `strip` lines all.
    """

    name: str
    hosts: Sequence[str]
    statements: tuple[Statement, ...]
    notes: tuple[str, ...] = ()

    def find(self, tree: Any, url: str) -> Found:
        """Evaluate the statements on a page's tree.

        Raises BrokenSiteRule where lxml finds a fault in an XPath only now.
        """
        found = Found()
        self._find_body(tree, found)
        self._find_fields(tree, found)
        for statement in self.statements:
            if statement.name == "strip":
                matches = elements_of(self._evaluate(statement, tree))
            elif statement.name == "strip_id_or_class":
                matches = _named(tree, statement.value)
            elif statement.name == "strip_image_src":
                matches = [
                    image for image in tree.iter("img") if statement.value in image.get("src", "")
                ]
            else:
                continue
            why = f"{self.name}:{statement.line} strips it"
            found.strip += [(element, why) for element in matches]
        return found

    def _find_body(self, tree: Any, found: Found) -> None:
        bodies = [statement for statement in self.statements if statement.name == "body"]
        for statement in bodies:
            elements = elements_of(self._evaluate(statement, tree))
            if elements:
                why = f"the body of {self.name}:{statement.line}"
                found.body = [(element, why) for element in elements]
                return
        if bodies:
            lines = ", ".join(str(statement.line) for statement in bodies)
            found.notes.append(f"{self.name}:{lines}: body matched nothing; the judge decided")

    def _find_fields(self, tree: Any, found: Found) -> None:
        for name in ("title", "author", "date"):
            tried = [statement for statement in self.statements if statement.name == name]
            for statement in tried:
                result = self._evaluate(statement, tree)
                texts = texts_of(result)
                if texts and self._take(name, texts, statement, found):
                    why = f"is the {name} of {self.name}:{statement.line}"
                    found.strip += [(part, why) for part in _standing_alone(elements_of(result))]
                    break
            else:
                if tried:
                    lines = ", ".join(str(statement.line) for statement in tried)
                    found.notes.append(f"{self.name}:{lines}: {name} matched nothing")

    def _take(self, name: str, texts: list[str], statement: Statement, found: Found) -> bool:
        """Keep what a field's statement found; False where it is not what the field holds."""
        from declutter.metadata.dates import read_date
        from declutter.metadata.names import people_of, strip_byline

        if name == "title":
            found.title = texts[0]
        elif name == "author":
            for text in texts:
                for person in people_of(text) or [strip_byline(text)]:
                    if person and person not in found.authors:
                        found.authors.append(person)
            return bool(found.authors)
        else:
            dates = [day for day in map(read_date, texts) if day is not None]
            if not dates:
                shown = f"{texts[0][:60]!r}"
                found.notes.append(f"{self.name}:{statement.line}: {shown} is no date known here")
                return False
            found.published = dates[0]
        return True

    def _evaluate(self, statement: Statement, tree: Any) -> Any:
        from lxml import etree

        try:
            return compiled(statement.value)(tree)
        except (etree.XPathError, ValueError) as error:
            raise BrokenSiteRule(
                f"{self.name}:{statement.line}: {statement.name}: {error}: mend the XPath "
                f"{statement.value[:200]}"
            ) from error


def parse_pattern(text: str, name: str, hosts: Sequence[str]) -> PatternRule:
    """The rule that a text is; `name` is the file's name for messages.

    Raises BrokenSiteRule, naming file and line, for a line or an XPath that is none.
    """
    from lxml import etree

    statements, notes = parse_statements(text, name)
    rule = PatternRule(name, tuple(hosts), tuple(statements), tuple(notes))
    empty = etree.Element("html")
    for statement in statements:
        if statement.name in XPATHS:
            rule._evaluate(statement, empty)
    return rule


@lru_cache(maxsize=8192)
def compiled(expression: str) -> Any:
    """An XPath 1.0 expression, with EXSLT's regular expressions under `re:`."""
    from lxml import etree

    return etree.XPath(expression, namespaces=_REGULAR_EXPRESSIONS, smart_strings=False)


def elements_of(result: Any) -> list[Any]:
    """The elements of an XPath's result."""
    if not isinstance(result, list):
        return []
    return [item for item in result if isinstance(getattr(item, "tag", None), str)]


def texts_of(result: Any) -> list[str]:
    """The texts of an XPath's first results, white space folded, without empty ones."""
    if isinstance(result, (bool, float)):
        return []
    texts: list[str] = []
    for item in result[:_MOST_MATCHES] if isinstance(result, list) else [result]:
        if isinstance(item, str):
            text = item
        elif isinstance(getattr(item, "tag", None), str):
            text = item.get("datetime") or item.get("content") or "".join(item.itertext())
        else:
            continue
        folded = " ".join(text[: 4 * _LONGEST_FIELD].split())[:_LONGEST_FIELD]
        if folded:
            texts.append(folded)
    return texts


def _named(tree: Any, part: str) -> list[Any]:
    """The elements whose class or id has the part in it."""
    return [
        element
        for element in tree.iter()
        if part in (element.get("class") or "") or part in (element.get("id") or "")
    ]


def _standing_alone(elements: list[Any]) -> list[Any]:
    """The elements that are a block's whole text: a date within a sentence stays in it."""
    from declutter.readers.tags import BLOCK_TAGS

    alone: list[Any] = []
    for element in elements[:_MOST_MATCHES]:
        own = "".join("".join(element.itertext()).split())
        around = element
        while around is not None and around.tag not in BLOCK_TAGS:
            around = around.getparent()
        if around is not None and "".join("".join(around.itertext()).split()) == own:
            alone.append(element)
    return alone
