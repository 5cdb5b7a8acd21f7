"""Lines for a trace that came without them: from the sidecar of the same edition, else from the data as they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.trace.writing import without_places

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.diagnostics import Place
    from briefgen.trace.record import Cause, Trace


def with_places(trace: Trace, beside: Trace | None, find: Callable[[Cause], Place | None]) -> tuple[Trace, bool]:
    """The trace with lines, and whether they are those of its own edition.

    `beside` is the sidecar of the file, if any; it counts where it says the same as the file. `find` looks a record up
    in the data of today: of records that are no facts, a sidecar names only the file.
    """
    if beside is not None and without_places(beside) == without_places(trace):
        return replace(beside, causes=tuple(_placed(cause, find) for cause in beside.causes)), True
    return replace(trace, causes=tuple(_placed(cause, find) for cause in trace.causes)), False


def _placed(cause: Cause, find: Callable[[Cause], Place | None]) -> Cause:
    place = None if cause.line else find(cause)
    return cause if place is None else cause._replace(file=place.path, line=place.line, column=place.column)
