"""Each command that the documentation shows, run as it stands in a workspace whose briefs are made."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from e2e.workspace import briefgen
from samples.documented_commands import TYPED

if TYPE_CHECKING:
    from pathlib import Path

FILLED = {
    "CODE": "BG101", "CODE-CODE": "IND-BRA", "FILE.xlsx": "desk.xlsx", "FILE": "output/pakistan-belarus/minister.pdf",
    "NAME.docx": "own.docx", "NAME": "own", "AUDIENCE": "minister", "ID": "trade-2019-turnover",
}  # fmt: skip
"""Words that stand for one's own."""
ELSEWHERE = re.compile(
    r"preview|--watch|tls://|s3://|\.whl|india-brazil|desk\.xlsx|ministry\.docx|style show|minister\.pdf \"|-a press"
    r"|--cleared"
)
"""What runs until it is stopped, wants a server, or what a page made before: tests of their own run these."""
AFTER = {
    f"new section trade --from shipped {how}": "new section trade --from shipped" for how in ("--diff", "--reviewed")
}
"""What is typed on a page after something else."""
UNFINISHED = re.compile(
    r"^(init|explain|trace|new \w+|new facts headlines|style \w+|data \w+|new prose|changes --from.*)$"
)
"""Named, not shown: they want words behind them."""


STEP = """
- id: step-{0}
  kind: other
  date: 2015
  sensitivity: public
  title: {{en: Step {0} is taken}}
  topics: [politics]
  sources: [{{ref: raza-nawaz-2021}}]
"""


def shown() -> list[str]:
    typed = {one.text for one in TYPED if not ELSEWHERE.search(one.text) and not UNFINISHED.search(one.text)}
    return sorted({" ".join(FILLED.get(word, word) for word in text.split(" ")) for text in typed})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As `briefgen init` lays it out, with five editions of each brief, and a numbered copy."""
    folder = tmp_path_factory.mktemp("docs") / "desk"
    assert briefgen(folder.parent, "init", "desk").returncode == 0
    milestones = folder / "data/pakistan-belarus/milestones.yaml"
    for number in range(1, 6):
        entered = milestones.read_text(encoding="utf-8")
        milestones.write_text(entered + STEP.format(number), encoding="utf-8")
        assert briefgen(folder, "make", *(("-f", "all") if number in {3, 5} else ("-f", "md"))).returncode == 0
    assert briefgen(folder, "make", "--copy", "3/12").returncode == 0
    return folder


@pytest.mark.parametrize("text", shown())
def test_it_runs(made: Path, tmp_path: Path, text: str) -> None:
    workspace = shutil.copytree(made, tmp_path / "team")
    if text in AFTER:
        assert briefgen(workspace, *shlex.split(AFTER[text])).returncode == 0
    ended = briefgen(workspace, *shlex.split(text))

    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr[-2000:]
