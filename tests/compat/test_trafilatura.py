"""Scripts written for trafilatura run with the import changed: the same names, keys and None."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import pytest
import trafilatura
from lxml import etree
from lxml import html as lxml_html

import declutter
from declutter.compat.trafilatura import bare_extraction, extract

CASE = Path(__file__).resolve().parents[2] / "fixtures" / "html-news-full"
PAGE = (CASE / "page.html").read_bytes()
TEXT = (CASE / "expected.txt").read_text("utf-8").rstrip("\n")
URL = "https://gazette.example.com/news/tidal-pool-approved"


def test_extract_gives_the_text() -> None:
    assert extract(PAGE, include_comments=False) == TEXT
    assert extract(PAGE.decode(), url=URL, include_comments=False) == TEXT
    assert extract(lxml_html.fromstring(PAGE.decode()), include_comments=False) == TEXT


def test_comments_are_there_unless_they_are_not_wanted() -> None:
    with_comments = extract(PAGE)
    assert with_comments is not None
    assert with_comments.startswith(TEXT)
    assert "first high water" in with_comments


def test_a_page_with_nothing_is_none_and_so_is_one_that_is_no_page() -> None:
    assert extract("<html><body></body></html>") is None
    assert extract(b"%PDF-1.7 and so on") is None
    assert bare_extraction("") is None


@pytest.mark.parametrize("function", ["extract", "bare_extraction"])
def test_every_argument_of_trafilatura_is_known(function: str) -> None:
    mine = {"extract": extract, "bare_extraction": bare_extraction}[function]
    theirs = inspect.signature(getattr(trafilatura, function)).parameters
    for name, parameter in theirs.items():
        if name not in ("filecontent", "config"):
            mine(PAGE, **{name: parameter.default})


@pytest.mark.parametrize(
    "options",
    [
        {"deduplicate": True},
        {"prune_xpath": "//aside"},
        {"settingsfile": "settings.cfg"},
        {"date_extraction_params": {"max_date": "2024-01-01"}},
        {"output_format": "docx"},
    ],
)
def test_what_has_no_counterpart_is_refused_with_what_to_do(options: dict[str, Any]) -> None:
    with pytest.raises(declutter.InvalidOption, match=f"^{next(iter(options))}.*: .{{10,}}"):
        extract(PAGE, **options)


def test_an_unknown_argument_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="include_music"):
        extract(PAGE, include_music=True)


def test_formats() -> None:
    assert "## What was decided" in str(extract(PAGE, output_format="markdown"))
    assert extract(PAGE, include_formatting=True) == extract(PAGE, output_format="markdown")
    root = etree.fromstring(str(extract(PAGE, output_format="xml")).encode())
    assert (root.tag, root.get("title")) == (
        "doc",
        json.loads((CASE / "expected.json").read_text("utf-8"))["title"],
    )
    tei = etree.fromstring(str(extract(PAGE, output_format="xmltei")).encode())
    assert tei.tag == "{http://www.tei-c.org/ns/1.0}TEI"
    assert "<h2>What was decided</h2>" in str(extract(PAGE, output_format="html"))
    assert str(extract(PAGE, output_format="txt", with_metadata=True)).startswith("---")


def test_json_has_the_keys_of_trafilatura() -> None:
    theirs = json.loads(trafilatura.extract(PAGE, output_format="json", with_metadata=True) or "")
    text = extract(PAGE, output_format="json", with_metadata=True, record_id="7")
    mine = json.loads(text or "")
    assert set(theirs) - set(mine) <= {"filedate"}
    assert {name: type(mine[name]) for name in ("categories", "tags", "date", "source")} == {
        name: type(theirs[name]) for name in ("categories", "tags", "date", "source")
    }
    assert (mine["id"], mine["text"], mine["date"]) == ("7", TEXT, "2025-03-04")


def test_bare_extraction_gives_trafilaturas_document() -> None:
    found = bare_extraction(PAGE, url=URL)
    assert type(found) is type(trafilatura.bare_extraction(PAGE))
    assert (found.text, found.author, found.hostname) == (
        TEXT,
        "Moira Penhallow",
        "gazette.example.com",
    )
    assert found.body.tag == "main"
    assert "first high water" in found.comments
    assert bare_extraction(PAGE, as_dict=True)["title"] == found.title


def test_filters() -> None:
    assert extract(PAGE, target_language="en") is not None
    assert extract(PAGE, target_language="de") is None
    assert extract(PAGE, url_blacklist={URL}) is None
    assert extract(PAGE, only_with_metadata=True) is not None
    assert extract("<p>" + "A line about geese. " * 20, only_with_metadata=True) is None
    assert bare_extraction(PAGE, author_blacklist={"moira penhallow"}).author is None


def test_readings_of_favor() -> None:
    for favor in ("precision", "recall"):
        options: dict[str, Any] = {f"favor_{favor}": True}
        wanted = declutter.clean(PAGE, favor=favor).text
        assert extract(PAGE, include_comments=False, **options) == wanted
