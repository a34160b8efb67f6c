"""Sees that a page of small blocks takes no more memory than its bound, in the compiled install.

`python memory.py` cleans a page of each kind in a process of its own; it ends non-zero where one
takes more than 15 times its bytes and 60 MB, of 2^20 bytes as in the benchmarks.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.grown import DENSE, crowd_page
from benchmarks.processes import memory_bound, peak_of_this_process

BLOCKS = 99_990
KINDS = [kind for kind in DENSE if kind != "rows of a table"]
"""The parser's tree of rows of three cells alone takes 13 times their bytes."""


def clean_file(path: Path) -> None:
    """Clean a page; print the peak of memory in MB."""
    import declutter

    document = declutter.clean(path.read_bytes())
    assert len(document.blocks) == BLOCKS
    document.to_dict()
    print(peak_of_this_process())


def keeps_bound(kind: str) -> bool:
    """Whether a page of a kind keeps to its bound; says what it takes."""
    page = crowd_page(kind, BLOCKS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_bytes(page)
        command = [sys.executable, __file__, str(path)]
        answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    peak = float(answer.stdout)
    bound = memory_bound(len(page))
    print(f"{kind}: {peak:.0f} MB of {bound:.0f}")
    return peak <= bound


if __name__ == "__main__":
    if len(sys.argv) > 1:
        clean_file(Path(sys.argv[1]))
    else:
        kept = [keeps_bound(kind) for kind in KINDS]
        sys.exit(not all(kept))
