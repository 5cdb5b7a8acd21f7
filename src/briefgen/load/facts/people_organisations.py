"""The shapes of people.yaml, organisations.yaml, indicators.yaml, relation.yaml and rejected.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.load.facts.cleared_editions import CLEARED_EDITION
from briefgen.load.facts.sensitivity_labels import Labels
from briefgen.load.nodes.node import Node, Sequence
from briefgen.load.shapes.converters import DATE, DAY, LINE, PARTY, SENSITIVITY, TITLE
from briefgen.load.shapes.declared_shapes import record_shape
from briefgen.load.shapes.shape import BAD, Field, Shape, list_of, record
from briefgen.model.facts.declared_indicators import DeclaredIndicator
from briefgen.model.facts.parties_people_references import Organisation, Party, Person
from briefgen.model.facts.relation import Rejected
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.diagnostics import Place, Report
    from briefgen.model.facts.clearings import ClearedEdition
    from briefgen.model.values.date import Date
    from briefgen.model.values.sensitivity import Sensitivity
    from briefgen.model.values.text import Text


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file that is one list of records: many workspaces do without most of them."""

    what: str
    """One of its records, in the user's words."""
    made: type

    @property
    def shape(self) -> Shape:
        """The shape of each of its records."""
        return record_shape(self.what, self.made)


PERSON = ListFile("a person", Person)
ORGANISATION = ListFile("an organisation", Organisation)
INDICATOR = ListFile("an indicator", DeclaredIndicator)
REJECTED = ListFile("a rejected item", Rejected)


def _by_file(**labels: Sensitivity) -> dict[str, Sensitivity]:
    return labels


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationHead:
    """What relation.yaml says."""

    title: Text
    parties: tuple[Party, ...]
    as_of: Date
    place: Place
    places: dict[str, Place]
    perspective: str | None = None
    default_sensitivity: Sensitivity | None = None
    file_sensitivity: dict[str, Sensitivity] = field(default_factory=dict)
    owner: str | None = None
    contact: str | None = None
    review_by: Date | None = None
    cleared: tuple[ClearedEdition, ...] = ()

    @property
    def labels(self) -> Labels:
        """What records without a label count as."""
        return Labels(self.default_sensitivity, self.file_sensitivity)


def relation_shape(kinds: Iterable[str]) -> Shape:
    """The shape of relation.yaml, which may label the files of these kinds."""
    labels = {name: Field(SENSITIVITY) for name in kinds}
    by_file = Shape("the sensitivity of files", labels, _by_file, wants_place=False)
    party = record_shape("a party", Party)
    return Shape("a relation", {
        "title": Field(TITLE, required=True), "parties": Field(list_of(record(party)), required=True),
        "as_of": Field(DAY, required=True), "perspective": Field(PARTY), "default_sensitivity": Field(SENSITIVITY),
        "file_sensitivity": Field(record(by_file)),
        "owner": Field(LINE), "contact": Field(LINE), "review_by": Field(DATE),
        "cleared": Field(list_of(record(CLEARED_EDITION))),
    }, RelationHead, wants_places=True)  # fmt: skip


def read_list(file: ListFile, root: Node | None, report: Report) -> list[Any]:
    """All records of a file that is one list."""
    if root is None:
        return []
    if not isinstance(root, Sequence):
        report.error("BG108", root.place, f"this must be a list, each item {file.what}", "begin each with '- '")
        return []
    shape = file.shape
    found = (shape.read(node, report) for node in root.items)
    return [made for made in found if made is not BAD]


def by_id(records: list[Any], report: Report) -> dict[str, Any]:
    """Records by their ids; one used twice, in other capitals too, is reported."""
    found: dict[str, Any] = {}
    folded: dict[str, Any] = {}
    for made in records:
        first = folded.setdefault(made.id.casefold(), made)
        if first is not made:
            said = "is used twice" if first.id == made.id else f"is '{first.id}' in other capitals"
            message = f"the id '{made.id}' {said}, first in line {first.place.line}"
            report.error("BG201", made.place, message, "rename one")
        found.setdefault(made.id, made)
    return found
