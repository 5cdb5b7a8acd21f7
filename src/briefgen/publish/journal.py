"""What is being put in place, written down before the first file moves.

A line for each step, synced before the step is taken; a line that a loss of power tore counts as not written. So
whoever finds the journal of a run that was killed knows which files of a brief are new, and can end what it began.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from briefgen.publish.output_manifest import record_json, record_of
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.publish.output_manifest import BriefRecord, Name


@dataclass(frozen=True, slots=True)
class Move:
    """One file on its way."""

    staged: str
    target: str
    new: str
    """The digest of what is put in place."""
    kept: str
    """The second name of what stood there, from which it can be brought back."""
    old: str
    """Its digest; empty where nothing stood."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A brief that is whole beside its place, and about to be put there."""

    record: BriefRecord
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """A brief that was begun, and is in place or as it was before."""

    name: Name
    is_placed: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """A brief that was taken out of the output: its record goes with it."""

    name: Name


Entry = Begun | Ended | Taken


def line_of(entry: Entry) -> bytes:
    """An entry as one line of the journal."""
    return (json.dumps(_said(entry), separators=(",", ":")) + "\n").encode("ascii")


def entries_of(data: bytes) -> Iterator[Entry]:
    """The entries of a journal up to a torn line; a line of another kind ends it too."""
    *lines, _torn = data.split(b"\n")
    for line in lines:
        try:
            yield _entry(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError):
            return


def _said(entry: Entry) -> dict[str, Any]:
    match entry:
        case Begun():
            moves = [[move.staged, move.target, move.new, move.kept, move.old] for move in entry.moves]
            return {"begun": record_json(entry.record), "moves": moves}
        case Ended():
            return {"ended": list(entry.name), "placed": entry.is_placed}
        case Taken():
            return {"taken": list(entry.name)}


def _entry(said: Mapping[str, Any]) -> Entry:
    if "begun" in said:
        return Begun(record_of(said["begun"]), tuple(Move(*map(str, move)) for move in said["moves"]))
    if "ended" in said:
        return Ended(_name(said["ended"]), bool(said["placed"]))
    return Taken(_name(said["taken"]))


def _name(said: list[Any]) -> Name:
    relation, audience = said
    return str(relation), str(audience)
