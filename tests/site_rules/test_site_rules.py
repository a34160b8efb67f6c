"""Rules by host: what their lines do, which page meets which rule, and what a broken one says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

import declutter
from declutter.cli.group import root
from declutter.site_rules import (
    BrokenSiteRule,
    Found,
    SiteRules,
    read_folder,
)
from declutter.site_rules.pattern import parse_pattern

RULES = Path(__file__).resolve().parent / "rules"
FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
HOST = "paper.example.com"
URL = f"https://{HOST}/story"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Nine geese | The Paper</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<div class="x1"><h1>Nine geese</h1><p class="who">By Ada Finch</p><p class="when">3 May 2024</p>
<p>The first goose came over the weir at noon and nobody in the boathouse looked up from soup.</p>
<p>The second one <small class="ref">[12]</small> brought the others, and at two there were 9.</p>
<table><tr><th>Hour</th><th>Geese</th></tr><tr><td>12</td><td class="n">1</td></tr>
<tr><td>14</td><td>9</td></tr></table>
<div id="promo-7"><p>Our calendar of geese is in the shop, and it makes a fine gift.</p></div></div>
<div class="x2"><p>A column about something else stands here, about as long as the story.</p></div>
</body></html>"""


def fixture_cases() -> list[tuple[Path, str]]:
    rules = SiteRules(read_folder(RULES))
    cases = []
    for expected in sorted(FIXTURES.glob("html-*/expected.json")):
        url = json.loads(expected.read_text("utf-8"))["url"]
        if rules.rule_for(url) is not None:
            cases.append((expected.parent, url))
    return cases


def clean(*lines: str, page: Any = PAGE, url: str = URL) -> declutter.Document:
    rule = parse_pattern("\n".join(lines), f"{HOST}.txt", (HOST,))
    return declutter.clean(page, url=url, site_rules=[rule])


def reasons(document: declutter.Document) -> dict[str, str]:
    return {block.text: block.verdict.reason for block in document.removed}


@pytest.mark.parametrize(("case", "url"), fixture_cases(), ids=lambda value: Path(value).name)
def test_the_rule_of_a_fixture_gives_its_article(case: Path, url: str) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    document = declutter.clean((case / "page.html").read_bytes(), url=url, site_rules=RULES)
    assert document.decided_by == "site rule"
    assert document.text == (case / "expected.txt").read_text("utf-8").rstrip("\n")
    assert (document.title, document.authors) == (expected["title"], expected["authors"])
    assert document.published == expected["published"]
    assert document.notes == []


def test_every_rule_of_the_folder_has_its_fixture() -> None:
    assert len(fixture_cases()) == len(list(RULES.iterdir())) == 20


def test_body_keeps_what_is_inside_and_says_why_the_rest_went() -> None:
    document = clean("body: //div[@class='x2']")
    assert document.text.startswith("A column about something else")
    assert "goose" not in document.text
    assert {block.verdict.rule for block in document.blocks} == {"site rule"}
    assert all("paper.example.com.txt:1" in reason for reason in reasons(document).values())


def test_the_first_body_that_matches_counts() -> None:
    document = clean("body: //div[@class='x9']", "body: //div[@class='x2']", "body: //body")
    assert document.text.startswith("A column")
    assert "goose" not in document.text


def test_fields() -> None:
    document = clean(
        "title: //h1", "author: //p[@class='who']", "date: //p[@class='when']", "body: //div"
    )
    assert document.title == "Nine geese"
    assert document.authors == ["Ada Finch"]
    assert document.published == "2024-05-03"
    sources = document.metadata.sources
    assert {sources[name] for name in ("title", "authors", "published")} == {"site rule"}
    assert "Nine geese" not in document.text
    assert "3 May" not in document.text


def test_fields_may_be_attributes_and_text() -> None:
    document = clean(
        "title: substring-before(//title, ' |')", "author: //p[@class='who']/text()", "body: //div"
    )
    assert (document.title, document.authors) == ("Nine geese", ["Ada Finch"])


def test_strip_takes_blocks_words_and_cells_and_each_says_so() -> None:
    document = clean(
        "body: //div[@class='x1']", "strip: //small", "strip: //td[@class='n']", "strip: //h1"
    )
    assert "The second one brought the others" in document.text
    assert "12\n" in document.text + "\n"
    assert "14\t9" in document.text
    gone = reasons(document)
    assert gone["[12]"] == "paper.example.com.txt:2 strips it"
    assert gone["1"] == "paper.example.com.txt:3 strips it"
    assert gone["Nine geese"] == "paper.example.com.txt:4 strips it"


def test_strip_id_or_class() -> None:
    document = clean("body: //div[@class='x1']", "strip_id_or_class: promo-")
    assert "calendar" not in document.text
    assert "goose" in document.text
    assert "calendar" in clean("body: //div[@class='x1']").text


def test_strip_alone_leaves_the_rest_to_the_judge() -> None:
    document = clean("strip: //div[@class='x2']")
    assert document.decided_by == "judge"
    assert "goose" in document.text
    assert "column" not in document.text
    assert document.text in declutter.clean(PAGE, url=URL).text + document.text


def test_a_body_that_matches_nothing_leaves_the_page_to_the_judge_and_says_so() -> None:
    document = clean("body: //section[@id='none']")
    plain = declutter.clean(PAGE, url=URL)
    assert (document.text, document.decided_by) == (plain.text, "judge")
    assert document.notes == ["paper.example.com.txt:1: body matched nothing; the judge decided"]
    assert clean("body: //nav/following-sibling::br").decided_by == "judge"


def test_a_body_without_text_is_none() -> None:
    page = PAGE.replace("</body>", "<div class='empty'></div></body>")
    document = clean("body: //div[@class='empty']", page=page)
    assert document.decided_by == "judge"
    assert "no text" in document.notes[0]


def test_a_date_that_is_none_is_noted() -> None:
    assert "is no date" in clean("date: //p[@class='who']").notes[0]


def test_blocks_keep_their_place_in_the_input() -> None:
    ruled = clean("body: //div[@class='x1']")
    plain = declutter.clean(PAGE, url=URL)
    places = {block.text: block.source for block in plain.blocks}
    assert all(places.get(block.text, block.source) == block.source for block in ruled.blocks)


def test_a_tree_and_bytes_give_the_same() -> None:
    lines = ("title: //h1", "body: //div[@class='x1']", "strip_id_or_class: promo")
    tree = lxml_html.document_fromstring(PAGE)
    before = lxml_html.tostring(tree)
    texts = {clean(*lines, page=page).text for page in (PAGE, PAGE.encode(), tree)}
    assert len(texts) == 1
    assert lxml_html.tostring(tree) == before


def test_words_of_marks_do_not_stay_on_the_page() -> None:
    rule = parse_pattern("body: //div[@class='x1']", "r.txt", (HOST,))
    from declutter.deadline import Deadline
    from declutter.readers import read

    page = read(
        PAGE,
        url=URL,
        input_format=None,
        charset=None,
        max_bytes=10_000,
        deadline=Deadline(None),
        rule=rule,
    )
    assert page.ruled is not None
    assert len(page.ruled.body) == 1
    assert all(len(word) < 20 for element in page.elements for word in element.words)


@pytest.mark.parametrize(
    ("name", "url", "meets"),
    [
        ("example.com", "https://example.com/a", True),
        ("example.com", "https://WWW.Example.com./a", True),
        ("example.com", "https://news.example.com/a", False),
        (".example.com", "https://news.example.com/a", True),
        (".example.com", "https://example.com/a", True),
        ("example.com", "https://notexample.com/a", False),
        ("bücher.example", "https://xn--bcher-kva.example/", True),
        ("example.com", None, False),
        ("example.com", "http://[broken", False),
    ],
)
def test_hosts(name: str, url: str | None, meets: bool) -> None:
    rules = SiteRules([parse_pattern("body: //p", f"{name}.txt", (name,))])
    assert (rules.rule_for(url) is not None) is meets


def test_the_nearer_host_wins() -> None:
    far = parse_pattern("body: //p", "far", (".example.com",))
    near = parse_pattern("body: //p", "near", ("news.example.com",))
    assert SiteRules([near, far]).rule_for("https://news.example.com/") is near


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: //h1\nbody //article\n", 2),
        ("body:\n", 1),
        ("\n# note\nstrip: //div[\n", 3),
        ("body: //no:such\n", 1),
        ("strip: nonsense(\x00)\n", 1),
        ("a" * 20_000, 1),
    ],
)
def test_a_broken_rule_names_file_and_line(text: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "bad.example.com.txt").write_text(text, "utf-8")
    with pytest.raises(BrokenSiteRule, match=rf"^bad\.example\.com\.txt:{line}: "):
        declutter.Cleaner(site_rules=tmp_path)


def test_a_file_that_is_no_text_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "bad.example.com.txt").write_bytes(b"title: //h1\nbody: \xff\xfe\n")
    with pytest.raises(BrokenSiteRule, match=r"txt:2: is not UTF-8"):
        read_folder(tmp_path)


def test_a_fault_that_shows_on_a_page_only_names_the_line_too() -> None:
    with pytest.raises(BrokenSiteRule, match=r"txt:1: body"):
        clean("body: //p[unknown-function(.)]")


def test_a_folder_without_rules(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(declutter.InvalidOption, match="site_rules"):
            declutter.Cleaner(site_rules=folder)


STATEMENTS = st.sampled_from(
    ["title", "body", "author", "date", "strip", "strip_id_or_class", "strip_image_src", "x(y)"]
)
XPATHS = st.text(alphabet="/@*.[]()='\"|:,abdivpxtconis -<>+0123456789\u00e9\x00", max_size=40)
LINES = st.one_of(
    st.builds(lambda name, value: f"{name}: {value}", STATEMENTS, XPATHS), st.text(max_size=60)
)


FILES = st.lists(LINES, max_size=6).map(lambda lines: "\n".join(lines).encode("utf-8", "replace"))


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(FILES, st.binary(max_size=200)))
def test_broken_files_raise_only_the_documented_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("rules")
    (folder / f"{HOST}.txt").write_bytes(data)
    try:
        document = declutter.clean(PAGE, url=URL, site_rules=folder)
    except BrokenSiteRule as error:
        named = str(error).startswith(f"{HOST}.txt:")
    else:
        named = bool(document.blocks)
    assert named


def test_deep_and_wide_pages_are_stripped_whole() -> None:
    lines = (
        "title: //div",
        "strip: //div",
        "strip: //td",
        "strip: //a",
        "author: //a",
        "date: //td",
    )
    for page in (
        "<div>" * 3_000 + "geese",
        "<p>" + "<a href='/x'>geese</a> " * 3_000,
        "<table>" + "<tr><td>" * 1_000 + "<div>geese",
        "<table>" + "<tr><td>a<div>b</div>" * 1_000,
    ):
        assert clean(*lines, page=f"<html><body>{page}</body></html>").text == ""


class GooseRule:
    """A rule of one's own, as the documentation shows it."""

    hosts = (HOST,)

    def find(self, tree: Any, url: str) -> Found:
        body = tree.xpath("//div[@class='x1']")
        return Found(title="Geese", body=[(element, "the geese") for element in body])


def test_a_rule_in_python() -> None:
    document = declutter.clean(PAGE, url=URL, site_rules=[GooseRule()])
    assert (document.title, document.decided_by) == ("Geese", "site rule")
    assert "goose" in document.text
    assert "column" not in document.text
    assert any(block.verdict.reason == "inside the geese" for block in document.kept)


def test_what_is_no_rule_is_refused() -> None:
    for rules in (["rules/"], [Found()]):
        with pytest.raises(declutter.InvalidOption, match="needs hosts and find"):
            declutter.Cleaner(site_rules=rules)  # type: ignore[arg-type]


def test_a_folder_is_told_from_another_in_every_process(tmp_path: Path) -> None:
    """A crawl that is resumed compares what its cleaner is."""
    (tmp_path / f"{HOST}.txt").write_text("body: //div[@class='x2']\n")
    told = repr(declutter.Cleaner(site_rules=tmp_path))
    assert told == repr(declutter.Cleaner(site_rules=tmp_path))
    assert " at 0x" not in told + repr(declutter.Cleaner(site_rules=[GooseRule()]))
    (tmp_path / f"{HOST}.txt").write_text("body: //div[@class='x1']\n")
    assert told != repr(declutter.Cleaner(site_rules=tmp_path))


def test_rules_travel_to_worker_processes() -> None:
    cleaner = declutter.Cleaner(site_rules=RULES)
    case, url = fixture_cases()[0]
    page = declutter.Input((case / "page.html").read_bytes(), url=url)
    results = list(cleaner.clean_many([page, page], workers=2))
    assert [result.document and result.document.decided_by for result in results] == [
        "site rule",
        "site rule",
    ]


def test_check_lists_what_is_broken_and_what_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.example.com.txt").write_text("body: //p\nbodi: //p\nnext_page_link: //a\n")
    (tmp_path / "b.example.com.txt").write_text("body: //p[\n")
    found = CliRunner().invoke(root, ["site-rules", "check", str(tmp_path)], standalone_mode=False)
    assert found.return_value == 1
    lines = found.output.splitlines()
    assert lines[0].endswith(
        "a.example.com.txt:2: bodi is not known and passed over, perhaps body is meant"
    )
    assert "fetches nothing" in lines[1]
    assert lines[2].startswith("error: b.example.com.txt:1: body: ")
    assert lines[-1] == "2 rules, 1 broken"
    good = CliRunner().invoke(root, ["site-rules", "check", str(RULES)], standalone_mode=False)
    assert good.return_value == 0


def test_the_command_takes_a_folder(tmp_path: Path) -> None:
    (tmp_path / f"{HOST}.txt").write_text("body: //div[@class='x2']\n")
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    arguments = [str(page), "--site-rules", str(tmp_path), "--url", URL]
    assert CliRunner().invoke(root, arguments).output.startswith("A column")
    explained = CliRunner().invoke(root, ["explain", *arguments]).output
    assert "decided by site rule" in explained
