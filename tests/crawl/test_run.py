"""A run over hostile pages, killed and resumed: every page is a row or a failure, once."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from declutter.crawl.ledger import Ledger, ResumeError
from declutter.crawl.pool import WorkerError
from declutter.crawl.progress import Lines, Silent
from declutter.crawl.records import Failure, Outcome, Record
from declutter.crawl.rows import Shape
from declutter.crawl.run import CompleteError, OutputExistsError, PartWriter, run_batch
from declutter.crawl.sinks import JsonLines
from declutter.crawl.sources import Reading, find_sources
from declutter.crawl.worker import Limits
from declutter.errors import InvalidOption
from tests.crawl.cleaners import DiesAtStart, Hostile
from tests.crawl.generated import (
    binary,
    good_records,
    identity,
    jsonl,
    page,
    record,
    write_warc,
)

ASKS = {
    3: ("please-crash", "WorkerDied"),
    8: ("please-hang", "PageTimeout"),
    14: ("please-hold-the-interpreter", "PageTimeout"),
    15: ("please-exit", "WorkerDied"),
    21: ("please-take-all-memory", "MemoryError"),
    30: ("please-raise", "ZeroDivisionError"),
}
LIMITS = Limits(seconds=3.0)


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """40 records: good ones, hostile ones, one binary, and one that is no page."""

    def records():
        for number, item in enumerate(good_records(40, paragraphs=3)):
            if number in ASKS:
                yield record(number, page(number, 3, asks=ASKS[number][0]))
            elif number == 11:
                yield record(number, binary(number))
            elif number == 12:
                yield record(number, b"GIF89a", media="image/gif")
            else:
                yield item

    return write_warc(tmp_path_factory.mktemp("warc") / "crawl.warc.gz", records())


@pytest.mark.parametrize("ordered", [True, False])
def test_hostile_pages_cost_themselves_alone(archive: Path, tmp_path: Path, ordered: bool) -> None:
    out = tmp_path / "clean.jsonl"
    summary = run_batch(
        [archive], out, cleaner=Hostile(), workers=2, ordered=ordered, limits=LIMITS
    )
    failures = {failure["id"]: failure for failure in rows(tmp_path / "clean.jsonl.failures.jsonl")}
    expected = {identity(number): kind for number, (_, kind) in ASKS.items()}
    expected[identity(11)] = "UnsupportedInput"
    assert {name: failure["kind"] for name, failure in failures.items()} == expected
    assert "SIGSEGV" in failures[identity(3)]["reason"]
    good = [identity(number) for number in range(40) if number not in {*ASKS, 11, 12}]
    ids = [row["id"] for row in rows(out)]
    assert (ids if ordered else sorted(ids)) == good
    assert (summary.rows, summary.failures) == (len(good), len(expected))
    assert not (tmp_path / "clean.jsonl.parts").exists()


def test_pages_that_kill_in_a_row_are_each_named(tmp_path: Path) -> None:
    lines = [
        page(number, 2, asks="please-exit" if number in (1, 2, 5) else "") for number in range(8)
    ]
    source = tmp_path / "pages.jsonl"
    source.write_text("".join(json.dumps({"html": line.decode()}) + "\n" for line in lines))
    run_batch([source], tmp_path / "out.jsonl", cleaner=Hostile(), workers=1)
    failed = [row["id"] for row in rows(tmp_path / "out.jsonl.failures.jsonl")]
    assert failed == [f"{source.as_posix()}:{number + 1}" for number in (1, 2, 5)]
    assert len(rows(tmp_path / "out.jsonl")) == 5


class DiesSecond:
    """A cleaner whose worker dies of the second page that it is given, whatever the page."""

    pages = 0

    def clean(self, data: object, **known: object) -> object:
        self.pages += 1
        if self.pages == 3:  # the first is that of its start
            os._exit(3)
        return Hostile().clean(data, **known)


def test_a_death_that_no_page_is_to_blame_for_costs_none(tmp_path: Path) -> None:
    source = tmp_path / "pages.jsonl"
    source.write_bytes(jsonl(6))
    run_batch([source], tmp_path / "out.jsonl", cleaner=DiesSecond(), workers=1)  # type: ignore[arg-type]
    assert [row["id"] for row in rows(tmp_path / "out.jsonl")] == [f"n{n}" for n in range(6)]


def test_a_failure_is_one_line_that_does_nothing_to_a_terminal() -> None:
    stream = io.StringIO()
    lines = Lines(stream)
    lines.done(Failure("a\x1b[2Jb", None, "Error", "two\nlines: ä"))
    assert stream.getvalue() == "failed: a\\x1b[2Jb: two\\nlines: ä\n"


def test_one_worker_and_two_give_the_same(tmp_path: Path) -> None:
    source = write_warc(tmp_path / "good.warc", good_records(40, paragraphs=3))
    for workers in (1, 2):
        run_batch([source], tmp_path / f"{workers}.jsonl", cleaner=Hostile(), workers=workers)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_rows_carry_what_was_known(tmp_path: Path) -> None:
    source = tmp_path / "pages.jsonl"
    source.write_bytes(jsonl(3))
    shape = Shape(("markdown",), ("topic", "html"))
    sources = find_sources([source], Reading(keep=shape.keep))
    run_batch(sources, tmp_path / "out.jsonl", workers=1, shape=shape)
    found = rows(tmp_path / "out.jsonl")
    assert [row["id"] for row in found] == ["n0", "n1", "n2"]
    assert [row["topic"] for row in found] == [0, 1, 2]
    assert found[1]["html"] == page(1, 2).decode()
    assert found[1]["url"] == "https://site-1.example.org/notes/1"
    assert list(found[0]) == list(shape.columns())


def test_a_kept_page_is_text_whatever_its_encoding(tmp_path: Path) -> None:
    content = "<p>Старый колокол висит над гаванью, и никто не помнит, кто его привёз.</p>"
    (tmp_path / "page.html").write_bytes(content.encode("windows-1251"))
    shape = Shape(keep=("html",))
    run_batch([tmp_path / "page.html"], tmp_path / "out.jsonl", workers=1, shape=shape)
    assert [row["html"] for row in rows(tmp_path / "out.jsonl")] == [content]


def test_a_page_with_no_text_has_its_row(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("<html><body></body></html>")
    summary = run_batch([tmp_path / "empty.html"], tmp_path / "out.jsonl", workers=1)
    assert summary.failures == 0
    assert [row["text"] for row in rows(tmp_path / "out.jsonl")] == [""]


def test_an_output_is_not_overwritten_unasked(tmp_path: Path) -> None:
    source = tmp_path / "pages.jsonl"
    source.write_bytes(jsonl(2))
    out = tmp_path / "out.jsonl"
    run_batch([source], out, workers=1)
    with pytest.raises(OutputExistsError, match="--overwrite"):
        run_batch([source], out, workers=1)
    with pytest.raises(CompleteError, match="nothing to resume"):
        run_batch([source], out, workers=1, resume=True)
    run_batch([source], out, workers=1, overwrite=True)
    assert len(rows(out)) == 2


def test_wrong_use_is_told(tmp_path: Path) -> None:
    source = tmp_path / "pages.jsonl"
    source.write_bytes(jsonl(2))
    with pytest.raises(InvalidOption, match="workers=0"):
        run_batch([source], tmp_path / "out.jsonl", workers=0)
    with pytest.raises(InvalidOption, match="--format"):
        run_batch([source], tmp_path / "out.doc", workers=1)
    with pytest.raises(InvalidOption, match="no such file"):
        run_batch([tmp_path / "none.jsonl"], tmp_path / "out.jsonl", workers=1)
    with pytest.raises(WorkerError, match="pickled"):
        run_batch([source], tmp_path / "out.jsonl", cleaner=DiesAtStart(), workers=1)
    assert [path.name for path in tmp_path.iterdir()] == ["pages.jsonl"]


def start_run(source: Path, out: Path, order: str) -> subprocess.Popen[bytes]:
    """A run in a process of its own, to be killed."""
    command = [sys.executable, "-m", "tests.crawl.apart", str(source), str(out), order]
    return subprocess.Popen(command, cwd=Path(__file__).parents[2], stderr=subprocess.PIPE)


@pytest.mark.parametrize(
    ("name", "order"),
    [("out.jsonl", "as-read"), ("out.parquet", "as-read"), ("out.jsonl.zst", "as-done")],
)
def test_killed_and_resumed_gives_the_same_rows(tmp_path: Path, name: str, order: str) -> None:
    source = tmp_path / "pages.jsonl"
    source.write_bytes(jsonl(150))
    undisturbed = tmp_path / f"undisturbed-{name}"
    assert start_run(source, undisturbed, order).wait() == 0
    out = tmp_path / name
    parts = out.with_name(f"{name}.parts")
    for kill in range(1, 4):
        process = start_run(source, out, order)
        while process.poll() is None and len(list(parts.glob("0*"))) < 3 * kill:
            time.sleep(0.005)
        process.kill()
        process.communicate()
        assert len(list(parts.glob("0*"))) >= 3 * kill
    assert start_run(source, out, order).wait() == 0
    assert read(out, order == "as-done") == read(undisturbed, order == "as-done")
    assert not parts.exists()


def test_ctrl_c_says_how_to_go_on(tmp_path: Path) -> None:
    pages = jsonl(300)
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-c", "from declutter.cli import main; main()", "batch", "-"]
    command += ["-o", str(out), "-j", "2"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write(pages)  # more than a pipe holds: most of it was read when this is done
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    assert process.stderr is not None
    told = process.stderr.read()
    assert process.wait() == 130
    assert b"--resume" in told
    assert not out.exists()
    assert list(out.with_name("out.jsonl.parts").glob("0*"))
    with pytest.raises(OutputExistsError, match="--resume"):
        run_batch(["-"], out)
    done = subprocess.run([*command, "--resume"], input=pages, capture_output=True, check=True)
    assert b"were done before" in done.stderr
    assert [row["id"] for row in rows(out)] == [f"n{number}" for number in range(300)]


def test_only_the_same_run_is_gone_on_with(tmp_path: Path) -> None:
    source = tmp_path / "pages.jsonl"
    source.write_bytes(jsonl(3))
    out = tmp_path / "out.jsonl"
    ledger = Ledger(out.with_name("out.jsonl.parts"), {"input": "other", "cleaner": "other"})
    list(ledger.watch([Record("a")]))
    ledger.commit([(0, 0)], 0, [Failure("a", None, "", "")], None, "")
    ledger.close()
    with pytest.raises(ResumeError, match="another input"):
        run_batch([source], out, resume=True)


def test_a_stop_within_a_commit_writes_nothing_twice(tmp_path: Path) -> None:
    class Stopped(JsonLines):
        def write(self, rows: object, path: Path) -> None:
            raise KeyboardInterrupt

    ledger = Ledger(tmp_path / "parts", {})
    writer = PartWriter(ledger, Stopped(tmp_path / "out.jsonl", "jsonl"), Silent())
    list(ledger.watch([Record("a")]))
    writer.add(Outcome((0, 0), b"{}\n"))
    with pytest.raises(KeyboardInterrupt):
        writer.commit()
    writer.finish()
    assert (ledger.state.rows, ledger.state.mark) == (0, (0, 0))


def test_two_runs_do_not_write_one_output(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "parts", {})
    with pytest.raises(ResumeError, match="another run is at"):
        Ledger(tmp_path / "parts", {})
    ledger.close()


def test_a_torn_manifest_line_never_happened(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "parts", {})
    list(ledger.watch([Record("a", position=(0, 0)), Record("b", position=(0, 1))]))
    ledger.commit([(0, 0)], 1, [], lambda path: path.write_text("a"), ".x")
    ledger.close()
    manifest = tmp_path / "parts" / "manifest.jsonl"
    whole = manifest.read_bytes()
    manifest.write_bytes(whole + b'{"part": "000001.x", "rows": 1, "fail')
    ledger = Ledger(tmp_path / "parts", {})
    assert (ledger.state.rows, ledger.state.mark) == (1, (0, 1))
    ledger.close()
    assert manifest.read_bytes() == whole


def read(path: Path, sort: bool) -> list[dict]:
    import pyarrow.parquet as pq
    import zstandard

    if path.suffix == ".parquet":
        found = pq.read_table(path).to_pylist()
    elif path.suffix == ".zst":
        with zstandard.open(path, "rb") as stream:
            found = [json.loads(line) for line in stream.read().splitlines()]
    else:
        found = rows(path)
    return sorted(found, key=lambda row: row["id"]) if sort else found
