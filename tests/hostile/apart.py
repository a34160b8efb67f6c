"""Cleans hostile inputs, each in a process of its own: `python -m tests.hostile.apart NAME ...`.

Prints a line of JSON for each: what the answer was, CPU seconds, peak memory, and what is wrong
with it. The processes are forks of one that has everything loaded.
"""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import sys
import time
from typing import Any

import declutter
from benchmarks.processes import peak_of_this_process
from tests.hostile.inputs import INPUTS, Hostile

_SECONDS = 40
_ADDRESSES = 4 * 2**30
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def main() -> None:
    """Clean the named inputs one after the other and say what came of each."""
    for warm in ("<title>a</title><p>b", "# a\n\n- b\n", "a\n\nb\n"):
        declutter.clean(warm).to_json()
    for name in sys.argv[1:]:
        child = os.fork()
        if child == 0:
            print(json.dumps({"name": name, **answer_to(INPUTS[name])}), flush=True)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            ended = signal.Signals(status & 127).name if status & 127 else f"exit {status >> 8}"
            print(json.dumps({"name": name, "answer": f"died: {ended}"}), flush=True)


def answer_to(hostile: Hostile) -> dict[str, Any]:
    """What an input is answered with, and what that cost; the input's making does not count."""
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    data = hostile.make()
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "surrogatepass"))
    problems: list[str] = []
    blocks = 0
    begin = time.process_time()
    try:
        doc = declutter.clean(data)
        text = doc.text
        answer = "document"
    except declutter.DeclutterError as error:
        doc, text = None, ""
        answer = type(error).__name__
    seconds = time.process_time() - begin
    megabytes = peak_of_this_process()
    if doc is not None:
        blocks = len(doc.blocks)
        problems = problems_of(doc, text, hostile)
    return {
        "answer": answer,
        "size": size,
        "blocks": blocks,
        "seconds": round(seconds, 3),
        "seconds_with_all_forms": round(time.process_time() - begin, 3),
        "megabytes": round(megabytes),
        "problems": problems,
    }


def problems_of(doc: declutter.Document, text: str, hostile: Hostile) -> list[str]:
    """What no result may have: text that cannot be written, controls, directions, losses."""
    problems: list[str] = []
    forms = {
        "text": text,
        "comments": doc.comments,
        "markdown": doc.markdown,
        "html": doc.html,
        "json": doc.to_json(),
        "blocks": "\n".join(block.text for block in doc.blocks),
    }
    for name, form in forms.items():
        form.encode()
        if _CONTROLS.search(form):
            problems.append(f"control characters in {name}")
    told = doc.to_dict()
    del told["text"], told["comments"]
    if _DIRECTIONS.search(" ".join(texts_in(told))):
        problems.append("controls of direction in the metadata")
    if hostile.keeps and not any(hostile.keeps in block.text for block in doc.blocks):
        problems.append("lost the text that is on the page")
    return problems


def texts_in(value: Any) -> list[str]:
    """All texts in a tree of lists and dictionaries."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts_in(inner)]
    return [text for inner in value for text in texts_in(inner)] if isinstance(value, list) else []


if __name__ == "__main__":
    main()
