"""The workflows, looked at by the judges of workflows: nothing unsafe, nothing that would not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conformance.judges import ROOT, actionlint_faults, shellcheck_faults, zizmor_faults

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOWS = ROOT / ".github/workflows"
OF_A_TEAM = ROOT / "desk"
"""What `briefgen init` lays out."""
SCRIPTS = (ROOT / ".ci/run", OF_A_TEAM / "schedule/briefs")
UNSAFE_AND_WRONG = """
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: echo ${{ github.event.head_commit.message }}
        shel: bash
"""


def test_no_workflow_is_unsafe() -> None:
    assert zizmor_faults(ROOT / ".github") == ""
    assert zizmor_faults(OF_A_TEAM / ".github") == ""


def test_every_workflow_runs() -> None:
    assert actionlint_faults(WORKFLOWS) == ""
    assert actionlint_faults(OF_A_TEAM / ".github/workflows") == ""


def test_no_script_does_what_it_does_not_say() -> None:
    assert [fault for script in SCRIPTS if (fault := shellcheck_faults(script))] == []


def test_a_faulty_script_is_seen(tmp_path: Path) -> None:
    (tmp_path / "faulty").write_text("#!/bin/sh\n[[ $1 = a ]] && rm $2\n", encoding="utf-8")

    assert "SC3010" in shellcheck_faults(tmp_path / "faulty")


def test_a_faulty_workflow_is_seen_by_both(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "faulty.yml").write_text(UNSAFE_AND_WRONG, encoding="utf-8")
    unsafe = zizmor_faults(tmp_path)

    assert [audit for audit in ("artipacked", "template-injection", "unpinned-uses") if audit not in unsafe] == []
    assert 'unexpected key "shel"' in actionlint_faults(folder)
