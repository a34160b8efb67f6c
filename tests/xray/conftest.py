"""A real browser, started once, whose pages keep a log of all that they run and ask for."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import missing

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Opened:
    """A page in the browser, and what it said, asked for and opened, the file itself apart.

    `requests` are those that were tried, `sent` those that no policy of the page held back.
    """

    page: Any
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    surprises: list[str] = field(default_factory=list)

    @property
    def log(self) -> list[str]:
        return [*self.console, *self.requests, *self.surprises]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, headless."""
    path = shutil.which("chromium")
    if path is None:
        missing("chromium is not installed: make test-xray installs it")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed: pip install 'declutter[browser]'")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        yield running
        running.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens a picture from a file: `show(html, width=, height=, scheme=)`."""
    contexts = []

    def open_file(html: str, width: int = 1280, height: int = 800, scheme: str = "light") -> Opened:
        path = tmp_path / f"{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        opened = Opened(page)
        context.on(
            "request",
            lambda request: request.url == path.as_uri() or opened.requests.append(request.url),
        )

        def on_sent(route: Any) -> None:
            opened.sent.append(route.request.url)
            route.abort()

        context.route(re.compile("^https?:"), on_sent)
        context.on("page", lambda other: opened.surprises.append(f"a window: {other.url}"))
        page.on("console", lambda message: opened.console.append(message.text))
        page.on("pageerror", lambda error: opened.console.append(str(error)))

        def on_dialog(dialog: Any) -> None:
            opened.surprises.append(f"a dialog: {dialog.message}")
            dialog.dismiss()

        page.on("dialog", on_dialog)
        page.goto(path.as_uri())
        return opened

    yield open_file
    for context in contexts:
        context.close()
