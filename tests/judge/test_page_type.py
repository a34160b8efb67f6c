"""What a page declares to be, it is, where only an article is declared so."""

from __future__ import annotations

import json

import pytest

import declutter
from declutter.judge.page_type import declares_article

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
