"""The shapes of people.yaml, organisations.yaml, relation.yaml and rejected.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefgen.load.facts.fact_shapes import SHAPES
from briefgen.load.facts.sensitivity_labels import Labels
from briefgen.load.nodes.node import Node, Sequence
from briefgen.load.shapes.converters import DATE, ID, LINE, PARTY, SENSITIVITY, TITLE, TRUTH, WORDS, one_of
from briefgen.load.shapes.shape import BAD, Field, Shape, list_of, record
from briefgen.model.facts.parties_people_references import Organisation, Party, Person, Term
from briefgen.model.facts.relation import Rejected

if TYPE_CHECKING:
    from briefgen.diagnostics import Place, Report
    from briefgen.model.values.date import Date
    from briefgen.model.values.sensitivity import Sensitivity
    from briefgen.model.values.text import Text

LEVELS = ("head_of_state", "head_of_government", "minister", "deputy", "senior_official", "mp", "business")

TERM = Shape("a term of office", {
    "title": Field(TITLE, required=True), "party": Field(PARTY, required=True),
    "level": Field(one_of(LEVELS), required=True), "held": Field(DATE, required=True), "complete": Field(TRUTH),
    "over_by": Field(DATE), "portfolio": Field(list_of(LINE)),
}, Term)  # fmt: skip

PERSON = Shape("a person", {
    "id": Field(ID, required=True), "name": Field(LINE, required=True), "sort_name": Field(LINE, required=True),
    "variants": Field(list_of(LINE)), "terms": Field(list_of(record(TERM))),
}, Person)  # fmt: skip

ORGANISATION = Shape("an organisation", {
    "id": Field(ID, required=True), "name": Field(TITLE, required=True), "short": Field(LINE, required=True),
    "event": Field(TITLE),
}, Organisation)  # fmt: skip

REJECTED = Shape("a rejected item", {
    "id": Field(ID, required=True), "what": Field(WORDS, required=True), "reason": Field(WORDS, required=True),
    "quote": Field(WORDS), "seed": Field(list_of(WORDS)),
}, Rejected)  # fmt: skip

PARTY_SHAPE = Shape("a party", {
    "id": Field(PARTY, required=True), "name": Field(TITLE, required=True), "adjective": Field(TITLE, required=True),
}, Party)  # fmt: skip


def _by_file(**labels: Sensitivity) -> dict[str, Sensitivity]:
    return labels


FILE_LABELS = Shape("the sensitivity of files", {
    name: Field(SENSITIVITY) for name in (*SHAPES, "trade", "products")
}, _by_file, wants_place=False)  # fmt: skip


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
    review_by: Date | None = None

    @property
    def labels(self) -> Labels:
        """What records without a label count as."""
        return Labels(self.default_sensitivity, self.file_sensitivity)


RELATION = Shape("a relation", {
    "title": Field(TITLE, required=True), "parties": Field(list_of(record(PARTY_SHAPE)), required=True),
    "as_of": Field(DATE, required=True), "perspective": Field(PARTY), "default_sensitivity": Field(SENSITIVITY),
    "file_sensitivity": Field(record(FILE_LABELS)),
    "owner": Field(LINE), "review_by": Field(DATE),
}, RelationHead, wants_places=True)  # fmt: skip


def read_list(shape: Shape, root: Node | None, report: Report) -> list[Any]:
    """All records of a file that is one list."""
    if root is None:
        return []
    if not isinstance(root, Sequence):
        report.error("BG108", root.place, f"this must be a list, each item {shape.what}", "begin each with '- '")
        return []
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
