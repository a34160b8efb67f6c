"""Elements as numbers: those that are called alike have one number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from declutter.judge.evidence.outline import draw_outline
from declutter.page import Element, Page

NAMES = st.tuples(st.sampled_from(("div", "li", "p")), st.sampled_from(("", "card", "card big")))


@given(st.lists(NAMES, max_size=30), st.booleans())
def test_what_is_called_alike_has_one_number(names: list[tuple[str, str]], shared: bool) -> None:
    known: dict[str, tuple[str, ...]] = {}
    elements = []
    for tag, name in names:
        words = tuple(name.split())
        elements.append(Element(tag, -1, known.setdefault(name, words) if shared else words, 0))
    outline = draw_outline(Page("html", [], elements))
    called = [(tag, tuple(name.split())) for tag, name in names]
    assert [outline.designations[call] for call in outline.calls] == called
    assert outline.designations == list(dict.fromkeys(called))
