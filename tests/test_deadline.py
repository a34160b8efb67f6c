"""A timeout: at whatever check it is up, an error comes and no half of a result."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

import declutter
from declutter.deadline import CHECK_EVERY, Deadline
from tests.hostile.inputs.kinds import page, sentences

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


def test_a_timeout_works_in_a_thread() -> None:
    raised: list[Exception] = []

    def work() -> None:
        try:
            declutter.clean(PAGES["html"](COUNT), timeout=0.000_001)
        except declutter.DeclutterError as error:
            raised.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert isinstance(raised[0], declutter.PageTimeout)
    assert "timeout=" in str(raised[0])
