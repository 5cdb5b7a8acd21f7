"""Whether the output is what the manifest says: nothing is changed, and nothing is parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.publish.standing_files import NOTHING_STANDS, digest_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Outcome
    from briefgen.publish.journal import Begun
    from briefgen.publish.output_manifest import BriefRecord, Manifest, PlacedFile
    from briefgen.world import Outputs

_MAKE = "make it anew: briefgen make"


def verify(known: Outcome[tuple[Manifest, tuple[Begun, ...]]], outputs: Outputs) -> Iterator[Diagnostic]:
    """What is missing, changed, of an earlier edition, or left between two editions; raises OSError."""
    manifest, begun = known.value
    yield from known.diagnostics
    half = {unit.record.name for unit in begun}
    for unit in begun:
        yield from _half_placed(unit, outputs)
    for name in sorted(manifest.briefs.keys() - half):
        yield from _of_brief(manifest.briefs[name], outputs)


def _half_placed(unit: Begun, outputs: Outputs) -> Iterator[Diagnostic]:
    """A brief that a run was putting in place when it was killed, with what each file is."""
    new = [move.target for move in unit.moves if digest_at(move.target, outputs) == move.new]
    old = [move.target for move in unit.moves if move.target not in new]
    said = f"of edition {unit.record.edition} are {', '.join(new)}; not yet: {', '.join(old)}"
    if not new:
        said = f"no file of edition {unit.record.edition} is in place yet"
    if not old:
        said = f"all files of edition {unit.record.edition} are in place"
    message = f"a run was ended while it put this brief in place: {said}"
    hint = "the next 'briefgen make' ends it, before anything else"
    yield Diagnostic("BG605", Severity.ERROR, Place("/".join(unit.record.name)), message, hint)


def _of_brief(record: BriefRecord, outputs: Outputs) -> Iterator[Diagnostic]:
    for file in (*record.handed_on, *record.records):
        found = digest_at(file.path, outputs)
        if found == NOTHING_STANDS:
            yield Diagnostic("BG611", Severity.ERROR, Place(file.path), "was made, and is not there any more", _MAKE)
        elif found != file.sha256:
            message = "was changed after it was made"
            hint = "keep what was done to it elsewhere, then make it anew with briefgen make"
            yield Diagnostic("BG610", Severity.ERROR, Place(file.path), message, hint)
    for file in record.older:
        yield older(record, file)


def older(record: BriefRecord, file: PlacedFile) -> Diagnostic:
    """BG609: a file of an earlier edition than the brief's last one."""
    made = f"edition {file.edition}" if file.edition != record.edition else "an earlier making of the same edition"
    message = f"is of {made}; the brief was made as {record.edition} since, and not in this format"
    hint = "make it anew with --format, or take it away with briefgen make --prune"
    if file in record.followed.values():
        message = "tells what was new, and goes on no more: nobody asks for it"
        hint = "name it under 'follow' again, of the audience or of [editions]; or take it away: briefgen make --prune"
    return Diagnostic("BG609", Severity.WARNING, Place(file.path), message, hint)
