"""A run's hold on an output folder: it ends what was left, puts briefs in place, and leaves a manifest."""

from __future__ import annotations

import posixpath
from contextlib import suppress
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.publish.journal import Taken, line_of
from briefgen.publish.kept_files import let_go
from briefgen.publish.output_manifest import Manifest, manifest_bytes
from briefgen.publish.recovery import recover
from briefgen.publish.refused_writes import mended_by, untouched
from briefgen.publish.standing_files import NOTHING_STANDS, digest_at, digest_of, moment
from briefgen.publish.unit import StagedBrief, place, staged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from briefgen.publish.output_manifest import BriefRecord, Name
    from briefgen.publish.places import Places
    from briefgen.publish.unit import FileToPlace
    from briefgen.world import Outputs, Stamp


class Publication:
    """Of one run; whoever makes one holds the output's lock."""

    def __init__(self, places: Places, outputs: Outputs) -> None:
        self.places = places
        self.briefs: dict[Name, BriefRecord] = {}
        """What stands in the output, as of now."""
        self.outputs = outputs
        self.began: Stamp | None = None
        """Of a file that was made when the run began: what the system's clock for files said then, if one could be."""
        self._is_clean = True
        """Whether the journal holds nothing that a next run would have to look at."""

    def begin(self) -> tuple[Diagnostic, ...]:
        """End what a killed run began; an error among what is said means that nothing can be put in place."""
        try:
            found = recover(self.places, self.outputs)
            self.briefs = found.value
            self._write_manifest()
            self.began = self._moment()
        except OSError as error:
            hint = f"nothing was changed; {mended_by(error, '--internal')}, then run again"
            return (_refused("BG601", Severity.ERROR, self.places.owners, error, hint),)
        return found.diagnostics

    def _moment(self) -> Stamp | None:
        """Of a file that is made now, and gone again; a run in which nothing is written must not need it."""
        waiting, found = self.places.owners_staging, None
        with suppress(OSError):
            found = moment(f"{waiting}/began", self.outputs)
        with suppress(OSError):
            self.outputs.clear(waiting)
        return found

    def put(
        self, record: BriefRecord, pieces: Sequence[FileToPlace], cleared: Collection[str] = ()
    ) -> tuple[Diagnostic, ...]:
        """Put a brief in place, whole; what kept it from there or makes it unsure, and what was saved before."""
        return self.commit(self.stage(record, pieces, cleared))

    def stage(self, record: BriefRecord, pieces: Sequence[FileToPlace], cleared: Collection[str] = ()) -> StagedBrief:
        """Bring a brief beside its place, so that nothing is left to do but to move it.

        A file that holds what it is to hold is not touched. One that somebody changed is copied, and one of an edition
        that was cleared, which `cleared` lists, before another edition takes its place. This may be done by another
        process than commits it: nothing but the waiting files of the brief is written.
        """
        try:
            found = {piece.path: digest_at(piece.path, self.outputs) for piece in pieces}
            new = [piece for piece in pieces if found[piece.path] != digest_of(piece.data)]
            if not new and self.briefs.get(record.name) == record:
                return StagedBrief(record, is_as_it_was=True)
            saved = tuple(self._saved(record.name, {piece.path: found[piece.path] for piece in new}))
            self._keep_cleared(record, {piece.path for piece in new}, cleared)
        except OSError as error:
            hint = untouched(error, "--output")
            said = _refused("BG601", Severity.ERROR, self.places.output, error, hint, "read or copied")
            return StagedBrief(record, refused=said)
        moves, refused = staged(record, new, self.places, self.outputs)
        return StagedBrief(record, moves, saved, refused)

    def commit(self, brief: StagedBrief) -> tuple[Diagnostic, ...]:
        """Put a staged brief in place; what kept it from there or makes it unsure, and what was saved before."""
        if brief.is_as_it_was:
            return ()
        said = brief.refused or place(brief.record, brief.moves, self.places, self.outputs)
        if said is None or said.severity is not Severity.ERROR:
            last = self.briefs.get(brief.record.name)
            self.briefs[brief.record.name] = brief.record
            let_go((last,) if last else (), self.briefs, self.outputs)
        self._is_clean = self._is_clean and (said is None or said.code == "BG601")
        return (*brief.saved, said) if said else brief.saved

    def _saved(self, name: Name, found: Mapping[str, str]) -> Iterator[Diagnostic]:
        """Copy what somebody changed since it was made; raises OSError."""
        last = self.briefs.get(name)
        for file in last.handed_on if last else ():
            if found.get(file.path, NOTHING_STANDS) in {file.sha256, NOTHING_STANDS}:
                continue
            ending = posixpath.splitext(file.path)[1]
            copy = self.places.record(name[0], f"changed/{name[1]}-{found[file.path][:8]}", ending)
            self.outputs.remove(copy)
            self.outputs.keep(file.path, copy)
            message = f"somebody changed it after it was made; it is made anew now, and as it was it lies in {copy}"
            yield Diagnostic("BG610", Severity.WARNING, Place(file.path), message, "finish a brief outside the output")

    def _keep_cleared(self, record: BriefRecord, replaced: Collection[str], cleared: Collection[str]) -> None:
        """Copy what somebody cleared and another edition replaces; raises OSError."""
        last = self.briefs.get(record.name)
        if last is None or last.edition not in cleared or last.edition == record.edition:
            return
        for file in last.files.values():
            if file.path in replaced and file.edition == last.edition:
                copy = self._copy_of(record.name, last.edition, file.path)
                self.outputs.remove(copy)
                self.outputs.keep(file.path, copy)

    def cleared_files(self, name: Name, edition: str) -> tuple[str, ...]:
        """The files of a brief's edition that was cleared: as they are kept, or will be once it is replaced."""
        last = self.briefs.get(name)
        copies = [(file, self._copy_of(name, edition, file.path)) for file in last.files.values()] if last else []
        return tuple(
            copy for file, copy in copies if file.edition == edition or digest_at(copy, self.outputs) != NOTHING_STANDS
        )

    def _copy_of(self, name: Name, edition: str, path: str) -> str:
        return self.places.cleared(*name, edition, posixpath.splitext(path)[1])

    def take(self, name: Name, paths: Iterable[str]) -> Diagnostic | None:
        """Take files of a brief away, and the brief from the manifest."""
        path = self.places.journal
        try:
            for path in paths:
                self.outputs.remove(path)
            path = self.places.journal
            self.outputs.append(path, line_of(Taken(name)))
        except OSError as error:
            return _refused(
                "BG601", Severity.ERROR, path, error, "what is left of it goes with the next try", "taken away"
            )
        self.briefs.pop(name, None)
        return None

    def lessen(self, record: BriefRecord, paths: Iterable[str]) -> Diagnostic | None:
        """Take some files of a brief away, and leave the record of the others."""
        refused = self.take(record.name, paths)
        if refused is None:
            self.briefs[record.name] = record
        return refused

    def abandon(self) -> None:
        """End what was begun as the next run would, where the run itself does not go on."""
        with suppress(OSError):  # the next one does it then
            found = recover(self.places, self.outputs)
            if not found.diagnostics:  # which the next one says
                self.briefs = found.value
                self._write_manifest()

    def close(self) -> Diagnostic | None:
        """Leave the manifest for the next run."""
        if not self._is_clean:
            return None
        try:
            self._write_manifest()
        except OSError as error:
            hint = "the briefs are in place, and the next 'briefgen make' writes it from the journal"
            return _refused("BG606", Severity.WARNING, self.places.manifest, error, hint)
        return None

    @property
    def left(self) -> dict[str, str]:
        """Path → digest of every file that stands in the output and of the owner's records, as of the manifest."""
        files = (file for record in self.briefs.values() for file in (*record.handed_on, *record.records))
        manifest = digest_of(manifest_bytes(Manifest(self.briefs)))
        return {self.places.manifest: manifest, **{file.path: file.sha256 for file in files}}

    def _write_manifest(self) -> None:
        """Whole or not at all; then the journal has said what it had to."""
        places, outputs = self.places, self.outputs
        data = manifest_bytes(Manifest(self.briefs))
        if digest_of(data) != digest_at(places.manifest, outputs):
            waiting = f"{places.owners_staging}/manifest.new"
            outputs.remove(waiting)
            outputs.create(waiting, data)
            outputs.move(waiting, places.manifest)
            outputs.sync(places.owners)
        outputs.remove(places.journal)
        outputs.clear(places.staging)
        outputs.clear(places.owners_staging)


def _refused(code: str, severity: Severity, path: str, error: OSError, hint: str, what: str = "written") -> Diagnostic:
    return Diagnostic(code, severity, Place(path), f"cannot be {what}: {error.strerror or error}", hint)
