"""What whole processes cost: peak memory, start-up, and pages a second with several workers.

`python -m benchmarks.processes NAME FOLDER` prints the peak memory in MB of one contestant over
the pages in a folder.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from benchmarks.stopwatch import LOADERS

ROOT = Path(__file__).resolve().parent.parent
_MEGABYTE = 2**20
_ROUNDS = 8


def peak_memory(name: str, folder: Path) -> float:
    """Peak memory in MB of a fresh process that runs one contestant over the pages in a folder."""
    command = [sys.executable, "-m", "benchmarks.processes", name, str(folder)]
    answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return float(answer.stdout)


def start_up(page: Path, times: int = 10) -> dict[str, float]:
    """CPU milliseconds of whole processes, declutter and trafilatura in turn, the least of `times`.

    `import` is a process that only imports, `command` one that cleans a page from standard input.
    """
    scripts = Path(sys.executable).parent
    commands = {
        "import declutter": [sys.executable, "-c", "import declutter"],
        "import trafilatura": [sys.executable, "-c", "import trafilatura"],
        "declutter < page.html": [str(scripts / "declutter")],
        "trafilatura < page.html": [str(scripts / "trafilatura")],
        "python alone": [sys.executable, "-c", ""],
    }
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            spent[name].append(_process_seconds(command, page))
    return {name: 1000 * min(seconds) for name, seconds in spent.items()}


def pages_a_second(pages: Sequence[bytes], workers: int) -> float:
    """Pages a second of wall time through `Cleaner.clean_many`, its start-up included; all pages
    come several times, so that starting the workers is not what is measured."""
    from declutter import Cleaner

    begin = time.perf_counter()
    done = sum(1 for _ in Cleaner().clean_many([*pages] * _ROUNDS, workers=workers))
    return done / (time.perf_counter() - begin)


def memory_bound(size: int) -> float:
    """The MB that cleaning a page of so many bytes may take at its peak: 15 times it, and 60."""
    return 15 * size / _MEGABYTE + 60


def peak_of_this_process() -> float:
    """Peak resident memory in MB; what the parent held before the start does not count on Linux."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / _MEGABYTE


def _process_seconds(command: list[str], page: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with page.open("rb") as source:
        subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    timed = LOADERS[sys.argv[1]]()
    for file in sorted(Path(sys.argv[2]).iterdir()):
        with suppress(Exception):
            timed(file.read_bytes())
    print(peak_of_this_process())
