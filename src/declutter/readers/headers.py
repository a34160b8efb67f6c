"""The headers that reader services and static sites put on top of a page's text.

They are metadata, not text: YAML front matter between lines of three dashes, or the lines
"Title: … URL Source: … Markdown Content:" before the content.
"""

from __future__ import annotations

import re
from typing import Final

_MAX_FRONT_MATTER: Final = 64_000
_MAX_DEPTH: Final = 8
_MAX_LINE: Final = 10_000
_FENCE: Final = re.compile(r"\s*---[ \t]*\n")
_FENCE_END: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_YAML_KEY: Final = re.compile(r"^[\w\"'][\w .\"'-]{0,60}:(?:\s|\Z)", re.MULTILINE)
_SERVICE_LINE: Final = re.compile(r"([A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){0,3}):[ \t]*(.*)")
_SERVICE_KEYS: Final = frozenset(
    {
        "title",
        "url source",
        "published time",
        "markdown content",
        "description",
        "image",
        "language",
        "number of pages",
        "warning",
        "usage",
    }
)
_SERVICE_MARKS: Final = frozenset({"url source", "markdown content"})
_CONTENT_FOLLOWS: Final = "markdown content"

Headers = dict[str, object]


def take_headers(text: str) -> tuple[Headers, int]:
    """The headers on top of `text`, keys in lower case, and the offset where the content begins.

    A value is a str, a list of str, or None. Without headers the offset is 0; a front matter that
    is broken, larger than 64 kB or uses anchors is no header and stays text.
    """
    headers, start = _take_front_matter(text)
    if start:
        return headers, start
    return _take_service_lines(text)


def _take_front_matter(text: str) -> tuple[Headers, int]:
    fence = _FENCE.match(text)
    if fence is None:
        return {}, 0
    end = _FENCE_END.search(text, fence.end(), fence.end() + _MAX_FRONT_MATTER)
    if end is None:
        return {}, 0
    source = text[fence.end() : end.start()]
    if _YAML_KEY.search(source) is None:
        return {}, 0
    headers = _parse_yaml(source)
    return (headers, end.end()) if headers else ({}, 0)


def _parse_yaml(source: str) -> Headers:
    """Front matter as headers, empty where it is broken or could blow up."""
    import yaml

    # The base loader makes strings of all scalars: a title "1984" or "yes" stays what it is.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    depth = 0
    try:
        for event in yaml.parse(source, Loader=loader):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
                return {}
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _MAX_DEPTH:
                    return {}
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
        value = yaml.load(source, Loader=loader)
    except (yaml.YAMLError, ValueError, TypeError):  # a list as a key is a TypeError
        return {}
    headers: Headers = {}
    if isinstance(value, dict):
        _flatten(value, "", headers)
    return headers


def _flatten(mapping: dict[object, object], prefix: str, headers: Headers) -> None:
    """Put a mapping into `headers`; an inner mapping's keys follow the outer key and a dot."""
    for key, value in mapping.items():
        name = prefix + str(key).strip().lower()
        if isinstance(value, dict):
            _flatten(value, name + ".", headers)
        elif isinstance(value, list):
            headers[name] = [text for text in map(_item_text, value) if text]
        else:
            headers[name] = _scalar(value)


def _item_text(item: object) -> str:
    if isinstance(item, dict):
        item = item.get("name")
    return item.strip() if isinstance(item, str) else ""


def _scalar(value: object) -> str | None:
    text = "" if value is None else str(value).strip()
    return text if text not in ("", "~", "null") else None


def _take_service_lines(text: str) -> tuple[Headers, int]:
    headers: Headers = {}
    offset = start = 0
    length = len(text)
    while offset < length:
        end = text.find("\n", offset)
        end = length if end < 0 else end
        line = text[offset : min(end, offset + _MAX_LINE)].strip()
        line_start, offset = offset, end + 1
        if not line:
            continue
        match = _SERVICE_LINE.fullmatch(line)
        if match is None:
            break
        key, value = match[1].lower(), match[2].strip()
        if key not in _SERVICE_KEYS or key in headers:
            break
        if key == _CONTENT_FOLLOWS:
            headers[key] = None
            start = text.index(":", line_start) + 1  # the content may begin on the same line
            break
        headers[key] = value or None
        start = offset
    if not _SERVICE_MARKS & headers.keys():
        return {}, 0
    headers.pop(_CONTENT_FOLLOWS, None)
    return headers, min(start, length)
