"""The end of what a killed run began: before anything else is written, every brief is whole again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Outcome, Place, Severity
from briefgen.publish.journal import Begun, Ended, Taken, entries_of
from briefgen.publish.kept_files import let_go
from briefgen.publish.output_manifest import Manifest, read_manifest
from briefgen.publish.places import JOURNAL, MANIFEST
from briefgen.publish.standing_files import NOTHING_STANDS, digest_at
from briefgen.publish.unit import bring_back, finish, folders_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.publish.journal import Move
    from briefgen.publish.output_manifest import BriefRecord, Name
    from briefgen.publish.places import Places
    from briefgen.world import Outputs


def recorded(owners: str, outputs: Outputs) -> Outcome[tuple[Manifest, tuple[Begun, ...]]]:
    """The manifest with what a journal adds to it, and the briefs that a killed run left between two editions.

    Nothing is changed. Raises OSError where the owner's folder for that output cannot be read.
    """
    kept, journal_path = f"{owners}/{MANIFEST}", f"{owners}/{JOURNAL}"
    said: tuple[Diagnostic, ...] = ()
    briefs: dict[Name, BriefRecord] = {}
    if outputs.stamp(kept) is not None:
        try:
            briefs.update(read_manifest(outputs.read(kept)).briefs)
        except ValueError as error:
            said = (_unreadable(kept, error),)
    open_: dict[Name, Begun] = {}
    journal = outputs.read(journal_path) if outputs.stamp(journal_path) is not None else b""
    for entry in entries_of(journal):
        match entry:
            case Begun():
                open_[entry.record.name] = entry
            case Ended():
                begun = open_.pop(entry.name, None)
                if begun and entry.is_placed:
                    briefs[entry.name] = begun.record
            case Taken():
                briefs.pop(entry.name, None)
    return Outcome((Manifest(briefs), tuple(open_.values())), said)


def recover(places: Places, outputs: Outputs) -> Outcome[dict[Name, BriefRecord]]:
    """End what a killed run began, and take away what it left; the briefs that stand in the output.

    Raises OSError where the folders cannot be written.
    """
    known = recorded(places.owners, outputs)
    manifest, begun = known.value
    briefs = dict(manifest.briefs)
    said = list(known.diagnostics)
    for unit in begun:
        if _went_on(unit.moves, outputs):
            briefs[unit.record.name] = unit.record
        elif not _went_back(unit.moves, outputs):
            briefs.pop(unit.record.name, None)
            said.append(_cannot_end(unit))
    let_go(_as_of_manifest(places, outputs), briefs, outputs)
    outputs.clear(places.staging)
    outputs.clear(places.owners_staging)
    return Outcome(briefs, tuple(said))


def _as_of_manifest(places: Places, outputs: Outputs) -> Iterable[BriefRecord]:
    """What stood in the output before the run whose journal is there; none where no run was killed."""
    if outputs.stamp(places.journal) is None or outputs.stamp(places.manifest) is None:
        return ()
    try:
        return read_manifest(outputs.read(places.manifest)).briefs.values()
    except ValueError:  # which has been told
        return ()


def _went_on(moves: Sequence[Move], outputs: Outputs) -> bool:
    """Whether all files of the new edition are in place now."""
    if not all(move.new in _copies(move.staged, move, outputs) for move in moves):
        return False
    for move in moves:
        finish(move, outputs)
    for folder in folders_of(move.target for move in moves):
        outputs.sync(folder)
    return True


def _went_back(moves: Sequence[Move], outputs: Outputs) -> bool:
    """Whether all files of the last edition are in place now."""
    known = (move.old == NOTHING_STANDS or move.old in _copies(move.kept, move, outputs) for move in moves)
    if not all(known):
        return False
    for move in moves:
        if digest_at(move.target, outputs) != move.old:
            bring_back(move, outputs)
    for folder in folders_of(move.target for move in moves):
        outputs.sync(folder)
    return True


def _copies(beside: str, move: Move, outputs: Outputs) -> set[str]:
    """Digests of what stands beside a file's place, and in it."""
    return {digest_at(path, outputs) for path in (beside, move.target)}


def _unreadable(path: str, error: ValueError) -> Diagnostic:
    message = f"is no manifest of briefgen's and counts as none: {error}"
    return Diagnostic(
        "BG607", Severity.WARNING, Place(path), message, "all briefs are made anew, and a new one is written"
    )


def _cannot_end(unit: Begun) -> Diagnostic:
    name = "/".join(unit.record.name)
    message = f"a run was killed while '{name}' was put in place, and somebody changed its files since"
    hint = "files of it may be of two editions: make the brief anew in all its formats"
    return Diagnostic("BG605", Severity.WARNING, Place(unit.moves[0].target), message, hint)
