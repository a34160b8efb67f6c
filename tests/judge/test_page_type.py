"""What a page declares to be, it is, where only an article is declared so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from array import array
from pathlib import Path

import pytest

import declutter
from declutter.deadline import Deadline
from declutter.judge.case import build_case
from declutter.judge.odds import Signals
from declutter.judge.page_type import (
    among_told,
    declares_article,
    likeliest_type,
    page_signals,
    told_signals,
    told_types,
)
from declutter.page import PageType
from declutter.readers.html import read_html

POSTS = "".join(
    f"<div class='post'><a class='username' href='/u/{n}'>gull{n}</a><p>The bus went over on the "
    f"ferry again, and reply {n} says that it will go on doing so until June.</p></div>"
    for n in range(12)
)


def page(declared: object) -> str:
    return (
        "<html><head><title>The bus - Tollen Forum</title><script type='application/ld+json'>"
        f"{json.dumps(declared)}</script></head><body class='forum topic'><h1>The bus</h1>"
        f"<div class='posts'>{POSTS}</div></body></html>"
    )


def test_a_declared_article_is_no_forum() -> None:
    thread = declutter.clean(page({"@type": "DiscussionForumPosting"}), second_opinion=False)
    assert thread.page_type == "forum"
    article = declutter.clean(page({"@type": "NewsArticle"}), second_opinion=False)
    assert article.page_type == "article"


@pytest.mark.parametrize(
    ("declared", "one"),
    [
        ({"@type": "NewsArticle"}, True),
        ({"@graph": [{"@type": "WebPage"}, {"@type": ["BlogPosting", "Thing"]}]}, True),
        ({"@type": "Article"}, False),
        ([{"@type": "BlogPosting"}, {"@type": "BlogPosting"}], False),
        ({"@type": 3}, False),
    ],
)
def test_one_article_is_declared(declared: object, one: bool) -> None:
    assert declares_article([declared]) is one


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ({"@type": "QAPage", "mainEntity": {"@type": "Question"}}, ("forum",)),
        ({"@type": "CollectionPage"}, ("listing", "collection")),
        ({"@graph": [{"@type": "WebSite"}, {"@type": "ItemList"}]}, ("listing", "collection")),
        (
            [{"@type": "ItemList", "itemListElement": [{"@type": "Product"}]}],
            ("listing", "collection"),
        ),
        ([{"@type": "Article"}, {"@type": "ItemList"}], ()),
        ([{"@type": "WebPage"}], ()),
    ],
)
def test_types_are_told(declared: object, told: tuple[str, ...]) -> None:
    assert told_types(declared if isinstance(declared, list) else [declared]) == told


def test_of_the_told_types_the_likelier_is_taken() -> None:
    chances = {"article": 0.6, "listing": 0.1, "collection": 0.3}
    assert among_told(chances, ("listing", "collection")) == {
        "listing": pytest.approx(0.25),
        "collection": pytest.approx(0.75),
    }
    assert among_told(chances, ()) == chances


@pytest.mark.parametrize(
    ("article", "listing", "collection", "kind"),
    [
        (0.1, 0.28, 0.24, "listing"),
        (0.1, 0.24, 0.28, "collection"),
        (0.6, 0.24, 0.28, "article"),
        (0.3, 0.21, 0.24, "collection"),
        (0.3, 0.19, 0.19, "article"),
    ],
)
def test_a_list_of_either_kind_is_no_article(
    article: float, listing: float, collection: float, kind: str
) -> None:
    chances: dict[PageType, float] = {
        "article": article,
        "listing": listing,
        "collection": collection,
    }
    assert likeliest_type(chances) == kind


def test_a_text_of_cards_is_a_list() -> None:
    cards = [
        f"The gull of pier {n}\n\nIt sat on the rail of pier {n} until noon, and then it flew "
        f"off with a sandwich.\n\nRead more"
        for n in range(1, 7)
    ]
    text = "\n\n".join(["Gulls of the bay", *cards])
    assert declutter.clean(text, input_format="text").page_type in ("listing", "collection")


def test_of_the_signals_of_a_page_the_known_ones_are_found() -> None:
    source = page({"@type": "DiscussionForumPosting"}).replace("<h1>", "<p>Reply (12)</p><h1>")
    found = read_html(source, charset=None, deadline=Deadline(None))
    case = build_case(found, "article", [])
    names = ["forum", "post", "says=reply", "says=of no page", "type=discussionforumposting"]
    known = Signals({name: number for number, name in enumerate(names)}, array("h", [0] * 35))
    signals = page_signals(found, case.outline)
    told = told_signals(found, case.outline, case.folded, known)
    assert signals.intersection(names) == {*names[:3], names[4]}
    assert list(told) == [1, 1, 1, 0, 1]


def test_the_chances_are_the_same_whatever_the_order_of_sets() -> None:
    """Words of sites are kept in sets, whose order is another in every process."""
    page = Path(__file__).parents[2] / "fixtures/text-packing-list/page.txt"
    code = f"import declutter; print(declutter.clean(open({str(page)!r}).read()).to_json())"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3", "4")
    }
    assert len(found) == 1
