"""What stands in an output folder: each brief with its files, and what they were made from.

It holds no times and no names of machines: the same runs leave the same bytes.
"""

from __future__ import annotations

import json
import posixpath
from typing import TYPE_CHECKING, Any

from briefgen.model.editions.copy_number import parse_copy
from briefgen.model.facts.clearings import BriefState, Clearing, StateOfBrief
from briefgen.model.values.date import parse_day
from briefgen.publish.standing_files import digest_of
from briefgen.records import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.model.editions.copy_number import CopyNumber

FORMAT = "briefgen-manifest-1"
HANDED_ON = "briefgen-handed-on-1"
"""The form of the list that goes with a brief to its readers."""
HANDED_ON_ENDING = ".manifest.json"
Name = tuple[str, str]
"""Of a brief: its relation and its audience."""


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """A file as it was put in place."""

    path: str
    sha256: str
    size: int
    edition: str = ""
    """The mark of the edition that it is of; empty of a record."""
    made_from: str = ""
    """Of all that decided what it holds, such as data, templates and style; empty of a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRecord:
    """One brief in the output."""

    relation: str
    audience: str
    edition: str
    """The mark of the edition that was made last."""
    as_of: str
    """The day that it shows."""
    number: int = 0
    """Of the edition, counted from one; 0 of a brief that was made before editions were counted."""
    asked_as_of: str = ""
    """The day that was asked for; empty where it is the relation's own."""
    made_by: str
    """The version of briefgen."""
    is_fitted: bool = True
    """Whether it keeps to its audience's pages, if need be without what its ranks say may go."""
    standing: StateOfBrief | None = None
    """Whether it is a draft, or cleared; None where it says nothing of that."""
    asked_state: BriefState | None = None
    """What the run said of all that is not cleared; None where it left that to the workspace."""
    asked_cleared: tuple[Clearing, ...] = ()
    """The editions that the run was told to be cleared, beside those on record."""
    copy: CopyNumber | None = None
    """The number that it bears, of a copy that a registry counts."""
    fallen: tuple[str, ...] = ()
    """What it left out to keep to them."""
    fingerprint: str = ""
    """Of all that decided what the files hold that were made last."""
    files: Mapping[str, PlacedFile] = field(default_factory=dict)
    """Format → file; also those of an earlier edition that were not made again."""
    followed: Mapping[str, PlacedFile] = field(default_factory=dict)
    """What is handed on to those who follow the brief, by its name; also what is asked for no more."""
    records: tuple[PlacedFile, ...] = ()
    """The owner's, and the list that goes with the files."""

    @property
    def name(self) -> Name:
        """What tells it from every other in its output."""
        return self.relation, self.audience

    @property
    def handed_on(self) -> tuple[PlacedFile, ...]:
        """All that its readers have."""
        return (*self.files.values(), *self.followed.values())

    @property
    def older(self) -> tuple[PlacedFile, ...]:
        """Files of earlier editions, which stand beside those of the last one."""
        last = (self.edition, self.fingerprint)
        return tuple(file for file in self.handed_on if (file.edition, file.made_from) != last)

    def without_older(self) -> BriefRecord:
        """The brief without files of earlier editions."""
        older = set(self.older)
        files, followed = (
            {name: file for name, file in named.items() if file not in older} for named in (self.files, self.followed)
        )
        return replace(self, files=files, followed=followed)


@dataclass(frozen=True, slots=True)
class Manifest:
    """All briefs of an output folder."""

    briefs: Mapping[Name, BriefRecord] = field(default_factory=dict)


def placed_file(path: str, data: bytes, edition: str = "", made_from: str = "") -> PlacedFile:
    """A file that is about to be put in place."""
    return PlacedFile(path, digest_of(data), len(data), edition, made_from)


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as JSON, briefs in the order of their names."""
    briefs = [record_json(manifest.briefs[name]) for name in sorted(manifest.briefs)]
    return (json.dumps({"format": FORMAT, "briefs": briefs}, ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8", "surrogatepass"
    )


def handed_on_bytes(record: BriefRecord, names: Iterable[str]) -> bytes:
    """What goes with a brief to its readers: its files of some formats, by which they can tell that none was changed.

    Those for who follows it stand among them. Nothing of it comes from what the audience may not see,
    nor from where the files lie.
    """
    older = set(record.older)
    current = [(name, file) for name, file in sorted(record.followed.items()) if file not in older]
    files = {
        name: {"name": posixpath.basename(file.path), "sha256": file.sha256, "size": file.size}
        for name, file in (*((name, record.files[name]) for name in sorted(names)), *current)
    }
    said = {
        "format": HANDED_ON,
        "relation": record.relation,
        "audience": record.audience,
        "edition": record.edition,
        **_state_json(record.standing),
        "as_of": record.as_of,
        "made_by": record.made_by,
        "files": files,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def read_manifest(data: bytes) -> Manifest:
    """A manifest of its bytes; raises ValueError where they are none."""
    try:
        whole = json.loads(data.decode("utf-8", "surrogatepass"))
        if whole["format"] != FORMAT:
            raise ValueError(f"a manifest of another kind: {whole['format']}")
        records = [record_of(brief) for brief in whole["briefs"]]
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise ValueError(f"no manifest: {error!r}") from error
    return Manifest({record.name: record for record in records})


def record_json(record: BriefRecord) -> dict[str, Any]:
    """One brief as JSON."""
    followed = sorted(record.followed.items())
    return {
        "relation": record.relation,
        "audience": record.audience,
        "edition": record.edition,
        "number": record.number,
        **_state_json(record.standing),
        **_asked_json(record),
        "as_of": record.as_of,
        "asked_as_of": record.asked_as_of,
        "made_by": record.made_by,
        "fitted": record.is_fitted,
        "fallen": list(record.fallen),
        "fingerprint": record.fingerprint,
        "files": {name: file_json(file) for name, file in sorted(record.files.items())},
        **({"followed": {name: file_json(file) for name, file in followed}} if followed else {}),
        "records": [file_json(file) for file in record.records],
    }


def record_of(brief: Mapping[str, Any]) -> BriefRecord:
    """One brief of its JSON; raises KeyError, TypeError, ValueError or AttributeError."""
    return BriefRecord(
        relation=str(brief["relation"]),
        audience=str(brief["audience"]),
        edition=str(brief["edition"]),
        number=int(brief.get("number", 0)),
        as_of=str(brief["as_of"]),
        asked_as_of=str(brief["asked_as_of"]),
        made_by=str(brief["made_by"]),
        is_fitted=bool(brief["fitted"]),
        standing=_standing_of(brief),
        asked_state=BriefState(brief["asked_state"]) if "asked_state" in brief else None,
        asked_cleared=tuple(_clearing_of(one) for one in brief.get("asked_cleared", ())),
        copy=parse_copy(str(brief["copy"])) if "copy" in brief else None,
        fallen=tuple(map(str, brief["fallen"])),
        fingerprint=str(brief["fingerprint"]),
        files={str(name): file_of(file) for name, file in brief["files"].items()},
        followed={str(name): file_of(file) for name, file in brief.get("followed", {}).items()},
        records=tuple(file_of(file) for file in brief["records"]),
    )


def _state_json(standing: StateOfBrief | None) -> dict[str, Any]:
    """`state`, and of what is cleared by whom and when; nothing of a brief that says nothing of it."""
    if standing is None:
        return {}
    clearing = standing.clearing
    cleared = {"cleared_by": clearing.by, "cleared_on": str(clearing.on)} if clearing else {}
    return {"state": standing.state.value, **cleared}


def _asked_json(record: BriefRecord) -> dict[str, Any]:
    asked: dict[str, Any] = {"asked_state": record.asked_state.value} if record.asked_state else {}
    if record.asked_cleared:
        cleared = [{"edition": one.edition, "by": one.by, "on": str(one.on)} for one in record.asked_cleared]
        asked["asked_cleared"] = cleared
    if record.copy:
        asked["copy"] = str(record.copy)
    return asked


def _standing_of(brief: Mapping[str, Any]) -> StateOfBrief | None:
    if "state" not in brief:
        return None
    by, on = brief.get("cleared_by"), brief.get("cleared_on")
    clearing = Clearing(str(brief["edition"]), str(by), parse_day(str(on))) if by and on else None
    return StateOfBrief(BriefState(brief["state"]), clearing)


def _clearing_of(said: Mapping[str, Any]) -> Clearing:
    return Clearing(str(said["edition"]), str(said["by"]), parse_day(str(said["on"])))


def file_json(file: PlacedFile) -> dict[str, Any]:
    """One file as JSON."""
    said: dict[str, Any] = {"path": file.path, "sha256": file.sha256, "size": file.size}
    return {**said, "edition": file.edition, "made_from": file.made_from} if file.edition else said


def file_of(said: Mapping[str, Any]) -> PlacedFile:
    """One file of its JSON; raises KeyError, TypeError or ValueError."""
    edition, made_from = (str(said.get(name, "")) for name in ("edition", "made_from"))
    return PlacedFile(str(said["path"]), str(said["sha256"]), int(said["size"]), edition, made_from)
