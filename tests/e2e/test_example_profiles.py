"""How examples are drawn: the same ones for everybody, new ones in a search, which keeps those that fail."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
DRAWING = """
from pathlib import Path

from hypothesis import given, settings, strategies

@settings(max_examples=20)
@given(strategies.integers())
def test_numbers_are_small(number):
    with Path("drawn").open("a", encoding="utf-8") as file:
        print(number, file=file)
    assert number < {bound}
"""


def drawn(folder: Path, *options: str, bound: str = "float('inf')", **environment: str) -> list[str]:
    """The numbers that one run draws, in order."""
    (folder / "conftest.py").write_text("import example_profiles\n\nexample_profiles.register()\n", encoding="utf-8")
    (folder / "test_drawing.py").write_text(DRAWING.format(bound=bound), encoding="utf-8")
    (folder / "drawn").unlink(missing_ok=True)
    own = {name: value for name, value in os.environ.items() if name != "CI"}
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options],
        cwd=folder,
        env=own | {"PYTHONPATH": str(TESTS)} | environment,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return (folder / "drawn").read_text(encoding="utf-8").split()


def test_every_run_draws_the_same_in_ci_and_elsewhere(tmp_path: Path) -> None:
    assert drawn(tmp_path) == drawn(tmp_path, CI="true")


def test_a_search_draws_other_examples_each_time_in_ci_too(tmp_path: Path) -> None:
    search = ("--hypothesis-profile", "search")

    assert drawn(tmp_path, *search, CI="true") != drawn(tmp_path, *search, CI="true")


def test_a_search_keeps_what_fails_and_the_next_one_begins_with_it(tmp_path: Path) -> None:
    search = ("--hypothesis-profile", "search")
    drawn(tmp_path, *search, bound="1000", CI="true")

    assert any((tmp_path / ".hypothesis/examples").rglob("*"))
    assert drawn(tmp_path, *search, bound="1000", CI="true")[0] == "1000"
