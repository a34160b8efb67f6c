"""Site name, language, addresses, description, tags and section, and where each came from."""

from __future__ import annotations

import pytest

import declutter
from declutter.metadata.language import language_of, normal_tag
from tests.metadata.pages import metadata_of


def test_addresses_are_absolute() -> None:
    found = metadata_of(
        "<head><base href='/news/'><link rel='canonical' href='harbour'>"
        "<meta property='og:image' content='../img/quay.jpg'></head><p>Text.</p>",
        url="https://example.com/x?y=1",
    )
    assert found.url == "https://example.com/news/harbour"
    assert found.image == "https://example.com/img/quay.jpg"
    assert found.sources["url"] == "link"
    assert found.sources["image"] == "opengraph"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "http://[::1", "data:image/png;base64,x", ""]
)
def test_what_is_no_web_address_is_none(address: str) -> None:
    found = metadata_of(f"<head><meta property='og:image' content='{address}'></head><p>Text.</p>")
    assert found.image is None


def test_the_given_address_stands_where_the_page_has_none() -> None:
    found = metadata_of("<p>Text.</p>", url="https://example.com/a")
    assert (found.url, found.sources["url"]) == ("https://example.com/a", "given")


def test_site_name_description_section_and_tags() -> None:
    found = metadata_of(
        "<head><meta property='og:site_name' content='The Daily Example'>"
        "<meta name='description' content='What the &lt;b&gt;council&lt;/b&gt; decided.'>"
        "<meta property='article:section' content='Local'>"
        "<meta property='article:tag' content='harbour'>"
        "<meta property='article:tag' content='Harbour'>"
        "<meta property='article:tag' content='#council'>"
        "<meta name='keywords' content='one, two'></head><p>Text.</p>"
    )
    assert found.site_name == "The Daily Example"
    assert found.description == "What the council decided."
    assert found.section == "Local"
    assert found.tags == ["harbour", "council"]
    assert found.sources["tags"] == "opengraph"


def test_keywords_are_split_at_commas() -> None:
    found = metadata_of(
        "<head><meta name='keywords' content='one, two ,three,'></head><p>Text.</p>"
    )
    assert found.tags == ["one", "two", "three"]


def test_the_publisher_in_json_ld_names_the_site() -> None:
    found = metadata_of(
        '<script type="application/ld+json">{"@type": "Article", '
        '"publisher": {"@type": "Organization", "name": "The Daily Example"}}</script><p>Text.</p>'
    )
    assert found.site_name == "The Daily Example"


@pytest.mark.parametrize(
    ("declared", "tag"),
    [
        ("en", "en"),
        ("EN_gb", "en-GB"),
        ("pt-br", "pt-BR"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("de_DE.UTF-8", "de-DE"),
        ("es-419", "es-419"),
        ("und", None),
        ("English language", None),
        ("", None),
    ],
)
def test_declared_languages_become_tags(declared: str, tag: str | None) -> None:
    assert normal_tag(declared) == tag


def test_a_declared_language_is_not_looked_for_in_the_text() -> None:
    found = metadata_of("<html lang='de-AT'><p>The boats stayed in the harbour all day.</p>")
    assert (found.language, found.sources["language"]) == ("de-AT", "html")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The boats stayed in the harbour all day, and nobody on the "
            "quay was sad that they did.",
        ),
        (
            "de",
            "Die Boote blieben den ganzen Tag im Hafen, und niemand auf "
            "dem Kai war traurig, dass sie es taten.",
        ),
        (
            "fr",
            "Les bateaux sont restés dans le port toute la journée, et "
            "personne sur le quai ne s'en est plaint.",
        ),
        (
            "es",
            "Los barcos se quedaron en el puerto todo el día y nadie en "
            "el muelle se quejó de que no salieran.",
        ),
        (
            "pt",
            "Os barcos ficaram no porto o dia todo, e ninguém no cais se "
            "queixou de que eles não saíssem.",
        ),
        (
            "it",
            "Le barche sono rimaste nel porto per tutto il giorno, e "
            "nessuno sul molo si è lamentato di questo.",
        ),
        (
            "nl",
            "De boten bleven de hele dag in de haven, en niemand op de "
            "kade vond dat het een slechte dag was.",
        ),
        (
            "pl",
            "Łodzie stały w porcie przez cały dzień i nikt na nabrzeżu "
            "nie był z tego powodu smutny, bo padało.",
        ),
        (
            "sv",
            "Båtarna låg kvar i hamnen hela dagen, och ingen på kajen "
            "var ledsen för att de inte kom ut.",
        ),
        (
            "tr",
            "Tekneler bütün gün limanda kaldı ve bu kadar güzel bir gün "
            "için rıhtımda kimse üzgün değil gibi.",
        ),
        (
            "ru",
            "Лодки весь день стояли в гавани, и никто на набережной об "
            "этом не жалел, потому что были дожди.",
        ),
        ("ar", "بقيت القوارب في الميناء طوال اليوم ولم يحزن أحد على الرصيف"),
        ("ja", "船は一日中港にとどまり、岸壁では誰もそれを残念に思わなかった。"),
        ("zh", "船整天停在港口，码头上没有人为此感到难过。"),
        ("ko", "배들은 하루 종일 항구에 머물렀고 부두의 누구도 슬퍼하지 않았다."),
        ("th", "เรืออยู่ในท่าเรือทั้งวัน และไม่มีใครบนท่าเรือเสียใจ"),
    ],
)
def test_an_undeclared_language_is_found_in_the_text(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", ["", "12345", "Zxq vbn", "Lorem ipsum dolor amet consectetur adipiscing elit tempor"]
)
def test_a_text_that_tells_no_language_has_none(text: str) -> None:
    assert language_of(text) is None


def test_front_matter_fills_every_field() -> None:
    found = metadata_of(
        "---\ntitle: Rain stops the regatta\nauthor: Jane Doe\ndate: 2025-05-11\nlang: en\n"
        "tags: [boats, rain]\ndescription: A wet day.\n---\n\nThe boats stayed in the harbour.",
        input_format="markdown",
    )
    assert found.title == "Rain stops the regatta"
    assert found.authors == ["Jane Doe"]
    assert found.published == "2025-05-11"
    assert found.language == "en"
    assert found.tags == ["boats", "rain"]
    assert found.description == "A wet day."


def test_a_page_that_says_nothing_has_no_metadata() -> None:
    found = metadata_of("<p>Hm.</p>")
    assert found.sources == {}
    assert found.author is None
    assert found.tags == []


def test_microdata_gives_image_and_section() -> None:
    found = metadata_of(
        "<article itemscope><meta itemprop='articleSection' content='Harbour'><h1>The quay</h1>"
        "<img itemprop='image' src='/img/quay.jpg' alt='A quay'><p>Text.</p></article>",
        url="https://example.com/a",
    )
    assert (found.image, found.section) == ("https://example.com/img/quay.jpg", "Harbour")


def test_links_that_are_called_tags_are_tags() -> None:
    found = metadata_of(
        "<h1>The quay</h1><p>Text.</p><p><a rel='category tag' href='/c/sea'>Sea</a> "
        "<a rel='tag' href='/t/nets'>Nets</a> <a rel='nofollow' href='/x'>More</a></p>"
    )
    assert found.tags == ["Sea", "Nets"]


STORY = "\n\n".join(
    f"On day {day} the council met on the quay and spoke of little else than the harbour, and "
    "the boats stayed where they were until the evening came and the wind went down again."
    for day in range(1, 7)
)


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("Tags: harbour, small boats", ["harbour", "small boats"]),
        ("Filed under: Sea", ["Sea"]),
        ("Schlagwörter: Hafen, Boote", ["Hafen", "Boote"]),
        ("标签：港口、渔船", ["港口", "渔船"]),
    ],
)
def test_a_labelled_line_of_text_names_the_tags(line: str, tags: list[str]) -> None:
    document = declutter.clean(f"The quay\n\n{STORY}\n\n{line}", input_format="text")
    assert document.tags == tags
    assert document.metadata.sources["tags"] == "visible"


def test_labels_that_are_repeated_are_those_of_cards() -> None:
    cards = "\n\n".join(f"Story {place}\n\nTags: sea, {place}" for place in "abc")
    assert declutter.clean(f"The quay\n\n{STORY}\n\n{cards}", input_format="text").tags == []


def test_letters_tell_turkish_from_the_rest() -> None:
    assert language_of("Kayıkçılar akşamüstü kıyıya ağlarını bıraktı, balıkçılar dağıldı") == "tr"
    assert language_of("The town of Iğdır lies on the plain, and the road to it is long.") == "en"
