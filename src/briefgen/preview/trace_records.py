"""Where the words of a page come from, and what it leaves out, with what opens each place."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import NOWHERE, Diagnostic, Place, Severity
from briefgen.load import load
from briefgen.preview.problem_records import editor_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.preview.workbench import Bench, Look


def trace_record(look: Look, bench: Bench) -> dict[str, Any]:
    """What the page says, from where; the lines of the data themselves only for the owner.

    A line holds all fields of its record, also those that the audience is not told.
    """
    record: dict[str, Any] = json.loads(look.sidecar) if look.sidecar else {"causes": [], "passages": []}
    line_of = bench.told.lines_of(bench.world) if bench.is_owners else _no_line
    return {
        "causes": [_cause(cause, bench, line_of) for cause in record["causes"]],
        "passages": record["passages"],
        "left_out": record.get("left_out", []),
        "limits": _limits(look),
        "typed": [{"words": words, **_shown(Place(path, line), bench)} for words, path, line in look.typed],
        "worded": _worded(look, bench),
    }


def _limits(look: Look) -> dict[str, float]:
    """What the audience takes at the most, by the names of its file."""
    limits = look.view.audience.limits if look.view else None
    named = ((one.name, getattr(limits, one.name)) for one in fields(limits)) if limits else ()
    return {name: most for name, most in named if isinstance(most, int | float)}


def _worded(look: Look, bench: Bench) -> list[dict[str, str]]:
    """What entries of the wording said, with the file and line of each."""
    if look.view is None:
        return []
    wording = load(bench.world, (look.choice.relation,)).value.wording
    places = {entry: wording.place_of(tuple(entry.split(".", 1)), look.view) or NOWHERE for entry, _ in look.worded}
    shown = {entry: _shown(place, bench) for entry, place in places.items()}
    return [{"words": words, "entry": entry, **shown[entry]} for entry, words in look.worded]


def _shown(place: Place, bench: Bench) -> dict[str, str]:
    """A place in words, and what opens it; one in a file that briefgen ships cannot be changed where it is."""
    known = bench.told.located(Diagnostic("BG900", Severity.INFO, place, ""), bench.world).place
    return {"place": str(known), "open": editor_address(known, bench.world.own.root, bench.editor)}


def left_out_record(look: Look, bench: Bench) -> list[dict[str, str]]:
    """Each fact that the brief does not show, with the reason; none where that is not to be shown here."""
    facts = json.loads(look.left_out)["facts"] if look.left_out else []
    return [
        {**fact, "open": editor_address(_place(fact["place"]), bench.world.own.root, bench.editor)}
        for fact in facts
        if fact["reason"] != "shown"
    ]


def _place(said: str) -> Place:
    """A place out of its words."""
    path, *numbers = said.split(":")
    line, column = (int(number) for number in (*numbers, "0", "0")[:2])
    return Place(path, line, column)


def _cause(cause: dict[str, Any], bench: Bench, line_of: Callable[[str, int], str | None]) -> dict[str, Any]:
    place = Place(cause.get("file", ""), cause.get("line", 0), cause.get("column", 0))
    text = line_of(place.path, place.line) if place.line else None
    opens = editor_address(place, bench.world.own.root, bench.editor)
    return {**cause, "place": str(place), "open": opens, "text": text or ""}


def _no_line(_path: str, _line: int) -> None:
    """Who may not see it all gets none."""
