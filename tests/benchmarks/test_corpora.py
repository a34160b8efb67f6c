import gzip
import json
from pathlib import Path

import pytest

from benchmarks.corpora import CorpusPage, domain, folds, load_corpus, load_fixtures


def write_corpus(folder: Path, pages: int) -> Path:
    (folder / "html").mkdir(parents=True)
    lines = []
    for number in range(pages):
        name = f"html/{number}.html.gz"
        (folder / name).write_bytes(gzip.compress(f"<p>page {number}</p>".encode()))
        record = {
            "id": str(number),
            "html": name,
            "url": None if number == 0 else f"https://www{number}.example.com/{number}",
            "kind": "article",
            "text": f"page {number}",
            "with": ["page"],
            "without": ["menu"],
            "title": "",
            "author": None,
            "date": "2025-05-11",
        }
        lines.append(json.dumps(record))
    (folder / "pages.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_a_corpus_folder_is_loaded_in_file_order(tmp_path: Path) -> None:
    pages = load_corpus(write_corpus(tmp_path / "corpus", 3))
    assert [page.id for page in pages] == ["0", "1", "2"]
    assert pages[1] == CorpusPage(
        id="1",
        raw=b"<p>page 1</p>",
        url="https://www1.example.com/1",
        kind="article",
        text="page 1",
        with_=["page"],
        without=["menu"],
        date="2025-05-11",
    )


def test_a_sample_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 20)
    first = [page.id for page in load_corpus(corpus, sample=5)]
    assert first == [page.id for page in load_corpus(corpus, sample=5)]
    assert len(first) == 5
    assert first == sorted(first, key=int)


def test_a_folder_that_is_no_corpus_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_corpus(tmp_path)


def test_pages_of_one_registrable_domain_share_a_fold() -> None:
    urls = ["https://a.example.co.uk/1", "http://b.c.example.co.uk/2", "https://example.co.uk"]
    pages = [CorpusPage(id=str(number), raw=b"", url=url) for number, url in enumerate(urls)]
    assert {domain(page) for page in pages} == {"example.co.uk"}
    assert len(set(folds(pages))) == 1


def test_pages_without_url_are_domains_of_their_own() -> None:
    pages = [CorpusPage(id=str(number), raw=b"") for number in range(50)]
    assert len({domain(page) for page in pages}) == 50
    assert set(folds(pages)) == {0, 1, 2, 3, 4}


def test_fixtures_are_a_corpus(tmp_path: Path) -> None:
    case = tmp_path / "harbour"
    case.mkdir()
    (case / "page.txt").write_text("Menu\n\nThe harbour opened.\n", encoding="utf-8")
    (case / "expected.txt").write_text("The harbour opened.\n", encoding="utf-8")
    expected = {"title": None, "authors": ["Jane Doe", "Ben Roe"], "published": "2025-05-11"}
    (case / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    (tmp_path / "no case").mkdir()
    (page,) = load_fixtures(tmp_path)
    assert (page.id, page.kind, page.text) == ("harbour", "txt", "The harbour opened.\n")
    assert (page.title, page.author, page.date) == (None, "Jane Doe, Ben Roe", "2025-05-11")


def test_no_fixtures_are_an_empty_corpus(tmp_path: Path) -> None:
    assert load_fixtures(tmp_path / "absent") == []
