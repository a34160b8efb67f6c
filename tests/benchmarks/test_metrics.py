import pytest

from benchmarks.metrics import (
    Segments,
    leak,
    mean,
    same_date,
    same_words,
    word_f1,
    word_overlap,
    words,
)


def test_words_are_lower_case_and_without_punctuation() -> None:
    assert words("The Harbour, re-opened: 3 ÖFEN!") == [
        "the",
        "harbour",
        "re",
        "opened",
        "3",
        "öfen",
    ]


def test_overlap_counts_repeated_words_as_often_as_both_have_them() -> None:
    overlap = word_overlap("boat boat boat sea", "boat boat wind")
    assert overlap.precision == pytest.approx(2 / 4)
    assert overlap.recall == pytest.approx(2 / 3)
    assert overlap.f1 == pytest.approx(4 / 7)


@pytest.mark.parametrize(
    ("output", "gold", "expected"), [("", "", 1), ("!", "?", 1), ("word", "", 0), ("", "word", 0)]
)
def test_empty_texts(output: str, gold: str, expected: float) -> None:
    assert word_f1(output, gold) == expected


def test_leak_folds_case_and_knows_pages_without_snippets() -> None:
    assert leak("Read on. SHARE THIS now", ["Share this", "More news"]) == 0.5
    assert leak("anything", []) is None


def test_segments_fold_white_space_and_keep_case() -> None:
    segments = Segments()
    segments.add("One  line\nhere. Menu", ["One line here", "one line"], ["Menu", "Footer"])
    segments.add("", ["lost"], ["Menu"])
    assert (segments.true_positives, segments.false_positives, segments.false_negatives) == (
        1,
        1,
        2,
    )
    assert segments.f1 == pytest.approx(2 / 5)
    assert segments.precision == pytest.approx(1 / 2)
    assert segments.recall == pytest.approx(1 / 3)


def test_no_segments_score_nothing() -> None:
    assert Segments().f1 == 0


def test_metadata_equality() -> None:
    assert same_words("  Council backs “harbour” plan!", "council backs harbour plan")
    assert not same_words(None, "council")
    assert same_date("2025-05-11T08:00:00Z", "2025-05-11")
    assert not same_date("2025-05-12", "2025-05-11")
    assert not same_date(None, "2025-05-11")


def test_mean_of_nothing_is_none() -> None:
    assert mean([]) is None
    assert mean([1, 0]) == 0.5
