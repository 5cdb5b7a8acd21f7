"""Prose and headlines ask for what is on record.

What it checks: the facts that prose, or a headline with its standfirst, asks for by their ids, and the fields of them;
the fields whose values a headline leans on.

Why it matters: a sentence whose value is missing says nothing, or something else.

Example: `{{ fact("visit-2051").date|date }}`, or a field that visits do not have.

How to fix: write the id and the field as the file of the fact has them. A part of a fact needs an `id` of its own to be
asked for: by its number it would be another one for readers who may not know all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.diagnostics import did_you_mean, nearly_or, with_article
from briefgen.model.facts.declarations import fields_of, values_of
from briefgen.model.facts.field_roles import FieldRole, Nature
from briefgen.model.facts.leaning_texts import has_text_that_leans, leans_on
from briefgen.model.facts.own_fact import OwnFact, type_of
from briefgen.model.facts.plans import COMMON
from briefgen.model.facts.relation import every_fact
from briefgen.model.kinds.pictures import PictureOfRelation
from briefgen.model.values.prose_text import ProseCall
from briefgen.validate.finding import error

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.model.facts.declarations import DeclaredField, OwnRecord
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.leaning_texts import NeededFact
    from briefgen.model.facts.relation import Relation
    from briefgen.validate.finding import Finding

_OF_ALL = frozenset({"id", "type", "holds"})
"""What every item has beside its declared fields."""
_LOOK = "look up its id in the file that it stands in, or add the fact"


def prose_asks_for_what_is_there(relation: Relation) -> Iterator[Finding]:
    """BG292 for a fact that is not there, or one without such a field."""
    known = {fact.id: fact for fact in every_fact(relation) if not has_text_that_leans(fact)}
    counted = {key for fact in relation.facts for key in _counted(fact)}
    for text in relation.facts:
        for leaning in leans_on(text):
            match leaning.asked.call:
                case ProseCall.FACT | ProseCall.PICTURE:
                    yield from _wrong(text, leaning, known, counted)
                case ProseCall.TRADE | ProseCall.SERIES:
                    pass  # computed for each audience: told where the text is printed
                case _:
                    assert_never(leaning.asked.call)


def _counted(fact: Fact) -> Iterator[str]:
    """Ids that parts have by their number alone."""
    for field, value in values_of(fact):
        if field.role is FieldRole.PARTS:
            yield from (f"{fact.id}/{field.name}/{number}" for number, _ in enumerate(value, 1))


def _wrong(text: Fact, leaning: NeededFact, known: Mapping[str, Fact], counted: set[str]) -> Iterator[Finding]:
    asked, place = leaning.asked, leaning.place
    found = known.get(asked.id)
    if found is None:
        hint = nearly_or(asked.id, set(known) - counted, _LOOK)
        yield error("BG292", place, f"there is no fact '{asked.id}'", hint, text)
    elif asked.id in counted:
        message = f"'{asked.id}' is a part without an id of its own"
        yield error("BG292", place, message, "give it one: id: session-2019", text)
    elif asked.call is ProseCall.PICTURE and not isinstance(found, PictureOfRelation):
        pictures = [key for key, fact in known.items() if isinstance(fact, PictureOfRelation)]
        hint = did_you_mean(asked.id, pictures) or "record it in pictures.yaml"
        yield error("BG292", place, f"'{asked.id}' is no picture", hint, text)
    else:
        yield from _wrong_fields(text, leaning, found)


def _wrong_fields(text: Fact, leaning: NeededFact, fact: Fact) -> Iterator[Finding]:
    """The first field on the way that there is none of, as far as declarations tell."""
    made: type | OwnRecord = fact.of if isinstance(fact, OwnFact) else type(fact)
    what, beside = type_of(made), _OF_ALL | (set(COMMON) if fact.planned else set())
    for step in leaning.asked.fields:
        fields = {f.name: f for f in fields_of(made) if f.role.nature not in {Nature.ITSELF, Nature.LABEL}}
        if step.name not in {*fields, *beside}:
            message = f"{with_article(what.replace('_', ' '))} has no field '{step.name}'"
            hint = did_you_mean(step.name, [*fields, *beside]) or f"it has: {', '.join(sorted(fields))}"
            yield error("BG292", leaning.at(step.spot), message, hint, text)
            return
        following = fields.get(step.name)
        if following is None or not _is_record(following):
            return
        made, what, beside = following.type, following.role.name.lower(), frozenset()


def _is_record(field: DeclaredField) -> bool:
    return field.role in {FieldRole.ACTOR, FieldRole.VENUE} and not field.many
