"""The pictures of pictures in the README: `make screenshots`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import declutter
from declutter.xray.against import find_mistakes

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
PAGE = ROOT / "fixtures" / "html-news-full"
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
WIDE, NARROW = (1360, 840), (390, 780)


def show_reason(page: Any) -> None:
    """Go to the first related story, whose reason is shown then."""
    go_to(page, ".f-related")


def show_layout(page: Any) -> None:
    """The page as laid out, at its title."""
    page.get_by_role("tab", name="As laid out").click()
    page.get_by_role("tab", name="Metadata").click()
    inside = page.frame_locator("#frame")
    inside.locator("h1").first.evaluate("e => e.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(500)
    inside.locator("h1 mark").first.hover()


def show_blocks(page: Any) -> None:
    """The top of the blocks."""


def show_result(page: Any) -> None:
    """The other side, where there is room for one."""
    page.get_by_role("button", name="The result").click()


def show_mistakes(page: Any) -> None:
    """The first mistake."""
    page.keyboard.press("m")
    page.wait_for_timeout(200)


def show_differences(page: Any) -> None:
    """The first difference between the extractors."""
    page.keyboard.press("n")


def go_to(page: Any, selector: str) -> None:
    """Focus a block as the keys do."""
    at = page.locator(f".b{selector}").first.evaluate("e => e.id.slice(1)")
    page.locator(f"#b{at}").focus()
    page.locator(f"#b{at}").evaluate("e => e.scrollIntoView({block: 'center'})")
    page.locator(f"#b{at}").blur()
    page.locator(f"#b{at}").focus()
    page.wait_for_timeout(300)


def main() -> None:
    """Draw a fixture and take pictures of it, light and dark, wide and narrow."""
    data = (PAGE / "page.html").read_bytes()
    xray = declutter.xray(data).html
    shots: tuple[tuple[str, str, tuple[int, int], str, Callable[[Any], None]], ...] = (
        ("xray-light", xray, WIDE, "light", show_reason),
        ("xray-dark", xray, WIDE, "dark", show_layout),
        ("xray-narrow-light", xray, NARROW, "light", show_blocks),
        ("xray-narrow-dark", xray, NARROW, "dark", show_result),
        ("xray-against", worst_against_gold(), WIDE, "light", show_mistakes),
        ("compare", comparison(data), WIDE, "light", show_differences),
    )
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(OPTIONS)
        )
        for name, html, (width, height), scheme, act in shots:
            path = Path(folder) / f"{name}.html"
            path.write_text(html, encoding="utf-8")
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=scheme
            )
            page.goto(path.as_uri())
            act(page)
            page.screenshot(path=IMAGES / f"{name}.png")
            page.close()
        browser.close()


def worst_against_gold() -> str:
    """The HTML fixture that goes worst, drawn against its gold text."""

    def f1(folder: Path) -> float:
        document = declutter.clean((folder / "page.html").read_bytes())
        return find_mistakes(document, gold(folder)).f1

    def gold(folder: Path) -> str:
        return (folder / "expected.txt").read_text(encoding="utf-8")

    folders = [path.parent for path in sorted((ROOT / "fixtures").glob("html-*/page.html"))]
    worst = min((folder for folder in folders if gold(folder).strip()), key=f1)
    return declutter.xray((worst / "page.html").read_bytes(), against=gold(worst)).html


def comparison(data: bytes) -> str:
    """The comparison of the extractors that are installed."""
    from declutter.xray.compare import compare_extractors
    from declutter.xray.compare_draw import draw_comparison

    document = declutter.clean(data)
    return draw_comparison(document, compare_extractors(data, document)).html


if __name__ == "__main__":
    main()
