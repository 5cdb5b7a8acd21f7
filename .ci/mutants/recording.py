"""What each test runs: taken once, and again only for test files that changed, or when the code did."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mutants.children import forked, in_turn
from mutants.running import Noted, note

if TYPE_CHECKING:
    from mutants.settings import Settings

KEPT = ".mutation"
_LONGEST = 1_800.0
_IGNORED = {"__pycache__", "node_modules", ".hypothesis"}


class UnusableTestsError(Exception):
    """The tests fail without any mutant."""


@dataclass(slots=True)
class Suite:
    """The tests that may kill, each with its time and the lines it runs."""

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[str, int]] = field(default_factory=dict)
    """Test → file of the package → a number with a bit for each line."""
    mates: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Test file → its tests."""
    on_import: dict[str, dict[str, int]] = field(default_factory=dict)
    """Test file → what is run while it is read."""
    refused: int = 0
    """How many tests are left out since they start a process."""


def recorded(settings: Settings, jobs: int) -> Suite:
    """The suite of a project, by so many processes at a time.

    Raises:
        UnusableTestsError: if a test fails.
    """
    files = settings.test_files()
    suite, failed = Suite(), list[str]()
    for file, noted in zip(files, in_turn(Recorder(settings), files, jobs), strict=True):
        failed += noted.failed
        suite.refused += len(noted.refused)
        suite.seconds |= noted.seconds
        suite.mates[file] = tuple(noted.seconds)
        suite.lines |= {test: lines for test, lines in noted.lines.items() if test in noted.seconds}
        suite.on_import[file] = noted.lines.get("", {})
    if failed:
        raise UnusableTestsError("these tests fail without a mutant: " + ", ".join(failed))
    return suite


class Recorder:
    """Notes the tests of one file, or remembers them."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self.shared = settings, _digest(settings)

    def __call__(self, file: str) -> Noted:
        """What the tests of a file run."""
        project = self.settings.project
        mark = hashlib.sha256(f"{self.shared} {file} ".encode() + (project / file).read_bytes()).hexdigest()
        kept = project / KEPT / f"{mark[:32]}.pickle"
        if kept.is_file():
            found: Noted = pickle.loads(kept.read_bytes())  # noqa: S301 - written here
            return found
        ended = forked(lambda: note(project, file, self.settings.package), _LONGEST)
        noted = ended.value
        if not isinstance(noted, Noted):
            return Noted(failed=[f"{file}: {ended.fault or 'takes too long'}"])
        kept.parent.mkdir(exist_ok=True)
        if not noted.failed:
            kept.write_bytes(pickle.dumps(noted))
        return noted


def _digest(settings: Settings) -> str:
    """Of all files that several tests lean on: the code, and what is neither a test file nor made by a run."""
    digest = hashlib.sha256(Path(__file__).with_name("running.py").read_bytes())
    for folder in settings.inputs:
        for path in sorted((settings.project / folder).rglob("*")):
            if path.is_file() and not _IGNORED & set(path.parts) and not path.name.startswith("test_"):
                digest.update(path.relative_to(settings.project).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
