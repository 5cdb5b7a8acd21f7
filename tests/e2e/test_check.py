"""`briefgen check` as people, scripts and servers run it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import jsonschema
import pytest

from briefgen.diagnostics.printers.as_json import SCHEMA
from e2e.workspace import briefgen, change, copied

if TYPE_CHECKING:
    from pathlib import Path

DATA = "data/pakistan-belarus"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """The shipped workspace with a warning in its data and an unknown field in one audience."""
    folder = copied(tmp_path)
    change(folder / DATA / "forums.yaml", "  topics: [trade]\n", "  ignore: [MEC-COUNT]  # none\n  topics: [trade]\n")
    change(folder / "templates/audiences/public.yaml", "tone: plain", "tune: plain")
    return folder


def test_the_shipped_workspace_is_strictly_clean(tmp_path: Path) -> None:
    done = briefgen(copied(tmp_path), "check", "--strict", "--format", "short")

    assert done.returncode == 0, done.stderr
    assert done.stdout == "no errors\n"
    assert "warning" not in done.stderr


def test_a_needless_suppression_is_a_warning_and_strictly_an_error(faulty: Path) -> None:
    arguments = ("check", "-a", "minister", "--format", "short")
    message = "[BG259] nothing here needs 'MEC-COUNT' suppressed"

    done = briefgen(faulty, *arguments)
    assert (done.returncode, f"warning{message}" in done.stderr) == (0, True), done.stderr
    done = briefgen(faulty, *arguments, "--strict")
    assert (done.returncode, f"error{message}" in done.stderr) == (1, True), done.stderr


def test_what_bears_on_other_audiences_is_left_out(faulty: Path) -> None:
    assert "BG106" in briefgen(faulty, "check", "--format", "short").stderr
    assert "BG106" not in briefgen(faulty, "check", "-a", "minister", "--format", "short").stderr


def test_an_unknown_audience_is_told(tmp_path: Path) -> None:
    done = briefgen(copied(tmp_path), "check", "-a", "ministers")

    assert done.returncode == 1
    assert "did you mean 'minister'?" in done.stderr


def test_json_is_all_that_stands_on_standard_output(faulty: Path) -> None:
    done = briefgen(faulty, "check", "--format", "json")
    report = json.loads(done.stdout)

    jsonschema.validate(report, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert done.returncode == 1
    assert done.stderr == ""
    assert report["counts"]["error"] == 1
    assert {"BG106", "BG259"} <= {d["code"] for d in report["diagnostics"]}


def test_github_and_sarif_name_the_same_places(faulty: Path) -> None:
    github = briefgen(faulty, "check", "--format", "github").stdout
    sarif = json.loads(briefgen(faulty, "check", "--format", "sarif").stdout)
    places = [
        (where["artifactLocation"]["uri"], where.get("region", {}).get("startLine"))
        for result in sarif["runs"][0]["results"]
        for where in [result["locations"][0]["physicalLocation"]]
    ]

    assert len(places) == len(github.splitlines())
    assert sum(line is not None for _, line in places) > 10
    assert all(f"file={path},{f'line={line},' if line else ''}" in github for path, line in places)


def test_ages_are_held_against_the_day_that_is_asked_for(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    overdue = "the review of 'pakistan-belarus' was due 2022-04-01"

    assert overdue not in briefgen(folder, "check").stderr
    assert overdue in briefgen(folder, "check", "--as-of", "2026-11-24").stderr
    assert overdue in briefgen(folder, "check", "--as-of", "today").stderr
    assert briefgen(folder, "check", "--as-of", "tomorrow").returncode == 2


def test_making_strictly_leaves_out_what_has_a_warning(faulty: Path) -> None:
    change(faulty / "templates/audiences/public.yaml", "tune: plain", "tone: plain")
    done = briefgen(faulty, "make", "-a", "minister", "--strict")

    assert done.returncode == 1
    assert not list((faulty / "output").rglob("*.pdf"))
    assert briefgen(faulty, "make", "-a", "minister").returncode == 0


def test_making_counts_the_notes_and_leaves_them_to_check(tmp_path: Path) -> None:
    done = briefgen(copied(tmp_path), "make", "-a", "minister")

    assert set(re.findall(r"info\[(BG\d+)\]", done.stderr)) <= {"BG451"}  # what is left out for its pages is told
    assert "notes (briefgen check tells the notes)" in done.stderr


def test_what_an_error_left_out_is_not_told_again_as_a_fault_of_templates(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / "data/organisations.yaml", "short: OIC", "shrt: OIC")

    done = briefgen(folder, "check", "--format", "short")

    assert done.returncode == 1
    assert sorted(_errors(done.stderr)) == ["BG106", "BG107"], done.stderr


def test_what_a_link_leads_to_in_vain_is_not_told_again_either(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    change(folder / DATA / "visits.yaml", "event: oic", "event: oicc")

    done = briefgen(folder, "check", "--format", "short")

    assert _errors(done.stderr) == ["BG202"], done.stderr


def _errors(said: str) -> list[str]:
    return [line.split("error[")[1][:5] for line in said.splitlines() if "error[" in line]
