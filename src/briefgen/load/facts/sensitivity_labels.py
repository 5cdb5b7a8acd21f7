"""Labels: what a record without one counts as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.load.nodes.node import Mapping, Scalar
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping as ReadOnly

    from briefgen.diagnostics import Place, Report
    from briefgen.load.nodes.node import Node
    from briefgen.model.facts.kind import Kind


@dataclass(frozen=True, slots=True)
class Labels:
    """The sensitivities that relation.yaml gives to records without their own."""

    of_relation: Sensitivity | None = None
    of_files: ReadOnly[str, Sensitivity] = field(default_factory=dict)
    """File name without its ending → the label of its records."""

    def default(self, kind: Kind, fact: str, place: Place, report: Report) -> Sensitivity:
        """The label of a record that names none: its file's, its relation's, else the strictest, which is reported."""
        if kind.name in self.of_files:
            return self.of_files[kind.name]
        if self.of_relation is not None:
            return max(self.of_relation, kind.unlabelled)
        hint = "add 'sensitivity: public' to it, or 'default_sensitivity: public' to relation.yaml"
        report.warning("BG130", place, f"'{fact}' has no sensitivity: it counts as restricted", hint)
        return Sensitivity.RESTRICTED


def has_label(node: Node) -> bool:
    """Whether a record names its sensitivity; a blank one is none."""
    named = node.items.get("sensitivity") if isinstance(node, Mapping) else None
    return named is not None and not (isinstance(named, Scalar) and named.text == "")
