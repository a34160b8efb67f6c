"""What tests of every room share: data that may be absent, programs that may be missing."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def data_path(*parts: str) -> Path:
    """A file or folder of the data in DECLUTTER_DATA (default ../shared); skips where absent."""
    base = Path(os.environ.get("DECLUTTER_DATA") or ROOT / "../shared")
    path = base.joinpath(*parts).resolve()
    if not path.exists():
        pytest.skip(f"{'/'.join(parts)} is not in {base}: set DECLUTTER_DATA to where it is")
    return path


def require_program(name: str) -> str:
    """The path of a program; skips where it is missing, fails under DECLUTTER_REQUIRE_ALL=1."""
    found = shutil.which(name)
    if found is None:
        missing(f"the program {name} is not installed")
    return str(found)


def missing(reason: str) -> None:
    """Skip for something that is not installed; fail instead under DECLUTTER_REQUIRE_ALL=1."""
    if os.environ.get("DECLUTTER_REQUIRE_ALL") == "1":
        pytest.fail(f"{reason}, and DECLUTTER_REQUIRE_ALL=1 asks for everything", pytrace=False)
    pytest.skip(reason)


def pytest_configure() -> None:
    """Take Ctrl-C as in a terminal: a run in a shell's background inherits that it is ignored, and
    so would every program that a test starts and interrupts."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
