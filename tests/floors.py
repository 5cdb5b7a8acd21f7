"""The floors of the tests: a folder each. A test stands on the lowest floor that can prove what it says.

A floor without a marker starts no process: it is quick, and the same on every machine. That is held here, not agreed.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).parent
FLOORS = {
    "architecture": None,
    "conformance": "conformance",
    "docs": None,
    "e2e": "process",
    "golden": None,
    "property": None,
    "rules": None,
    "unit": None,
}
"""Folder → the marker of its tests, which pyproject.toml explains."""

_SPAWN = "multiprocessing.Process.start"
_STARTS = {
    "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile", "os.system", "subprocess.Popen",
    _SPAWN,
}  # fmt: skip
"""What Python tells its audit hooks when a process is about to start."""
_quiet: list[str] = []
"""The floor at work, where it starts no process."""


def floor_of(path: Path) -> str:
    """The folder of tests that a file stands in; one that is no floor ends the run."""
    floor = path.relative_to(TESTS).parts[0]
    if floor not in FLOORS:
        raise pytest.UsageError(f"{path.name} stands on no floor of tests/floors.py, but in tests/{floor}")
    return floor


@contextmanager
def on(floor: str) -> Iterator[None]:
    """While a floor without a marker is at work, a process that would start fails the test instead."""
    if FLOORS[floor] is not None:
        yield
        return
    _quiet.append(floor)
    try:
        yield
    finally:
        _quiet.pop()


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if event in _STARTS and _quiet:
        pytest.fail(
            f"tests/{_quiet[-1]} starts no process ({event}): what asks an outside judge stands in tests/conformance, "
            "what runs briefgen in a process of its own in tests/e2e"
        )


def _audited_start(process: BaseProcess) -> None:
    sys.audit(_SPAWN)
    _start(process)


# Python audits no process that multiprocessing spawns. Hooks cannot be taken off again, so that no test can do so.
_start = BaseProcess.start
BaseProcess.start = _audited_start  # type: ignore[assignment]  # the one place that every kind of process comes by
sys.addaudithook(_refuse)
