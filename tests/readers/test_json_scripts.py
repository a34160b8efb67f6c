"""JSON-LD as sites write it: what is nearly JSON is read, what is not is left out."""

from __future__ import annotations

import pytest

from declutter.deadline import Deadline
from declutter.readers.html import read_html
from declutter.readers.json_scripts import parse_nearly_json


@pytest.mark.parametrize(
    "text",
    [
        '{"a": [1]}',
        '\n<![CDATA[\n{"a": [1]}\n]]>\n',
        '//<![CDATA[\n{"a": [1]}\n//]]>',
        '/*<![CDATA[*/{"a": [1]}/*]]>*/',
        '<!-- {"a": [1]} -->',
        '{"a": [1,],}',
        '{"a": [1]};',
        "{&quot;a&quot;: [1]}",
    ],
)
def test_nearly_json_is_read(text: str) -> None:
    assert parse_nearly_json(text) == {"a": [1]}


@pytest.mark.parametrize("text", ["", "}", "]]>", '{"a": ', "[" * 100_000, "null", "7", '"text"'])
def test_what_is_no_json_is_none(text: str) -> None:
    assert parse_nearly_json(text) is None


def test_a_control_character_in_a_text_does_no_harm() -> None:
    assert parse_nearly_json('{"a": "one\ntwo"}') == {"a": "one\ntwo"}


def test_a_broken_script_leaves_the_others() -> None:
    script = '<script type="application/ld+json">{}</script>'
    page = read_html(
        "<p>Text.</p>"
        + script.replace("{}", '{"a": 1}')
        + script.replace("{}", '{"b": ')
        + script.replace("{}", '<![CDATA[{"c": 3}]]>'),
        charset=None,
        deadline=Deadline(None),
    )
    assert page.declared.json_ld == [{"a": 1}, {"c": 3}]
