"""Shapes out of declarations: how a field is read follows from its role."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from briefgen.load.shapes.converters import (
    ADDRESS,
    DATE,
    FILE,
    ID,
    LINE,
    PARTY,
    PARTY_OR_WORLD,
    PERIOD,
    QUANTITY,
    QUOTE,
    SENSITIVITY,
    STATUS,
    SUPPRESSION,
    TEXT,
    TITLE,
    TOPIC,
    TRUTH,
    WHOLE,
    WORDS,
    YEAR_BEGINS,
    one_of,
)
from briefgen.load.shapes.shape import Converter, Field, Shape, alone_or, list_of, record
from briefgen.load.shapes.valued_texts import VALUED
from briefgen.model.facts.declarations import DeclaredField, fields_of
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.own_fact import maker_of
from briefgen.records import replace

if TYPE_CHECKING:
    from briefgen.diagnostics import Report
    from briefgen.load.nodes.node import Node
    from briefgen.model.facts.declarations import OwnRecord
    from briefgen.model.facts.kind import Kind


MOST_SHAPES = 512
"""Shapes that are kept: a workspace may have kinds of its own, and a process may see several workspaces."""


_COMMON = frozenset(field.name for field in fields_of(Fact))
"""What every fact may carry."""


def fact_shape(what: str, made: type[Fact] | OwnRecord, *, kind: Kind | None = None) -> Shape:
    """The shape of a fact of a kind, or of a part of one, which may go without an id."""
    declared = declared_fields(made, needs_id=kind is not None)
    return Shape(what, declared, maker_of(made, kind), wants_places=True, common=_COMMON)


@lru_cache(maxsize=MOST_SHAPES)
def record_shape(what: str, made: type) -> Shape:
    """The shape of a record that is no fact."""
    wants_place = any(field.role is FieldRole.PLACE for field in fields_of(made))
    return Shape(what, declared_fields(made), made, wants_place=wants_place)


def declared_fields(made: type | OwnRecord, *, needs_id: bool = True) -> dict[str, Field]:
    """Name → field of all that an analyst may enter as a value."""
    return {
        field.name: Field(
            converter_of(field),
            required=field.required and (needs_id or field.role is not FieldRole.ID),
            about=field.about,
        )
        for field in fields_of(made)
        if field.role not in {FieldRole.PLACE, FieldRole.PROSE}
    }


def converter_of(field: DeclaredField) -> Converter:
    """How the values of a field are read."""
    if field.role is FieldRole.PARTS:
        return replace(list_of(record(part_shape(field))), read=_raw)
    return list_of(_of_one(field)) if field.many else _of_one(field)


def _raw(node: Node, _report: Report) -> Node:
    """Kept as a node: parts are read once their parent's id is known."""
    return node


@lru_cache(maxsize=MOST_SHAPES)
def part_shape(field: DeclaredField) -> Shape:
    """The shape of one of a field's parts."""
    return fact_shape(field.narrowed.each, field.type)


def _of_one(field: DeclaredField) -> Converter:
    match field.role:
        case (
            FieldRole.ID | FieldRole.PERSON | FieldRole.ORGANISATION | FieldRole.INDICATOR | FieldRole.REFERENCE
            | FieldRole.LINK
        ):  # fmt: skip
            return ID
        case FieldRole.SEED | FieldRole.INFERRED | FieldRole.WORDS | FieldRole.AUDIENCE:
            return WORDS
        case (
            FieldRole.ADDRESS | FieldRole.STATUS | FieldRole.TOPICS | FieldRole.SENSITIVITY | FieldRole.SUPPRESSIONS
            | FieldRole.LINE | FieldRole.TITLE | FieldRole.TEXT | FieldRole.QUOTE | FieldRole.WHOLE | FieldRole.FILE
            | FieldRole.VALUED
        ):  # fmt: skip
            return _OF_ITS_OWN[field.role]
        case FieldRole.ONE_OF:
            return one_of(field.choices)
        case FieldRole.TRUTH | FieldRole.MAJOR | FieldRole.PLANNED:
            return TRUTH
        case FieldRole.QUANTITY | FieldRole.MONEY | FieldRole.RATE:
            return QUANTITY
        case (
            FieldRole.HAPPENED | FieldRole.BEGINS | FieldRole.ENDS | FieldRole.DURING | FieldRole.HOLDS_FOR
            | FieldRole.SPEAKS_OF | FieldRole.SCHEDULED | FieldRole.EMBARGO | FieldRole.RECORDED | FieldRole.PERIOD
            | FieldRole.YEAR_BEGINS
        ):  # fmt: skip
            return {FieldRole.PERIOD: PERIOD, FieldRole.YEAR_BEGINS: YEAR_BEGINS}.get(field.role, DATE)
        case FieldRole.PARTY | FieldRole.COUNTRY:
            return PARTY_OR_WORLD if field.narrowed.may_be_world else PARTY
        case FieldRole.SOURCES | FieldRole.VENUE | FieldRole.ACTOR | FieldRole.TERMS:
            return _record(field)
        case FieldRole.GROUNDS:
            return alone_or(_record(field), ID, "fact")
        case FieldRole.PLACE | FieldRole.PARTS | FieldRole.AUTHORS | FieldRole.AS_READ | FieldRole.PROSE:
            raise AssertionError(f"{field.name} is not read as a value")
        case _:
            assert_never(field.role)


_OF_ITS_OWN = {
    FieldRole.ADDRESS: ADDRESS, FieldRole.STATUS: STATUS, FieldRole.TOPICS: TOPIC, FieldRole.SENSITIVITY: SENSITIVITY,
    FieldRole.SUPPRESSIONS: SUPPRESSION, FieldRole.LINE: LINE, FieldRole.TITLE: TITLE, FieldRole.TEXT: TEXT,
    FieldRole.QUOTE: QUOTE, FieldRole.WHOLE: WHOLE, FieldRole.FILE: FILE, FieldRole.VALUED: VALUED,
}  # fmt: skip
"""What no other role is read as."""
_RECORDS = {
    FieldRole.SOURCES: ("a source", " such as {ref: ..., quote: ...}"),
    FieldRole.VENUE: ("a venue", " such as {city: ..., country: ...}"),
    FieldRole.ACTOR: ("an actor", " such as {party: ..., person: ...}"),
    FieldRole.TERMS: ("a term of office", ""),
    FieldRole.GROUNDS: ("a ground", " such as {fact: ..., value: ...}"),
}
"""What records within records are called, and how one is written."""


@lru_cache(maxsize=MOST_SHAPES)
def _record(field: DeclaredField) -> Converter:
    what, example = _RECORDS[field.role]
    if not isinstance(field.type, type):
        raise AssertionError(f"{field.name} is a record that briefgen brings along")  # noqa: TRY004 - a fault of ours
    return replace(record(record_shape(what, field.type)), name=f"{what}{example}")
