"""JSON, CSV, JSON Feed and front matter: what comes out is what went in, whatever it says."""

from __future__ import annotations

import csv
import io
import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from declutter.document import Document, Metadata
from declutter.render.csv import render_csv_head, render_csv_row
from declutter.render.front_matter import render_front_matter
from declutter.render.json import to_dict
from declutter.render.jsonfeed import to_feed_item
from tests.render.documents import COMMENT, DOCUMENTS, METADATA, document, paragraph

KNOWN = Metadata(
    title="A walk",
    authors=["Jane Doe", "Jo Roe"],
    published="2025-05-11",
    modified="2025-05-12T10:20+02:00",
    site_name="The Gazette",
    language="en",
    url="https://example.com/a",
    image="https://example.com/i.png",
    description="We walked.",
    tags=["rivers", "walks"],
    section="Outdoors",
    sources={"title": "json-ld"},
)


def test_json_has_every_field_in_a_known_order() -> None:
    doc = document(paragraph("Body."), paragraph("Nice!", verdict=COMMENT), metadata=KNOWN)
    assert list(to_dict(doc).items()) == [
        ("title", "A walk"),
        ("author", "Jane Doe, Jo Roe"),
        ("authors", ["Jane Doe", "Jo Roe"]),
        ("published", "2025-05-11"),
        ("modified", "2025-05-12T10:20+02:00"),
        ("site_name", "The Gazette"),
        ("language", "en"),
        ("url", "https://example.com/a"),
        ("image", "https://example.com/i.png"),
        ("description", "We walked."),
        ("tags", ["rivers", "walks"]),
        ("section", "Outdoors"),
        ("page_type", "article"),
        ("confidence", 1.0),
        ("decided_by", "judge"),
        ("text", "Body."),
        ("comments", "Nice!"),
        ("sources", {"title": "json-ld"}),
    ]


@given(DOCUMENTS)
def test_json_reads_back_from_one_line(doc: Document) -> None:
    text = doc.to_json()
    assert "\n" not in text
    assert json.loads(text) == doc.to_dict()
    assert json.loads(doc.to_json(indent=2)) == doc.to_dict()


def test_a_dict_can_be_changed_without_harm() -> None:
    doc = document(metadata=Metadata(tags=["x"]))
    tags = to_dict(doc)["tags"]
    assert isinstance(tags, list)
    tags.append("y")
    assert doc.tags == ["x"]


def test_csv_has_the_fields_of_a_page() -> None:
    doc = document(paragraph('Say "hi",\nyou.'), metadata=KNOWN)
    head, values = csv.reader(io.StringIO(render_csv_head() + render_csv_row(doc), newline=""))
    record = dict(zip(head, values, strict=True))
    assert (record["text"], record["author"]) == ('Say "hi",\nyou.', "Jane Doe, Jo Roe")
    assert (record["tags"], record["comments"]) == ("rivers;walks", "")
    assert render_csv_row(doc).endswith("\r\n")


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1"])
def test_csv_holds_no_formula(start: str) -> None:
    doc = document(paragraph(start), metadata=Metadata(title=start))
    _, title, *rest = next(csv.reader(io.StringIO(render_csv_row(doc), newline="")))
    assert title == f"'{start}"
    assert rest[-2] == f"'{start}"


@given(DOCUMENTS)
def test_csv_is_one_record_of_the_same_width(doc: Document) -> None:
    records = list(csv.reader(io.StringIO(render_csv_head() + render_csv_row(doc), newline="")))
    assert len(records) == 2
    assert len(records[0]) == len(records[1])
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in records[1])


def test_a_feed_item_has_the_fields_of_its_standard() -> None:
    doc = document(paragraph("Body."), metadata=KNOWN)
    assert to_feed_item(doc) == {
        "id": "https://example.com/a",
        "url": "https://example.com/a",
        "title": "A walk",
        "content_text": "Body.",
        "content_html": "<p>Body.</p>\n",
        "summary": "We walked.",
        "image": "https://example.com/i.png",
        "date_published": "2025-05-11T00:00:00Z",
        "date_modified": "2025-05-12T10:20:00+02:00",
        "authors": [{"name": "Jane Doe"}, {"name": "Jo Roe"}],
        "tags": ["rivers", "walks"],
        "language": "en",
    }


def test_a_feed_item_leaves_out_what_is_not_known() -> None:
    assert to_feed_item(document(metadata=Metadata(published="2025")), "page.html") == {
        "id": "page.html",
        "content_text": "",
        "content_html": "",
    }


def test_front_matter_names_what_is_known() -> None:
    assert render_front_matter(document(metadata=Metadata(title='"A": walk', tags=["x", "y"]))) == (
        '---\ntitle: "\\"A\\": walk"\ntags: ["x", "y"]\npage_type: "article"\n---\n'
    )


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(METADATA, ANY_TEXT, st.lists(ANY_TEXT))
def test_front_matter_is_yaml_whatever_the_title(
    metadata: Metadata, title: str, authors: list[str]
) -> None:
    metadata.title = title
    metadata.authors = authors
    front = render_front_matter(document(metadata=metadata))
    assert front.startswith("---\n")
    assert front.endswith("---\n")
    assert front.count("\n---\n") == 1
    known = yaml.safe_load(front[4:-4])
    assert known.get("title") == (title or None)
    assert known.get("authors", []) == authors
    assert known.get("published") == metadata.published
    assert all(isinstance(value, str | list) for value in known.values())


def test_front_matter_holds_what_yaml_forbids() -> None:
    title = "a\ud800b\x00c\x85d\u2028e\ufefff\n---\ng"
    front = render_front_matter(document(metadata=Metadata(title=title)))
    assert yaml.safe_load(front[4:-4])["title"] == title.replace("\ud800", "\ufffd")
