"""trafipy in a process and an interpreter of its own: a page a line in, its text and CPU time out.

Runs under `--peer-python` and needs the standard library and trafipy only. A line in is base64 of
the raw page; a line out is JSON with `text` and `cpu` (seconds), the decoding inside that time.
"""

import base64
import codecs
import json
import re
import sys
import time

import trafipy

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


def decode(raw: bytes) -> str:
    """trafipy takes text: the mark, the declared charset, UTF-8, else windows-1252."""
    if raw.startswith(codecs.BOM_UTF8):
        return raw.decode("utf-8-sig", "replace")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    declared = _CHARSET.search(raw[:4096])
    try:
        return raw.decode(declared.group(1).decode() if declared else "utf-8")
    except (LookupError, UnicodeDecodeError):
        pass
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def main() -> None:
    """Answer line by line until the input ends."""
    for line in sys.stdin:
        raw = base64.b64decode(line)
        begin = time.process_time()
        try:
            text = trafipy.extract(decode(raw), include_comments=False).text
            error = None
        except Exception as problem:
            text, error = "", repr(problem)
        spent = time.process_time() - begin
        print(json.dumps({"text": text, "cpu": spent, "error": error}), flush=True)


if __name__ == "__main__":
    main()
