"""The picture as people use it: in a real browser, by pointer, by keys, and under attack."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest

import declutter

pytestmark = pytest.mark.browser
HERE = Path(__file__).resolve().parent
HOSTILE = (HERE / "hostile.html").read_bytes()
NEWS = HERE.parent.parent / "fixtures" / "html-news-full"
KEPT = declutter.Verdict(True, 0.9, "score", "long text")
Show = Callable[..., Any]


@pytest.fixture(scope="module")
def news() -> declutter.Document:
    return declutter.clean((NEWS / "page.html").read_bytes())


@pytest.fixture(scope="module")
def picture() -> str:
    return declutter.xray((NEWS / "page.html").read_bytes()).html


def shown(page: Any) -> list[int]:
    """The indexes of the blocks that are displayed."""
    found: list[int] = page.evaluate(
        "[...document.querySelectorAll('.b')].filter(b => getComputedStyle(b).display !== 'none')"
        ".map(b => Number(b.id.slice(1)))"
    )
    return found


def current(page: Any) -> int:
    """The block that has the focus, -1 for none."""
    found: int = page.evaluate(
        "document.activeElement.closest('.b') ? Number(document.activeElement.id.slice(1)) : -1"
    )
    return found


def test_a_chip_shows_its_family_alone(show: Show, picture: str, news: declutter.Document) -> None:
    page = show(picture).page
    page.get_by_role("button", name=re.compile("^related stories")).click()
    families = [block.verdict.family for block in news.blocks]
    related = [at for at, family in enumerate(families) if family == "related"]
    assert related
    assert shown(page) == [at for at in related if not news.blocks[at].verdict.keep]
    page.get_by_role("button", name=re.compile("^sharing")).click()
    assert shown(page) == [at for at, f in enumerate(families) if f in ("related", "sharing")]
    page.keyboard.press("Escape")
    assert len(shown(page)) == len(news.blocks)


def test_the_switch_shows_kept_or_removed(
    show: Show, picture: str, news: declutter.Document
) -> None:
    page = show(picture).page
    kept = [at for at, block in enumerate(news.blocks) if block.verdict.keep]
    page.get_by_text("Kept", exact=True).click()
    assert shown(page) == kept
    page.get_by_text("Removed", exact=True).click()
    assert shown(page) == [at for at in range(len(news.blocks)) if at not in kept]
    page.get_by_text("Both", exact=True).click()
    assert len(shown(page)) == len(news.blocks)


def test_search_finds_blocks_in_both_views(
    show: Show, picture: str, news: declutter.Document
) -> None:
    page = show(picture).page
    wanted = [at for at, block in enumerate(news.blocks) if "council" in block.text.lower()]
    assert 0 < len(wanted) < len(news.blocks)
    page.keyboard.press("/")
    page.keyboard.type("CounCil")
    page.keyboard.press("Enter")
    assert shown(page) == wanted
    assert current(page) == wanted[0]
    assert page.locator("#status").inner_text().startswith(f"{len(wanted)} of ")
    unmissed = page.frame_locator("#frame").locator("mark[data-block]:not(.miss)")
    found = unmissed.evaluate_all("marks => marks.map(mark => Number(mark.dataset.block))")
    assert set(found) <= set(wanted)
    assert found
    page.fill("#search", "no such words")
    page.locator(".none").wait_for(state="visible")
    assert shown(page) == []


def test_keys_go_from_removed_block_to_removed_block(
    show: Show, picture: str, news: declutter.Document
) -> None:
    page = show(picture).page
    removed = [at for at, block in enumerate(news.blocks) if not block.verdict.keep]
    visited = []
    for _ in range(5):
        page.keyboard.press("n")
        visited.append(current(page))
    assert visited == removed[:5]
    page.keyboard.press("p")
    assert current(page) == removed[3]
    page.keyboard.press("j")
    assert current(page) == removed[3] + 1
    page.keyboard.press("k")
    assert current(page) == removed[3]
    page.locator("#next").click()
    assert current(page) == removed[4]


def test_keys_can_be_turned_off(show: Show, picture: str) -> None:
    page = show(picture).page
    page.get_by_label("Keys").uncheck()
    page.keyboard.press("n")
    assert current(page) == -1


def test_the_reason_is_there_on_hover_and_on_focus(
    show: Show, picture: str, news: declutter.Document
) -> None:
    page = show(picture).page
    at = next(at for at, block in enumerate(news.blocks) if not block.verdict.keep)
    verdict = news.blocks[at].verdict
    tip = page.locator("#tip")
    assert tip.is_hidden()
    page.locator(f"#b{at}").hover()
    assert verdict.reason in tip.text_content()
    assert f"{verdict.score:.2f}" in tip.text_content()
    page.mouse.move(5, 5)
    assert tip.is_hidden()
    page.keyboard.press("n")
    assert verdict.reason in tip.text_content()
    page.keyboard.press("Escape")
    assert tip.is_hidden()


def test_what_escape_hides_stays_hidden(show: Show, picture: str) -> None:
    page = show(picture).page
    page.evaluate(
        """() => {
            for (const key of ["n", "Escape"]) {
                document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
            }
            return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }"""
    )
    assert current(page) >= 0
    assert page.locator("#tip").is_hidden()


def test_the_page_as_laid_out_has_the_same_tints(
    show: Show, picture: str, news: declutter.Document
) -> None:
    page = show(picture).page
    page.get_by_role("tab", name="As laid out").click()
    assert page.locator("#panel-blocks").is_hidden()
    frame = page.frame_locator("#frame")
    removed = [at for at, block in enumerate(news.blocks) if not block.verdict.keep]
    at = removed[0]
    mark = frame.locator(f"mark[data-block='{at}']").first
    assert mark.inner_text().strip() in news.blocks[at].text
    slug = mark.get_attribute("data-family")
    tint = "e => getComputedStyle(e).backgroundColor"
    inside = mark.evaluate(tint)
    kept = next(at for at, block in enumerate(news.blocks) if block.verdict.keep)
    assert inside != frame.locator(f"mark[data-block='{kept}']").first.evaluate(tint)
    hue = "e => getComputedStyle(e).getPropertyValue('--hue')"
    assert mark.evaluate(hue) == page.locator(f"#b{at}.f-{slug}").evaluate(hue)
    label = mark.evaluate("e => getComputedStyle(e, '::before').content").strip('"')
    assert label == page.locator(f"#b{at} .family").text_content()


def test_hover_and_keys_work_on_the_page_as_laid_out(
    show: Show, picture: str, news: declutter.Document
) -> None:
    page = show(picture).page
    page.keyboard.press("v")
    page.keyboard.press("n")
    page.keyboard.press("n")
    frame = page.frame_locator("#frame")
    removed = [at for at, block in enumerate(news.blocks) if not block.verdict.keep]
    marked = frame.locator("mark.current").evaluate_all("m => m.map(e => e.dataset.block)")
    assert marked
    assert {int(at) for at in marked} <= set(removed)
    kept = next(at for at, block in enumerate(news.blocks) if block.verdict.keep)
    mark = frame.locator(f"mark[data-block='{kept}']").first
    mark.scroll_into_view_if_needed()
    page.wait_for_timeout(400)
    mark.hover()
    assert news.blocks[kept].verdict.reason in page.locator("#tip").text_content()
    page.keyboard.press("v")
    assert page.locator("#panel-blocks").is_visible()


def test_a_filter_fades_the_rest_of_the_page_as_laid_out(show: Show, picture: str) -> None:
    page = show(picture).page
    page.get_by_role("button", name=re.compile("^related stories")).click()
    page.get_by_role("tab", name="As laid out").click()
    opacity = "marks => [...new Set(marks.map(mark => getComputedStyle(mark).opacity))]"
    frame = page.frame_locator("#frame")
    assert frame.locator("mark[data-family=related]").evaluate_all(opacity) == ["1"]
    assert frame.locator("mark[data-block]:not([data-family=related])").evaluate_all(opacity) == [
        "0.3"
    ]


def test_the_result_in_every_form(show: Show, picture: str, news: declutter.Document) -> None:
    page = show(picture).page
    assert page.locator("#panel-text").inner_text().strip() == news.text
    for name, panel in (("Markdown", "markdown"), ("JSON", "json"), ("Metadata", "fields")):
        page.get_by_role("tab", name=name).click()
        assert page.locator(f"#panel-{panel}").is_visible()
        assert page.locator("#panel-text").is_hidden()
    assert page.locator("#panel-markdown").text_content() == news.markdown
    assert page.locator("#panel-json").text_content() == news.to_json(indent=2)
    row = page.get_by_role("row", name=re.compile("^title"))
    assert news.title in row.inner_text()
    assert news.metadata.sources["title"] in row.inner_text()
    page.get_by_role("tab", name="Metadata").press("ArrowRight")
    assert page.locator("#panel-text").is_visible()


def test_mistakes_against_the_gold_text(show: Show) -> None:
    data = (NEWS / "page.html").read_bytes()
    gold = (NEWS / "expected.txt").read_text(encoding="utf-8")
    doc = declutter.clean(data)
    longest = max(doc.kept, key=lambda block: len(block.text)).text
    picture = declutter.xray(data, against=gold.replace(longest, "")).html
    page = show(picture).page
    page.get_by_role("button", name=re.compile("^wrongly kept")).click()
    assert longest in [doc.blocks[at].text for at in shown(page)]
    page.keyboard.press("m")
    assert page.locator(f"#b{current(page)} .badge").is_visible()


def test_a_page_that_is_not_html_has_blocks_only(show: Show) -> None:
    opened = show(declutter.xray("# A heading\n\nSome *words* of a page.\n").html)
    assert opened.page.get_by_role("tab", name="As laid out").count() == 0
    assert opened.page.locator(".b").count() == 2
    assert opened.log == []


def test_at_the_width_of_a_phone_one_side_is_shown(show: Show, picture: str) -> None:
    page = show(picture, width=390, height=844).page
    assert page.locator("#panel-blocks").is_visible()
    assert page.locator("#panel-text").is_hidden()
    page.get_by_role("button", name="The result").click()
    assert page.locator("#panel-text").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_print_has_the_reasons_and_the_text(show: Show, picture: str) -> None:
    page = show(picture).page
    page.emulate_media(media="print")
    assert page.locator(".gone .more").first.evaluate("e => getComputedStyle(e).position") == (
        "static"
    )
    assert page.locator("#panel-text").is_visible()
    assert page.locator(".tools").is_hidden()


def test_without_scripts_all_is_still_there(browser: Any, picture: str, tmp_path: Path) -> None:
    path = tmp_path / "still.html"
    path.write_text(picture, encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator(".b").first.is_visible()
    assert page.locator("#panel-text").is_visible()
    context.close()


def test_twenty_thousand_blocks_stay_usable(show: Show) -> None:
    """What is laid out is what is in sight, whatever the number of blocks."""
    count = 20_000
    page_text = "".join(
        f"<p>Paragraph {at} of a very long page, of which nobody reads more than some.</p>"
        if at % 3
        else f"<ul><li><a href='/{at}'>Related story {at}</a></li></ul>"
        for at in range(count)
    )
    opened = show(declutter.xray(f"<html><body><main>{page_text}</main></body></html>").html)
    page = opened.page
    assert page.locator(".b").count() == count
    laid_out = (
        "[...document.querySelectorAll('.t')]"
        ".filter(b => b.checkVisibility({contentVisibilityAuto: true})).length"
    )
    assert 0 < page.evaluate(laid_out) < 200
    page.keyboard.press("/")
    page.keyboard.type("Paragraph 19999 ")
    page.keyboard.press("Enter")
    assert len(shown(page)) == 1
    assert page.locator(f"#b{current(page)}").inner_text().find("19999") > 0
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_role("searchbox").blur()
    page.keyboard.press("j")
    assert page.evaluate(laid_out) < 200
    assert opened.log == []


def drive(page: Any) -> None:
    """Point at, click on and tab through everything, in both views."""
    for name in ("Markdown", "JSON", "Metadata", "Text"):
        page.get_by_role("tab", name=name).click()
    for _ in range(12):
        page.keyboard.press("j")
    page.get_by_role("tab", name="As laid out").click()
    inside = page.frame_locator("#frame")
    for link in inside.locator("a, mark, summary").all()[:60]:
        if link.is_visible():
            link.hover()
            link.click(timeout=2000)
    for _ in range(12):
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    page.wait_for_timeout(300)


def is_untouched(page: Any) -> bool:
    """Whether nothing of the page has run, in the picture or in its frame."""
    return all(frame.evaluate("window.pwned === undefined") for frame in page.frames)


def test_a_hostile_page_runs_nothing_and_asks_for_nothing(show: Show) -> None:
    picture = declutter.xray(HOSTILE, url="https://evil.example/", links=True, images=True).html
    opened = show(picture)
    drive(opened.page)
    assert opened.log == []
    assert is_untouched(opened.page)
    assert len(opened.page.frames) == 2
    assert "window.pwned=12" in opened.page.locator("#panel-blocks").inner_text()


def test_hostile_text_is_harmless(show: Show) -> None:
    """What is not HTML is shown too, and its markup stays text."""
    for kind in ("text", "markdown"):
        opened = show(declutter.xray(HOSTILE, input_format=kind).html)
        assert opened.log == []
        assert is_untouched(opened.page)


def test_without_the_sanitiser_the_frame_and_the_policy_hold(show: Show) -> None:
    """Each wall stands alone: the same page as it is, in the same frame."""
    picture = declutter.xray("<p>A page of one sentence, to be replaced by something worse.</p>")
    before, inside, after = re.split(r'(?<=srcdoc=")([^"]*)', picture.html, maxsplit=1)
    assert inside
    opened = show(before + escape(HOSTILE.decode()) + after)
    opened.page.get_by_role("tab", name="As laid out").click()
    opened.page.wait_for_timeout(500)
    assert opened.sent == []
    assert opened.surprises == []
    assert is_untouched(opened.page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation(show: Show, picture: str, scheme: str, width: int) -> None:
    page = show(picture, width=width, scheme=scheme).page
    page.keyboard.press("n")
    page.wait_for_timeout(200)
    assert violations(page) == []
    if width == 1280:
        page.get_by_role("tab", name="As laid out").click()
        page.get_by_role("tab", name="Metadata").click()
    else:
        page.get_by_role("button", name="The result").click()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_enough_contrast_on_the_page_as_laid_out(
    show: Show, picture: str, scheme: str
) -> None:
    page = show(picture, scheme=scheme).page
    inside = page.locator("#frame").get_attribute("srcdoc")
    alone = show(inside, scheme=scheme).page
    options = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
    assert violations(alone, options) == []


def violations(page: Any, options: dict[str, Any] | None = None) -> list[str]:
    """What axe-core finds, a line each."""
    from axe_playwright_python.sync_playwright import Axe

    results = Axe().run(page, options=options or {"resultTypes": ["violations"]})
    return [
        f"{found['id']} ({found['impact']}): {node['html'][:200]}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]


def comparison(data: bytes) -> str:
    from declutter.xray.compare import compare_extractors
    from declutter.xray.compare_draw import draw_comparison

    document = declutter.clean(data)
    return draw_comparison(document, compare_extractors(data, document)).html


def test_a_comparison_goes_from_difference_to_difference(show: Show) -> None:
    opened = show(comparison((NEWS / "page.html").read_bytes()))
    page = opened.page
    apart = page.locator(".differs").evaluate_all("all => all.map(e => Number(e.id.slice(1)))")
    assert apart
    page.keyboard.press("n")
    assert current(page) == apart[0]
    page.get_by_text("Differences", exact=True).click()
    assert shown(page) == apart
    page.get_by_role("tab", name="trafilatura").click()
    assert page.locator("#panel-trafilatura").is_visible()
    assert page.locator("#panel-declutter").is_hidden()
    assert opened.log == []


def test_a_hostile_page_compared_runs_nothing(show: Show) -> None:
    opened = show(comparison(HOSTILE))
    for name in ("trafilatura", "resiliparse"):
        opened.page.get_by_role("tab", name=name).click()
    assert opened.log == []
    assert is_untouched(opened.page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_a_comparison(show: Show, scheme: str) -> None:
    page = show(comparison((NEWS / "page.html").read_bytes()), scheme=scheme).page
    page.keyboard.press("n")
    assert violations(page) == []


def test_axe_finds_enough_contrast_in_every_family(show: Show) -> None:
    """One block of each family, in both schemes, with the mistakes marked."""
    from declutter.document import Document, Metadata
    from declutter.page import Block, Verdict
    from declutter.xray.draw import draw
    from declutter.xray.families import FAMILIES

    blocks = [Block("A sentence that was kept, and rightly so.", verdict=KEPT)]
    blocks += [
        Block(
            f"Some words of {family.label}.", verdict=Verdict(False, 0.1, "r", "why", family.name)
        )
        for family in FAMILIES
    ]
    picture = draw(Document(blocks, Metadata()), against=blocks[1].text).html
    for scheme in ("light", "dark"):
        assert violations(show(picture, scheme=scheme).page) == []
