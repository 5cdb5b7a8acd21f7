"""The preview in Chromium, as an editor uses it: a sentence changed, broken and mended, a figure asked for."""

from __future__ import annotations

from importlib import import_module, util
from typing import TYPE_CHECKING

import pytest

from conformance.judges import NPM, absent, command
from e2e.workspace import change, copied
from samples.running_preview import RunningPreview, running_preview

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, FrameLocator, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHAPES = [(1280, 900, "light"), (1280, 900, "dark"), (390, 844, "light"), (390, 844, "dark")]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="module")
def preview(workspace: Path) -> Iterator[RunningPreview]:
    with running_preview(workspace, "-a", "public", "--owner") as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if util.find_spec("playwright") is None:
        absent("Playwright", "pip install -e '.[judges]'")
    with import_module("playwright.sync_api").sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=command("chromium", "chromium"), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, preview: RunningPreview) -> Iterator[Page]:
    """The page, with the public's brief in it; nothing that it does is refused or fails."""
    shown = browser.new_page(viewport={"width": 1280, "height": 900})
    shown.set_default_timeout(10_000)
    wrong: list[str] = []
    shown.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.goto(preview.address)
    settled(shown)
    yield shown
    shown.close()
    assert wrong == []


def settled(page: Page) -> None:
    page.get_by_role("status").get_by_text("as the files are now").wait_for()
    brief(page).locator("article h2").first.wait_for()


def brief(page: Page) -> FrameLocator:
    return page.frame_locator("#brief")


def test_a_sentence_is_changed_broken_and_mended(workspace: Path, page: Page) -> None:
    section = workspace / "templates/sections/trade.md.j2"
    lines = section.read_text(encoding="utf-8").count("\n")
    frame = page.frames[1]
    frame.evaluate("scrollTo(0, 400)")

    with section.open("a", encoding="utf-8") as file:
        file.write("\nOwls were seen.\n")
    brief(page).get_by_text("Owls were seen.").wait_for(timeout=5000)
    marked = brief(page).locator("[data-changed]").all_inner_texts()
    assert [words for words in marked if "Owls" not in words] == []
    assert frame.evaluate("scrollY") == 400

    change(section, "Owls were seen.", "Owls {{ wher }} seen.")
    page.get_by_text("the last page that could be made").wait_for(timeout=5000)
    told = page.locator("#problems pre").inner_text()
    line, caret = told.split("\n")
    page.get_by_role("button", name="Panels").click()
    page.get_by_role("tab", name="Problems").click()
    page.get_by_role("tabpanel").get_by_text("The error stands above the page.").wait_for()
    assert page.locator("#problems a").inner_text() == f"templates/sections/trade.md.j2:{lines + 2}:9"
    assert line[caret.index("^") :] == "wher }} seen."
    assert brief(page).get_by_text("Owls were seen.").count() == 1

    change(section, "Owls {{ wher }} seen.", "Owls were here.")
    brief(page).get_by_text("Owls were here.").wait_for(timeout=5000)
    assert page.locator("#problems").is_hidden()


def test_a_figure_leads_to_its_row_its_file_and_its_reference(workspace: Path, page: Page) -> None:
    page.get_by_label("Audience").select_option("researcher")
    brief(page).get_by_text("research edition").first.wait_for()
    settled(page)
    brief(page).locator("article [data-facts]", has_text="50.2").locator("visible=true").first.click()

    panel = page.get_by_role("tabpanel")
    panel.get_by_text("trade-2019-turnover").first.wait_for()
    place = panel.get_by_role("link", name="data/pakistan-belarus/trade.csv:2").first
    assert place.get_attribute("href") == f"vscode://file{(workspace / place.inner_text()).as_posix()}"
    assert "50.2,about,0.05,1000000,USD" in panel.inner_text()
    assert "50\u202f200\u202f000 USD" in panel.inner_text()
    assert "raza-nawaz-2021: " in panel.inner_text()
    assert "signs.about “≈ 50.2”" in panel.inner_text().replace("\xa0", " ")


def test_a_page_that_is_loaded_again_shows_the_brief_that_it_showed(page: Page) -> None:
    page.get_by_label("Audience").select_option("minister")
    page.get_by_label("As of").fill("2020-12-31")
    page.get_by_label("As of").press("Enter")
    settled(page)
    page.reload()
    settled(page)

    assert page.get_by_label("Audience").input_value() == "minister"
    assert page.get_by_label("As of").input_value() == "2020-12-31"
    assert "token" not in page.url


def test_words_lead_to_the_line_of_the_template_that_writes_them(workspace: Path, page: Page) -> None:
    lines = (workspace / "templates/sections/trade.md.j2").read_text(encoding="utf-8").split("\n")
    brief(page).get_by_role("heading", name="Trade", exact=True).click()

    place = page.get_by_role("tabpanel").get_by_role("link", name="templates/sections/trade.md.j2").first.inner_text()
    assert lines[int(place.rpartition(":")[2]) - 1] == "## Trade"


def test_another_reader_is_another_brief_and_another_day_too(page: Page) -> None:
    page.get_by_label("Audience").select_option("minister")
    brief(page).get_by_text("brief for the minister").first.wait_for()
    settled(page)
    page.get_by_label("As of").fill("2016-01-01")
    page.get_by_label("As of").press("Enter")
    brief(page).get_by_text("1 January 2016").first.wait_for()
    page.get_by_label("As of").fill("never")
    page.get_by_label("As of").press("Enter")
    page.get_by_text("there is no such brief: look at the day").wait_for()


def test_it_is_used_by_keys_alone(page: Page) -> None:
    page.keyboard.press("n")
    page.get_by_role("tabpanel").get_by_text("In the brief").first.wait_for()
    first = page.get_by_role("tabpanel").inner_text()
    page.keyboard.press("n")
    page.wait_for_function("(first) => document.getElementById('panel').innerText !== first", arg=first)
    page.get_by_role("tab", name="Origin").focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("tab", name="Problems").get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.get_by_role("tabpanel").get_by_text("facts are not shown").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("#side").is_hidden()


@pytest.mark.parametrize(("width", "height", "scheme"), SHAPES)
def test_axe_finds_no_barrier(width: int, height: int, scheme: str, page: Page) -> None:
    axe = NPM / "axe-core/axe.min.js"
    if not axe.exists():
        absent("axe", "npm install --no-save --prefix .ci")
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": height})
    page.get_by_role("button", name="Panels").click()
    for name in ("Origin", "Problems", "Limits", "Changes", "Not shown"):
        page.get_by_role("tab", name=name).click()
        page.wait_for_function("document.getElementById('panel').children.length > 0")
        page.evaluate(axe.read_text(encoding="utf-8"))
        found = page.evaluate("(rules) => axe.run(document, {runOnly: rules, iframes: false})", RULES)
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
