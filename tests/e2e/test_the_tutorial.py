"""The tutorial does what it says, typed as it stands: its files copied, its commands run, from an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from e2e.workspace import ROOT

TEXT = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the job's script is for POSIX shells")


def follow(folder: Path) -> str:
    """What the tutorial's commands print from an empty folder on; each must go well."""
    said = ""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    surroundings = {**os.environ, "PATH": path, "GITHUB_ACTIONS": "", "GITLAB_CI": ""}
    for file, language, body in BLOCK.findall(TEXT):
        if file:
            assert (folder / file).is_file(), f"{file} was not laid out"
            (folder / file).write_text(body, encoding="utf-8")
            continue
        assert language == "sh"
        done = subprocess.run(
            ["/bin/sh", "-ec", f"{body}\npwd"],
            cwd=folder,
            env=surroundings,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, f"{body}{done.stdout}{done.stderr}"
        *lines, where = done.stdout.splitlines()
        folder = Path(where)
        said += "\n".join((*lines, done.stderr))
    return said


def test_the_tutorial_leads_from_an_empty_folder_to_a_brief_and_a_job(tmp_path: Path) -> None:
    said = follow(tmp_path)

    desk = tmp_path / "desk"
    made = {path.name for path in (desk / "output/india-brazil").iterdir()}
    assert {"minister.pdf", "public.pdf", "researcher.docx"} <= made
    assert "formula: exports of IND + exports of BRA" in said, "the trace leads to no sum"
    assert "no errors" in said
    assert "error[" not in said
