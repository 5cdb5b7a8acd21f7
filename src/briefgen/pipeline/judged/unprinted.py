"""What is entered and shown by no audience's brief, told once for each kind and field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import UNPRINTED, Diagnostic, Severity
from briefgen.model.facts.declarations import values_with
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.kinds import kind_of
from briefgen.pipeline.judged.sections_of_kinds import where_to_show, who_else

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.kind import Kind
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.judged.brief_seen import BriefSeen
    from briefgen.pipeline.judged.excuses import Excuses


def unprinted(
    briefs: Sequence[BriefSeen], workspace: Workspace, excuses: Excuses, told_of: Collection[str]
) -> Iterator[Diagnostic]:
    """BG413 for each field of a kind, and for the facts of each kind, that some audience may know and none is shown.

    All briefs are of one relation. What of the facts `told_of` is shown nowhere has been said.
    """
    entered = {pair for brief in briefs for pair in brief.fields.entered}
    shown = {pair for brief in briefs for pair in brief.fields.shown}
    told = {fact for fact, _ in shown}
    left: dict[str, list[str]] = {}
    for of, name in sorted(entered - shown):
        left.setdefault(of, []).append(name)
    missing: dict[tuple[Kind, str, str], list[Fact]] = {}
    for fact, kind, part in _with_kinds(briefs[0].relation):
        fields = left.get(fact.id, [])
        if not fields or (fact.id in told_of and fact.id not in told) or excuses.takes(fact, UNPRINTED):
            continue
        for field in fields if fact.id in told else [""]:
            missing.setdefault((kind, part, field), []).append(fact)
    for (kind, _, field), facts in missing.items():
        yield _told(field, facts, kind, workspace)


def _with_kinds(relation: Relation) -> Iterator[tuple[Fact, Kind, str]]:
    """Every fact and part, with its kind, and the field that a part stands in."""
    for fact in relation.facts:
        kind = kind_of(fact)
        if kind is None or kind.is_shared:  # a rate that this relation has no use for, another may have
            continue
        yield fact, kind, ""
        for field, value in values_with(fact, FieldRole.PARTS):
            yield from ((part, kind, field.name) for part in value)


def _told(field: str, facts: Sequence[Fact], kind: Kind, workspace: Workspace) -> Diagnostic:
    first, more = facts[0], len(facts) - 1
    of = f"'{field}' of " if field else ""
    others = f", nor {of and 'of '}{more} more of its kind" if more else ""
    none = "no brief that is made" if workspace.unmade else "no audience's brief"
    step = f"{where_to_show(kind, workspace)}{who_else(kind, workspace)}"
    return Diagnostic(UNPRINTED, Severity.INFO, first.at(field), f"{none} shows {of}'{first.id}'{others}", step)
