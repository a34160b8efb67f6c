"""Elements and attributes are found by a few letters of their names: no two may share these."""

from __future__ import annotations

from declutter.readers import html_nodes
from declutter.readers.tags import BLOCK_TAGS, PLAIN_INLINE_TAGS, SKIPPED_TAGS, tag_named


def test_every_known_element_has_a_place_of_its_own() -> None:
    known = {*BLOCK_TAGS, *PLAIN_INLINE_TAGS, *SKIPPED_TAGS, "a", "br", "hr", "img", "math", "time"}
    assert all(tag_named(name) is tag_named(name) for name in known)
    assert {tag_named(name).name for name in known} == known


def test_an_unknown_element_is_told_by_its_hyphen() -> None:
    assert tag_named("x-card").role == tag_named("div").role
    assert tag_named("blink").role == tag_named("span").role


def test_every_telling_attribute_has_a_place_of_its_own() -> None:
    told = {name: html_nodes._told_by(name) for name in html_nodes._TELLING}
    assert told == html_nodes._TELLING
    assert html_nodes._told_by("onclick") == html_nodes._told_by("cross") == html_nodes._NOTHING
