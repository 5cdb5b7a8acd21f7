"""A whole run of the mutator over a project of one module."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from mutants.children import Ended, forked

if sys.platform == "win32":
    pytest.skip("the mutator forks", allow_module_level=True)

MUTATION = Path(__file__).parents[2] / ".ci/mutation.py"
PYPROJECT = """\
[tool.briefgen-mutation]
package = "tiny"
tests = ["tests"]
inputs = ["src"]
[tool.briefgen-mutation.targets]
all = ["src/tiny/*.py"]
"""
SOURCE = """\
import subprocess

LEAST = 3


def kept(values):
    return [value for value in values if value > LEAST]


def started():
    return subprocess.run(["true"], check=True)
"""
TESTS = """\
from tiny.counts import kept, started

def test_what_is_less_is_left_out():
    assert kept([1, 5]) == [5]

def test_a_process_is_started():
    assert started()"""
THE_EDGE = """
def test_the_edge_is_left_out():
    assert kept([3, 4]) == [4]
"""


def run(folder: Path, tests: str) -> subprocess.CompletedProcess[str]:
    for name, text in {
        "pyproject.toml": PYPROJECT,
        "src/tiny/__init__.py": "",
        "src/tiny/counts.py": SOURCE,
        "tests/test_counts.py": tests,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, str(MUTATION), "--project", str(folder), "--all", "--floor", "50"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (folder / "src/tiny/counts.py").read_text(encoding="utf-8") == SOURCE
    return done


def test_a_run_tells_what_no_test_notices_and_a_test_more_raises_the_score(tmp_path: Path) -> None:
    before, after = run(tmp_path, TESTS), run(tmp_path, TESTS + THE_EDGE)

    assert before.returncode == 1, before.stdout + before.stderr
    assert "if value > LEAST" in before.stdout
    assert "+ return [value for value in values if value >= LEAST]" in before.stdout
    assert "+ LEAST = 4" in before.stdout
    assert "is below the floor of 50 %" in before.stdout
    assert after.returncode == 0, after.stdout + after.stderr
    assert "LEAST" not in after.stdout
    assert "2 tests may kill; 1 that start a process may not" in after.stdout


def test_a_child_that_takes_too_long_is_ended() -> None:
    def without_end() -> None:
        while True:
            pass

    assert forked(without_end, 0).is_late


def test_what_a_child_gives_or_dies_of_is_told() -> None:
    assert forked(lambda: 5, 5) == Ended(5)
    assert forked(lambda: int("five"), 5).fault.startswith("ValueError")


def test_tests_that_fail_by_themselves_end_the_run_with_2(tmp_path: Path) -> None:
    done = run(tmp_path, TESTS.replace("[5]", "[6]"))

    assert done.returncode == 2
    assert "these tests fail without a mutant: tests/test_counts.py::test_what_is_less_is_left_out" in done.stderr
