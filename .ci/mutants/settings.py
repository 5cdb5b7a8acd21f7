"""What is mutated and which tests may kill, as pyproject.toml says it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "briefgen-mutation"


class SettingsError(Exception):
    """The settings say what is not so."""


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A mutant that no test can tell from the code, and why."""

    function: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The table `[tool.briefgen-mutation]`."""

    project: Path
    package: str
    tests: tuple[str, ...]
    """Folders of the tests that may kill."""
    inputs: tuple[str, ...]
    """Folders with all that tests read."""
    targets: dict[str, tuple[str, ...]]
    """Group → patterns of its modules."""
    equivalent: tuple[Equivalent, ...]
    witnesses: tuple[str, ...] = ()
    """Patterns of tests that see what stands at the top of modules, whatever way it comes to them."""

    def test_files(self) -> list[str]:
        """The test files, from the project's folder."""
        found = [path for folder in self.tests for path in (self.project / folder).rglob("test_*.py")]
        return sorted(path.relative_to(self.project).as_posix() for path in found)

    def modules(self) -> dict[str, list[str]]:
        """Group → its modules, from the project's folder.

        Raises:
            SettingsError: where a pattern finds none: what it meant has moved.
        """
        return {
            group: sorted({path for pattern in patterns for path in self._found(pattern)})
            for group, patterns in self.targets.items()
        }

    def _found(self, pattern: str) -> list[str]:
        found = [path.relative_to(self.project).as_posix() for path in self.project.glob(pattern)]
        if not found:
            raise SettingsError(f"there is no module '{pattern}': pyproject.toml, [tool.{TABLE}.targets]")
        return found


def read_settings(project: Path) -> Settings:
    """The settings of a project.

    Raises:
        SettingsError: where there are none.
    """
    table = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8")).get("tool", {}).get(TABLE)
    if table is None:
        raise SettingsError(f"pyproject.toml has no table [tool.{TABLE}]")
    listed = project / table.get("equivalent", "")
    rows = tomllib.loads(listed.read_text(encoding="utf-8")).get("mutant", []) if listed.is_file() else []
    return Settings(
        project=project,
        package=table["package"],
        tests=tuple(table["tests"]),
        inputs=tuple(table["inputs"]),
        targets={group: tuple(patterns) for group, patterns in table["targets"].items()},
        equivalent=tuple(Equivalent(**row) for row in rows),
        witnesses=tuple(table.get("witnesses", ())),
    )
