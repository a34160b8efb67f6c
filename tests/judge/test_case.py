"""A page's blocks are looked at once, and texts that stood on it before not again."""

from __future__ import annotations

import pytest

from declutter.deadline import Deadline
from declutter.judge import case as looked_at
from declutter.judge.case import build_case
from declutter.judge.phrases.folding import fold
from declutter.readers.html import read_html

PAGE = b"".join(
    (
        b"<p>The ferry of that year was older than the pier it left from.</p>",
        b"<p>Share</p><p>11 May 2025</p><pre>Share</pre><p>By Ida Holm</p>",
        b"<pre>11 May 2025</pre><p>Share</p><p>By Ida Holm</p><p>11 May 2025</p>",
    )
)


def test_a_text_says_the_same_wherever_it_stands_but_nothing_in_code() -> None:
    page = read_html(PAGE, charset=None, deadline=Deadline(None))
    case = build_case(page, "article", [])
    told = {block.text: label for block, label in zip(case.blocks, case.labels, strict=True)}
    assert all(told[text] is not None for text in ("Share", "11 May 2025", "By Ida Holm"))
    for at, block in enumerate(case.blocks):
        code = block.kind == "code"
        assert case.labels[at] == (None if code else told[block.text])
        assert case.folded[at] == ("" if code else fold(block.text))
        assert case.words[at] == block.text.count(" ") + 1
    assert case.behind[7] == case.behind[4] > 0


def test_a_text_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    match = looked_at.match_whole
    monkeypatch.setattr(
        looked_at, "match_whole", lambda book, text: asked.append(text) or match(book, text)
    )
    build_case(read_html(PAGE, charset=None, deadline=Deadline(None)), "article", [])
    assert asked.count("share") == 1
