"""Workspace to diagnostics: every rule, every problem."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.diagnostics import CODES, JUDGED_CODES, SENTENCE_CODES
from briefgen.model.facts.plans import what_happened
from briefgen.validate.rulebook import (
    AGED_CODES,
    DATED_CODES,
    DATED_RULES,
    NEED_ALL,
    OF_ALL_RELATIONS,
    OF_ALL_RELATIONS_CODES,
    OF_WHAT_HAPPENED,
    RULES,
    WORKSPACE_RULES,
)
from briefgen.validate.suppressions import Suppressions
from briefgen.world import READ_AFRESH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.model.workspace import Workspace
    from briefgen.validate.finding import Finding
    from briefgen.world import Recollection

__all__ = ["AGED_CODES", "DATED_RULES", "RULES", "WORKSPACE_RULES", "validate"]

_UNDATED_CODES = frozenset(CODES) - DATED_CODES - JUDGED_CODES - SENTENCE_CODES


def validate(
    workspace: Workspace, as_of: Date | None = None, kept: Recollection = READ_AFRESH, part: str = "all"
) -> tuple[Diagnostic, ...]:
    """What every rule says of a workspace, less what records excuse themselves from.

    What may grow old is held against `as_of`; without one, against each relation's own as-of date. What is `kept` of
    a relation is given again where it is the same relation; `part` tells what of the data the relations hold.
    """
    rules = [rule for rule in WORKSPACE_RULES if not workspace.passed_over or rule not in OF_ALL_RELATIONS]
    judged = _UNDATED_CODES - OF_ALL_RELATIONS_CODES if workspace.passed_over else _UNDATED_CODES
    beside = [found for rule in rules for found in rule(workspace)]
    found = [found.diagnostic for found in beside if found.about is None]
    for relation in workspace.relations:
        folder = f"data/{relation.slug}/"
        of_records = [found for found in beside if found.about and found.about.place.path.startswith(folder)]
        day = as_of or relation.as_of
        name = ("rules", part, relation.slug, str(day))
        of_itself = kept.worked_out(name, partial(_found, relation, day), relation)
        found += _of_relation(relation, [*of_records, *of_itself], judged)
    return tuple(found)


def _of_relation(relation: Relation, findings: list[Finding], judged: frozenset[str]) -> Iterator[Diagnostic]:
    """What is found in a relation, or was of its records beside others; needless excuses of the codes `judged`."""
    suppressions = Suppressions(relation)
    yield from suppressions.standing(findings)
    if relation.is_whole:
        yield from suppressions.unneeded(judged)


def _found(relation: Relation, as_of: Date) -> tuple[Finding, ...]:
    return tuple(_findings(relation, as_of))


def _findings(relation: Relation, as_of: Date) -> Iterator[Finding]:
    happened = what_happened(relation)
    for rule in RULES:
        if relation.is_whole or rule not in NEED_ALL:
            yield from rule(happened if rule in OF_WHAT_HAPPENED else relation)
    for dated in DATED_RULES:
        yield from dated(happened if dated in OF_WHAT_HAPPENED else relation, as_of)
