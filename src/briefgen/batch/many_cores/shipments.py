"""What helpers are handed, and hand back: pickled, as both sides are the same program with the same data.

No process that runs templates stands on either end: those say JSON and bytes, to the helper that started them.
"""

from __future__ import annotations

import io
import pickle
from typing import TYPE_CHECKING, Any

from briefgen.pipeline.sharing import BriefToMake, Workroom
from briefgen.publish import Publication
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.run_order import Order
    from briefgen.publish import BriefRecord
    from briefgen.world import Outputs

NO_MORE = b""
"""The last message to a helper."""


@dataclass(frozen=True, slots=True)
class _Room:
    """What all briefs of a run have in common."""

    workspace: Workspace
    order: Order
    told: tuple[Diagnostic, ...]
    outputs: Outputs | None
    """Where files are brought beside their places; None where briefs are only looked at."""
    shared: tuple[object, ...]
    """Records that all relations share: no bundle holds them again."""


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Some briefs of one relation."""

    relation: Relation
    audiences: tuple[str, ...]
    is_whole: bool
    records: tuple[BriefRecord, ...]
    """What stands in the output of them."""


class Packer:
    """The side that knows all relations."""

    def __init__(self, room: Workroom, briefs: Sequence[BriefToMake]) -> None:
        self._publication = room.publication
        self._briefs = briefs
        self._shared = _shared_by(brief.relation for brief in briefs)
        self._numbers = {id(one): number for number, one in enumerate(self._shared)}
        outputs = room.publication.outputs if room.publication else None
        workspace = replace(room.workspace, relations=())
        self.room = pickle.dumps(
            _Room(workspace, room.order, room.told, outputs, self._shared), pickle.HIGHEST_PROTOCOL
        )
        """What a helper is handed first."""

    def bundle(self, numbers: Sequence[int]) -> bytes:
        """Briefs of one relation, by their numbers."""
        briefs = [self._briefs[number] for number in numbers]
        standing = self._publication.briefs if self._publication else {}
        names = [(brief.relation.slug, brief.audience.id) for brief in briefs]
        bundle = _Bundle(
            briefs[0].relation,
            tuple(brief.audience.id for brief in briefs),
            briefs[0].is_whole,
            tuple(standing[name] for name in names if name in standing),
        )
        written = io.BytesIO()
        _Writing(written, self._numbers).dump(bundle)
        return written.getvalue()


class Unpacker:
    """The side of a helper."""

    def __init__(self, room: bytes) -> None:
        said: _Room = pickle.loads(room)  # noqa: S301 - from the process that started this one
        self._shared = said.shared
        self._publication = Publication(said.order.places, said.outputs) if said.outputs else None
        self._audiences = {audience.id: audience for audience in said.workspace.audiences}
        self.room = Workroom(said.workspace, said.order, said.told, self._publication)

    def briefs(self, bundle: bytes) -> Iterator[BriefToMake]:
        """Those of a bundle."""
        said: _Bundle = _Reading(io.BytesIO(bundle), self._shared).load()
        if self._publication:
            self._publication.briefs.update({record.name: record for record in said.records})
        for audience in said.audiences:
            yield BriefToMake(said.relation, self._audiences[audience], said.is_whole)


class _Writing(pickle.Pickler):
    """Writes what is shared as its number."""

    def __init__(self, file: io.BytesIO, numbers: Mapping[int, int]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._numbers = numbers

    def persistent_id(self, thing: object) -> int | None:
        return self._numbers.get(id(thing))


class _Reading(pickle.Unpickler):
    """Reads what stands for something shared."""

    def __init__(self, file: io.BytesIO, shared: Sequence[object]) -> None:
        super().__init__(file)
        self._shared = shared

    def persistent_load(self, number: int) -> object:
        return self._shared[number]


def _shared_by(relations: Iterator[Relation]) -> tuple[object, ...]:
    """What several relations hold as one: not what is only equal."""
    found: dict[int, Any] = {}
    for relation in relations:
        for of in (relation.people, relation.organisations, relation.indicators, relation.kinds):
            found.setdefault(id(of), of)
    return tuple(found.values())
