"""Whether a mutant lives: each is made in a child of its own, in which its tests are run."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutants.children import forked
from mutants.imports import install, module_name
from mutants.running import Ran, failing, run
from mutants.sources import mutated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from mutants.children import Ended
    from mutants.selection import Selection
    from mutants.sources import Mutant

_START, _SLOWER, _LONGEST = 15.0, 4.0, 1_800.0
"""Processor time of a child: to start, for each second that its tests usually take, and to run all killers again."""
_PASSED, _FAILED, _NOT_READ = 0, 1, 2
"""What pytest ends with."""


class Fate(enum.StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    LATE = "killed by its time"
    """It took several times as long as the tests take without it: loops without end are noticed."""
    UNRUN = "run by no test"
    SURVIVED = "survived"

    @property
    def is_killed(self) -> bool:
        """Whether a test noticed."""
        return self in {Fate.KILLED, Fate.LATE}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A mutant and its fate."""

    mutant: Mutant
    fate: Fate
    killer: str = ""
    """The test that failed; empty where its file could not even be read."""
    tests: int = 0
    """How many tests it was tried on."""


class BrokenRunError(Exception):
    """The tests of a mutant could not be run at all: nothing is known of it."""


class Judge:
    """Mutant → verdict."""

    def __init__(self, project: Path, selection: Selection) -> None:
        self.project, self.selection = project, selection

    def __call__(self, mutant: Mutant) -> Verdict:
        """Its fate among the tests chosen for it.

        Raises:
            BrokenRunError: where pytest itself fails.
        """
        tried = 0
        for tests in self.selection.batches(mutant):
            seconds = sum(self.selection.suite.seconds[test] for test in tests)
            ended = forked(lambda chosen=tests: self._run(mutant, chosen), _START + _SLOWER * seconds)  # type: ignore[misc]
            tried += len(tests)
            fate = fate_of(ended)
            if fate.is_killed:
                return Verdict(mutant, fate, ended.value.killer if ended.value else "", tried)
        return Verdict(mutant, Fate.SURVIVED if tried else Fate.UNRUN, tests=tried)

    def _run(self, mutant: Mutant, tests: Sequence[str]) -> Ran:
        source = (self.project / mutant.module).read_text(encoding="utf-8")
        install(module_name(mutant.module), mutated(source, mutant.index))
        return run(self.project, tests)


def fate_of(ended: Ended) -> Fate:
    """What a child's end says of its mutant; a child that broke down has noticed too.

    Raises:
        BrokenRunError: where pytest did not run the tests for a reason of its own.
    """
    if ended.is_late:
        return Fate.LATE
    if ended.fault:
        return Fate.KILLED
    ran = ended.value
    if not isinstance(ran, Ran) or ran.code not in {_PASSED, _FAILED, _NOT_READ}:
        raise BrokenRunError(f"pytest ended with {ran}")
    return Fate.SURVIVED if ran.code == _PASSED else Fate.KILLED


def false_killers(project: Path, verdicts: Iterable[Verdict]) -> list[str]:
    """Tests that killed and fail without a mutant too, in such an order: then nothing can be concluded."""
    killers = sorted({verdict.killer for verdict in verdicts if verdict.killer})
    ended = forked(lambda: failing(project, killers), _LONGEST)
    found: list[str] = ended.value if isinstance(ended.value, list) else [ended.fault or "they take too long"]
    return found if killers else []
