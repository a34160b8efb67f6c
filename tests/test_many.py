"""Many pages: in order, one result a page, whatever happens to one of them."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from typing import Any

import pytest

from declutter import Cleaner, DeclutterError, Document, Input, InvalidOption, Result
from declutter.many import CHUNK, CHUNKS_AHEAD, clean_many

WORKERS = pytest.mark.parametrize("workers", [1, 2])


def page(number: int) -> str:
    return f"<p>This is page number {number} of many, and it says so in a whole sentence.</p>"


@WORKERS
def test_results_come_in_order_with_their_ids(workers: int) -> None:
    pages = [Input(page(number), id=str(number)) for number in range(CHUNK * 2 + 3)]
    results = list(Cleaner().clean_many(pages, workers))
    assert [result.id for result in results] == [page.id for page in pages]
    assert all(
        result.document is not None and f"number {result.id} of" in result.document.text
        for result in results
    )


@WORKERS
def test_a_bad_page_is_a_result_with_its_error(workers: int) -> None:
    pages: list[Any] = [page(1), b"%PDF-1.7 ...", 7, None, page(2)]
    results = list(clean_many(Cleaner(), pages, workers))
    assert [result.error is None for result in results] == [True, False, False, False, True]
    assert all(isinstance(result.error, DeclutterError) for result in results[1:4])
    assert "TypeError" in str(results[2].error)


@WORKERS
def test_no_more_is_read_ahead_than_said(workers: int) -> None:
    taken = 0

    def pages() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield page(taken)

    results = clean_many(Cleaner(), pages(), workers)
    for _ in range(3):
        next(results)
    results.close()  # type: ignore[attr-defined]
    assert taken <= (3 if workers == 1 else CHUNK * CHUNKS_AHEAD * workers)


def test_what_the_input_raises_goes_through() -> None:
    def pages() -> Iterator[str]:
        yield page(1)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(clean_many(Cleaner(), pages()))


def test_a_tree_that_cannot_travel_is_cleaned_at_home() -> None:
    from lxml import html

    pages = [page(1), html.fromstring(f"<html><body>{page(2)}</body></html>"), page(3)]
    results = list(clean_many(Cleaner(), pages, 2))
    assert [result.error for result in results] == [None] * 3


def test_no_worker_is_no_way_to_work() -> None:
    with pytest.raises(InvalidOption, match="use 1 or more"):
        clean_many(Cleaner(), [], 0)


class KillingCleaner(Cleaner):
    """A cleaner that takes its process down with one page."""

    __slots__ = ()

    def clean(self, data: Any, *rest: Any, **known: Any) -> Document:
        if data == "poison" and multiprocessing.parent_process() is not None:
            os._exit(9)
        return Cleaner.clean(self, data, *rest, **known)


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="the class is not importable"
)
def test_a_page_that_kills_its_worker_costs_no_other_page() -> None:
    pages: list[str] = [page(number) for number in range(CHUNK + 4)]
    pages[2] = "poison"
    results = list(clean_many(KillingCleaner(), pages, 2))
    assert [index for index, result in enumerate(results) if result.error] == [2]
    assert "killed" in str(results[2].error)


def test_it_works_where_processes_are_spawned(tmp_path: Any) -> None:
    import subprocess
    import sys

    script = tmp_path / "run.py"
    script.write_text(
        "import multiprocessing, declutter\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "    pages = ['<p>One sentence on a page of its own.</p>'] * 3\n"
        "    for result in declutter.Cleaner().clean_many(pages, workers=2):\n"
        "        print(result.document.text)\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("One sentence on a page of its own.\n" * 3, "")


def test_a_result_says_what_it_is() -> None:
    result = next(iter(Cleaner().clean_many([page(1)])))
    assert isinstance(result, Result)
    assert result.id is None
