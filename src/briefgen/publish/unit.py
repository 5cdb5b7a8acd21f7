"""A brief is one unit: all of its files are put in place, or none.

Everything that can be refused is tried beside the place first: each file is written and synced, and what stands there
gets a second name. Then one line of the journal is the point of no return, and renames are all that is left to do.
Where a rename is refused all the same, those before it are taken back; where the run is killed, the journal lets the
next command that writes end what was begun.
"""

from __future__ import annotations

import posixpath
from contextlib import suppress
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.publish.journal import Begun, Ended, Move, line_of
from briefgen.publish.refused_writes import untouched
from briefgen.publish.standing_files import NOTHING_STANDS, digest_at, digest_of
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.publish.output_manifest import BriefRecord, Name
    from briefgen.publish.places import Places
    from briefgen.world import Outputs


@dataclass(frozen=True, slots=True)
class FileToPlace:
    """A file of a brief."""

    path: str
    data: bytes
    is_owners: bool = False
    """Whether it is a record that is never handed on."""


@dataclass(frozen=True, slots=True)
class StagedBrief:
    """A brief whose files lie beside their places."""

    record: BriefRecord
    moves: tuple[Move, ...] = ()
    """What is left to do."""
    saved: tuple[Diagnostic, ...] = ()
    """What was copied because somebody had changed it."""
    refused: Diagnostic | None = None
    """What kept it from there: its places stay as they are then."""
    is_as_it_was: bool = False
    """Whether all of it stands in place already."""


def place(record: BriefRecord, moves: Sequence[Move], places: Places, outputs: Outputs) -> Diagnostic | None:
    """Put a brief in place that is staged; what kept it from there, where something did.

    A warning says that all of it is in place, and that the system could not promise to keep it.
    """
    if refused := _committed(Begun(record, tuple(moves)), places, outputs):
        _clear(moves, outputs)
        return refused
    for number, move in enumerate(moves):
        try:
            outputs.move(move.staged, move.target)
        except OSError as error:
            return _taken_back(record, moves, number, _refusal(move.target, error, places), places, outputs)
    kept = _ended(record, moves, places, outputs)
    if kept is None:
        _clear(moves, outputs)
    return kept


def finish(move: Move, outputs: Outputs) -> None:
    """Put a file in place that is still beside it; raises OSError."""
    if outputs.stamp(move.staged) is not None:
        outputs.move(move.staged, move.target)


def bring_back(move: Move, outputs: Outputs) -> None:
    """What stood in a file's place before; raises OSError."""
    if move.old == NOTHING_STANDS:
        outputs.remove(move.target)
    elif outputs.stamp(move.kept) is not None:
        outputs.move(move.kept, move.target)


def folders_of(paths: Iterable[str]) -> list[str]:
    """The folders that files lie in, each once."""
    return list(dict.fromkeys(posixpath.dirname(path) for path in paths))


# ---------------------------------------------------------------- beside the place


def staged(
    record: BriefRecord, pieces: Sequence[FileToPlace], places: Places, outputs: Outputs
) -> tuple[tuple[Move, ...], Diagnostic | None]:
    """Write every file beside its place, and give what stands there a second name; the moves, or what refused it."""
    moves: list[Move] = []
    refused = _written(record, pieces, moves, places, outputs)
    if refused:
        _clear(moves, outputs)
        return (), refused
    return tuple(moves), None


def _written(
    record: BriefRecord, pieces: Sequence[FileToPlace], moves: list[Move], places: Places, outputs: Outputs
) -> Diagnostic | None:
    path = places.output
    try:
        for number, piece in enumerate(pieces):
            path = piece.path
            if outputs.is_folder(path):
                return _said(path, "a folder stands in its place", "take it away, run again")
            beside = places.owners_staging if piece.is_owners else places.staging
            old = digest_at(path, outputs)
            name = f"{beside}/{_token(record.name)}-{number}"
            move = Move(f"{name}.new", path, digest_of(piece.data), f"{name}.old", old)
            outputs.remove(move.staged)
            outputs.remove(move.kept)
            moves.append(move)
            outputs.create(move.staged, piece.data)
            if old != NOTHING_STANDS:
                outputs.keep(path, move.kept)
        for path in folders_of(move.staged for move in moves):
            outputs.sync(path)
    except OSError as error:
        return _refusal(path, error, places)
    return None


def _token(name: Name) -> str:
    """What the files of a brief are called while they wait: a brief that was left in the middle keeps its own."""
    return digest_of("/".join(name).encode("utf-8", "surrogatepass"))[:16]


def _committed(begun: Begun, places: Places, outputs: Outputs) -> Diagnostic | None:
    """Write down what is about to be done: from here on the brief is as good as in place."""
    try:
        outputs.append(places.journal, line_of(begun))
    except OSError as error:
        return _refusal(places.journal, error, places)
    return None


def _clear(moves: Iterable[Move], outputs: Outputs) -> None:
    """What is left beside the places; what cannot go now goes with the next run."""
    for move in moves:
        for path in (move.staged, move.kept):
            try:
                outputs.remove(path)
            except OSError:
                return


# ---------------------------------------------------------------- in place, or back


def _ended(record: BriefRecord, moves: Sequence[Move], places: Places, outputs: Outputs) -> Diagnostic | None:
    path = places.journal
    try:
        for folder in folders_of(move.target for move in moves):
            path = folder
            outputs.sync(folder)
        path = places.journal
        outputs.append(path, line_of(Ended(record.name, is_placed=True)))
    except OSError as error:
        message = f"the brief is in place, but the system may lose it: {error.strerror or error}"
        hint = "look at the disk; the next 'briefgen make' looks whether all of it is there"
        return Diagnostic("BG606", Severity.WARNING, Place(path), message, hint)
    return None


def _taken_back(
    record: BriefRecord, moves: Sequence[Move], done: int, refused: Diagnostic, places: Places, outputs: Outputs
) -> Diagnostic:
    """Bring the last edition back after a rename was refused: the first so many files are of the new one."""
    left = done
    try:
        for left in range(done, 0, -1):
            bring_back(moves[left - 1], outputs)
    except OSError as error:
        return _mixed(refused, moves[:left], error)
    with suppress(OSError):  # all is as it was; who finds the journal without this line will see that too
        for folder in folders_of(move.target for move in moves[:done]):
            outputs.sync(folder)
        outputs.append(places.journal, line_of(Ended(record.name, is_placed=False)))
    _clear(moves, outputs)
    return refused


def _mixed(refused: Diagnostic, new: Sequence[Move], error: OSError) -> Diagnostic:
    """A brief whose files are of two editions, told with those that are of the new one."""
    message = f"{refused.message}, and what was put in place before cannot be taken back: {error.strerror or error}"
    said = ", ".join(move.target for move in new)
    hint = f"of the new edition are {said}, the rest are of the last one; mend the folder, then make the brief again"
    return Diagnostic("BG605", Severity.ERROR, refused.place, message, hint)


def _refusal(path: str, error: OSError, places: Places) -> Diagnostic:
    return _said(path, f"cannot be written: {error.strerror or error}", untouched(error, places.option_of(path)))


def _said(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("BG601", Severity.ERROR, Place(path), message, hint)
