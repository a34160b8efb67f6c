"""Write `compiled.json` from the TOML files: `python -m declutter.judge.phrases`."""

from __future__ import annotations

from pathlib import Path

from declutter.judge.phrases import compile_phrases

if __name__ == "__main__":
    Path(__file__).with_name("compiled.json").write_text(compile_phrases(), encoding="utf-8")
