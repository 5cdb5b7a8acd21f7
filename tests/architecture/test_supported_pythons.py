"""Which Pythons there are for is said in one way: to pip, to readers of the package's page, and to CI."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
JOBS = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8"))["jobs"]
MARK = "Programming Language :: Python :: 3."
PYTHONS = [f"3.{text.removeprefix(MARK)}" for text in PROJECT["classifiers"] if text.startswith(MARK)]


def settings_of(job: dict[str, Any]) -> list[dict[str, str]]:
    """What the steps of a job are given."""
    return [step.get("with", {}) for step in job["steps"]]


def test_every_python_that_is_named_is_tried_on_every_system() -> None:
    matrix = JOBS["fast"]["strategy"]["matrix"]

    assert matrix["python"] == PYTHONS
    assert {system.removesuffix("-latest") for system in matrix["os"]} == {"ubuntu", "macos", "windows"}


def test_the_lowest_python_is_the_one_that_pip_asks_for_and_that_meets_the_lowest_versions() -> None:
    (lowest,) = [set_up["python-version"] for set_up in settings_of(JOBS["lowest"]) if "python-version" in set_up]

    assert PROJECT["requires-python"] == f">={PYTHONS[0]}" == f">={lowest}"
    assert f"Python {lowest} or newer" in (ROOT / "README.md").read_text(encoding="utf-8")
