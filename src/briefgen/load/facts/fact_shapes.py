"""The fact files: each kind's records as its declaration says."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefgen.load.facts.sensitivity_labels import Labels, has_label
from briefgen.load.nodes.node import Mapping, Node, Scalar, Sequence
from briefgen.load.shapes.declared_shapes import MOST_SHAPES, fact_shape, part_shape
from briefgen.load.shapes.shape import BAD, Shape
from briefgen.model.facts.declarations import values_of
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.own_fact import with_values
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.model.facts.declarations import DeclaredField
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.kind import Kind


@lru_cache(maxsize=MOST_SHAPES)
def shape_of(kind: Kind) -> Shape:
    """The shape of a kind's records in YAML."""
    return fact_shape(kind.what, kind.made_of, kind=kind)


@dataclass(frozen=True, slots=True)
class FactReader:
    """Reads the fact files of one relation."""

    labels: Labels
    report: Report

    def records(self, kind: Kind, root: Node | None) -> list[Fact]:
        """The facts of one file; wrong ones are reported and left out."""
        if root is None:
            return []
        if isinstance(root, Scalar) and not root.text:
            return []
        if not isinstance(root, Sequence):
            declared = "docs/data.md" if isinstance(kind.made_of, type) else f"kinds/{kind.name}.yaml"
            hint = f"begin each record with '- id: ...'; its fields stand in {declared}"
            self.report.error("BG108", root.place, f"{kind.name} must be a list of records", hint)
            return []
        shape = shape_of(kind)
        found = (self._record(kind, shape, node) for node in root.items)
        return [fact for fact in found if fact is not None]

    def _record(self, kind: Kind, shape: Shape, node: Node) -> Fact | None:
        raw = shape.read(node, self.report)
        return None if raw is BAD else self._with_parts(self._labelled(kind, raw, node))

    def _labelled(self, kind: Kind, fact: Fact, node: Node) -> Fact:
        """With the sensitivity of its file or relation where the record names none."""
        if has_label(node):
            return fact
        return replace(fact, sensitivity=self.labels.default(kind, fact.id, fact.place, self.report))

    def _with_parts(self, fact: Fact) -> Fact:
        """The fact with its lists read; a part takes labels and sources from it where it has none."""
        parts: dict[str, Any] = {
            field.name: self._parts(fact, field, value)
            for field, value in values_of(fact)
            if field.role is FieldRole.PARTS
        }
        return with_values(fact, parts) if parts else fact

    def _parts(self, parent: Fact, field: DeclaredField, node: object) -> tuple[Fact, ...]:
        if not isinstance(node, Sequence | Mapping | Scalar):
            return ()
        nodes = node.items if isinstance(node, Sequence) else (node,)
        parts: list[Fact] = []
        for number, item in enumerate(nodes, 1):
            given = (
                {} if isinstance(item, Mapping) and "id" in item.items else {"id": f"{parent.id}/{field.name}/{number}"}
            )
            part = part_shape(field).read(item, self.report, **given)
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
