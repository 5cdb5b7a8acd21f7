"""From a save to the page: thirty edits of a section, seen by a browser; and from a save to a PDF by Typst.

    pip install -e '.[preview,judges,bench]' && python benchmarks/preview.py [CHROMIUM]

Typst is handed the finished words of the same brief and keeps its compiler. Its Python package has no `watch`: the same
watcher tells it of a save. It writes a PDF, and no browser shows it.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psutil
import typst
from peers.content import content_of
from playwright.sync_api import sync_playwright
from watchfiles import watch

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
RELATION, AUDIENCES = "pakistan-belarus", ("public", "researcher")
EDITS = 30
WORDS = ("owls", "larks", "swifts", "cranes", "herons")
_BETWEEN = 0.4
"""Seconds between two saves: nobody types faster, and what comes of the last is over."""

_WATCH = """words => {
  const began = performance.now();
  const body = document.getElementById("brief").contentDocument.body;
  window.painted = new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!body.textContent.includes(words)) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
    });
    observer.observe(body, { childList: true, subtree: true });
  });
}"""
"""Milliseconds from now until words are on the page, by its own clock: Playwright would look twice a second.

They are painted when the second frame after the change begins.
"""


def main() -> None:
    """Measure and print."""
    chromium = sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium"
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder)
        for name in ("data", "templates"):
            shutil.copytree(ROOT / name, desk / name)
        for audience in AUDIENCES:
            told(f"preview, {audience}: save to page", list(ours(desk, audience, chromium)))
            told(f"Typst, the same words: save to PDF, {audience}", list(theirs(desk, audience)))


def told(what: str, seconds: list[float]) -> None:
    """One line."""
    milliseconds = sorted(1000 * one for one in seconds)
    median, worst = statistics.median(milliseconds), milliseconds[-1]
    print(f"{what}: median {median:.0f} ms, worst {worst:.0f} ms of {len(milliseconds)}", flush=True)


def ours(desk: Path, audience: str, chromium: str) -> Iterator[float]:
    """Seconds from each save until the words stand in the frame of an open page."""
    section = desk / "templates/sections/trade.md.j2"
    good = section.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "briefgen", "preview", RELATION, "-a", audience, "--workspace", str(desk)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process, sync_playwright() as driver:
        address = process.stdout.readline().strip() if process.stdout else ""
        if not urlsplit(address).port:
            raise SystemExit("the preview did not begin")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        page.get_by_text("as the files are now").wait_for()
        before = processor_seconds(process.pid)
        for number in range(EDITS):
            time.sleep(_BETWEEN)
            words = said(number)
            page.evaluate(_WATCH, words)
            section.write_text(f"{good}\n{words}\n", encoding="utf-8")
            yield page.evaluate("() => window.painted") / 1000
        spent = (processor_seconds(process.pid) - before) / EDITS
        print(f"preview, {audience}: {1000 * spent:.0f} ms of processor time for each save", flush=True)
        browser.close()
        process.terminate()
    section.write_text(good, encoding="utf-8")


def processor_seconds(number: int) -> float:
    """Of a process and all that it started."""
    preview = psutil.Process(number)
    times = [one.cpu_times() for one in (preview, *preview.children(recursive=True))]
    return sum(one.user + one.system for one in times)


def theirs(desk: Path, audience: str) -> Iterator[float]:
    """Seconds from each save until Typst has a PDF in hand."""
    command = [sys.executable, "-m", "briefgen", "make", RELATION, "-a", audience, "-f", "md", "-q"]
    subprocess.run([*command, "--workspace", str(desk)], check=True, stderr=subprocess.DEVNULL)
    content = content_of(desk, f"{RELATION}/{audience}")
    folder = desk / "typst"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    source = (ROOT / "benchmarks/peers/brief.typ").read_text(encoding="utf-8")
    (folder / "brief.typ").write_text(source.replace("bytes(sys.inputs.data)", '"content.json"'), encoding="utf-8")
    (folder / "content.json").write_text(json.dumps(content), encoding="utf-8")
    compiler = typst.Compiler(str(folder / "brief.typ"))
    last = compiler.compile()
    changes = watch(folder, step=20, debounce=400, rust_timeout=100, yield_on_timeout=True)
    next(changes)
    for number in range(EDITS):
        time.sleep(_BETWEEN)
        content["sections"][0]["paragraphs"].append(said(number))
        began = time.perf_counter()
        (folder / "content.json").write_text(json.dumps(content), encoding="utf-8")
        while not next(changes):
            pass
        made = compiler.compile()
        yield time.perf_counter() - began
        if made == last:
            raise SystemExit("Typst did not see the change")
        last = made


def said(number: int) -> str:
    """A sentence without a figure, another each time."""
    birds = WORDS[number % 5], WORDS[number // 5 % 5], WORDS[number // 25]
    return f"Seen were {birds[0]}, then {birds[1]}, then {birds[2]}."


if __name__ == "__main__":
    main()
