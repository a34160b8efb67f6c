"""The title without the site's name, section or slogan, by agreement of what a page says."""

from __future__ import annotations

import pytest

from tests.metadata.pages import metadata_of


def test_the_sites_name_goes_where_the_page_declares_it() -> None:
    found = metadata_of(
        "<head><title>Council backs harbour plan | The Daily Example</title>"
        "<meta property='og:site_name' content='The Daily Example'></head><body><p>Text.</p>"
    )
    assert found.title == "Council backs harbour plan"
    assert found.sources["title"] == "title"


def test_the_sites_name_is_told_by_the_host() -> None:
    found = metadata_of(
        "<head><title>Harbour plan approved - Lindfield Courier</title></head><body><p>Text.</p>",
        url="https://www.lindfieldcourier.example/news/harbour",
    )
    assert found.title == "Harbour plan approved"


def test_a_section_between_title_and_site_goes_with_the_heading() -> None:
    found = metadata_of(
        "<head><title>Ferry line returns | Travel | The Daily Example</title></head>"
        "<body><h1>Ferry line returns</h1><p>Text.</p>"
    )
    assert found.title == "Ferry line returns"
    assert found.sources["title"] == "heading"


def test_the_heading_that_a_declared_title_agrees_with_is_the_title() -> None:
    found = metadata_of(
        "<head><title>How to prune a quince tree – Orchard Notes</title>"
        "<meta property='og:title' content='How to prune a quince tree'></head>"
        "<body><h1>Orchard Notes</h1><h1>How to prune a quince tree</h1><p>Text.</p>"
    )
    assert found.title == "How to prune a quince tree"


def test_the_name_of_a_book_in_the_heading_is_not_the_chapters_title() -> None:
    found = metadata_of(
        "<head><title>Knots and bends - The Sailor's Handbook</title></head>"
        "<body><h1>The Sailor's Handbook</h1><h2>Knots and bends</h2><p>Text.</p>"
    )
    assert found.title == "Knots and bends"


def test_a_dash_that_belongs_to_the_title_stays() -> None:
    found = metadata_of(
        "<head><title>Budget 2025 - what it means for schools</title>"
        "<meta property='og:title' content='Budget 2025 - what it means for schools'></head>"
        "<body><p>Text.</p>"
    )
    assert found.title == "Budget 2025 - what it means for schools"


def test_json_ld_headline_with_entities_is_read() -> None:
    found = metadata_of(
        '<script type="application/ld+json">{"@type": "NewsArticle", '
        '"headline": "Fish &amp; chips <em>return</em>"}</script><p>Text.</p>'
    )
    assert found.title == "Fish & chips return"
    assert found.sources["title"] == "json-ld"


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        (
            "Stadtrat stimmt für den Hafen - Musterblatt",
            "Musterblatt",
            "Stadtrat stimmt für den Hafen",
        ),
        (
            "Le port rouvre ses quais – La Gazette Modèle",
            "La Gazette Modèle",
            "Le port rouvre ses quais",
        ),
        ("港の再開発が決まる｜見本新聞", "見本新聞", "港の再開発が決まる"),
        ("Порт снова открыт | Пример", "Пример", "Порт снова открыт"),
    ],
)
def test_titles_of_other_languages(title: str, site: str, expected: str) -> None:
    found = metadata_of(
        f"<head><title>{title}</title><meta property='og:site_name' content='{site}'></head>"
        "<body><p>Text.</p>"
    )
    assert found.title == expected


def test_controls_and_direction_marks_go() -> None:
    found = metadata_of(
        "<head><meta property='og:title' content='Safe\u202e \u200btitle\x07'></head><p>Text.</p>"
    )
    assert found.title == "Safe title"


def test_plain_text_has_its_first_line_as_title() -> None:
    found = metadata_of(
        "Rain stops the regatta\n\nThe boats stayed in the harbour all day, and few minded.",
        input_format="text",
    )
    assert found.title == "Rain stops the regatta"


def test_plain_text_that_begins_with_a_sentence_has_no_title() -> None:
    found = metadata_of(
        "The boats stayed in the harbour all day.\n\nNobody minded much.", input_format="text"
    )
    assert found.title is None


def test_a_service_header_is_the_title() -> None:
    found = metadata_of(
        "Title: Rain stops the regatta\n\nURL Source: https://example.com/regatta\n\n"
        "Published Time: 2025-05-11T08:00:00Z\n\nMarkdown Content:\n# Something else\n\nText.",
        input_format="markdown",
    )
    assert found.title == "Rain stops the regatta"
    assert found.url == "https://example.com/regatta"
    assert found.published == "2025-05-11T08:00:00+00:00"
    assert found.sources["title"] == "header"


@pytest.mark.parametrize(
    "above",
    [
        "Home | Boats | Tides | Contact",
        "The Quay Board\nHome | Boards | Members | Log in\n\nHome > Boards > Nets",
        "",
    ],
)
def test_the_title_of_text_stands_below_its_menus(above: str) -> None:
    story = "The council met on the quay and spoke of little else than the harbour. " * 6
    found = metadata_of(f"{above}\n\nMending a net in the dark\n\n{story}", input_format="text")
    assert found.title == "Mending a net in the dark"


def test_a_row_of_words_below_the_title_is_no_menu_above_one() -> None:
    story = "The council met on the quay and spoke of little else than the harbour. " * 6
    found = metadata_of(
        f"Mending a net\n\n11 May 2025 | 5 min | Nets\n\nA long night\n\n{story}",
        input_format="text",
    )
    assert found.title == "Mending a net"


def test_the_sites_name_goes_from_a_heading_too() -> None:
    found = metadata_of(
        "<head><meta property='og:site_name' content='Quay News'></head>"
        "<body><h1>Ferry line returns | Quay News</h1><p>Text.</p>"
    )
    assert found.title == "Ferry line returns"


def test_one_word_before_a_longer_part_is_not_the_title() -> None:
    page = "<head><title>{}</title></head><body><p>Text.</p>"
    found = metadata_of(page.format("Ternwick - Running A Small Harbour"))
    assert found.title == "Ternwick - Running A Small Harbour"
    assert metadata_of(page.format("Running a harbour - Ternwick")).title == "Running a harbour"


def test_a_title_declared_for_citing_goes_before_a_heading_that_is_hardly_like_it() -> None:
    head = "<title>Welcome page</title><meta name='dc.title' content='Harbour survey'>"
    page = "<head>{}</head><body><h1>{}</h1><p>Text.</p>"
    assert metadata_of(page.format(head, "Page of figures")).title == "Harbour survey"
    assert metadata_of(page.format(head, "Survey of a harbour")).title == "Survey of a harbour"


def test_a_heading_with_entities_written_out_is_read_as_meant() -> None:
    found = metadata_of("<body><h1>Nets, ropes &amp;amp; sails</h1><p>Text.</p>")
    assert found.title == "Nets, ropes & sails"
    shown = metadata_of("<body><h1>Thirty years of &lt;br&gt; tags</h1><p>Text.</p>")
    assert shown.title == "Thirty years of <br> tags"
