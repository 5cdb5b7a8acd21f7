"""The pictures of the site, made while it is built: pages of briefs, the preview, a sentence changed.

A page names one in a comment, `<!-- picture: NAME: what is to be seen -->`, so that none lies in the repository. Where
a program is missing that makes them, the site has none of them and the build says what to install; CI fails.
`BRIEFGEN_SITE_PICTURES=no` builds without them.
"""

from __future__ import annotations

import io
import logging
import os
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.structure.files import Files
    from PIL.Image import Image
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
SWITCH = "BRIEFGEN_SITE_PICTURES"
_NAMED = re.compile(r"<!-- picture: (?P<name>[a-z-]+): (?P<seen>[^>]+?) -->")
_PROGRAMS = {"chromium": "chromium", "soffice": "libreoffice-writer"}
"""Program → the package of Debian that brings it."""
_LIBRARIES = ("playwright", "pypdfium2")
_COLOURS, _WIDEST, _SCALE = 64, 900, 2.2
_SECONDS = 300
_BEFORE, _AFTER = "[[Total trade[[", "[[Both ways together, trade[["
_LOG = logging.getLogger("mkdocs.hooks.site_pictures")


def on_files(files: Files, *, config: Any) -> Files:  # noqa: ANN401 - what mkdocs hands over
    """The files of the site and its pictures."""
    for name, png in _made().items():
        files.append(File.generated(config, f"img/{name}.png", content=png))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:  # noqa: ANN401 - what mkdocs hands over
    """The page with its pictures where it names them."""
    made = _made()
    unknown = [found["name"] for found in _NAMED.finditer(markdown) if made and found["name"] not in made]
    if unknown:
        raise PluginError(f"no picture is called {unknown[0]}: there are {', '.join(made)}")
    return _NAMED.sub(lambda found: f"![{found['seen']}](img/{found['name']}.png)", markdown) if made else markdown


@cache
def _made() -> dict[str, bytes]:
    """Name → PNG of each picture; none where they are not wanted or cannot be made."""
    if os.environ.get(SWITCH) == "no":
        return {}
    missing = [package for program, package in _PROGRAMS.items() if not shutil.which(program)]
    missing += [f"pip install -e '.[test,judges]' ({name})" for name in _LIBRARIES if not find_spec(name)]
    if not missing:
        return {name: _small(picture) for name, picture in _pictures()}
    said = f"the pictures want what is not here: {', '.join(missing)}; {SWITCH}=no builds the site without them"
    if os.environ.get("CI"):
        raise PluginError(said)
    _LOG.info(said)
    return {}


def _pictures() -> Iterator[tuple[str, Image]]:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        folder = Path(name)
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        _brief(ROOT, folder, "minister", "pdf")
        briefs = _brief(ROOT, folder, "public", "all")
        yield "minister-pdf", _first_page(briefs / "minister.pdf")
        yield "public-word", _first_page(_as_word_lays_it_out(briefs / "public.docx", folder))
        yield "public-phone", _shot(_opened(browser, briefs / "public.html", 390, 760))
        yield from _preview(browser, folder)
        yield from _sentence(browser, folder / "desk")
        browser.close()


def _brief(workspace: Path, folder: Path, audience: str, form: str) -> Path:
    """Where the brief of an audience stands."""
    output, internal = folder / "out", folder / "records"
    _briefgen("make", "-a", audience, "-f", form, f"--output={output}", f"--internal={internal}", at=workspace)
    return next(output.iterdir())


def _briefgen(*arguments: str, at: Path) -> None:
    _run(sys.executable, "-m", "briefgen", *arguments, f"--workspace={at}")


def _run(*arguments: str) -> None:
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=_SECONDS)
    if done.returncode:
        raise PluginError(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()[-500:]}")


def _first_page(pdf: Path) -> Image:
    import pypdfium2
    from PIL import ImageOps

    with pypdfium2.PdfDocument(pdf) as document:
        return ImageOps.expand(document[0].render(scale=_SCALE).to_pil().convert("RGB"), border=2, fill="#c9d0d6")


def _as_word_lays_it_out(docx: Path, folder: Path) -> Path:
    """The Word file as PDF, by the program that CI has for it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx))
    return folder / f"{docx.stem}.pdf"


def _opened(browser: Browser, file: Path, width: int, height: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=1.5)
    page.goto(file.as_uri())
    return page


def _shot(page: Page) -> Image:
    return _image(page.screenshot())


def _image(png: bytes) -> Image:
    from PIL import Image

    return Image.open(io.BytesIO(png)).convert("RGB")


def _preview(browser: Browser, folder: Path) -> Iterator[tuple[str, Image]]:
    """The preview with the panel that says where a figure comes from."""
    ordered = [sys.executable, "-m", "briefgen", "preview", "-a", "researcher", f"--workspace={ROOT}"]
    ordered += [f"--output={folder / 'out'}", f"--internal={folder / 'records'}"]
    with subprocess.Popen(ordered, stdout=subprocess.PIPE, text=True) as running:
        try:
            page = browser.new_page(viewport={"width": 1200, "height": 760})
            page.goto((running.stdout or io.StringIO()).readline().strip())
            page.get_by_role("status").get_by_text("as the files are now").wait_for()
            brief = page.frame_locator("#brief")
            brief.locator("article [data-facts]", has_text="50.2").locator("visible=true").first.click()
            page.get_by_role("tabpanel").get_by_text("trade-2019-turnover").first.wait_for()
            yield "preview", _shot(page)
        finally:
            running.terminate()


def _sentence(browser: Browser, desk: Path) -> Iterator[tuple[str, Image]]:
    """A sentence of one audience's trade section, as it is shipped and as an editor has changed it."""
    shutil.copytree(ROOT / "data", desk / "data")
    (desk / "briefgen.toml").write_text("", encoding="utf-8")
    yield "sentence-before", _trade(browser, desk, "before")
    _briefgen("new", "section", "trade-business", "--from", "trade", at=desk)
    _briefgen("new", "audience", "business", "--from", "shipped", at=desk)
    _change(desk / "templates/audiences/business.yaml", "- trade:", "- trade-business:")
    _change(desk / "templates/sections/trade-business.md.j2", _BEFORE, _AFTER)
    yield "sentence-after", _trade(browser, desk, "after")


def _change(file: Path, was: str, to_be: str) -> None:
    text = file.read_text(encoding="utf-8")
    if was not in text:
        raise PluginError(f"{file.name} has no {was} to change for the picture")
    file.write_text(text.replace(was, to_be, 1), encoding="utf-8")


def _trade(browser: Browser, desk: Path, name: str) -> Image:
    page = _opened(browser, _brief(desk, desk / name, "business", "html") / "business.html", 760, 700)
    heading = page.get_by_role("heading", name="Trade", exact=True)
    heading.scroll_into_view_if_needed()
    top = heading.bounding_box() or {"x": 0, "y": 0}
    return _image(page.screenshot(clip={"x": 0, "y": max(top["y"] - 12, 0), "width": 760, "height": 190}))


def _small(picture: Image) -> bytes:
    """A PNG of few colours, no wider than a column of text."""
    from PIL import Image

    if picture.width > _WIDEST:
        picture = picture.resize((_WIDEST, picture.height * _WIDEST // picture.width), Image.Resampling.LANCZOS)
    held = io.BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
    return held.getvalue()
