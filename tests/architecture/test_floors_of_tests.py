"""The floors of the tests are what tests/floors.py, pyproject.toml and CONTRIBUTING.md say of them."""

from __future__ import annotations

import ast
import multiprocessing
import os
import re
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from floors import FLOORS, TESTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROOT = TESTS.parent
FILES = sorted(path for path in TESTS.rglob("*.py") if "__pycache__" not in path.parts)
STARTS: dict[str, Callable[[], object]] = {
    "a program": lambda: subprocess.run([sys.executable, "-c", ""], check=False),
    "a shell": lambda: os.system("exit"),  # noqa: S605, S607 - it is to be refused
    "a spawned worker": lambda: multiprocessing.get_context("spawn").Process(target=print).start(),
}
if sys.platform != "win32":
    STARTS |= {
        "a copy": lambda: os.fork() or os._exit(0),
        "a spawned program": lambda: os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {}),
        "a forked worker": lambda: multiprocessing.get_context("fork").Process(target=print).start(),
    }


def imported(path: Path) -> set[str]:
    """Modules that a file imports, and names out of modules, wherever it does so."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update((node.module or "", *(f"{node.module}.{name.name}" for name in node.names)))
    return found


@pytest.mark.parametrize("start", STARTS)
def test_no_process_starts_on_a_floor_without_a_marker(start: str) -> None:
    assert FLOORS["architecture"] is None

    with pytest.raises(pytest.fail.Exception, match="tests/architecture starts no process"):
        STARTS[start]()


def test_every_folder_with_tests_is_a_floor_and_every_floor_has_tests() -> None:
    assert {path.relative_to(TESTS).parts[0] for path in FILES if path.name.startswith("test_")} == set(FLOORS)


def test_every_marker_is_of_a_floor() -> None:
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]

    assert {marker.partition(":")[0] for marker in options["markers"]} == set(filter(None, FLOORS.values()))


def test_contributing_says_what_stands_on_each_floor() -> None:
    rows = re.findall(
        r"^\| `tests/(\w+)/` \|.*\| (?:`(\w+)`)? *\|$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE
    )

    assert {folder: marker or None for folder, marker in rows} == FLOORS


def test_only_the_floor_of_judges_asks_judges() -> None:
    asking = {path.relative_to(TESTS).parts[0] for path in FILES if "conformance.judges" in imported(path)}

    assert asking == {"conformance"}


def test_no_file_is_made_of_another_ones_tests() -> None:
    """What two test files need stands in a module of its own: pytest would load the other one twice."""
    named = {path.name: [name for name in imported(path) if re.search(r"(^|\.)test_", name)] for path in FILES}

    assert {name: found for name, found in named.items() if found} == {}
