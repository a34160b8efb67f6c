"""Addresses: absolute where they can be, and never a way to run code."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declutter.render.addresses import image_address, link_address

BASE = "https://example.com/dir/page.html"


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("HTTP://example.org/a", "HTTP://example.org/a"),
        ("/a", "https://example.com/a"),
        ("b?c=d#e", "https://example.com/dir/b?c=d#e"),
        ("//example.org/x", "https://example.org/x"),
        ("#part", "https://example.com/dir/page.html#part"),
        ("a b (c)", "https://example.com/dir/a%20b%20%28c%29"),
        ("/time/12:30", "https://example.com/time/12:30"),
        ("mailto:jane@example.com", "mailto:jane@example.com"),
        ("/über", "https://example.com/über"),
    ],
)
def test_links_are_absolute(target: str, address: str) -> None:
    assert link_address(target, BASE) == address


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java\u200bscript:alert(1)",
        "javascript&#58;alert(1)",
        "javascript&colon;alert(1)",
        "javascript&amp;colon;alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://example.com/1",
        "view-source:javascript:alert(1)",
        "",
        " ",
    ],
)
@pytest.mark.parametrize("base", [None, BASE])
def test_nothing_but_http_and_mail_is_a_link(target: str, base: str | None) -> None:
    assert link_address(target, base) is None
    assert image_address(target, base) is None


def test_an_address_that_cannot_be_joined_is_none() -> None:
    assert link_address("http://[::1", BASE) is None


def test_a_base_that_runs_code_lends_nothing() -> None:
    assert link_address("x", "javascript:alert(1)//") == "x"
    assert link_address("#x", "javascript:alert(1)//") == "#x"


def test_an_image_is_not_a_mail() -> None:
    assert image_address("mailto:jane@example.com", None) is None


def test_without_a_base_a_relative_address_stays() -> None:
    assert link_address("a/b", None) == "a/b"


@given(st.text(), st.none() | st.text())
def test_any_address_is_whole_and_safe(target: str, base: str | None) -> None:
    address = link_address(target, base)
    if address is not None:
        assert not set(address) & set(' <>"`(){}|\\\n\r\t')
        address.encode()
        scheme, colon, _ = re.split("[/?#]", address)[0].partition(":")
        assert not colon or scheme.lower() in ("http", "https", "mailto")
