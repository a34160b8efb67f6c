"""Each rule removes its clutter by name, and leaves what only looks like it to the score."""

from __future__ import annotations

import pytest

import declutter
from declutter.page import Verdict

TITLE = "The mill at Sallow Bridge stands again"
FIRST = (
    "The mill at Sallow Bridge has stood empty since the flood took its wheel, and last week the "
    "village voted to put a new one in, by hands raised in the yard and counted twice."
)
SECOND = (
    "It was the miller's granddaughter who asked for the vote. She had kept the drawings of the "
    "old wheel under her bed for thirty years, and she had them with her, in a hatbox."
)
THIRD = (
    "The new wheel will be of elm, as the old one was. Nobody has said yet who is to pay for the "
    "elm, but three farmers have offered theirs, and one of them has a tree in mind."
)


def verdict_on(line: str, *, before: list[str], after: list[str]) -> Verdict:
    """What is decided on `line` in a plain text between other paragraphs."""
    text = "\n\n".join([TITLE, *before, line, *after])
    document = declutter.clean(text, input_format="text", page_type="article")
    verdicts = [block.verdict for block in document.blocks if block.text == line]
    assert verdicts, [block.text for block in document.blocks]
    return verdicts[-1]


def below(line: str, *more: str) -> Verdict:
    return verdict_on(line, before=[FIRST, SECOND, THIRD], after=list(more))


def above(line: str) -> Verdict:
    return verdict_on(line, before=[], after=[FIRST, SECOND, THIRD])


def between(line: str, after: str = THIRD) -> Verdict:
    return verdict_on(line, before=[FIRST, SECOND], after=[after])


BELOW = [
    ("share prompt", "Share this article"),
    ("share prompt", "Facebook | Share on X | Copy link"),
    ("share prompt", "Compartir en Facebook"),
    ("related prompt", "Read the full story"),
    ("related prompt", "Next post: The Lamp Room Inventory"),
    ("consent banner", "We use cookies to make this site work better for you."),
    ("consent banner", "Accept all cookies"),
    ("consent banner", "Store and/or access information on a device"),
    ("consent banner", "These cookies are set by the shops of the village to know you again."),
    ("consent banner", "Ces cookies permettent au moulin de compter ceux qui passent."),
    ("newsletter prompt", "Subscribe to our newsletter"),
    ("newsletter prompt", "By submitting this form you let the mill send you its timetable."),
    ("newsletter prompt", "Melden Sie sich für unseren Newsletter an"),
    ("paywall prompt", "Subscribe to continue reading"),
    ("paywall prompt", "By continuing, you agree to our rules for guests of the mill."),
    ("paywall prompt", "Already a subscriber? Log in here to go on."),
    ("advertising label", "Advertisement"),
    ("navigation link", "Back to top"),
    ("navigation link", "Skip to main content"),
    ("pagination", "Older posts"),
    ("loading note", "Loading..."),
    ("loading note", "You are using an out of date browser, so the mill may not turn."),
    ("photo credit", "Close-up of the elm wheel in its housing"),
    ("tag list", "Tags: mills, villages, elm"),
    ("comment prompt", "Leave a comment"),
    ("comment count", "12 answers"),
    ("comment count", "1,204 Kommentare"),
    ("comment count", "3件のコメント"),
    ("closing prompt", "The Post is free to read. Become a member to keep it so."),
    ("comment prompt", "Your email address will not be published."),
    ("footer", "© 2024 The Sallow Bridge Post. All rights reserved."),
    ("footer", "Terms of use"),
    ("reading time", "5 min read"),
    ("date line", "Last updated: 4 March 2024"),
    ("menu", "Home | News | Culture | Sport"),
    ("menu", "Ana Sayfa | Haberler | Yaşam | Spor"),
]

ABOVE = [
    ("byline", "By Maud Ellery"),
    ("byline", "Written by Maud Ellery, staff writer"),
    ("byline", "Started by quillfeather, 4 March 2024"),
    ("byline", "한서윤 기자"),
    ("byline", "作者：林若溪"),
    ("byline", "โดย พิมพ์ดาว ศรีสายชล"),
    ("date line", "4 March 2024"),
    ("date line", "2024年4月10日 9時00分"),
    ("date line", "Published on 4 March 2024 at 9:30"),
    ("reading time", "Lesezeit: 4 Minuten"),
    ("photo credit", "Photo: Maud Ellery"),
    ("title", TITLE),
]

STAYS_BELOW = [
    "Share the elm with the next village, the farmers say, and nobody goes without.",
    "Subscribe to nothing that you cannot carry home, the old miller used to tell us.",
    "Advertising for a carpenter brought two replies and a proposal of marriage.",
    "Tags were tied to every spoke so that the wheel could be put together again.",
    "Home is where the mill is, as they say in Sallow Bridge on wet evenings.",
    "Copyright in the drawings is not a thing that anybody in the village has considered.",
    "Loading the stones onto the cart took six men and most of an afternoon.",
    "By and by the river rose again and the wheel began to turn.",
]

STAYS_BETWEEN = [
    ("The vote", THIRD),
    ("Cookies", "Cookies were handed round while the hands were counted, and then a second time."),
    (
        "Share this story",
        "“Share this story” was chalked on the mill door, and nobody knew by whom.",
    ),
    (
        "About the author",
        "About the author of the drawings we know his name and the year he drowned.",
    ),
]


@pytest.mark.parametrize(("rule", "line"), BELOW)
def test_goes_below_an_article(rule: str, line: str) -> None:
    verdict = below(line)
    assert (verdict.keep, verdict.rule) == (False, rule)
    assert verdict.reason
    assert verdict.score == 0.0


@pytest.mark.parametrize(("rule", "line"), ABOVE)
def test_goes_above_an_article(rule: str, line: str) -> None:
    verdict = above(line)
    assert (verdict.keep, verdict.rule) == (False, rule)


@pytest.mark.parametrize("line", STAYS_BELOW)
def test_prose_is_decided_by_no_rule(line: str) -> None:
    verdict = below(line, THIRD.replace("elm", "oak"))
    assert verdict.keep or verdict.rule == "score", verdict


@pytest.mark.parametrize(("line", "after"), STAYS_BETWEEN)
def test_a_subheading_is_decided_by_no_rule(line: str, after: str) -> None:
    verdict = between(line, after)
    assert verdict.keep or verdict.rule == "score", verdict


def test_a_label_between_paragraphs_goes() -> None:
    assert between("Advertisement").rule == "advertising label"
    assert between("Share this article").rule == "share prompt"


def test_items_behind_a_colon_are_the_authors() -> None:
    lead = "In the mill's office the visitors expected these four things, in this order:"
    items = ["Contact", "Privacy policy", "Terms of use", "Cookie settings"]
    text = "\n\n".join([TITLE, FIRST, lead, *items, SECOND, THIRD])
    document = declutter.clean(text, input_format="text", page_type="article")
    rules = {block.verdict.rule for block in document.blocks if block.text in items}
    assert rules <= {"score"} or all(b.verdict.keep for b in document.blocks if b.text in items)


def test_an_author_box_goes_with_its_label() -> None:
    box = "Maud Ellery writes about rivers and lives beside one."
    text = "\n\n".join([TITLE, FIRST, SECOND, THIRD, "About the author", box])
    document = declutter.clean(text, input_format="text", page_type="article")
    assert [b.verdict.rule for b in document.blocks[-2:]] == ["author box", "author box"]


def test_dates_over_the_entries_of_a_diary_stay() -> None:
    dates = [f"{day} February 1947" for day in (2, 5, 9, 14)]
    entries = [FIRST, SECOND, THIRD, FIRST.replace("mill", "forge")]
    lines = [part for pair in zip(dates, entries, strict=True) for part in pair]
    text = "\n\n".join([TITLE, "Most of what he wrote down was the numbers of trains.", *lines])
    document = declutter.clean(text, input_format="text", page_type="article")
    assert not [b.text for b in document.blocks if b.verdict.rule == "date line"]


CARDS = "\n\n".join(
    f"The {name} that nobody wanted\n\n{number} MIN READ\n\nIt was found under the stairs when the"
    f" new tenant came to look for the {name}...\n\nMay {number}, 2025"
    for number, name in enumerate(("lamp", "kettle", "ladder", "clock"), 2)
)


def test_a_labelled_list_of_stories_goes() -> None:
    text = "\n\n".join([TITLE, FIRST, SECOND, THIRD, "More news", CARDS])
    document = declutter.clean(text, input_format="text", page_type="article")
    assert document.text == "\n\n".join([FIRST, SECOND, THIRD])
    assert {b.verdict.family for b in document.blocks[4:]} <= {"related", "bylines"}


def test_the_cards_of_a_listing_are_decided_by_no_rule_of_stories() -> None:
    document = declutter.clean(
        f"Things found under stairs\n\nLatest news\n\n{CARDS}",
        input_format="text",
        page_type="listing",
    )
    assert "related list" not in {block.verdict.rule for block in document.blocks}


def page(body: str, attributes: str = "") -> str:
    article = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))
    return (
        f"<html><head><title>{TITLE}</title></head><body {attributes}><main><article>"
        f"<h1>{TITLE}</h1>{article}</article>{body}</main></body></html>"
    )


def rules_of(document: declutter.Document, part: str) -> set[str]:
    found = {block.verdict.rule for block in document.blocks if part in block.text}
    assert found, part
    return found


COMMENTS = (
    '<section class="comments"><p>Lovely to hear that the drawings were kept, my uncle talked of '
    "them.</p><p>I have an elm.</p></section>"
)


def test_a_comment_section_goes() -> None:
    document = declutter.clean(page(COMMENTS), page_type="article")
    assert rules_of(document, "my uncle") == {"comment section"}
    assert "my uncle" in document.comments


def test_posts_of_a_forum_are_no_comments() -> None:
    document = declutter.clean(page(COMMENTS), page_type="forum")
    assert "comment section" not in rules_of(document, "my uncle")


@pytest.mark.parametrize("attributes", ['class="comments"', 'id="comments" class="post"'])
def test_a_container_of_the_whole_page_is_no_comment_section(attributes: str) -> None:
    document = declutter.clean(page("", attributes), page_type="article")
    assert "comment section" not in rules_of(document, "hatbox")


def test_who_wrote_a_post_goes_and_the_post_stays() -> None:
    post = (
        '<div class="post topic-author"><div class="post-author"><a href="/u/1">elmtree</a>'
        f"<span>Moderator</span></div><p>{THIRD}</p></div>"
    )
    document = declutter.clean(page(post), page_type="forum")
    assert rules_of(document, "Moderator") == {"poster"}
    assert "poster" not in rules_of(document, THIRD)
    assert "poster" not in rules_of(declutter.clean(page(post), page_type="article"), "Moderator")


def test_lines_in_the_name_of_the_author_go_with_their_titles() -> None:
    lines = ["By Maud Ellery", FIRST, SECOND, "Share this poem", "More poems by Maud Ellery"]
    under = "Salt\nThe Lamp Room\nWhat the Gulls Were Told"
    text = "\n\n".join([TITLE, *lines, under])
    document = declutter.clean(text, input_format="text", page_type="article")
    assert document.text == "\n\n".join([FIRST, SECOND])
    rules = [block.verdict.rule for block in document.blocks]
    assert rules[-4:] == ["author line"] * 4


def test_titles_in_the_middle_of_an_article_stay() -> None:
    lines = ["By Maud Ellery", FIRST, SECOND, "A song by Maud Ellery", "Salt and\nthe lamp,", THIRD]
    text = "\n\n".join([TITLE, *lines])
    document = declutter.clean(text, input_format="text", page_type="article")
    rules = {block.text: block.verdict.rule for block in document.blocks}
    assert rules["A song by Maud Ellery"] == "author line"
    assert rules["Salt and"] == "score"


def test_a_numbered_heading_counts_no_comments() -> None:
    assert between("4. Comments").rule != "comment count"


def test_a_hidden_menu_goes() -> None:
    menu = '<div class="menu" style="display:none"><ul><li>Mills of the valley</li></ul></div>'
    document = declutter.clean(page(menu), page_type="article")
    assert rules_of(document, "Mills of the valley") == {"hidden"}


def test_a_hidden_tab_is_left_to_the_score() -> None:
    tab = f'<div class="tab-pane" style="display:none"><p>{THIRD.replace("elm", "oak")}</p></div>'
    document = declutter.clean(page(tab), page_type="article")
    assert "hidden" not in rules_of(document, "of oak")


def test_what_nothing_could_show_goes() -> None:
    lost = f"<div hidden><p>{THIRD.replace('elm', 'oak')}</p></div>"
    document = declutter.clean(page(lost + f"<p>{SECOND}</p>" * 8), page_type="article")
    assert rules_of(document, "of oak") == {"put away"}


def test_the_title_of_a_text_stands_behind_its_menus() -> None:
    rows = ["Sallow Post", "Home | News | Mills | Contact", "Home > News > Mills", TITLE]
    document = declutter.clean(
        "\n\n".join([*rows, FIRST, SECOND]), input_format="text", page_type="article"
    )
    rules = {block.text: block.verdict.rule for block in document.blocks}
    assert [row for row in rows if rules[row] == "title"] == [TITLE]


def test_the_title_is_said_once_as_metadata() -> None:
    document = declutter.clean(page(""), page_type="article")
    assert rules_of(document, TITLE) == {"title"}
    assert document.title == TITLE


@pytest.mark.parametrize("title", ["Tides", "Who keeps the drawings of the old wheel?", "Science"])
def test_a_title_may_be_a_word_or_a_question(title: str) -> None:
    text = "\n\n".join([title, FIRST, SECOND, THIRD])
    document = declutter.clean(text, input_format="text", page_type="article")
    assert document.blocks[0].verdict.rule == "title"
    assert document.text == "\n\n".join([FIRST, SECOND, THIRD])


def test_every_rule_has_a_reason_and_a_test() -> None:
    from declutter.judge.rules import RULES

    tested = {rule for rule, _ in (*BELOW, *ABOVE)} | {
        "author box", "related list", "comment section", "hidden", "put away",
        "poster", "author line",
        "caption", "advertising word", "advertisement", "row of facts", "tag links",
    }  # fmt: skip
    names = {rule.name for rule in RULES if not getattr(rule, "keep", False)}
    assert names - tested <= {"picture caption"}
    assert all(rule.reason for rule in RULES)
