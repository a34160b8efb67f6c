"""An lxml tree that a caller holds becomes a Page, by way of its HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from declutter.deadline import Deadline
from declutter.page import Page

if TYPE_CHECKING:
    from declutter.site_rules.rule import SiteRule


def is_tree(data: object) -> bool:
    """Whether `data` is an element or a tree of lxml, told without importing lxml."""
    for kind in type(data).__mro__:
        of_lxml = kind.__module__.partition(".")[0] == "lxml"
        if of_lxml and kind.__name__ in ("_Element", "_ElementTree"):
            return True
    return False


def read_tree(
    tree: Any, *, deadline: Deadline, url: str | None = None, rule: SiteRule | None = None
) -> Page:
    """Read an lxml element or element tree into a Page; the tree is left as it is.

    Under a site's `rule` the Page says what it finds there.
    """
    from declutter.readers.html import read_html

    text = tree_markup(tree)
    deadline.check()
    if rule is not None:
        from declutter.readers.html_ruled import read_ruled

        return read_ruled(text, charset=None, url=url or "", rule=rule, deadline=deadline)
    return read_html(text, charset=None, deadline=deadline)


def tree_markup(tree: Any) -> str:
    """The HTML of an lxml element or element tree."""
    from lxml import html

    markup: str = html.tostring(tree, encoding="unicode", method="html", with_tail=False)
    return markup
