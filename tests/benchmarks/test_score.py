import pytest

from benchmarks.corpora import CorpusPage
from benchmarks.measure import measure
from benchmarks.peers import Found
from benchmarks.score import metadata_report, own_report, score_text, text_report

GOLDEN = CorpusPage("a", b"", kind="article", text="one two", without=["menu"], title="A title")
FORUM = CorpusPage("b", b"", kind="forum", text="three", without=["menu", "footer"])
SEGMENTS = CorpusPage("c", b"", text=None, with_=["kept"], without=["gone"])


def test_a_corpus_is_the_mean_over_its_pages_with_gold() -> None:
    score = score_text([GOLDEN, FORUM], [Found("one two"), Found("Menu")])
    assert (score.f1, score.recall, score.leak) == (0.5, 0.5, 0.25)
    assert score.segment_f1 is None


def test_segments_are_scored_where_there_is_no_gold_text() -> None:
    score = score_text([SEGMENTS], [Found("kept and gone")])
    assert (score.f1, score.leak) == (None, 1.0)
    assert score.segment_f1 == pytest.approx(2 / 3)


def test_kinds_are_scored_apart() -> None:
    report = text_report([GOLDEN, FORUM], [Found("one two"), Found("")])
    assert report["all"]["f1"] == 0.5
    assert {kind: score["f1"] for kind, score in report["kinds"].items()} == {
        "article": 1.0,
        "forum": 0.0,
    }


def test_metadata_without_gold_counts_as_invented() -> None:
    outputs = [Found(title="a TITLE!", author="Jane Doe"), Found(title="Another")]
    report = metadata_report([GOLDEN, FORUM], outputs)
    assert report is not None
    assert report["title"] == {"gold": 1, "right": 1.0, "no_gold": 1, "invented": 1.0}
    assert report["author"] == {"gold": 0, "right": None, "no_gold": 2, "invented": 0.5}
    assert metadata_report([FORUM], [Found()]) is None


def test_confidence_is_worth_what_it_finds() -> None:
    pages = [CorpusPage(str(number), b"", text="word") for number in range(20)]
    outputs = [
        Found(
            "" if number in (0, 1, 9) else "word",
            facts={
                "page_type": "article",
                "confidence": number / 20,
                "decided_by": "second opinion" if number == 0 else "judge",
                "blocks": 1,
            },
        )
        for number in range(20)
    ]
    report = own_report(pages, outputs)
    assert report["bad_pages"] == 3
    assert report["confidence_finds"] == pytest.approx(2 / 3)
    assert report["second_opinion"] == pytest.approx(1 / 20)
    assert report["page_type_right"] is None


def test_an_exception_counts_as_empty_output() -> None:
    def extractor(page: CorpusPage, fold: int | None) -> Found:
        if page.id == "b":
            raise ValueError("no such page")
        return Found("one two")

    first, second = measure(extractor, [GOLDEN, FORUM], [None, None])
    assert (first.text, first.error) == ("one two", None)
    assert (second.text, second.error) == ("", "ValueError: no such page")
    assert second.cpu is not None
