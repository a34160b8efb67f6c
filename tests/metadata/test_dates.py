"""Dates as ISO 8601: declared, in the address, and in lines of every order and language."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from declutter.metadata.dates import date_in_address, find_date, read_date
from tests.metadata.pages import metadata_of

TITLE = "<h1>Harbour plan approved</h1>"
TEXT = (
    "<p>" + "The council met on the quay and spoke of little else than the harbour. " * 6 + "</p>"
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-05-11", "2025-05-11"),
        ("20250511", "2025-05-11"),
        ("2025-05-11T10:22:33Z", "2025-05-11T10:22:33+00:00"),
        ("2025-05-11T10:22:33.123+0200", "2025-05-11T10:22:33+02:00"),
        ("2025-05-11 10:22", "2025-05-11T10:22:00"),
        ("Sun, 11 May 2025 10:00:00 GMT", "2025-05-11T10:00:00+00:00"),
        ("1746957600", "2025-05-11T10:00:00+00:00"),
        ("May 11, 2025 3:42 PM", "2025-05-11T15:42:00"),
        ("2025-05-11T99:99:99", "2025-05-11"),
        ("1874-05-11", "1874-05-11"),
    ],
)
def test_declared_dates(text: str, iso: str) -> None:
    assert read_date(text) == iso


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2025-13-45", "9999-01-01", "0000-00-00", "2025", "1" * 400, "true", "\x00"],
)
def test_absurd_dates_are_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "» Published: May 11 2025",
        "11 May 2025",
        "Sunday, 11th of May, 2025",
        "2025 May 11",
        "Am 11. Mai 2025",
        "Publié le 11 mai 2025",
        "Publicado el 11 de mayo de 2025",
        "Publicado em 11 de maio de 2025",
        "11 maggio 2025",
        "11 mei 2025",
        "Opublikowano: 11 maja 2025",
        "Publicerad 11 maj 2025",
        "Опубликовано: 11 мая 2025 г.",
        "2025年5月11日",
        "2025년 5월 11일",
        "11.05.2025",
        "2025/05/11",
        "2025.5.11",
        "١١/٠٥/٢٠٢٥",
    ],
)
def test_shown_dates_in_every_order(line: str) -> None:
    found = find_date(line)
    assert found is not None
    assert found[0] == "2025-05-11"


def test_the_order_of_figures_is_the_languages() -> None:
    assert read_date("5/11/2025", "en") == "2025-05-11"
    assert read_date("5/11/2025", "fr") == "2025-11-05"
    assert read_date("25/11/2025", "en") == "2025-11-25"


def test_a_date_before_1990_is_believed_only_where_declared() -> None:
    assert find_date("11 May 1974") is None
    assert read_date("1974-05-11") == "1974-05-11"


def test_a_date_in_the_future_is_not_believed() -> None:
    ahead = (datetime.now(UTC) + timedelta(days=40)).date().isoformat()
    found = metadata_of(
        f"<head><meta property='article:published_time' content='{ahead}'></head>{TITLE}{TEXT}"
    )
    assert found.published is None


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://example.com/2025/05/11/harbour", "2025-05-11"),
        ("https://example.com/news/harbour-2025-05-11.html", "2025-05-11"),
        ("https://example.com/news/20250511/harbour", "2025-05-11"),
        ("https://example.com/2025/may/11/harbour", "2025-05-11"),
        ("https://example.com/2025/quay/11/harbour", None),
        ("https://example.com/product/20259911", None),
        ("https://example.com/2025/harbour", None),
    ],
)
def test_the_date_in_an_address(url: str, iso: str | None) -> None:
    assert date_in_address(url) == iso


def test_the_address_is_asked_last() -> None:
    url = "https://example.com/2025/05/12/harbour"
    assert metadata_of(f"{TITLE}{TEXT}", url=url).published == "2025-05-12"
    shown = metadata_of(f"{TITLE}<p>11 May 2025</p>{TEXT}", url=url)
    assert shown.published == "2025-05-11"
    assert shown.sources["published"] == "visible"


def test_published_and_modified_are_told_apart_in_one_line() -> None:
    found = metadata_of(f"{TITLE}<p>Published: 11 May 2025 | Updated: 12 May 2025</p>{TEXT}")
    assert (found.published, found.modified) == ("2025-05-11", "2025-05-12")


def test_a_page_that_shows_only_when_it_was_changed_is_dated_by_that() -> None:
    found = metadata_of(f"{TITLE}<p>Last updated: 12 May 2025</p>{TEXT}")
    assert (found.published, found.modified) == ("2025-05-12", "2025-05-12")
    assert found.sources["published"] == "last change"


def test_a_change_that_is_only_declared_dates_nothing() -> None:
    head = "<meta property='article:modified_time' content='2025-05-12'>"
    found = metadata_of(f"<head>{head}</head>{TITLE}{TEXT}")
    assert (found.published, found.modified) == (None, "2025-05-12")


def test_a_shown_change_does_not_replace_a_declared_publication() -> None:
    head = "<meta property='article:published_time' content='2021-02-03'>"
    found = metadata_of(f"<head>{head}</head>{TITLE}<p>Updated 12 May 2025</p>{TEXT}")
    assert found.published == "2021-02-03"


def test_dates_of_cards_in_microdata_are_not_the_pages() -> None:
    cards = "".join(
        f"<div><a href='/{day}'>Another story {day}</a>"
        f"<time itemprop='datePublished' datetime='2025-05-{day}'>{day} May 2025</time></div>"
        for day in (11, 18, 25)
    )
    head = "<meta name='date' content='May 2, 2025'>"
    page = (
        f"<head>{head}</head><main>{TITLE}{TEXT * 40}</main><aside class='related'>{cards}</aside>"
    )
    assert metadata_of(page).published == "2025-05-02"


def test_a_date_in_a_byline_goes_before_a_date_of_something_told_of() -> None:
    lines = "<p>Founded: Dec 11, 2019</p><p>by Jane Doe » Tue May 13, 2025 1:47 am</p>"
    assert metadata_of(f"{TITLE}{lines}{TEXT}").published == "2025-05-13T01:47:00"
    lines = "<p>by Jane Doe · May 13, 2025 at 3:00 am</p><li>Released: June 17, 2024 by Tern</li>"
    assert metadata_of(f"{TITLE}{lines}{TEXT}").published == "2025-05-13T03:00:00"


def test_a_date_under_a_byline_at_the_end_is_read() -> None:
    end = "<p>Written by Jane Doe and John Roe</p><p>April 8, 2024</p>"
    assert metadata_of(f"{TITLE}{TEXT * 60}{end}").published == "2024-04-08"
    assert metadata_of(f"{TITLE}{TEXT * 60}<p>Tides</p><p>April 8, 2024</p>").published is None


def test_the_own_item_is_known_by_a_headline_with_entities() -> None:
    items = "".join(
        '<script type="application/ld+json">{{"@type": "Article", "headline": "{}", '
        '"datePublished": "{}"}}</script>'.format(*pair)
        for pair in (
            ("The quay&#039;s new wall", "2024-01-02"),
            ("Nobody&#039;s boat", "2023-01-02"),
        )
    )
    page = f"{items}<main><h1>The quay's new wall</h1>{TEXT}</main>"
    assert metadata_of(page).published == "2024-01-02"


def test_time_elements_beside_the_title_are_read() -> None:
    found = metadata_of(f"{TITLE}<time datetime='2025-05-11T08:00+02:00'>today</time>{TEXT}")
    assert found.published == "2025-05-11T08:00:00+02:00"
    assert found.sources["published"] == "time"


def test_json_ld_dates_go_before_others() -> None:
    found = metadata_of(
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-05-11", '
        '"dateModified": "2025-06-01T10:00:00Z"}</script>'
        f"<meta name='date' content='2024-01-01'>{TITLE}{TEXT}"
    )
    assert found.published == "2025-05-11"
    assert found.modified == "2025-06-01T10:00:00+00:00"


@pytest.mark.parametrize(
    "part",
    [
        "<div class='comments'><p>Some Reader, 12 May 2025</p></div>",
        "<div class='related'><p>Another story</p><p>12 May 2025</p></div>",
        "<footer><p>© 2025 The Daily Example, updated 12 May 2025</p></footer>",
        "<blockquote>A letter of 12 May 2025</blockquote>",
        "<p>" + "It was decided on 12 May 2025 that the quay should stay. " * 6 + "</p>",
    ],
)
def test_dates_of_something_else_are_not_taken(part: str) -> None:
    assert metadata_of(f"<main>{TITLE}{TEXT}</main>{part}").published is None


def test_an_earlier_date_beside_the_title_goes_before_that_of_a_saved_page() -> None:
    found = metadata_of(
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-05-11", '
        f'"dateModified": "2025-05-11"}}</script>{TITLE}<p>Published 3 February 2021</p>{TEXT}'
    )
    assert (found.published, found.modified) == ("2021-02-03", "2025-05-11")


def test_dates_under_headings_of_their_own_are_those_of_events_and_cards() -> None:
    cards = "".join(
        f"<h2>Meeting {day}</h2><p>{day} May 2025, 7pm</p><p>In the net loft.</p>"
        for day in (11, 18, 25)
    )
    assert metadata_of(f"{TITLE}{cards}").published is None
    dated = metadata_of(f"{TITLE}<p>Published 2 May 2025</p>{cards}")
    assert dated.published == "2025-05-02"


@pytest.mark.parametrize(
    ("label", "published", "modified"),
    [
        ("Published", "2025-05-11", None),
        ("Last updated:", "2025-05-11", "2025-05-11"),
        ("Veröffentlicht am", "2025-05-11", None),
        ("Letters", "2025-05-11", None),
    ],
)
def test_a_label_may_stand_above_its_date(
    label: str, published: str | None, modified: str | None
) -> None:
    found = metadata_of(f"{TITLE}<h4>{label}</h4><div>11.05.2025</div>{TEXT}")
    assert (found.published, found.modified) == (published, modified)


def test_a_marked_date_in_a_sidebar_counts_where_its_label_says_so() -> None:
    aside = "<aside class='sidebar'>{}<div class='post-date'>11 May 2025</div></aside>"
    page = f"<main>{TITLE}{TEXT * 3}</main>"
    assert metadata_of(page + aside.format("<h4>Published</h4>")).published == "2025-05-11"
    assert metadata_of(page + aside.format("<h4>Tides</h4>")).published is None


def test_figures_that_could_be_two_days_are_settled_by_the_rest_of_the_page() -> None:
    head = "<meta property='article:published_time' content='05-11-2025'>"
    assert metadata_of(f"<head>{head}</head>{TITLE}{TEXT}").published == "2025-11-05"
    shown = f"<head>{head}</head>{TITLE}<p>Published May 11, 2025</p>{TEXT}"
    assert metadata_of(shown).published == "2025-05-11"
    line = f"<html lang='en-US'>{TITLE}<p>03/10/2023</p>{TEXT}"
    assert metadata_of(line).published == "2023-03-10"
    url = "https://example.com/letters/2023/october/03/harbour"
    assert metadata_of(line, url=url).published == "2023-10-03"


def test_only_a_labelled_date_dates_a_shops_page() -> None:
    assert metadata_of(f"{TITLE}<p>11 May 2025</p>{TEXT}", page_type="product").published is None
    found = metadata_of(f"{TITLE}<p>Published on 11 May 2025</p>{TEXT}", page_type="product")
    assert found.published == "2025-05-11"


def test_a_date_glued_to_the_section_before_it_is_read() -> None:
    found = metadata_of(f"{TITLE}<p>Quay NewsMAY 11, 2025Updated: JUNE 02, 2025</p>{TEXT}")
    assert (found.published, found.modified) == ("2025-05-11", "2025-06-02")


def test_linked_data_in_a_meta_element_is_read() -> None:
    found = metadata_of(
        "<head><meta name='script:ld+json' content='{&quot;@type&quot;: &quot;Article&quot;, "
        f"&quot;datePublished&quot;: &quot;2025-05-11&quot;}}'></head>{TITLE}{TEXT}"
    )
    assert found.published == "2025-05-11"


def test_a_day_of_publication_goes_before_the_moment_of_the_last_build() -> None:
    found = metadata_of(
        "<head><meta name='published-time' content='2026-03-09T08:45:32Z'>"
        "<meta name='published-date' content='2021-02-16'>"
        f"<meta name='modified-date' content='2024-07-30'></head>{TITLE}{TEXT}"
    )
    assert (found.published, found.modified) == ("2021-02-16", "2024-07-30")


@pytest.mark.parametrize("name", ["date-pub", "published-date", "originalpublicationdate"])
def test_days_are_declared_under_many_names(name: str) -> None:
    head = f"<head><meta name='{name}' content='2021-02-16'></head>"
    assert metadata_of(f"{head}{TITLE}{TEXT}").sources["published"] == "meta"


@pytest.mark.parametrize("name", ["date-", "pub"])
def test_pieces_of_names_declare_nothing(name: str) -> None:
    head = f"<head><meta name='{name}' content='2021-02-16'></head>"
    assert metadata_of(f"{head}{TITLE}{TEXT}").published is None


def declared(**dates: str) -> str:
    return "<head>" + "".join(
        f'<meta property="article:{name}_time" content="{day}">' for name, day in dates.items()
    )


@pytest.mark.parametrize(
    ("head", "line", "published"),
    [
        (declared(published="2012-04-02"), "May 11, 2025", "2025-05-11"),
        (declared(published="2024-08-20"), "May 11, 2013", "2013-05-11"),
        (
            declared(published="2012-04-02", modified="2025-09-01"),
            "May 11, 2025",
            "2025-05-11",
        ),
        (
            declared(published="2012-04-02", modified="2025-05-11")
            + '<meta name="pubdate" content="2025-05-11">',
            "May 11, 2025",
            "2025-05-11",
        ),
        (declared(published="2012-04-02", modified="2025-05-11"), "May 11, 2025", "2012-04-02"),
        (declared(published="2012-04-02"), "Updated May 11, 2025", "2012-04-02"),
        (declared(published="2025-05-12T01:00:00Z"), "May 11, 2025", "2025-05-12"),
        (declared(published="2025-11-05"), "11.05.2025", "2025-11-05"),
        (declared(published="2012-04-02"), "May 11, 2025</p><p>June 2, 2025", "2012-04-02"),
    ],
)
def test_a_day_right_by_the_title_goes_before_a_declared_one_that_is_far_from_it(
    head: str, line: str, published: str
) -> None:
    found = metadata_of(f"{head}<body>{TITLE}<p>{line}</p>{TEXT}")
    assert (found.published or "")[:10] == published


@pytest.mark.parametrize(
    ("part", "published"),
    [
        ("<p>November 2015</p>", "2015-11"),
        ("<p>Published: November 2015</p>", "2015-11"),
        ("<aside class='sidebar'><h6>Published</h6><p>November 2015</p></aside>", "2015-11"),
        ("<aside class='sidebar'><p>November 2015</p></aside>", None),
        ("<p>Updated: November 2015</p>", None),
        ("<p>The harbour in November 2015</p>", None),
        ("<p>November 2999</p>", None),
    ],
)
def test_a_month_by_the_title_dates_a_page_that_names_no_day(
    part: str, published: str | None
) -> None:
    assert metadata_of(f"<main>{TITLE}</main>{part}{TEXT}").published == published


def test_a_day_goes_before_a_month() -> None:
    found = metadata_of(f"{TITLE}<p>November 2015</p><p>3 November 2015</p>{TEXT}")
    assert found.published == "2015-11-03"


def test_a_card_without_a_link_by_the_title_is_of_the_page_itself() -> None:
    card = (
        "<div class='post-card-meta'><div>By</div><div>Jane Doe</div><div>3 May 2025</div>{}</div>"
    )
    assert metadata_of(f"{TITLE}{card.format('')}{TEXT}").published == "2025-05-03"
    link = "<a href='/boats'>All the boats</a>"
    assert metadata_of(f"{TITLE}{card.format(link)}{TEXT}").published is None


def test_a_date_whose_sentence_goes_on_is_that_of_something_told_of() -> None:
    line = "The mayor walked the quay on March 4, 2025 to count the boats."
    assert metadata_of(f"{TITLE}<p>{line}</p>{TEXT}").published is None
    found = metadata_of(f"{TITLE}<p>Updated March 5, 2025</p><p>{line}</p>{TEXT}")
    assert (found.published, found.sources["published"]) == ("2025-03-05", "last change")


@pytest.mark.parametrize("attribute", ["datetime", "ts"])
def test_a_custom_element_may_stand_for_a_time_element(attribute: str) -> None:
    line = f"<ago-label {attribute}='2025-05-11T08:00:00+0000'>3h ago</ago-label>"
    found = metadata_of(f"<main>{line}{TITLE}{TEXT}</main>", page_type="forum")
    assert found.published == "2025-05-11T08:00:00+00:00"
    assert found.sources["published"] == "time"
