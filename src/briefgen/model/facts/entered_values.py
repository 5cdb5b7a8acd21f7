"""What people enter in a field, in words: for the documentation, and for who asks what fields there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.model.facts.field_roles import FieldRole

if TYPE_CHECKING:
    from briefgen.model.facts.declarations import DeclaredField


def entered_as(field: DeclaredField) -> str:
    """What is entered in a field, in words: `date`, `id of a person`."""
    narrowed = field.narrowed
    if field.role in {FieldRole.ONE_OF, FieldRole.STATUS}:
        return ", ".join(field.choices)
    if field.role is FieldRole.LINK and narrowed.to:
        return f"id, of {' or '.join(narrowed.to)}"
    if field.role is FieldRole.PARTY and narrowed.may_be_world:
        return "party, or `WLD`"
    if field.role is FieldRole.PARTS:
        return f"{narrowed.each}, see below"
    return _id_of(field.role) or _value_of(field.role)


def _id_of(role: FieldRole) -> str:
    """What names a record, or a thing by its name."""
    match role:
        case FieldRole.ID | FieldRole.REFERENCE:
            return "id"
        case FieldRole.LINK:
            return "id of a fact"
        case FieldRole.GROUNDS:
            return "id of a fact, or ground"
        case FieldRole.PERSON:
            return "id of a person"
        case FieldRole.ORGANISATION:
            return "id of an organisation"
        case FieldRole.INDICATOR:
            return "id of an indicator"
        case FieldRole.AUDIENCE:
            return "id of an audience"
        case FieldRole.INFERRED:
            return "name of a field"
        case FieldRole.FILE:
            return "name of a file"
        case FieldRole.AUTHORS:
            return "name, as CSL-JSON has it"
        case FieldRole.SUPPRESSIONS:
            return "code or short name of a check"
        case _:
            return ""


def _value_of(role: FieldRole) -> str:  # noqa: C901, PLR0912 - one case a role or more
    match role:
        case FieldRole.SENSITIVITY:
            return "public, official, restricted"
        case (
            FieldRole.ACTOR | FieldRole.VENUE | FieldRole.QUANTITY | FieldRole.TEXT | FieldRole.QUOTE
            | FieldRole.ADDRESS | FieldRole.PARTY | FieldRole.COUNTRY | FieldRole.PERIOD | FieldRole.PROSE
        ):  # fmt: skip
            return role.name.lower()
        case FieldRole.TOPICS | FieldRole.SOURCES:
            return role.name.lower().removesuffix("s")
        case FieldRole.TERMS:
            return "term of office"
        case FieldRole.TITLE:
            return "text, of one line"
        case FieldRole.VALUED:
            return "text, of one line, with values of facts"
        case FieldRole.LINE | FieldRole.WORDS | FieldRole.SEED:
            return "words"
        case FieldRole.ONE_OF | FieldRole.STATUS:
            return "word of a list"
        case FieldRole.TRUTH | FieldRole.MAJOR | FieldRole.PLANNED:
            return "yes or no"
        case FieldRole.WHOLE:
            return "whole number"
        case FieldRole.MONEY | FieldRole.RATE:
            return "number"
        case (
            FieldRole.HAPPENED | FieldRole.BEGINS | FieldRole.ENDS | FieldRole.DURING | FieldRole.HOLDS_FOR
            | FieldRole.SPEAKS_OF | FieldRole.SCHEDULED | FieldRole.EMBARGO | FieldRole.RECORDED
        ):  # fmt: skip
            return "date"
        case FieldRole.YEAR_BEGINS:
            return "day of the year"
        case FieldRole.PARTS:
            return "part"
        case (
            FieldRole.ID | FieldRole.REFERENCE | FieldRole.LINK | FieldRole.GROUNDS | FieldRole.PERSON
            | FieldRole.ORGANISATION | FieldRole.INDICATOR | FieldRole.AUDIENCE | FieldRole.INFERRED | FieldRole.FILE
            | FieldRole.AUTHORS | FieldRole.SUPPRESSIONS
        ):  # fmt: skip
            return "id"
        case FieldRole.PLACE | FieldRole.AS_READ:
            return "noted as the files are read"
        case _:
            assert_never(role)
