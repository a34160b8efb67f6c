"""What is timed in the speed run: the same raw page through each extractor, and the floor.

The floor is what any extractor written in Python has to pay: parse the page, walk every node and
read tag, attributes and text, script and style passed over.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

Timed = Callable[[bytes], object]
DECLUTTER = "declutter, text and metadata"
FLOOR = "floor: parse and walk"
RESILIPARSE = "resiliparse"
TRAFILATURA = "trafilatura, text and metadata"


def contestants() -> dict[str, Timed]:
    """The calls that are timed, by name."""
    return {name: load() for name, load in LOADERS.items()}


def floor() -> Timed:
    """Parse and walk with turbohtml."""
    from turbohtml import Element, Text, parse

    def walk(raw: bytes) -> object:
        characters = 0
        stack: list[Any] = [parse(raw).root]
        while stack:
            node = stack.pop()
            if isinstance(node, Element):
                if node.tag not in ("script", "style"):
                    characters += len(node.attrs)
                    stack.extend(node.children)
            elif isinstance(node, Text):
                characters += len(node.data)
        return characters

    return walk


def declutter_call(*, metadata: bool) -> Timed:
    """`to_dict` of a cleaned page: every field is read, nothing hides in a lazy attribute."""
    from declutter import Cleaner

    cleaner = Cleaner(metadata=metadata)
    return lambda raw: cleaner.clean(raw).to_dict()


def resiliparse_call() -> Timed:
    """resiliparse's main content as text."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def extract(raw: bytes) -> object:
        tree = HTMLTree.parse_from_bytes(raw, detect_encoding(raw) or "utf-8")
        return extract_plain_text(tree, main_content=True, comments=False, alt_texts=False)

    return extract


def turbohtml_call() -> Timed:
    """turbohtml's main content as text."""
    from turbohtml import parse

    return lambda raw: parse(raw, detect_encoding=True).main_text()


def trafilatura_call(*, metadata: bool) -> Timed:
    """trafilatura's text, or its JSON with the metadata in it."""
    from trafilatura import extract

    if metadata:
        return lambda raw: extract(
            raw, include_comments=False, output_format="json", with_metadata=True
        )
    return lambda raw: extract(raw, include_comments=False)


LOADERS: dict[str, Callable[[], Timed]] = {
    FLOOR: floor,
    DECLUTTER: lambda: declutter_call(metadata=True),
    RESILIPARSE: resiliparse_call,
    "turbohtml main_text": turbohtml_call,
    "trafilatura, text": lambda: trafilatura_call(metadata=False),
    TRAFILATURA: lambda: trafilatura_call(metadata=True),
    "declutter, text": lambda: declutter_call(metadata=False),
}
"""What loads each contestant, so that a process may load only one. Of declutter's two calls the one
with metadata is first: the second finds the names of a page's elements known."""


def time_in_turn(calls: dict[str, Timed], pages: Sequence[bytes]) -> dict[str, list[float]]:
    """CPU seconds of each call on each page; the calls take turns, so that noise meets them all."""
    for call in calls.values():
        _seconds(call, pages[0])
    spent: dict[str, list[float]] = {name: [] for name in calls}
    for page in pages:
        for name, call in calls.items():
            spent[name].append(_seconds(call, page))
    return spent


def time_stages(pages: Sequence[bytes]) -> dict[str, float]:
    """CPU seconds of declutter's stages over all pages."""
    from declutter.cleaner import Cleaner
    from declutter.deadline import Deadline
    from declutter.document import Document
    from declutter.judge import judge
    from declutter.metadata import collect_metadata
    from declutter.readers import read

    Cleaner().clean(pages[0]).to_dict()
    clock, deadline = time.process_time, Deadline(None)
    spent = dict.fromkeys(("read", "judge", "metadata", "render"), 0.0)
    blocks = 0
    for raw in pages:
        begin = clock()
        page = read(
            raw, url=None, input_format=None, charset=None, max_bytes=10**9, deadline=deadline
        )
        was_read = clock()
        verdict = judge(page, favor="balanced", page_type=None, deadline=deadline)
        judged = clock()
        metadata = collect_metadata(page, verdict.page_type, deadline)
        collected = clock()
        Document(page.blocks, metadata, page_type=verdict.page_type).to_dict()
        spent["render"] += clock() - collected
        spent["metadata"] += collected - judged
        spent["judge"] += judged - was_read
        spent["read"] += was_read - begin
        blocks += len(page.blocks)
    return {**spent, "blocks": float(blocks)}


def _seconds(call: Timed, raw: bytes) -> float:
    begin = time.process_time()
    # What an extractor raises is the accuracy run's matter; its time counts all the same.
    with suppress(Exception):
        call(raw)
    return time.process_time() - begin
