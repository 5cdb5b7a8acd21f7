"""The shapes of the fact files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from briefgen.load.facts.sensitivity_labels import Labels, has_label
from briefgen.load.nodes.node import Mapping, Node, Scalar, Sequence
from briefgen.load.shapes.converters import (
    ACTOR,
    DATE,
    ID,
    LINE,
    PARTY,
    QUANTITY,
    QUOTE,
    SENSITIVITY,
    SOURCE,
    STATUS,
    SUPPRESSION,
    TEXT,
    TITLE,
    TOPIC,
    TRUTH,
    VENUE,
    WHOLE,
    WORDS,
    one_of,
)
from briefgen.load.shapes.shape import BAD, Converter, Field, Shape, list_of, record
from briefgen.model.facts import entities
from briefgen.model.facts.controlled_vocabularies import (
    DOCUMENTS,
    AgreementKind,
    AgreementState,
    AssessmentKind,
    Binding,
    Cadence,
    Horizon,
    MilestoneKind,
    VisitKind,
)
from briefgen.model.facts.fact import Claim, Fact

if TYPE_CHECKING:
    from briefgen.diagnostics import Report

COMMON = {
    "seed": Field(list_of(WORDS)),
    "topics": Field(list_of(TOPIC)),
    "sensitivity": Field(SENSITIVITY),
    "sources": Field(list_of(SOURCE)),
    "status": Field(STATUS),
    "as_stated": Field(QUOTE),
    "note": Field(TEXT),
    "note_sensitivity": Field(SENSITIVITY),
    "embargo_until": Field(DATE),
    "inferred": Field(list_of(WORDS)),
    "recorded": Field(DATE),
    "ignore": Field(list_of(SUPPRESSION)),
}
"""What every fact may carry."""
IDS = list_of(ID)


def _fact(what: str, make: Any, fields: dict[str, Field], *, own_id: bool = True) -> Shape:  # noqa: ANN401 - a fact's class
    identity = {"id": Field(ID, required=own_id)}
    return Shape(what, {**identity, **COMMON, **fields}, make, wants_places=True)


def _needs(converter: Converter) -> Field:
    return Field(converter, required=True)


def _kinds(words: str) -> Field:
    return _needs(one_of(words.split()))


SESSION = _fact(
    "a session", entities.Session, {"number": Field(WHOLE), "date": Field(DATE), "venue": Field(VENUE)}, own_id=False
)
LEVEL = _fact("a claim of a level", Claim, {"value": _needs(LINE), "as_of": Field(DATE)}, own_id=False)
HELD = _fact("a count of sessions", Claim, {"value": _needs(QUANTITY), "as_of": Field(DATE)}, own_id=False)
COCHAIR = _fact(
    "a co-chair",
    entities.Cochair,
    {"party": _needs(PARTY), "person": _needs(ID), "during": Field(DATE)},
    own_id=False,
)


def _raw(node: Node, _report: Report) -> Node:
    """Kept as a node: read once the parent's id is known."""
    return node


def _parts(shape: Shape) -> Field:
    """A list of records that are read once the parent's id is known."""
    return Field(replace(list_of(record(shape)), read=_raw))


SHAPES: dict[str, Shape] = {
    "milestones": _fact("a milestone", entities.Milestone, {
        "kind": _needs(one_of(MilestoneKind)),
        "title": _needs(TITLE), "date": Field(DATE), "text": Field(TEXT), "sending": Field(PARTY), "host": Field(PARTY),
        "venue": Field(VENUE), "counts_from": Field(ID), "years": Field(QUANTITY), "major": Field(TRUTH),
    }),
    "visits": _fact("a visit", entities.Visit, {
        "kind": _needs(one_of(VisitKind)), "title": _needs(TITLE),
        "date": Field(DATE), "visitor": Field(ACTOR), "host": Field(PARTY), "counterparts": Field(list_of(ACTOR)),
        "venue": Field(VENUE), "count": Field(QUANTITY), "major": Field(TRUTH),
    }),
    "agreements": _fact("an agreement", entities.Agreement, {
        "kind": _needs(one_of(AgreementKind)), "title": _needs(TITLE), "signed": Field(DATE),
        "in_force": Field(DATE), "state": Field(one_of(AgreementState)), "binding": Field(one_of(Binding)),
        "unts": Field(LINE), "venue": Field(VENUE), "signed_during": Field(ID),
        "count": Field(QUANTITY), "count_as_of": Field(DATE), "list_complete": Field(TRUTH),
        "kinds": Field(list_of(one_of(DOCUMENTS))), "scope": Field(list_of(TEXT)), "major": Field(TRUTH),
    }),
    "mechanisms": _fact("a mechanism", entities.Mechanism, {
        "kind": _kinds("political_consultations joint_commission working_group working_groups strategic_dialogue "
                       "parliamentary_group council other"),
        "name": _needs(TITLE), "aliases": Field(list_of(LINE)), "level": Field(LINE), "levels": _parts(LEVEL),
        "created": Field(DATE), "parent": Field(ID), "cadence": Field(one_of(Cadence)),
        "list_complete": Field(TRUTH), "sessions": _parts(SESSION), "sessions_held": _parts(HELD),
        "cochairs": _parts(COCHAIR),
    }),
    "forums": _fact("a forum", entities.Forum, {
        "kind": _kinds("forum council forums"), "name": _needs(TITLE), "count": Field(QUANTITY), "text": Field(TEXT),
    }),
    "projects": _fact("a project", entities.Project, {
        "kind": _kinds("infrastructure industrial_park fdi joint_venture loan grant link other"), "name": _needs(TITLE),
        "parties": Field(list_of(PARTY)), "part_of": Field(ID), "links": Field(IDS), "relevance": Field(TEXT),
    }),
    "memberships": _fact("a membership", entities.Membership, {
        "parties": _needs(list_of(PARTY)), "organisation": _needs(ID),
        "role": _kinds("member observer dialogue_partner applicant guest participant"), "during": Field(DATE),
    }),
    "positions": _fact("a position", entities.Position, {
        "parties": _needs(list_of(PARTY)), "statement": _needs(TEXT), "mechanism": Field(ID),
    }),
    "assessments": _fact("an assessment", entities.Assessment, {
        "kind": _needs(one_of(AssessmentKind)), "text": _needs(TEXT),
        "about": Field(list_of(PARTY)), "date": Field(DATE), "supports": Field(IDS), "contradicts": Field(IDS),
        "hedged": Field(TRUTH),
    }),
    "recommendations": _fact("a recommendation", entities.Recommendation, {
        "action": _needs(TEXT), "area": _kinds("politics parliament trade connectivity education regional"),
        "owner": Field(TITLE), "addressee": Field(one_of(("government", "business"))),
        "horizon": Field(one_of(Horizon)), "facts": Field(IDS),
        "priority": Field(WHOLE), "parts": Field(list_of(TEXT)),
    }),
}  # fmt: skip
"""File name without its ending → the shape of its records, in the order of `Relation.facts`."""

_PARTS = {"sessions": SESSION, "sessions_held": HELD, "cochairs": COCHAIR, "levels": LEVEL}


@dataclass(frozen=True, slots=True)
class FactReader:
    """Reads the fact files of one relation."""

    labels: Labels
    report: Report

    def records(self, name: str, root: Node | None) -> list[Fact]:
        """The facts of one file; wrong ones are reported and left out."""
        if root is None:
            return []
        if isinstance(root, Scalar) and not root.text:
            return []
        if not isinstance(root, Sequence):
            hint = f"begin each record with '- id: ...', as in docs/data.md under {name}"
            self.report.error("BG108", root.place, f"{name} must be a list of records", hint)
            return []
        found = (self._record(name, node) for node in root.items)
        return [fact for fact in found if fact is not None]

    def _record(self, name: str, node: Node) -> Fact | None:
        raw = SHAPES[name].read(node, self.report)
        if raw is BAD:
            return None
        fact = self._labelled(name, raw, node)
        return self._with_parts(fact) if isinstance(fact, entities.Mechanism) else fact

    def _labelled(self, name: str, fact: Fact, node: Node) -> Fact:
        """With the sensitivity of its file or relation where the record names none."""
        if has_label(node):
            return fact
        return replace(fact, sensitivity=self.labels.default(name, fact.id, fact.place, self.report))

    def _with_parts(self, body: entities.Mechanism) -> entities.Mechanism:
        """The mechanism with its lists read; a part takes labels and sources from it where it has none."""
        parts = {name: self._parts(body, name, getattr(body, name)) for name in _PARTS}
        return replace(body, **parts)  # type: ignore[arg-type]

    def _parts(self, parent: Fact, name: str, node: object) -> tuple[Any, ...]:
        if not isinstance(node, Sequence | Mapping | Scalar):
            return ()
        nodes = node.items if isinstance(node, Sequence) else (node,)
        parts: list[Fact] = []
        for number, item in enumerate(nodes, 1):
            given = {} if isinstance(item, Mapping) and "id" in item.items else {"id": f"{parent.id}/{name}/{number}"}
            part = _PARTS[name].read(item, self.report, **given)
            if part is not BAD:
                parts.append(self._inheriting(part, parent, item))
        return tuple(parts)

    def _inheriting(self, part: Fact, parent: Fact, node: Node) -> Fact:
        return replace(
            part,
            sensitivity=part.sensitivity if has_label(node) else parent.sensitivity,
            embargo_until=part.embargo_until or parent.embargo_until,
            topics=part.topics or parent.topics,
            sources=part.sources or parent.sources,
        )
