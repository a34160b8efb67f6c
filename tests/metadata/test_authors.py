"""Authors as people: from JSON-LD, meta, markup and bylines, without what stands beside them."""

from __future__ import annotations

import json

import pytest

from declutter.metadata.names import people_of
from tests.metadata.pages import metadata_of

TITLE = "<h1>Harbour plan approved</h1>"
TEXT = (
    "<p>" + "The council met on the quay and spoke of little else than the harbour. " * 6 + "</p>"
)


def with_json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>{TITLE}{TEXT}'


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Person", "name": "Jane Doe"},
        [{"@type": "Person", "name": "Jane Doe"}],
        "Jane Doe",
        {"@type": "Person", "givenName": "Jane", "familyName": "Doe"},
    ],
)
def test_json_ld_names_a_person_in_many_forms(author: object) -> None:
    found = metadata_of(with_json_ld({"@type": "NewsArticle", "author": author}))
    assert found.authors == ["Jane Doe"]
    assert found.sources["authors"] == "json-ld"


def test_json_ld_references_are_followed() -> None:
    graph = {
        "@graph": [
            {"@type": "Article", "author": [{"@id": "#jane"}, {"@id": "#john"}]},
            {"@type": "Person", "@id": "#john", "name": "John Roe"},
            {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
        ]
    }
    assert metadata_of(with_json_ld(graph)).authors == ["Jane Doe", "John Roe"]


def test_a_reference_to_itself_names_nobody() -> None:
    graph = {"@graph": [{"@type": "Article", "author": {"@id": "#a"}}, {"@id": "#a", "x": 1}]}
    assert metadata_of(with_json_ld(graph)).authors == []


def test_the_authors_of_comments_and_reviews_are_not_the_pages() -> None:
    value = {
        "@type": "BlogPosting",
        "headline": "Harbour plan approved",
        "comment": [{"@type": "Comment", "author": {"name": "Some Reader"}}],
        "review": {"@type": "Review", "author": "Another Reader"},
    }
    assert metadata_of(with_json_ld(value)).authors == []


def test_one_article_of_several_is_told_by_the_heading() -> None:
    values = [
        {"@type": "Article", "headline": "Another story", "author": "John Roe"},
        {"@type": "Article", "headline": "Harbour plan approved", "author": "Jane Doe"},
    ]
    assert metadata_of(with_json_ld(values)).authors == ["Jane Doe"]


def test_an_address_in_the_place_of_an_author_is_no_name() -> None:
    found = metadata_of(
        "<head><meta property='article:author' content='https://example.com/people/jane'>"
        f"<meta name='author' content='Jane Doe'></head>{TITLE}{TEXT}"
    )
    assert found.authors == ["Jane Doe"]
    assert found.sources["authors"] == "meta"


@pytest.mark.parametrize("placeholder", ["admin", "Staff", "The Daily Example", "Redaktion"])
def test_a_person_in_the_byline_goes_before_a_placeholder(placeholder: str) -> None:
    found = metadata_of(
        f"<head><meta name='author' content='{placeholder}'>"
        "<meta property='og:site_name' content='The Daily Example'></head>"
        f"{TITLE}<p>By Jane Doe</p>{TEXT}"
    )
    assert found.authors == ["Jane Doe"]


def test_an_agency_is_the_author_only_where_nobody_is_named() -> None:
    agency = "<head><meta name='author' content='Reuters'></head>"
    assert metadata_of(f"{agency}{TITLE}{TEXT}").authors == ["Reuters"]
    assert metadata_of(f"{agency}{TITLE}<p>By Jane Doe</p>{TEXT}").authors == ["Jane Doe"]


def test_admin_alone_is_nobody() -> None:
    assert (
        metadata_of(f"<head><meta name='author' content='admin'></head>{TITLE}{TEXT}").authors == []
    )


@pytest.mark.parametrize(
    "byline",
    [
        "<p>By Jane Doe</p>",
        "<p>Written by: Jane Doe</p>",
        "<p>ByJane Doe</p>",
        "<p>11 May 2025 | By Jane Doe</p>",
        "<p>By Jane Doe, Senior Reporter</p>",
        "<p>By Jane Doe • May 11, 2025 • 4 min read</p>",
        "<div class='post-author'>Jane Doe</div>",
        "<p><span itemprop='author'>Jane Doe</span></p>",
        "<p><a rel='author' href='/people/jane'>Jane Doe</a></p>",
        "<p>Jane Doe</p><p>11 May 2025</p>",
        "<p>By</p><p>Jane Doe</p>",
    ],
)
def test_bylines_in_many_forms(byline: str) -> None:
    found = metadata_of(f"{TITLE}{byline}{TEXT}")
    assert found.authors == ["Jane Doe"]
    assert found.sources["authors"] == "visible"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Von Anna Muster und Bernd Beispiel", ["Anna Muster", "Bernd Beispiel"]),
        ("Par Anne Modèle et Luc Exemple", ["Anne Modèle", "Luc Exemple"]),
        ("Por Ana Modelo y Luis Ejemplo", ["Ana Modelo", "Luis Ejemplo"]),
        ("Por Ana Modelo e Luís Exemplo", ["Ana Modelo", "Luís Exemplo"]),
        ("di Anna Modello e Luca Esempio", ["Anna Modello", "Luca Esempio"]),
        ("Door Anna Voorbeeld en Bert de Vries", ["Anna Voorbeeld", "Bert de Vries"]),
        ("Autor: Anna Wzór", ["Anna Wzór"]),
        ("Av Anna Exempel", ["Anna Exempel"]),
        ("Автор: Анна Примерова", ["Анна Примерова"]),
    ],
)
def test_bylines_in_other_languages(byline: str, authors: list[str]) -> None:
    assert metadata_of(f"{TITLE}<p>{byline}</p>{TEXT}").authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "<p>Reviewed by Jane Doe</p>",
        "<p>Photo by Jane Doe</p>",
        "<p>By clicking the button you agree to everything</p>",
        "<aside class='related'><p>By John Roe</p></aside>",
        "<div class='comments'><p class='comment-author'>John Roe</p></div>",
    ],
)
def test_lines_that_name_no_author(line: str) -> None:
    assert metadata_of(f"<main>{TITLE}{TEXT}{line}</main>").authors == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe, John Roe and Ada Byte", ["Jane Doe", "John Roe", "Ada Byte"]),
        ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe; John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, MD, PhD", ["Jane Doe, MD, PhD"]),
        ("Jane Doe (@janedoe)", ["Jane Doe"]),
        ("Jane Doe <jane@example.com>", ["Jane Doe"]),
        ("Jane Doe | 11 May 2025", ["Jane Doe"]),
        ("Jane Doe, editor in chief", ["Jane Doe"]),
        ("Department of Research and Development", ["Department of Research and Development"]),
        ("https://example.com/jane", []),
        ("", []),
    ],
)
def test_names_out_of_a_text(text: str, names: list[str]) -> None:
    assert people_of(text) == names


def test_a_thread_is_its_first_posters() -> None:
    post = (
        "<article class='post'><div class='username'>{name}</div>"
        "<time datetime='{day}'>then</time><p>"
        + "What I know about knots is this. " * 4
        + "</p></article>"
    )
    found = metadata_of(
        "<h1>Which knot for a dinghy?</h1>"
        + post.format(name="knotty42", day="2024-03-01T09:30:00Z")
        + post.format(name="old_salt", day="2024-03-02T10:00:00Z"),
        page_type="forum",
    )
    assert found.authors == ["knotty42"]
    assert found.published == "2024-03-01T09:30:00+00:00"


def test_a_product_has_no_author_although_its_reviews_have() -> None:
    found = metadata_of(
        "<h1>Rope, 12 mm</h1><p>By Some Reader</p>"
        "<div itemprop='review'><span itemprop='author'>Some Reader</span></div>",
        page_type="product",
    )
    assert found.authors == []


def test_plain_text_bylines_are_read() -> None:
    found = metadata_of(
        "Rain stops the regatta\n\nBy Jane Doe\n\n11 May 2025\n\n"
        "The boats stayed in the harbour all day, and nobody minded much.",
        input_format="text",
    )
    assert found.authors == ["Jane Doe"]
    assert found.published == "2025-05-11"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Autor: Bogna Przykład Opublikowano: 4 maja 2024", ["Bogna Przykład"]),
        ("By Jane Doe Last updated on 11 May 2025", ["Jane Doe"]),
        ("โดย สมชาย ตัวอย่าง", ["สมชาย ตัวอย่าง"]),
        ("김예시 기자", ["김예시"]),
        ("By EPAInternational edition by The Example", ["EPA"]),
        ("By PAEvening edition by The Example", ["PA"]),
        ("By JRSmith of The Example", ["JRSmith of The Example"]),
        ("By Ann DeVries", ["Ann DeVries"]),
        ("By AJSmith", ["AJSmith"]),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(line: str, names: list[str]) -> None:
    assert people_of(line)[:1] == names


def test_text_that_is_all_one_line_opens_with_its_byline() -> None:
    story = "The council met on the quay and spoke of little else than the harbour. " * 6
    found = metadata_of(f"By Jane Doe 11 May 2025 {story}", input_format="text")
    assert (found.authors, found.published) == (["Jane Doe"], "2025-05-11")
    other = metadata_of(f"By the time of 11 May 2025 all was said. {story}", input_format="text")
    assert (other.authors, other.published) == ([], None)


def test_a_shown_name_goes_before_a_declared_handle() -> None:
    head = "<meta name='author' content='jdoe77'>"
    byline = "<p>by Jane Doe</p>"
    assert metadata_of(f"<head>{head}</head>{TITLE}{byline}{TEXT}").authors == ["Jane Doe"]
    assert metadata_of(f"<head>{head}</head>{TITLE}{TEXT}").authors == ["jdoe77"]


def test_one_name_written_as_a_name_is_no_handle() -> None:
    head = "<meta name='author' content='Lillie'>"
    page = f"<head>{head}</head>{TITLE}<div class='author'>More About Me</div>{TEXT}"
    assert metadata_of(page).authors == ["Lillie"]


@pytest.mark.parametrize("told", ["5 min read", "mins read", "Insights from", "Jun 2"])
def test_what_stands_in_an_authors_place_without_being_a_name(told: str) -> None:
    assert metadata_of(f"{TITLE}<div class='author'>{told}</div>{TEXT}").authors == []


def test_who_opened_a_thread_is_its_author() -> None:
    page = (
        f"{TITLE}<ul><li>Thread starter quill_feather</li></ul>"
        "<div class='author'>old_peel</div><p>Third loaf in a row.</p>"
    )
    assert metadata_of(page, page_type="forum").authors == ["quill_feather"]


def test_the_person_whose_site_bears_the_name_is_taken_without_what_stands_behind() -> None:
    page = (
        f"<head><meta name='author' content='Jane Doe'></head>{TITLE}"
        f"<p>May 18, 2023 By Jane Doe Leave It</p>{TEXT}"
    )
    assert metadata_of(page, url="https://www.janedoe.example/quay").authors == ["Jane Doe"]


def test_authors_of_a_bibliography_have_their_family_name_last() -> None:
    names = ("Doe, Jane", "Roe, John A.", "Poe, MD")
    head = "".join(f"<meta name='citation_author' content='{name}'>" for name in names)
    found = metadata_of(f"<head>{head}</head>{TITLE}{TEXT}")
    assert found.authors == ["Jane Doe", "John A. Roe", "Poe, MD"]
