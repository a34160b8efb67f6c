"""Cleaners that do what a page tells them, to see what a run makes of it."""

from __future__ import annotations

import os
import re
import signal
from dataclasses import dataclass, field
from typing import Any

from declutter import Cleaner, Document


@dataclass(frozen=True)
class Hostile:
    """Cleans a page, unless it asks for something worse."""

    inner: Cleaner = field(default_factory=lambda: Cleaner(second_opinion=False))

    def clean(self, data: Any, **known: Any) -> Document:
        raw = data if isinstance(data, bytes) else data.encode()
        if b"please-crash" in raw:
            os.kill(os.getpid(), signal.SIGSEGV)
        if b"please-exit" in raw:
            os._exit(7)
        if b"please-hang" in raw:
            while True:
                pass
        if b"please-hold-the-interpreter" in raw:
            re.match(r"(a+)+$", "a" * 60 + "b")
        if b"please-take-all-memory" in raw:
            bytearray(1 << 40)
        if b"please-raise" in raw:
            raise ZeroDivisionError("the page asked for it")
        return self.inner.clean(data, **known)


class DiesAtStart:
    """Cannot be made again in a worker."""

    def clean(self, data: Any, **known: Any) -> Document:
        raise AssertionError

    def __setstate__(self, state: object) -> None:
        os._exit(9)

    def __getstate__(self) -> object:
        return {"a": 1}
