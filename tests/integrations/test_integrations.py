"""Each framework, really run: its example works, and one page gives one text through all of them.

They are in an environment of their own, which `make test-integrations` sets up.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import declutter
from declutter.integrations.metadata import address_of, flat_metadata

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "fixtures" / "html-news-full"
PAGE = (CASE / "page.html").read_text("utf-8")
TEXT = (CASE / "expected.txt").read_text("utf-8").rstrip("\n")
TITLE = "Brackwater council approves tidal pool after ten-year wait"
URL = "https://gazette.example.com/news/tidal-pool-approved"

integrations = pytest.mark.integrations


def example(name: str) -> str:
    """The code of an example in the documentation."""
    text = (ROOT / "docs" / "integrations.md").read_text("utf-8")
    found = re.search(rf"<!-- example: {name} -->\s*```python\n(.*?)```", text, re.DOTALL)
    assert found is not None
    assert len(found.group(1).strip().splitlines()) <= 12
    return found.group(1)


def run_example(name: str, **names: Any) -> dict[str, Any]:
    exec(compile(example(name), name, "exec"), names)
    return names


def test_metadata_is_flat_and_known() -> None:
    fields = flat_metadata(declutter.clean(PAGE, url=URL))
    assert fields["title"] == TITLE
    assert fields["tags"] == "Tidal pool, Brackwater council, Swimming"
    assert all(isinstance(value, (str, float)) for value in fields.values())
    assert "modified" not in flat_metadata(declutter.clean("A line and no more."))


def test_the_address_is_found_under_usual_names() -> None:
    assert address_of({"source": "pages/a.html", "url": URL}) == URL
    assert address_of({"source": "pages/a.html"}) is None


@integrations
def test_langchain() -> None:
    names = run_example("langchain", html=PAGE)
    document = names["documents"][0]
    assert document.page_content == TEXT
    assert document.metadata["title"] == TITLE
    assert document.metadata["source"] == "https://example.com/a"
    with pytest.raises(declutter.InvalidOption):
        names["DeclutterTransformer"](form="docx")


@integrations
def test_llama_index() -> None:
    names = run_example("llama_index", html=PAGE)
    node = names["nodes"][0]
    assert node.text == TEXT
    assert node.metadata["title"] == TITLE
    parser = names["DeclutterNodeParser"]
    linked = parser(form="markdown", options={"links": True})
    made = linked.get_nodes_from_documents(names["pages"])
    assert "](https://swimmers.example.org/)" in made[0].text
    assert made[0].ref_doc_id == names["pages"][0].id_
    assert parser().get_nodes_from_documents([names["Document"](text="<p></p>")]) == []


@integrations
def test_haystack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAYSTACK_TELEMETRY_ENABLED", "False")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    names = run_example("haystack")
    document = names["documents"][0]
    assert document.content == TEXT
    assert document.meta["title"] == TITLE
    stored = names["pipeline"].dumps()
    trusted = ["declutter.integrations.haystack"]
    assert names["Pipeline"].loads(stored, allowed_modules=trusted).dumps() == stored
    from haystack.dataclasses import ByteStream

    made = names["DeclutterConverter"]().run(
        sources=[ByteStream(b"%PDF-1.7"), "none.html", ByteStream(PAGE.encode())],
        meta=[{}, {}, {"url": URL}],
    )
    assert [document.content for document in made["documents"]] == [TEXT]


@integrations
def test_datatrove(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    rows = [{"id": "a", "text": PAGE}, {"id": "b", "text": "<p></p>"}]
    with gzip.open(tmp_path / "pages" / "in.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write("\n".join(json.dumps(row) for row in rows))
    script = f"if __name__ == '__main__':\n{_indented(example('datatrove'))}"
    (tmp_path / "step.py").write_text(script, "utf-8")
    done = subprocess.run(
        [sys.executable, "step.py"], cwd=tmp_path, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr
    clean = [
        json.loads(line)
        for file in sorted((tmp_path / "clean").glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]
    assert [(row["id"], row["text"]) for row in clean] == [("a", TEXT)]


def _indented(code: str) -> str:
    return "".join(f"    {line}\n" for line in code.splitlines())


CRAWL = """
import json, sys
from scrapy.crawler import CrawlerProcess

FIELDS = ["name", "title", "text"]
{example}

class Local(ArticleSpider):
    async def start(self):
        for name in ("page.html", "broken.html"):
            yield scrapy.Request("file://{folder}/" + name)

    def parse(self, response):
        if response.url.endswith("page.html"):
            yield from super().parse(response)
        yield {{"name": response.url.rsplit("/", 1)[1], "html": response}}

process = CrawlerProcess({{
    "FEEDS": {{"{folder}/out.jsonl": {{"format": "jsonlines", "fields": FIELDS}}}},
    "ITEM_PIPELINES": {{"declutter.integrations.scrapy.DeclutterPipeline": 300}},
    "DECLUTTER_OPTIONS": {{"favor": "balanced"}},
    "LOG_LEVEL": "WARNING",
    "TELNETCONSOLE_ENABLED": False,
}})
process.crawl(Local)
process.start()
"""


@integrations
def test_scrapy(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "broken.html").write_bytes(b"%PDF-1.7 and so on")
    code = CRAWL.format(example=example("scrapy"), folder=tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=240,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [(row.get("name"), row["title"], row["text"]) for row in rows] == [
        (None, TITLE, TEXT),
        ("page.html", TITLE, TEXT),
    ]
    assert "a PDF file" in done.stderr


@integrations
def test_the_pipeline_of_scrapy_fills_what_an_item_has_room_for() -> None:
    from dataclasses import dataclass

    from scrapy.utils.test import get_crawler

    from declutter.integrations.scrapy import DeclutterPipeline

    @dataclass
    class Article:
        html: str | None
        body: str = ""
        title: str = ""
        author: str = "as the spider found it"

    settings = {"DECLUTTER_TARGET": "body", "DECLUTTER_FORMAT": "markdown"}
    pipeline = DeclutterPipeline.from_crawler(get_crawler(settings_dict=settings))
    item = pipeline.process_item(Article(PAGE))
    assert "## What was decided" in item.body
    assert (item.title, item.author) == (TITLE, "as the spider found it")
    assert pipeline.process_item(Article(None)) == Article(None)


@integrations
def test_scrapy_heeds_the_encoding_of_the_header() -> None:
    from scrapy.http import HtmlResponse

    from declutter.integrations.scrapy import clean_response

    body = "<p>Жил-был у самого синего моря старик, и звали его Степан.</p>".encode("cp1251")
    headers = {"Content-Type": "text/html; charset=windows-1251"}
    response = HtmlResponse("https://example.com/a", headers=headers, body=body)
    assert "синего моря" in clean_response(response).text
