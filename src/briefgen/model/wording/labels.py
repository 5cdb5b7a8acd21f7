"""The codes that briefs have words for: what facts choose from, their kinds, and the names of indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.comparability import SpanLength
from briefgen.model.facts.controlled_vocabularies import Flow, SourceClass, Traded, Valuation, WordedAs, YearBasis
from briefgen.model.facts.declarations import OwnRecord, fields_of
from briefgen.model.facts.fact import TOPICS, Status
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.parties_people_references import LEVELS, Organisation, Person, Reference
from briefgen.model.values.indicators import IndicatorName, Why

if TYPE_CHECKING:
    import enum
    from collections.abc import Collection, Iterator

    from briefgen.model.facts.kind import Kind

_ENUMERATIONS: tuple[type[enum.StrEnum], ...] = (
    Status, SourceClass, Flow, Valuation, Traded, YearBasis, WordedAs, IndicatorName, Why, SpanLength,
)  # fmt: skip


def words_of(kinds: Collection[Kind]) -> dict[str, tuple[str, ...]]:
    """Group of entries → its keys: what these kinds of facts give, and what stands beside them in every workspace."""
    records = (*(kind.made_of for kind in kinds), Person, Organisation, Reference)
    enumerated = (str(member) for one in _ENUMERATIONS for member in one)
    codes = (*(kind.name for kind in kinds), *(code for record in records for code in _codes_of(record)))
    fields = (name for kind in kinds for name in _fields_of(kind.made_of))
    return {
        "labels": tuple(dict.fromkeys((*codes, *LEVELS, *TOPICS, *enumerated))),
        "fields": tuple(dict.fromkeys(fields)),
    }


def _codes_of(record: type | OwnRecord) -> Iterator[str]:
    """What templates know a record as, and the words that its fields choose from."""
    yield record.name if isinstance(record, OwnRecord) else getattr(record, "type_name", "") or record.__name__.lower()
    for field in fields_of(record):
        if field.role is FieldRole.ONE_OF:
            yield from (str(choice) for choice in field.choices)
        elif field.role is FieldRole.PARTS:
            yield from _codes_of(field.type)


def _fields_of(record: type | OwnRecord) -> Iterator[str]:
    for field in fields_of(record):
        yield field.name
        if field.role is FieldRole.PARTS:
            yield from _fields_of(field.type)
