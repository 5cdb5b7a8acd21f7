"""Every link leads to a record.

What it checks: every id of another fact, whether it is there and of the kind that the field asks for; people,
organisations and indicators, in facts, their parts, their actors and venues.

Why it matters: a link to nothing is silently empty in a brief.

Example: `counts_from: diplomatic-relatons`.

How to fix: write the id as the record has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import nearly_or
from briefgen.late_patterns import late_pattern
from briefgen.model.facts.declarations import leaves_of
from briefgen.model.facts.declared_indicators import DeclaredIndicator
from briefgen.model.facts.field_roles import FieldRole, Nature
from briefgen.model.facts.relation import Organisation, Person, every_fact
from briefgen.model.kinds import kind_of
from briefgen.model.values.text import Text
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.model.facts.declarations import DeclaredField, Leaf
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.kind import Kind
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding

_WORD = late_pattern(r"[a-z0-9]+")
_LOOK = "look up its id in the file that it stands in, or add the fact"


def links_lead_somewhere(relation: Relation) -> Iterator[Finding]:
    """BG202 for an id that names nothing, or something of another kind."""
    kinds = {fact.id: kind_of(fact) for fact in every_fact(relation)}
    for fact in every_fact(relation):
        for leaf in leaves_of(fact, _leads_to_a_record):
            match leaf.field.role:
                case FieldRole.LINK if leaf.within.role is FieldRole.GROUNDS:
                    continue  # told at its line, with what else is asked of it
                case FieldRole.LINK:
                    yield from _unknown(fact, leaf, kinds, "fact", _LOOK)
                    yield from _of_another_kind(fact, leaf, kinds)
                case FieldRole.PERSON:
                    yield from _unknown(fact, leaf, relation.people, "person", _in_file("people"))
                case FieldRole.ORGANISATION:
                    yield from _unknown(fact, leaf, relation.organisations, "organisation", _in_file("organisations"))
                case FieldRole.INDICATOR:
                    yield from _unknown(fact, leaf, relation.indicators, "indicator", _in_file("indicators"))
                case _:
                    continue


def _in_file(name: str) -> str:
    """The next step where the records stand in a file that all relations share."""
    return f"name one of data/{name}.yaml, or add it there"


def _leads_to_a_record(field: DeclaredField) -> bool:
    return field.role.nature in {Nature.LINK, Nature.NAME}


def _unknown(fact: Fact, leaf: Leaf, known: Mapping[str, object], what: str, step: str) -> Iterator[Finding]:
    if leaf.value not in known:
        message = f"there is no {what} '{leaf.value}'"
        hint = _by_name(leaf.value, known) or nearly_or(leaf.value, known, step)
        yield error("BG202", fact.at(leaf.name), message, hint, fact)


def _by_name(word: str, known: Mapping[str, object]) -> str | None:
    """`write oic` where a name of a person, an organisation or an indicator stands for its id, spelt as ids are."""
    found = [key for key, record in known.items() if word in _names(record)]
    return f"write {found[0]}" if len(found) == 1 else None


def _names(record: object) -> set[str]:
    if not isinstance(record, Person | Organisation | DeclaredIndicator):
        return set()
    own = (leaf for leaf in leaves_of(record) if leaf.within is leaf.field)  # not the titles of offices
    texts = [leaf.value for leaf in own if leaf.field.role in {FieldRole.LINE, FieldRole.TITLE}]
    wordings = (text.by_language if isinstance(text, Text) else (("", text),) for text in texts)
    return {"-".join(_WORD.findall(words.lower())) for each in wordings for _, words in each}


def _of_another_kind(fact: Fact, leaf: Leaf, kinds: Mapping[str, Kind | None]) -> Iterator[Finding]:
    wanted = leaf.field.narrowed.to
    if not wanted or leaf.value not in kinds:
        return
    kind = kinds[leaf.value]
    if kind is None or kind.name not in wanted:
        found = kind.what if kind else "a part of another fact"
        message = f"'{leaf.value}' is {found}; {leaf.name} leads to {' or '.join(wanted)}"
        fitting = [key for key, of in kinds.items() if of and of.name in wanted]
        yield error("BG202", fact.at(leaf.name), message, nearly_or(leaf.value, fitting, _LOOK), fact)
