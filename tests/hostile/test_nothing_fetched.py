"""Nothing is fetched, opened or started because a page says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

CHILD = """
import sys, declutter

def forms(data, kind):
    doc = cleaner.clean(data, url="https://example.com/a", input_format=kind)
    return doc.text, doc.markdown, doc.html, doc.to_json(), doc.title, doc.image

def watch(event, arguments):
    if watching and event.split(".")[0] in ("open", "socket", "subprocess", "os", "urllib"):
        seen.append((event, str(arguments)[:80]))

cleaner = declutter.Cleaner(links=True, images=True)
watching, seen = False, []
sys.addaudithook(watch)
pages = [open(name, encoding="utf-8").read() for name in sys.argv[1:]]
for watching in (False, True):  # what is loaded at first use is loaded before
    for page in pages:
        for kind in ("html", "markdown", "text"):
            forms(page.encode(), kind)
open(sys.argv[1]).close()
print(seen)
"""


def test_a_page_makes_nothing_be_opened(tmp_path: Path) -> None:
    """What is seen is the one file that the child opens itself at the end: the watch works."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret of the lighthouse")
    address = secret.as_uri()
    attack = f"""<?xml version="1.0"?>
<?xml-stylesheet href="{address}"?>
<!DOCTYPE html [<!ENTITY secret SYSTEM "{address}"><!ENTITY % more SYSTEM "{address}"> %more;]>
<html xmlns:xi="http://www.w3.org/2001/XInclude" manifest="{address}"><head>
<base href="{address}"><link rel="stylesheet" href="{address}"><link rel="import" href="{address}">
<meta http-equiv="refresh" content="0;url={address}"><meta property="og:image" content="{address}">
<script src="{address}"></script><style>@import url({address})</style>
<script type="application/ld+json">{{"@context": "{address}", "@type": "Article"}}</script></head>
<body background="{address}"><h1>Harbour notes</h1><p>The harbour is closed &secret; tonight, and
the boats wait until the morning for the tide and for the pilot.</p><xi:include href="{address}"/>
<img src="{address}" srcset="{address} 2x"><iframe src="{address}"></iframe>
<object data="{address}"></object><embed src="{address}">
<video src="{address}"></video></body></html>
"""
    notes = f"""---
title: !!python/object/apply:os.system ["echo secret"]
include: !include {secret}
---
![a]({address}) {{% include "{secret}" %}} [b]: {address}
"""
    pages = [tmp_path / "page.html", tmp_path / "page.md"]
    pages[0].write_text(attack)
    pages[1].write_text(notes)
    ran = subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, pages)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.count("open") == 1, ran.stdout
    assert str(pages[0]) in ran.stdout
