"""Which verdicts are wrong, told by the text that should have come out."""

from __future__ import annotations

import declutter
from declutter.document import Document, Metadata
from declutter.page import Block, Verdict
from declutter.xray.against import are_in, find_mistakes

KEEP = Verdict(True, 0.9, "score", "long text")
DROP = Verdict(False, 0.1, "score", "short")


def document(*blocks: tuple[str, Verdict]) -> Document:
    return Document([Block(text, verdict=verdict) for text, verdict in blocks], Metadata())


def test_blocks_wrongly_kept_and_wrongly_removed() -> None:
    doc = document(
        ("The boat came in at seven in the morning.", KEEP),
        ("Read our other stories about boats here.", KEEP),
        ("Nobody was on board but a cat.", DROP),
        ("Share", DROP),
    )
    gold = "The boat came in at seven in the morning.\n\nNobody was on board but a cat."
    mistakes = find_mistakes(doc, gold)
    assert set(mistakes.kept) == {1}
    assert set(mistakes.removed) == {2}
    assert mistakes.kept[1] == 7
    assert mistakes.name(0) is None


def test_a_removed_repeat_of_what_was_kept_is_right() -> None:
    line = "The boat came in at seven in the morning."
    assert find_mistakes(document((line, DROP), (line, KEEP)), line).removed == {}
    assert set(find_mistakes(document((line, KEEP), (line, KEEP)), line).kept) == {1}


def test_short_blocks_belong_where_they_are_a_line() -> None:
    gold = "A Long Repair\n\nThe lock was dry, and nobody would share this news."
    assert are_in(["A Long Repair", "share", "Facebook"], gold) == [True, None, False]
    source = "Journal of Hedgerow Studies"
    assert are_in([source], f"Linnet, P. (2022). Rooks. {source} 12 (2).") == [None]
    assert are_in(["Repair"], "Repair\nRepair it.") == [True]


def test_the_figures_are_word_overlap() -> None:
    mistakes = find_mistakes(document(("one two three four", KEEP)), "one two three five")
    assert (mistakes.precision, mistakes.recall, mistakes.f1) == (0.75, 0.75, 0.75)
    nothing = find_mistakes(document(), "")
    assert (nothing.precision, nothing.recall, nothing.f1) == (1.0, 1.0, 1.0)
    assert find_mistakes(document(), "words").f1 == 0.0


def test_the_picture_names_the_mistakes() -> None:
    page = "<p>The boat came in at seven in the morning, and nobody was there to see it.</p>"
    picture = declutter.xray(page, against="Something else was wanted.").html
    assert '<b class="badge">wrongly kept</b>' in picture
    assert "word F1 <b>" in picture
