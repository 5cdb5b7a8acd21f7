"""The codes that briefs have words for: what facts choose from, their kinds, and the names of indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.comparability import SpanLength
from briefgen.model.facts.controlled_vocabularies import Flow, SourceClass, Traded, Valuation, WordedAs, YearBasis
from briefgen.model.facts.declarations import OwnRecord, fields_of
from briefgen.model.facts.fact import TOPICS, Status
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.own_fact import type_of
from briefgen.model.facts.parties_people_references import LEVELS
from briefgen.model.values.indicators import IndicatorName, Why

if TYPE_CHECKING:
    import enum
    from collections.abc import Collection, Iterator

    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.kind import Kind

_ENUMERATIONS: tuple[type[enum.StrEnum], ...] = (
    Status, SourceClass, Flow, Valuation, Traded, YearBasis, WordedAs, IndicatorName, Why, SpanLength,
)  # fmt: skip

_BESIDE = ("person", "organisation", "reference")
"""Records that are of no kind."""


LABELS = "labels"
BY_FIELD = "labels by field"
"""The further keys of `labels`, which no language needs to say: a word of a list as one field means it."""


def words_of(kinds: Collection[Kind]) -> dict[str, tuple[str, ...]]:
    """Group of entries → its keys: what these kinds of facts give, and what stands beside them in every workspace."""
    of_kinds = (code for kind in kinds for code in (kind.name, *_names_of(kind.made_of), *choices_of(kind.made_of)))
    enumerated = (str(member) for one in _ENUMERATIONS for member in one)
    fields = (name for kind in kinds for name in _fields_of(kind.made_of))
    return {
        LABELS: tuple(dict.fromkeys((*of_kinds, *_BESIDE, *LEVELS, *TOPICS, *enumerated))),
        BY_FIELD: tuple(dict.fromkeys(key for kind in kinds for key in keys_by_field(kind.made_of))),
        "fields": tuple(dict.fromkeys(fields)),
    }


def key_by_field(field: str, code: str) -> str:
    """The key of a word of a list as one field means it: `binding.yes`."""
    return f"{field}.{code}"


def code_in(key: str) -> str:
    """The word of a list that a key is of: `yes`, of `binding.yes` and of `yes`."""
    field, _, code = key.partition(".")
    return code or field


def keys_by_field(record: type[Fact] | OwnRecord) -> Iterator[str]:
    """A key for each word that the fields of a record choose from, and those of its parts."""
    for field in fields_of(record):
        if field.role is FieldRole.ONE_OF:
            yield from (key_by_field(field.name, str(choice)) for choice in field.choices)
        elif field.role is FieldRole.PARTS:
            yield from keys_by_field(field.type)


def choices_of(record: type[Fact] | OwnRecord) -> Iterator[str]:
    """The words that the fields of a record choose from, and those of its parts."""
    return (code_in(key) for key in keys_by_field(record))


def _names_of(record: type[Fact] | OwnRecord) -> Iterator[str]:
    """What templates know a record as, and its parts."""
    yield type_of(record)
    for field in fields_of(record):
        if field.role is FieldRole.PARTS:
            yield from _names_of(field.type)


def _fields_of(record: type | OwnRecord) -> Iterator[str]:
    for field in fields_of(record):
        yield field.name
        if field.role is FieldRole.PARTS:
            yield from _fields_of(field.type)
