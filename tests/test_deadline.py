"""A timeout: at whatever check it is up, an error comes and no half of a result."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

import declutter
from declutter.deadline import CHECK_EVERY, Deadline
from tests.hostile.inputs.kinds import page, sentences
from tests.hostile.inputs.sizes import paragraphs

COUNT = 4 * CHECK_EVERY
PARAGRAPHS = sentences(COUNT)
PAGES: dict[str, Callable[[int], bytes]] = {
    "html": lambda count: page("".join(f"<p>{text}</p>" for text in PARAGRAPHS[:count])),
    "text": lambda count: "\n\n".join(PARAGRAPHS[:count]).encode(),
    "markdown": lambda count: ("# Notes\n\n" + "\n\n".join(PARAGRAPHS[:count])).encode(),
}
CLEANER = declutter.Cleaner(timeout=60)


class Up(Exception):
    pass


def checks(monkeypatch: pytest.MonkeyPatch, data: bytes, form: str, last: int) -> int:
    """How often the clock is looked at; Up at the look with the number `last`."""
    seen = 0

    def check(self: Deadline) -> None:
        nonlocal seen
        seen += 1
        if seen == last:
            raise Up

    monkeypatch.setattr(Deadline, "check", check)
    CLEANER.clean(data, input_format=form)  # type: ignore[arg-type]
    return seen


@pytest.mark.parametrize("form", PAGES)
def test_loops_look_at_the_clock(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading, cutting and labelling each do, every so many blocks."""
    few = checks(monkeypatch, PAGES[form](40), form, -1)
    many = checks(monkeypatch, PAGES[form](COUNT), form, -1)
    assert few > 20
    assert many >= few + 2 * (COUNT // CHECK_EVERY - 1) + 1


@pytest.mark.parametrize("form", PAGES)
def test_every_look_may_be_the_last(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = PAGES[form](5)
    for last in range(1, checks(monkeypatch, data, form, -1) + 1):
        with pytest.raises(Up):
            checks(monkeypatch, data, form, last)


def seconds_until_timeout(data: bytes, timeout: float) -> float:
    """CPU seconds of this thread until PageTimeout comes."""
    begin = time.thread_time()
    with pytest.raises(declutter.PageTimeout, match="timeout="):
        declutter.clean(data, timeout=timeout)
    return time.thread_time() - begin


def test_a_timeout_comes_soon_in_any_thread() -> None:
    """A page of 100,000 blocks, which takes seconds, is given up soon after half of one."""
    data = paragraphs(100_000)
    with ThreadPoolExecutor(1) as other:
        in_other = other.submit(seconds_until_timeout, data, 0.5).result()
    assert max(seconds_until_timeout(data, 0.5), in_other) < 1.5


def longest_step(data: bytes, looks: list[float]) -> float:
    """The longest time between two looks at the clock, as a share of what the page takes."""
    looks.clear()
    begin = time.thread_time()
    CLEANER.clean(data)
    end = time.thread_time()
    steps = [after - before for before, after in pairwise([begin, *looks, end])]
    return max(steps) / (end - begin)


def test_no_step_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two looks at the clock lies a small part of what a page of many blocks takes."""
    data = PAGES["html"](COUNT)
    looks: list[float] = []
    monkeypatch.setattr(Deadline, "check", lambda self: looks.append(time.thread_time()))
    # A busy machine may stretch one step of a run, and not the same one each time.
    assert min(longest_step(data, looks) for _ in range(3)) < 0.2
