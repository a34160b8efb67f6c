"""One Cleaner for many: threads, processes, long loops, and no warnings."""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import declutter
from tests.conftest import ROOT

PAGES = [path.read_bytes() for path in sorted((ROOT / "fixtures").glob("*/page.*"))][::4]
CLEANER = declutter.Cleaner(second_opinion=False, links=True)


def results(page: bytes) -> tuple[str, str, list[tuple[bool, str]]]:
    doc = CLEANER.clean(page, url="https://example.com/a")
    return (
        doc.to_json(),
        doc.markdown,
        [(block.verdict.keep, block.verdict.reason) for block in doc.blocks],
    )


def test_sixteen_threads_give_the_same_results() -> None:
    alone = [results(page) for page in PAGES]
    begin = threading.Barrier(16)

    def all_pages(_: int) -> bool:
        begin.wait()
        return [results(page) for page in PAGES] == alone

    with ThreadPoolExecutor(16) as threads:
        assert all(threads.map(all_pages, range(16)))


def test_a_cleaner_and_its_documents_can_be_pickled() -> None:
    cleaner = pickle.loads(pickle.dumps(CLEANER))
    assert cleaner == CLEANER
    for page in PAGES[:6]:
        doc = cleaner.clean(page)
        again = pickle.loads(pickle.dumps(doc))
        assert again == doc
        assert again.text == doc.text
        assert again.to_json() == doc.to_json()


def resident() -> int:
    """Bytes that this process holds now."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def test_a_loop_does_not_grow() -> None:
    """Twice the pages hold no more than once the pages, and next to no object more."""
    if not Path("/proc/self/statm").exists():
        return

    def clean_all(rounds: int) -> None:
        for _ in range(rounds):
            for page in PAGES:
                results(page)
        gc.collect()

    clean_all(3)
    before, objects = resident(), len(gc.get_objects())
    clean_all(12)
    assert len(gc.get_objects()) < objects + 500
    assert resident() < before + 3_000_000


def test_no_warning_is_raised() -> None:
    """The road and all renderers, where a warning is an error."""
    code = (
        "import sys, declutter\n"
        "for name in sys.argv[1:]:\n"
        "    doc = declutter.clean(open(name, 'rb').read(), url='https://example.com/a')\n"
        "    doc.text, doc.markdown, doc.html, doc.comments, doc.to_json(), doc.title\n"
    )
    names = sorted((ROOT / "fixtures").glob("*/page.*"))[::5]
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *map(str, names)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
