"""What comes back on a site's pages goes, and nothing else does."""

from __future__ import annotations

import multiprocessing
import pickle
import subprocess
import sys
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest

from benchmarks.corpora import load_corpus
from benchmarks.metrics import word_f1
from declutter import Block, Cleaner, Verdict
from declutter.crawl.learn import learn
from declutter.crawl.site_evidence import MIN_PAGES, apply_site_memory
from declutter.crawl.site_memory import SiteMemory, fingerprint, host_of
from declutter.crawl.sources import Reading, find_sources
from declutter.errors import InvalidOption
from declutter.page import Page
from tests.conftest import data_path
from tests.crawl.site import HOST, HOUSE_STYLE, site_pages

FORMATS = {"html": ".html", "markdown": ".md", "text": ".txt"}


def write_site(folder: Path, form: str) -> Path:
    for page in site_pages():
        path = folder / "letters" / (page.url.rpartition("/")[2] + FORMATS[form])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(getattr(page, form)())
    return folder


@pytest.mark.parametrize("form", list(FORMATS))
def test_site_memory_lifts_a_site_that_fools_the_judge(tmp_path: Path, form: str) -> None:
    reading = Reading(base_url=f"https://{HOST}/")
    sources = find_sources([write_site(tmp_path / "site", form)], reading)
    memory = SiteMemory(tmp_path / "memory.db")
    learn(sources, memory, workers=2)
    plain, taught = Cleaner(), Cleaner(site_memory=memory)
    scores: dict[str, list[float]] = {"plain": [], "taught": []}
    for page in site_pages():
        data = getattr(page, form)()
        scores["plain"].append(word_f1(plain.clean(data, url=page.url).text, page.expected))
        document = taught.clean(data, url=page.url)
        scores["taught"].append(word_f1(document.text, page.expected))
        assert {b.text for b in document.removed if b.verdict.rule == "site memory"} <= {
            *HOUSE_STYLE
        }
    assert 0.5 < mean(scores["plain"]) < 0.9
    assert mean(scores["taught"]) > mean(scores["plain"]) + 0.05


def taught(pages: int = 10, *texts: str) -> SiteMemory:
    memory = SiteMemory()
    for number in range(pages):
        memory.observe("example.org", [*texts, f"Only on page {chr(97 + number)}."])
    return memory


def judged(*texts: str, **kinds: str) -> Page:
    kept = Verdict(True, 0.9, "score", "")
    blocks = [Block(text, kind=kinds.get(text, "paragraph"), verdict=kept) for text in texts]  # type: ignore[arg-type]
    return Page("html", blocks, url="https://www.example.org/x")


def left(page: Page, memory: SiteMemory) -> list[str]:
    apply_site_memory(page, memory)
    return [block.text for block in page.blocks if block.verdict.keep]


OWN = "What is said on this page and on no other page of the site."
LONG = "A sentence of the frame that is long enough to stand by itself."


def test_the_reason_says_on_how_many_pages_it_stands() -> None:
    page = judged(LONG, OWN)
    assert left(page, taught(10, LONG)) == [OWN]
    assert page.blocks[0].verdict.rule == "site memory"
    assert page.blocks[0].verdict.reason == "stands on 10 of 10 pages of this site"


@pytest.mark.parametrize("pages", [0, 1, 3, 4])
def test_a_site_of_few_pages_is_left_alone(pages: int) -> None:
    page = judged(LONG, OWN)
    assert left(page, taught(pages, LONG)) == [LONG, OWN]


def test_a_page_with_nothing_of_its_own_is_left_alone() -> None:
    assert left(judged("Title", LONG), taught(10, LONG, "Title")) == ["Title", LONG]


def test_the_same_page_at_ten_addresses_counts_once() -> None:
    memory = SiteMemory()
    assert [memory.observe("example.org", [LONG, "More."]) for _ in range(3)] == [
        True,
        False,
        False,
    ]
    assert memory.evidence("example.org", [LONG])[0].of == 1


def test_headings_code_and_rows_that_come_back_stay() -> None:
    kinds = ("heading", "paragraph", "code", "table_row", "heading", "paragraph")
    texts = ("Method", OWN, "pip install pens", "Colour\tBlue", "Notes", LONG)
    page = judged(*texts)
    for block, kind in zip(page.blocks, kinds, strict=True):
        block.kind = kind  # type: ignore[assignment]
        block.level = 2 if kind == "heading" else 0
    memory = taught(10, *(text for text in texts if text != OWN))
    assert left(page, memory) == ["Method", OWN, "pip install pens", "Colour\tBlue"]


def test_a_label_stays_and_a_menu_goes() -> None:
    menu = ["Home", "Letters", "Archive", "Shop", "Write to us"]
    memory = taught(10, "Weight:", "Colour:", *menu)
    page = judged(
        *menu, OWN, "Weight:", "Four pounds, says the scale in the yard", "Colour:", "Red"
    )
    assert left(page, memory) == [block.text for block in page.blocks][5:]


def test_a_sentence_without_spaces_is_one() -> None:
    sentence = "この手紙は港の近くに住む四人が毎月歩いて書いているものです。"
    own = "今朝の港には霧が出ていて、渡し船は一時間ほど遅れて着いた。"
    assert left(judged(sentence, own), taught(10, sentence)) == [own]


def test_a_sentence_of_a_part_of_the_site_goes() -> None:
    memory = SiteMemory()
    for number in range(40):
        more = [LONG] if number < 8 else []
        memory.observe("example.org", [*more, f"Only on page {'i' * number}."])
    assert left(judged(LONG, OWN), memory) == [OWN]


def test_fingerprints() -> None:
    assert fingerprint("Read by Many") == fingerprint("read by many")
    assert fingerprint("$158.73") != fingerprint("$124.93")
    assert fingerprint("a b") != fingerprint("a c")
    assert host_of("https://www.Example.org:80/a") == "example.org"
    assert host_of("https://[broken") is None
    assert host_of(None) is None


@pytest.mark.parametrize("place", ["file", "memory"])
def test_a_memory_can_be_pickled(tmp_path: Path, place: str) -> None:
    memory = SiteMemory(tmp_path / "m.db" if place == "file" else None)
    for number in range(6):
        memory.observe("example.org", [LONG, "abcdef"[number]])
    again = pickle.loads(pickle.dumps(memory))
    assert again.evidence("example.org", [LONG]) == memory.evidence("example.org", [LONG])
    assert again.evidence("example.org", [LONG])[0].pages == 6


def observe_many(path: Path, name: str) -> None:
    memory = SiteMemory(path)
    for number in range(50):
        memory.observe("example.org", [LONG, f"{name} {'i' * number}"])


def test_processes_share_a_file(tmp_path: Path) -> None:
    path = tmp_path / "m.db"
    memory = SiteMemory(path)
    assert memory.evidence("example.org", [LONG])[0].of == 0
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=observe_many, args=(path, name)) for name in "ab"]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    found = memory.evidence("example.org", [LONG])[0]
    assert (found.pages, found.of) == (100, 100)


def test_learning_is_once_and_survives_a_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from declutter.crawl import learn as room

    monkeypatch.setattr(room, "PAGES_A_TRANSACTION", 7)
    reading = Reading(base_url=f"https://{HOST}/")
    sources = find_sources([write_site(tmp_path / "site", "text")], reading)
    memory = SiteMemory(tmp_path / "m.db")

    class Stops(SiteMemory):
        calls = 0

        def observe_pages(self, pages: object, **mark: object) -> None:
            if self.calls == 3:
                raise KeyboardInterrupt
            self.calls += 1
            super().observe_pages(pages, **mark)  # type: ignore[arg-type]

    with pytest.raises(KeyboardInterrupt):
        learn(sources, Stops(tmp_path / "m.db"))
    assert [site.pages for site in memory.sites()] == [21]
    for _ in range(2):
        learn(sources, memory)
        assert [site.pages for site in memory.sites()] == [60]
        assert memory.evidence(HOST, HOUSE_STYLE)[0].pages == 60


def test_standard_input_cannot_be_read_twice() -> None:
    with pytest.raises(InvalidOption, match="two passes"):
        learn(find_sources(["-"], Reading()), SiteMemory())


def test_the_commands(tmp_path: Path) -> None:
    write_site(tmp_path / "site", "html")
    start = [sys.executable, "-c", "from declutter.cli import main; main()"]
    command = [*start, "batch", "site", "-o", "out.jsonl", "-q", "-j", "1", "--site-memory", "m.db"]
    command += ["--base-url", f"https://{HOST}/"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    clean = (tmp_path / "out.jsonl").read_text()
    assert not any(text in clean for text in HOUSE_STYLE)
    told = subprocess.run([*start, "site", "m.db"], cwd=tmp_path, check=True, capture_output=True)
    assert told.stdout.split()[:2] == [b"60", b"pages"]
    told = subprocess.run(
        [*start, "site", "m.db", HOST], cwd=tmp_path, check=True, capture_output=True
    )
    assert {line.split()[0] for line in told.stdout.splitlines()} == {b"60"}
    assert HOUSE_STYLE[1][:60] in told.stdout.decode()


@pytest.mark.crawl
def test_pages_of_many_sites_keep_what_they_have() -> None:
    pages = load_corpus(data_path("corpora", "wcxb-dev"))
    count = Counter(host_of(page.url) for page in pages)
    several = [page for page in pages if page.url and count[host_of(page.url)] >= MIN_PAGES]
    plain, memory = Cleaner(), SiteMemory()
    before = {}
    for page in several:
        document = plain.clean(page.raw, url=page.url)
        before[page.id] = document.text
        memory.observe(host_of(page.url) or "", [block.text for block in document.blocks])
    taught = Cleaner(site_memory=memory)
    change = 0.0
    for page in several:  # the others are on a site of too few pages to be touched
        text = taught.clean(page.raw, url=page.url).text
        change += word_f1(text, page.text or "") - word_f1(before[page.id], page.text or "")
    print(f"{change / len(pages):+.5f} on {len(pages)} pages, {len(several)} of them of one site")
    assert abs(change / len(pages)) <= 0.001
