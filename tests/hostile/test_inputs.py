"""Every hostile input is answered with a result or the documented error, in time and in memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.hostile.inputs import INPUTS

LARGE = 10_000_000  # bytes from which an input may take longer
SECONDS, LARGE_SECONDS = 5.0, 10.0
MEGABYTES = 600


@cache
def answers(heavy: bool) -> Iterator[dict[str, Any]]:
    """The answers to the inputs in their order, each as soon as it is there."""
    names = [name for name, hostile in INPUTS.items() if hostile.heavy is heavy]
    running = subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.apart", *names],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    return (json.loads(line) for line in running.stdout)


@cache
def answer_to(name: str) -> dict[str, Any]:
    for answer in answers(INPUTS[name].heavy):
        if answer["name"] == name:
            return answer
    pytest.fail("the process that answers ended early")


def check(name: str) -> None:
    hostile = INPUTS[name]
    answer = answer_to(name)
    assert answer["answer"] in (hostile.errors or ("document",)), answer
    assert answer["problems"] == []
    limit = LARGE_SECONDS if answer["size"] > LARGE else SECONDS
    assert answer["seconds"] <= limit, answer
    assert answer["seconds_with_all_forms"] <= 2 * limit, answer
    assert answer["megabytes"] <= MEGABYTES, answer


@pytest.mark.parametrize("name", [name for name, hostile in INPUTS.items() if not hostile.heavy])
def test_a_hostile_input(name: str) -> None:
    check(name)


@pytest.mark.hostile
@pytest.mark.parametrize("name", [name for name, hostile in INPUTS.items() if hostile.heavy])
def test_a_heavy_hostile_input(name: str) -> None:
    check(name)


def test_there_are_many() -> None:
    assert len(INPUTS) >= 80
