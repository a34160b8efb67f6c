"""`python -m declutter.judge.phrases`: write what the TOML files hold, ready for look-up."""

from __future__ import annotations

from pathlib import Path

from declutter.judge.phrases import COMPILED, INDEX
from declutter.judge.phrases.build import compile_index, compile_phrases

if __name__ == "__main__":
    Path(__file__).with_name(COMPILED).write_text(compile_phrases(), encoding="utf-8")
    Path(__file__).with_name(INDEX).write_bytes(compile_index())
