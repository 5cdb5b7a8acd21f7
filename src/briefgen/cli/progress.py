"""How far a run is: a live line on a terminal, with a bar, the rate and the time that is left; nothing elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

import click

from briefgen.cli.terminal import beginning, columns, is_watched
from briefgen.pipeline import Began, Looked, Made, RunStage

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from briefgen.pipeline import Event

_ERASED = "\r\x1b[2K"
_CELLS = 20
"""Of the bar."""
_MINUTE, _HOUR = 60, 3600


class Pace:
    """What a run has done in which time; whoever tells of it asks here."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun = self._last = clock()
        self.stages: list[tuple[RunStage, float]] = []
        """Each stage with the second of the run in which it began."""
        self.briefs = self.done = 0
        """Of the stage that runs now: so many there are, and so many are done."""
        self.took: dict[str, float] = {}
        """Brief → seconds since the one before it was done."""
        self._stage_began = self._begun

    def note(self, event: Event) -> None:
        """One more thing has happened."""
        now = self._clock()
        match event:
            case Began():
                self.stages.append((event.stage, now - self._begun))
                self.briefs, self.done, self._stage_began = event.briefs, 0, now
            case Made() | Looked():
                self.done += 1
                self.took[f"{event.relation}/{event.audience}"] = now - self._last
        self._last = now

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return self._clock() - self._begun

    @property
    def rate(self) -> float:
        """Briefs a second, in this stage; 0 where none is done."""
        passed = self._last - self._stage_began
        return self.done / passed if passed > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds, if the others take as long; None where nothing says so."""
        return (self.briefs - self.done) / self.rate if self.rate and self.done < self.briefs else None

    def slowest(self, number: int) -> list[tuple[str, float]]:
        """Briefs that took longest, with their seconds."""
        return sorted(self.took.items(), key=lambda one: (-one[1], one[0]))[:number]


class Progress:
    """The live line; what is printed stands above it."""

    def __init__(self, pace: Pace, *, is_shown: bool = True) -> None:
        self._pace = pace
        self._is_live = is_shown and is_watched(sys.stderr)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.erase()

    def erase(self) -> None:
        """Make room for a line that stays."""
        self._show("")

    def show(self, event: Event) -> None:
        """Where the run is after an event."""
        match event:
            case Began(stage=stage):
                self._show(stage.value)
            case Made() | Looked():
                self._show(line_of(self._pace, f"{event.relation}/{event.audience}"))

    def _show(self, line: str) -> None:
        """A line in the place of the last one, never longer than the terminal is wide: what wraps cannot be erased."""
        if self._is_live:
            click.echo(_ERASED + beginning(line, columns()), nl=False, err=True)


def line_of(pace: Pace, brief: str) -> str:
    """`[#####---------------] 12/50, 3.1 briefs a second, about 12 s left: pak-blr/minister`."""
    filled = _CELLS * pace.done // pace.briefs if pace.briefs else _CELLS
    parts = [f"[{'#' * filled}{'-' * (_CELLS - filled)}] {pace.done}/{pace.briefs}"]
    if pace.rate:
        slow = f"{1 / pace.rate:.1f} s a brief"
        parts.append(f"{pace.rate:.1f} briefs a second" if pace.rate >= 1 else slow)
    if pace.left is not None:
        parts.append(f"about {worded(pace.left)} left")
    return f"{', '.join(parts)}: {brief}"


def worded(seconds: float) -> str:
    """A time as people say it."""
    if seconds < _MINUTE:
        return f"{seconds:.0f} s"
    return f"{seconds / _MINUTE:.0f} min" if seconds < _HOUR else f"{seconds / _HOUR:.1f} h"
