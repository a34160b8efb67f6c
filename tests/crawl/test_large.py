"""A crawl of 20,000 pages, hostile ones among them: nothing lost, little memory, all cores.

Takes minutes: `make test-crawl`.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawl.generated import binary, good_records, identity, page, record, write_warc
from tests.crawl.test_run import rows

pytestmark = pytest.mark.crawl

ROOT = Path(__file__).parents[2]
PAGES = 20_000
PARAGRAPHS = 12
LARGEST = 2_000_000
"""Bytes of the largest page that is cleaned."""

MEGABYTE = 1 << 20
ASKS = (
    ("please-crash", "WorkerDied", 10),
    ("please-exit", "WorkerDied", 5),
    ("please-hang", "PageTimeout", 2),
    ("please-hold-the-interpreter", "PageTimeout", 1),
    ("please-take-all-memory", "MemoryError", 5),
    ("please-raise", "ZeroDivisionError", 10),
)


def hostile() -> dict[int, tuple[str, str]]:
    """By a page's number: what is wrong with it, and the failure that it is."""
    chance = random.Random("hostile")
    wrong = [(asks, kind) for asks, kind, count in ASKS for _ in range(count)]
    wrong += [("binary", "UnsupportedInput")] * 10 + [("50 MB", "UnreadableRecord")] * 3
    return dict(zip(chance.sample(range(PAGES), len(wrong)), wrong, strict=True))


def crawl_records(wrong: dict[int, tuple[str, str]]) -> Iterator[bytes]:
    large = next(number for number in range(PAGES // 2, PAGES) if number not in wrong)
    for number, good in enumerate(good_records(PAGES, PARAGRAPHS)):
        asks = wrong.get(number, ("", ""))[0]
        if number == large:
            yield record(number, large_page(number, LARGEST))
        elif asks == "50 MB":
            yield record(number, large_page(number, 50_000_000))
        elif asks == "binary":
            yield record(number, binary(number))
        elif asks:
            yield record(number, page(number, PARAGRAPHS, asks=asks))
        else:
            yield good


def large_page(number: int, size: int) -> bytes:
    content = page(number, 300)
    start, end = content.index(b"<p>"), content.index(b"</article>")
    middle = content[start:end]
    return content[:start] + middle * (size // len(middle)) + content[end:]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("crawl")


@pytest.fixture(scope="module")
def archive(folder: Path) -> Path:
    return write_warc(folder / "crawl.warc.gz", crawl_records(hostile()))


def start(source: Path, out: Path, workers: int = 2) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.crawl.apart", str(source), str(out), "as-read"]
    return subprocess.Popen(
        [*command, "500", str(workers)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def memory_of_session(session: int) -> int:
    """The proportional set size of all processes of a session, in bytes."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rpartition(")")[2].split()[3]) == session:
                rollup = (stat.parent / "smaps_rollup").read_text()
                total += next(int(x.split()[1]) for x in rollup.splitlines() if x[:4] == "Pss:")
        except (OSError, StopIteration):  # it has just ended
            continue
    return total * 1024


@pytest.fixture(scope="module")
def undisturbed(archive: Path, folder: Path) -> tuple[Path, int, float]:
    """The output of a run that nobody disturbs, its peak of memory, and its seconds."""
    out = folder / "undisturbed.jsonl"
    began = time.monotonic()
    process = start(archive, out)
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory_of_session(process.pid))
        time.sleep(0.2)
    assert process.returncode == 0
    return out, peak, time.monotonic() - began


def test_good_pages_come_out_and_bad_ones_are_named(undisturbed: tuple[Path, int, float]) -> None:
    out, _, _ = undisturbed
    wrong = {identity(number): kind for number, (_, kind) in hostile().items()}
    failures = {row["id"]: row for row in rows(Path(f"{out}.failures.jsonl"))}
    assert {name: failure["kind"] for name, failure in failures.items()} == wrong
    assert all(failure["reason"] for failure in failures.values())
    good = [identity(number) for number in range(PAGES) if identity(number) not in wrong]
    assert [row["id"] for row in rows(out)] == good


def test_memory_is_bounded(undisturbed: tuple[Path, int, float]) -> None:
    _, peak, _ = undisturbed
    print(f"peak {peak / MEGABYTE:.0f} MB")
    assert peak < 400 * MEGABYTE + 15 * LARGEST


def test_ten_kills_lose_nothing(
    archive: Path, folder: Path, undisturbed: tuple[Path, int, float]
) -> None:
    whole, _, seconds = undisturbed
    out = folder / "killed.jsonl"
    chance = random.Random(os.urandom(8))
    for _ in range(10):
        process = start(archive, out)
        time.sleep(chance.uniform(0.01, 0.06) * seconds)
        assert process.poll() is None, "the run was whole before it could be killed"
        process.kill()
        process.communicate()
    assert start(archive, out).wait() == 0
    assert out.read_bytes() == whole.read_bytes()
    failures = [Path(f"{path}.failures.jsonl") for path in (out, whole)]
    assert failures[0].read_bytes() == failures[1].read_bytes()


def test_two_workers_are_faster_than_one(folder: Path) -> None:
    source = write_warc(folder / "good.warc.gz", good_records(2000, PARAGRAPHS))
    seconds: dict[int, list[float]] = {1: [], 2: []}
    for turn in range(2):
        for workers in (1, 2):
            process = start(source, folder / f"speed-{turn}.{workers}.jsonl", workers)
            told, _ = process.communicate()
            assert process.returncode == 0
            took, own = map(float, told.split())
            seconds[workers].append(took)
            print(f"{workers} workers: {took / 2:.2f} ms a page, {own / 2:.2f} ms CPU of the run")
    ratio = min(seconds[1]) / min(seconds[2])
    print(f"{ratio:.2f} times the speed")
    assert ratio >= 1.7
