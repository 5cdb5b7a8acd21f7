"""What is entered and shown by no audience's brief, told once for each kind and field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.diagnostics import UNPRINTED, Diagnostic, Severity, code_of
from briefgen.model.facts.declarations import values_with
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.kinds import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.workspace import SectionTemplate
    from briefgen.view import FieldsShown


def unprinted(
    relation: Relation, briefs: Sequence[FieldsShown], sections: Mapping[str, SectionTemplate]
) -> Iterator[Diagnostic]:
    """BG413 for each field of a kind, and for the facts of each kind, that some audience may know and none is shown."""
    entered = {pair for brief in briefs for pair in brief.entered}
    shown = {pair for brief in briefs for pair in brief.shown}
    told = {fact for fact, _ in shown}
    left: dict[str, list[str]] = {}
    for of, name in sorted(entered - shown):
        left.setdefault(of, []).append(name)
    missing: dict[tuple[str, str, str], list[Fact]] = {}
    for fact, collection, part in _with_kinds(relation):
        if any(code_of(excuse.code) == UNPRINTED for excuse in fact.ignore):
            continue
        fields = left.get(fact.id, [])
        for field in fields if fact.id in told else [""] if fields else []:
            missing.setdefault((collection, part, field), []).append(fact)
    for (collection, _, field), facts in missing.items():
        yield _told(field, facts, _hint(collection, sections))


def _with_kinds(relation: Relation) -> Iterator[tuple[Fact, str, str]]:
    """Every fact and part, with what templates call the facts of its kind, and the field that a part stands in."""
    for fact in relation.facts:
        kind = kind_of(fact)
        if kind is None or kind.is_shared:  # a rate that this relation has no use for, another may have
            continue
        yield fact, kind.collection, ""
        for field, value in values_with(fact, FieldRole.PARTS):
            yield from ((part, kind.collection, field.name) for part in value)


def _told(field: str, facts: Sequence[Fact], hint: str) -> Diagnostic:
    first, more = facts[0], len(facts) - 1
    of = f"'{field}' of " if field else ""
    others = f", nor {of and 'of '}{more} more of its kind" if more else ""
    message = f"no audience's brief shows {of}'{first.id}'{others}"
    return Diagnostic(UNPRINTED, Severity.INFO, first.at(field), message, hint)


def _hint(collection: str, sections: Mapping[str, SectionTemplate]) -> str:
    word = re.compile(rf"\b{re.escape(collection)}\b")
    shows = sorted((name != collection, name) for name, section in sections.items() if word.search(section.source))
    if shows:
        return f"print it in a section that shows {collection}, such as '{shows[0][1]}'"
    return f"write a section that shows {collection}: briefgen new section {collection}"
