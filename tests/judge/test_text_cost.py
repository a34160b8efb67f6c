"""What cleaning a text costs grows with its length, whatever is in it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from declutter.deadline import Deadline
from declutter.judge.case import block_labels, build_case
from declutter.judge.evidence import measure
from declutter.judge.evidence.layout import PIECE
from declutter.judge.evidence.outline import draw_outline
from declutter.judge.split import split_blocks
from declutter.page import InputFormat
from declutter.readers import read
from tests.hostile.inputs.sizes import numbered

SHAPES: dict[str, tuple[InputFormat, Callable[[int], bytes]]] = {
    "one line": ("text", lambda n: b"The ferry was late again. Nobody minded it much. " * n),
    "a line of titles": ("text", lambda n: b"Boats Tides Ropes Piers News Contact " * n),
    "ever deeper": ("text", lambda n: b"".join(b" " * (i % 200) + b"A boat\n" for i in range(n))),
    "cards": ("text", lambda n: numbered("A boat\nRead on\n11 May 2025\n\n", n).encode()),
    "wrapped": ("text", lambda n: (b"The ferry was late " * 4 + b"\n") * n),
    "broken addresses": ("markdown", lambda n: b"[a boat](https://a.example/b-\nc-\nd) " * n),
    "addresses with blanks": ("markdown", lambda n: b"[a boat](/b c (d) 'e) " * n),
    "titles": ("markdown", lambda n: b"](/a 'b " * n),
    "lists like code": ("markdown", lambda n: b"    * [a boat](/b)\n\nA pier\n\n" * n),
    "ever deeper code": (
        "markdown",
        lambda n: b"A pier\n\n" + b"".join(b" " * (i % 200) + b"* [a](b)\n" for i in range(n)),
    ),
    "stars": ("markdown", lambda n: b"**a boat - **a pier " * n),
    "raw marks": ("markdown", lambda n: b"<![CDATA[ a boat\n\nA pier\n\n" * n),
    "open addresses": ("markdown", lambda n: b"](a-\n" * n),
    "headings": ("markdown", lambda n: numbered("## Pier @\n\nA boat\n\n", n).encode()),
}


def seconds(data: bytes, form: InputFormat) -> float:
    """CPU time of reading, cutting and measuring, the least of three times."""
    spent = []
    for _ in range(3):
        begin = time.process_time()
        page = read(
            data,
            url=None,
            input_format=form,
            charset=None,
            max_bytes=10**8,
            deadline=Deadline(None),
        )
        split_blocks(page)
        case = build_case(page, "article", [])
        labels = block_labels(case)
        evidence = measure(page, draw_outline(page), case.folded, labels, None)
        for at in range(0, evidence.count, PIECE):
            evidence.rows_from(at)
        spent.append(time.process_time() - begin)
    return min(spent)


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_costs_no_more_than_in_proportion(shape: str) -> None:
    form, text = SHAPES[shape]
    small, large = seconds(text(500), form), seconds(text(2_000), form)
    assert large <= 4 * 1.8 * small + 0.01
