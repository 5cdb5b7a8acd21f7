"""Audiences that facts are for: each must be one that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import did_you_mean, echo
from briefgen.model.facts.declarations import values_with
from briefgen.model.facts.field_roles import FieldRole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from briefgen.diagnostics import Report
    from briefgen.model.facts.relation import Relation


def tell_unknown_audiences(relations: Iterable[Relation], names: Collection[str], report: Report) -> None:
    """BG113 for a fact that is for an audience which is neither shipped nor the workspace's own."""
    for relation in relations:
        for fact in relation.facts:
            for field, named in values_with(fact, FieldRole.AUDIENCE):
                for name in named:
                    if name not in names:
                        message, hint = f"there is no audience '{echo(name)}'", did_you_mean(name, names)
                        report.error("BG113", fact.at(field.name), message, hint)
