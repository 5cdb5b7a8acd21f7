"""Who makes the briefs of a run: this process, or helpers where the briefs are many."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from briefgen.batch.own_process import OwnProcess

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from types import TracebackType

    from briefgen.pipeline.run_order import BriefOutcome
    from briefgen.pipeline.sharing import BriefToMake, Workroom

_WORTH_A_HELPER = 8
"""Briefs: with fewer, starting one takes about as long as it saves."""


def usable_cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


class CrewOfRun:
    """A crew for `briefgen.pipeline`: so many processes at once, or as many as pay where no number is asked for.

    Where a cluster is called, its machines run the templates, on so many processors.
    """

    def __init__(
        self, jobs: int | None = None, formats: tuple[str, ...] = (), cluster: str = "", cores: int = 1
    ) -> None:
        self._jobs, self._formats = jobs, formats
        self._cluster, self._cores = cluster, cores
        self._own = OwnProcess(formats)
        self._is_open = False

    def __enter__(self) -> Self:
        """Start what makes few briefs at once, so that its libraries are loaded while the data are read."""
        if not self._cluster and (self._jobs is None or self._jobs == 1):
            self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_open:
            self._own.__exit__(kind, error, trace)
            self._is_open = False

    def _open(self) -> None:
        if not self._is_open:
            self._own.__enter__()
            self._is_open = True

    def __call__(self, room: Workroom, briefs: Sequence[BriefToMake]) -> Generator[BriefOutcome, None, None]:
        """What came of each brief, in their order."""
        number = self._number(len(briefs))
        if number > 1 or self._cluster:
            self.__exit__(None, None, None)
            from briefgen.batch.many_cores.helper_crew import Helpers  # not for the many runs of a few briefs

            at_once = -(-self._cores // number) + 1 if self._cluster else 1
            with Helpers(number, self._formats, self._cluster, at_once) as helpers:
                yield from helpers(room, briefs)
        else:
            self._open()
            from briefgen.pipeline.sharing import outcomes_in_turn  # what makes briefs is forked without it

            yield from outcomes_in_turn(room, briefs, self._own)

    def _number(self, briefs: int) -> int:
        """Of processes that make so many briefs."""
        if self._jobs is not None:
            return max(1, min(self._jobs, briefs))
        return max(1, min(usable_cores(), briefs // _WORTH_A_HELPER))
