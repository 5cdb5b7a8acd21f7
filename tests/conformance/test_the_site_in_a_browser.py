"""The documentation as a site in Chromium: no barrier, nothing wider than the screen, found by words, pictures."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module, util
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from conformance.judges import NPM, ROOT, absent, command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY = sorted(f"{page.stem}.html" for page in (ROOT / "docs").glob("*.md"))
SHOWN = ["index.html", "schemas.html", "citations.html", "search.html?q=watermark", "404.html"]
SHAPES = [(1440, 900, "light"), (1000, 800, "dark"), (390, 844, "light"), (390, 844, "dark")]
OF_THE_README = "minister.png"
LARGEST = 300_000
"""Bytes of a picture."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """What was asked is of no interest."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is built for readers, pictures among it."""
    for program, package in {"chromium": "chromium", "soffice": "libreoffice-writer"}.items():
        command(program, package)
    if util.find_spec("playwright") is None:
        absent("Playwright", "pip install -e '.[judges]'")
    made = tmp_path_factory.mktemp("site")
    ordered = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(made)]
    environment = {name: value for name, value in os.environ.items() if name != "BRIEFGEN_SITE_PICTURES"}
    done = subprocess.run(
        ordered, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=500, env=environment
    )
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if util.find_spec("playwright") is None:
        absent("Playwright", "pip install -e '.[judges]'")
    with import_module("playwright.sync_api").sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=command("chromium", "chromium"), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    shown = browser.new_page(viewport={"width": 1440, "height": 900})
    shown.set_default_timeout(20_000)
    yield shown
    shown.close()


def barriers(page: Page) -> list[tuple[str, str]]:
    """What axe finds, with the first place of each."""
    axe = NPM / "axe-core/axe.min.js"
    if not axe.exists():
        absent("axe", "npm install --no-save --prefix .ci")
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
    return [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]]


def test_every_page_is_without_barriers(address: str, page: Page) -> None:
    told = {}
    for name in EVERY:
        page.goto(f"{address}/{name}")
        told[name] = barriers(page)

    assert {name: found for name, found in told.items() if found} == {}


@pytest.mark.parametrize(("width", "height", "scheme"), SHAPES)
def test_no_shape_of_a_screen_has_a_barrier_or_is_too_narrow(
    width: int, height: int, scheme: str, address: str, page: Page
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": height})
    for name in SHOWN:
        page.goto(f"{address}/{name}")

        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
        assert barriers(page) == [], name


def test_a_page_is_read_by_keys_and_keeps_the_colours_that_were_chosen(address: str, page: Page) -> None:
    page.goto(f"{address}/commands.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the text"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.get_by_role("button", name="Colours").click()
    page.get_by_role("button", name="Colours: light").click()
    page.goto(f"{address}/index.html")

    assert page.get_by_role("button", name="Colours: dark").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 25, 31)"


@pytest.mark.parametrize("read_from", ["a server", "a disk"])
def test_words_lead_to_the_part_of_a_page_that_has_them(read_from: str, address: str, folder: Path, page: Page) -> None:
    page.goto(f"{address if read_from == 'a server' else folder.as_uri()}/index.html")
    page.get_by_label("Search").fill("watermark")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("places for").wait_for()
    first = page.locator("#hits a").first
    first.click()

    assert "#" in page.url
    assert "watermark" in page.locator("main").inner_text().lower()


def test_what_scrolls_sideways_is_reached_by_key_and_what_does_not_is_passed_over(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/schemas.html")
    assert page.locator(".wide[tabindex='0']").count() > 0
    page.set_viewport_size({"width": 1440, "height": 844})
    page.goto(f"{address}/index.html")
    assert page.locator(".wide[tabindex='0']").count() == 0


def test_on_paper_there_is_the_text_alone(address: str, page: Page) -> None:
    page.goto(f"{address}/commands.html")
    page.emulate_media(media="print")

    assert page.locator("header").is_hidden()
    assert page.get_by_role("navigation", name="Pages").is_hidden()
    assert page.locator("main h1").is_visible()


def test_every_picture_is_made_small_and_shown(folder: Path, address: str, page: Page) -> None:
    pictures = {path.name: path.read_bytes() for path in (folder / "img").glob("*.png")}
    named = sum(text.read_text(encoding="utf-8").count("<!-- picture:") for text in (ROOT / "docs").glob("*.md"))
    shown: set[str] = set()
    for name in EVERY:
        page.goto(f"{address}/{name}")
        wide = page.evaluate("[...document.images].map(i => [i.src.split('/').pop(), i.naturalWidth, i.alt])")
        assert all(width and alt for _, width, alt in wide), name
        shown |= {picture for picture, _, _ in wide}

    assert len(shown) == named
    assert shown == set(pictures) - {OF_THE_README}, "a picture is made that no page shows"
    assert {name for name, png in pictures.items() if len(png) > LARGEST} == set()
    assert all(struct.unpack(">I", pictures[name][16:20])[0] > 0 for name in shown)
