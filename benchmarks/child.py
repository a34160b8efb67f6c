"""A peer that needs another interpreter: a child process, asked page by page."""

from __future__ import annotations

import base64
import json
import select
import subprocess
from pathlib import Path

from benchmarks.corpora import CorpusPage
from benchmarks.peers import Extractor, Found, Peer

SECONDS_A_PAGE = 30
_SCRIPT = Path(__file__).with_name("trafipy_child.py")


class TrafipyChild:
    """trafipy under another interpreter; a page that takes too long costs the child its life."""

    def __init__(self, python: str) -> None:
        self._python = python
        self._child: subprocess.Popen[str] | None = None

    def __call__(self, page: CorpusPage, fold: int | None) -> Found:
        child = self._started()
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(base64.b64encode(page.raw).decode() + "\n")
        child.stdin.flush()
        if not select.select([child.stdout], [], [], SECONDS_A_PAGE)[0]:
            self.close()
            raise TimeoutError(f"trafipy took longer than {SECONDS_A_PAGE} s")
        line = child.stdout.readline()
        if not line:
            self.close()
            raise RuntimeError("trafipy's process died")
        answer = json.loads(line)
        return Found(answer["text"], cpu=answer["cpu"], error=answer["error"])

    def close(self) -> None:
        """End the child, if there is one."""
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def _started(self) -> subprocess.Popen[str]:
        if self._child is None:
            self._child = subprocess.Popen(
                [self._python, str(_SCRIPT)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        return self._child


def trafipy_peer(python: str | None) -> Peer:
    """trafipy as a peer under the interpreter given, missing where there is none."""
    return Peer("trafipy", "trafipy", lambda: _load(python), lambda: _version(python))


def _load(python: str | None) -> Extractor:
    if _version(python) is None:
        raise ImportError("trafipy needs Python 3.12 or newer: give one that has it, --peer-python")
    assert python is not None
    return TrafipyChild(python)


def _version(python: str | None) -> str | None:
    if python is None:
        return None
    code = "import trafipy, importlib.metadata as m; print(m.version('trafipy'))"
    try:
        answer = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout.strip()
