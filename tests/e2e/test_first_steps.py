"""The first steps lead from an empty folder to briefs, typed as the page has them, in its order."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from e2e.workspace import ROOT, briefgen

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs/first-steps.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
OF = "data/india-brazil"
ENTERED_IN = {"json": f"{OF}/references.json", "yaml": f"{OF}/milestones.yaml", "csv": f"{OF}/trade.csv"}
"""Where a reader of the page enters a sample, by the language that it is in."""


def typed(folder: Path, line: str) -> Path:
    """The folder in which one stands after a command that went well."""
    program, *arguments = shlex.split(line)
    if program == "cd":
        return folder / arguments[0]
    assert program == "briefgen", line
    done = briefgen(folder, *arguments)
    assert done.returncode == 0, (line, done.stderr)
    return folder


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of a reader who has done all that the page says."""
    folder = tmp_path_factory.mktemp("reader")
    for language, text in BLOCKS:
        if language != "sh":
            (folder / ENTERED_IN[language]).write_text(text, encoding="utf-8")
            continue
        for line in text.splitlines():
            folder = typed(folder, line)
    return folder


def test_the_page_shows_each_way_to_enter_something() -> None:
    assert {language for language, _ in BLOCKS} == {"sh", *ENTERED_IN}


def test_each_command_of_the_first_steps_goes_well_and_briefs_come_of_them(desk: Path) -> None:
    made = sorted(path.name for path in (desk / "output/india-brazil").glob("*.pdf"))

    assert made == ["business.pdf", "minister.pdf", "parliament.pdf", "public.pdf", "researcher.pdf"]


def test_what_the_page_lets_its_reader_enter_is_in_a_brief(desk: Path) -> None:
    assert briefgen(desk, "make", "-a", "researcher", "-f", "md").returncode == 0
    told = (desk / "output/india-brazil/researcher.md").read_text(encoding="utf-8").replace("\u00a0", " ")

    assert "6 April 1948: Diplomatic relations" in told
    assert "US$12.2 billion" in told
    assert "_Relations with Brazil_" in told
