"""Reasons of verdicts by score: in words only when somebody asks, and right whenever that is."""

from __future__ import annotations

import copy
import gc
import pickle

import declutter
from declutter import Document, Verdict
from declutter.judge.lexicon import make_lexicon
from declutter.judge.reasons import word_name

STORY = "".join(
    f"<p>The ferry of quay {n} was late again, and nobody on the landing knew why it was.</p>"
    for n in range(9)
)
MENU = "".join(f"<li><a href=/{n}>Basket {n}</a>" for n in range(6))


def document() -> Document:
    return declutter.clean(
        f"<body><div class='widget share'><ul>{MENU}</ul></div>"
        f"<main class=article><h1>Ferries</h1>{STORY}</main></body>",
        second_opinion=False,
    )


def test_a_place_is_called_by_the_worst_word_of_its_name() -> None:
    odds = make_lexicon({"share": -2.0, "wide": -0.5, "story": 1.0})
    assert word_name("div", ("story", "wide", "share"), odds) == "<div> 'share'"
    assert word_name("div", ("story",), odds) == "<div>"
    assert word_name("", (), odds) == "the page's frame"


def verdicts_by_score(doc: Document) -> list[Verdict]:
    return [block.verdict for block in doc.blocks if block.verdict.rule == "score"]


def test_reasons_outlive_what_they_rest_on() -> None:
    verdicts = verdicts_by_score(document())
    gc.collect()
    gone = {verdict.reason for verdict in verdicts if not verdict.keep}
    kept = {verdict.reason for verdict in verdicts if verdict.keep}
    assert any("link density 1.0" in reason for reason in gone)
    assert any("before the content begins" in reason for reason in gone)
    assert any("within the content" in reason for reason in kept)


def test_a_verdict_is_the_same_when_it_was_pickled_or_copied() -> None:
    verdicts = verdicts_by_score(document())
    assert {verdict.keep for verdict in verdicts} == {True, False}
    for verdict in verdicts:
        for again in (pickle.loads(pickle.dumps(verdict)), copy.deepcopy(verdict)):
            assert again == verdict
            assert again.reason == verdict.reason


def test_a_pickled_verdict_takes_its_words_and_no_table() -> None:
    for verdict in verdicts_by_score(document()):
        assert len(pickle.dumps(verdict)) < 400
