"""What every fact has in common: identity, place, sources, visibility."""

import enum
from collections.abc import Mapping
from typing import Annotated, ClassVar

from briefgen.diagnostics import Place
from briefgen.model.facts.field_roles import Declared, FieldRole
from briefgen.model.facts.parties_people_references import IDENTITY, Source, Suppression
from briefgen.model.values.date import Date
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.model.values.text import Text
from briefgen.records import dataclass, field

__all__ = ["TOPICS", "Fact", "Sensitivity", "Source", "Status", "Suppression"]


class Status(enum.StrEnum):
    """How a claim stands."""

    ASSERTED = "asserted"
    CONTESTED = "contested"
    PREFERRED = "preferred"
    SUPERSEDED = "superseded"
    DERIVED = "derived"
    RETRACTED = "retracted"


class NoteKind(enum.StrEnum):
    """What a note is about: whether a statement is read otherwise for it."""

    CONTESTED = "contested"
    """Others say, or figures show, something else."""
    ESTIMATED = "estimated"
    """It was worked out or implied, and is not stated."""
    COMPARISON = "comparison"
    """It may not be held against another figure."""
    SCOPE = "scope"
    """What a figure or list counts, and what it leaves out."""
    ONE_SIDE = "one_side"
    """It is the word of one side, or of one author without evidence."""
    ORIGIN = "origin"
    """How its source says it and what that leaves open: for who goes back to the source."""


TOPICS = (
    "politics", "defence", "trade", "investment", "education", "culture", "consular", "connectivity", "parliament",
    "health", "energy", "agriculture", "industry", "science", "law", "regional", "security", "environment", "labour",
)  # fmt: skip
"""The controlled list of topics.

Beside what diplomacy calls its own, each division of the functions of government (COFOG, United Nations) but housing
has its topic: `security` is public order, and `labour` work, migration for it, and social protection.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One record with an id. Everything that can be printed about the relation is one, or a part of one."""

    type_name: ClassVar[str] = ""
    """What templates know it as; the name of its class in lower case where empty."""

    id: Annotated[str, Declared(FieldRole.ID, IDENTITY)]
    place: Annotated[Place, Declared(FieldRole.PLACE)]
    places: Annotated[Mapping[str, Place], Declared(FieldRole.PLACE)] = field(default_factory=dict)
    """Field name → where its value stands."""
    seed: Annotated[
        tuple[str, ...], Declared(FieldRole.SEED, "Its number, or numbers, in the document it was taken from.")
    ] = ()
    topics: Annotated[tuple[str, ...], Declared(FieldRole.TOPICS, "What it is about; audiences may hide topics.")] = ()
    sensitivity: Annotated[
        Sensitivity,
        Declared(
            FieldRole.SENSITIVITY,
            "Who may know: public, official or restricted; its file's or its relation's label where absent.",
        ),
    ] = Sensitivity.RESTRICTED
    """A record that nobody labelled counts as the strictest."""
    sources: Annotated[
        tuple[Source, ...],
        Declared(
            FieldRole.SOURCES, "Where it is claimed: references, each with the spot in it and a short verbatim quote."
        ),
    ] = ()
    status: Annotated[
        Status, Declared(FieldRole.STATUS, "How the claim stands; contested and preferred tell several claims apart.")
    ] = Status.ASSERTED
    as_stated: Annotated[
        str | None,
        Declared(FieldRole.QUOTE, "The source's own wording where ours corrects it; at most 25 words."),
    ] = None
    note: Annotated[Text | None, Declared(FieldRole.TEXT, "What a reader should know about its limits.")] = None
    note_kind: Annotated[
        NoteKind | None,
        Declared(
            FieldRole.ONE_OF,
            "What the note is about; briefs with `notes: essential` leave out those on the `origin` alone.",
        ),
    ] = None
    note_sensitivity: Annotated[
        Sensitivity | None,
        Declared(FieldRole.SENSITIVITY, "Who may know the note, where that is fewer than may know the rest."),
    ] = None
    embargo_until: Annotated[
        Date | None,
        Declared(FieldRole.EMBARGO, "The day from which it may be told; a month or year ends with its last day."),
    ] = None
    inferred: Annotated[
        tuple[str, ...], Declared(FieldRole.INFERRED, "Names of fields that the source implies but does not state.")
    ] = ()
    recorded: Annotated[
        Date | None,
        Declared(FieldRole.RECORDED, "When it became known; a brief as of an earlier date leaves it out."),
    ] = None
    planned: Annotated[
        bool,
        Declared(
            FieldRole.PLANNED,
            "Whether it is yet to happen: briefs tell it as a plan until its date is over. It needs `recorded`.",
        ),
    ] = False
    ignore: Annotated[
        tuple[Suppression, ...],
        Declared(
            FieldRole.SUPPRESSIONS,
            "Checks that do not apply, by code or short name, each with its reason as a comment beside it.",
        ),
    ] = ()

    @property
    def is_meeting(self) -> bool:
        """Whether it is a meeting of the two sides, which a brief may be written for."""
        return False

    def at(self, field_name: str) -> Place:
        """Where a field's value stands, or the record itself."""
        return self.places.get(field_name, self.place)
