"""Lines for a trace that came without them: from the sidecar of the same edition, else from the data as they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefgen.records import replace
from briefgen.trace.serialisation import BEFORE_PASSAGES, text_of, without_places

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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


def with_lines(sidecar: bytes, places: Mapping[tuple[str, str], Place]) -> bytes:
    """A sidecar with the line of every record; whoever composes a brief does not know them.

    `places` has them by kind and id, as the sidecar's own records name theirs.
    """
    head, between, passages = sidecar.partition(BEFORE_PASSAGES)
    record = json.loads(head + b"}" if between else head)
    record["causes"] = [_lined(cause, places.get((cause["kind"], cause["id"]))) for cause in record["causes"]]
    lined = text_of(record)
    return lined.removesuffix(b"}\n") + between + passages if between else lined


def _lined(cause: dict[str, object], place: Place | None) -> dict[str, object]:
    if place is None or not place.line:
        return cause
    start = {"id": cause["id"], "kind": cause["kind"], "file": place.path, "line": place.line, "column": place.column}
    return start | {name: value for name, value in cause.items() if name not in start}
