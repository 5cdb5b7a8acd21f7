"""Each command that the documentation shows, run as it stands in a workspace whose briefs are made."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from e2e.workspace import briefgen
from samples.documented_commands import TYPED

FOLDER = Path(__file__).parent
FILLED = {
    "CODE": "BG101", "CODE-CODE": "IND-BRA", "FILE.xlsx": "desk.xlsx", "FILE": "output/pakistan-belarus/minister.pdf",
    "NAME.docx": "own.docx", "NAME": "own", "AUDIENCE": "minister", "ID": "trade-2019-turnover",
}  # fmt: skip
"""Words that stand for one's own."""
AFTER = {
    "data import desk.xlsx": "data export desk.xlsx",
    "data import desk.xlsx --dry-run": "data export desk.xlsx",
    "make -a press": "new audience press",
    "new section trade --from shipped --diff": "new section trade --from shipped",
    "new section trade --from shipped --reviewed": "new section trade --from shipped",
    "style show ministry.docx": "style new ministry.docx",
}
"""What is typed on a page after something else."""
_UNTIL_STOPPED = "runs until it is stopped: test_preview.py and test_make_at_each_save.py start it"
_NAMED = "is named, not shown: it wants words behind it"
NOT_RUN = {
    "preview": _UNTIL_STOPPED,
    "preview -a minister": _UNTIL_STOPPED,
    "make -a minister --watch": _UNTIL_STOPPED,
    "make -f pdf --watch": _UNTIL_STOPPED,
    "make --format all --output s3://ministry-briefs/pakistan": "wants a store: test_outputs_in_a_store.py has one",
    "make --format all --scheduler tls://cluster.example:8786": "wants a cluster: test_cluster.py has one",
    'make --cleared 2026-11-20.c9a39f9a "Director, Central Europe" 2026-11-27': "wants the mark of an edition there is",
    "trace output/india-brazil/minister.pdf": "wants what its page has made: test_first_steps.py makes it",
    'trace minister.pdf "50.2"': "is typed where a reader keeps the file; the same is run with its path",
    "data export": _NAMED,
    "data import": _NAMED,
    "init": _NAMED,
    "new facts headlines": _NAMED,
    "new relation": _NAMED,
    "style new": _NAMED,
    "style show": _NAMED,
    "style show FILE": "wants a Word file: it is run for one",
    "trace": _NAMED,
}
"""Each that is shown and not run, with why."""


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
    typed = {one.text for one in TYPED} - NOT_RUN.keys()
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


def test_what_is_not_run_and_what_is_typed_before_are_shown() -> None:
    assert NOT_RUN.keys() - {one.text for one in TYPED} == set()
    assert AFTER.keys() - set(shown()) == set()
    assert set(re.findall(r"test_\w+\.py", " ".join(NOT_RUN.values()))) <= {one.name for one in FOLDER.glob("*.py")}


@pytest.mark.parametrize("text", shown())
def test_it_runs(made: Path, tmp_path: Path, text: str) -> None:
    workspace = shutil.copytree(made, tmp_path / "team")
    if text in AFTER:
        assert briefgen(workspace, *shlex.split(AFTER[text])).returncode == 0
    ended = briefgen(workspace, *shlex.split(text))

    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr[-2000:]
