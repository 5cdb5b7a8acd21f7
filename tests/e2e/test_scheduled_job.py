"""The scheduled job: its one script makes the briefs and ends with the right exit code, and its workflow runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from e2e.workspace import AUDIENCES, ROOT, briefgen, change, copied

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/briefs.yml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the job runs on Linux; its script is for bash")


def job(workspace: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The job's script in a workspace, with the Python that runs the tests."""
    return subprocess.run(
        [shutil.which("bash") or "bash", str(ROOT / ".ci/briefs"), *arguments],
        env={**os.environ, "BRIEFGEN_PYTHON": sys.executable, "BRIEFGEN_WORKSPACE": str(workspace)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=180,
    )


def made(workspace: Path) -> list[str]:
    """What stands in the workspace's output."""
    return sorted(
        path.name for path in (workspace / "output").rglob("*.*") if path.suffix in {".pdf", ".docx", ".html"}
    )


def test_the_job_makes_every_brief_in_every_format(tmp_path: Path) -> None:
    done = job(copied(tmp_path))

    assert done.returncode == 0, done.stderr
    assert made(tmp_path) == sorted(f"{a}.{ending}" for a in AUDIENCES for ending in ("pdf", "docx", "html"))


def test_the_job_makes_the_briefs_of_a_workspace_without_templates(tmp_path: Path) -> None:
    assert briefgen(tmp_path, "init", "desk").returncode == 0
    shutil.rmtree(tmp_path / "desk/templates")
    done = job(tmp_path / "desk", "-a", "public", "-a", "minister")

    assert done.returncode == 0, done.stderr
    assert made(tmp_path / "desk") == sorted(
        f"{a}.{e}" for a in ("minister", "public") for e in ("pdf", "docx", "html")
    )


def test_a_fault_in_the_data_ends_the_job_with_1_and_makes_nothing(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / "data/pakistan-belarus/milestones.yaml", "date: 1994-02-03", "date: 1994-02-30")
    done = job(folder)

    assert done.returncode == 1
    assert "milestones.yaml:25:9: error[BG110]" in done.stderr
    assert made(folder) == []


def test_a_fault_in_one_template_ends_the_job_with_3_and_makes_the_others(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / "templates/sections/questions.md.j2", "{% if undated %}", "{% if undatet %}")
    done = job(folder)

    assert done.returncode == 3
    assert len(made(folder)) == 12


def test_what_follows_the_script_goes_to_make(tmp_path: Path) -> None:
    done = job(copied(tmp_path), "-a", "public", "--as-of", "2014-12-31")

    assert done.returncode == 0, done.stderr
    assert "as of 31 December 2014" in (tmp_path / "output/pakistan-belarus/public.html").read_text(encoding="utf-8")


def test_the_workflow_runs_on_a_schedule_and_by_hand_and_keeps_what_was_made() -> None:
    triggers = WORKFLOW[True]  # YAML 1.1 reads the key `on` as a truth value
    steps = WORKFLOW["jobs"]["briefs"]["steps"]
    run = [step["run"] for step in steps if "run" in step]
    kept = [step for step in steps if "upload-artifact" in step.get("uses", "")]

    assert triggers["schedule"][0]["cron"].count(" ") == 4
    assert "workflow_dispatch" in triggers
    assert [line.split()[0] for line in run] == [".ci/briefs"]
    assert [step["if"] for step in kept] == ["always()"]
    assert all(f"output/*/*.{ending}" in kept[0]["with"]["path"] for ending in ("pdf", "docx", "html"))
