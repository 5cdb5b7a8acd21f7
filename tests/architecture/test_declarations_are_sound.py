"""What briefgen brings along is declared right: no command looks at a class that it does not meet, so a test does."""

from __future__ import annotations

import dataclasses
from importlib import import_module
from inspect import get_annotations
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Annotated, Any

import pytest

from briefgen import model
from briefgen.model.facts.declarations import DeclarationError, SelfDeclared, fields_of
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.facts.parties_people_references import Reference
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.model.kinds.mechanisms import Session
from samples.made_records import made_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def records() -> dict[str, type]:
    """Every class of the model that declares a field with its role."""
    modules = [import_module(found.name) for found in walk_packages(model.__path__, "briefgen.model.")]
    return {
        f"{held.__module__}.{held.__name__}": held
        for module in modules
        for held in vars(module).values()
        if isinstance(held, type) and dataclasses.is_dataclass(held) and is_declared(held)
    }


def is_declared(record: type) -> bool:
    """Whether a field of it has a role, its own or of what it inherits from; a fact of a team carries its kind."""
    if issubclass(record, SelfDeclared):
        return False
    return any("Declared(" in str(hint) for base in record.__mro__ for hint in get_annotations(base).values())


def faults_of(kinds: Iterable[Kind], known: Iterable[str] = SHIPPED_KINDS) -> Iterator[str]:
    """Each link that leads to no kind, and each word of a date that tells of no field."""
    for kind in kinds:
        names = {field.name for field in kind.fields}
        for field in kind.fields:
            said, narrowed = f"{kind.name}.{field.name}", field.narrowed
            yield from (f"{said} leads to no kind: {name}" for name in narrowed.to if name not in known)
            if narrowed.tells_of and narrowed.tells_of not in names:
                yield f"{said} tells of no field: {narrowed.tells_of}"
            for word, name in narrowed.dated:
                if word not in field.choices or name not in names:
                    yield f"{said} dates '{word}' by no field: {name}"


def made(hint: Any) -> Kind:  # noqa: ANN401 - any annotation
    """A kind of records with one more field."""
    record = made_record("Made", [("extra", hint, dataclasses.field(default=None))])
    return Kind(name="made", what="a made thing", made_of=record)


@pytest.mark.parametrize("record", records().values(), ids=records())
def test_each_field_of_a_record_has_a_role_that_fits_it(record: type) -> None:
    assert [field.name for field in fields_of(record)] == [field.name for field in dataclasses.fields(record)]


def test_records_of_kinds_their_parts_and_what_facts_name_are_looked_at() -> None:
    looked_at = set(records().values())

    assert {kind.made_of for kind in SHIPPED_KINDS.values()} <= looked_at
    assert {Session, Reference} <= looked_at


def test_a_field_without_a_role_would_be_found() -> None:
    kind = made(str)
    assert isinstance(kind.made_of, type)

    assert is_declared(kind.made_of)
    with pytest.raises(DeclarationError, match=r"Made\.extra has no role"):
        fields_of(kind.made_of)


def test_each_link_leads_to_a_kind_and_each_word_of_a_date_to_a_field() -> None:
    assert list(faults_of(SHIPPED_KINDS.values())) == []


@pytest.mark.parametrize(
    ("role", "narrowed", "fault"),
    [
        (FieldRole.ONE_OF, Narrowed(choices=("a",), tells_of="signd"), "tells of no field: signd"),
        (
            FieldRole.ONE_OF,
            Narrowed(choices=("a",), dated=(("a", "signd"),)),
            "dates 'a' by no field: signd",
        ),
        (
            FieldRole.ONE_OF,
            Narrowed(choices=("a",), dated=(("b", "place"),)),
            "dates 'b' by no field: place",
        ),
    ],
)
def test_one_that_leads_to_none_would_be_found(role: FieldRole, narrowed: Narrowed, fault: str) -> None:
    assert list(faults_of([made(Annotated[str, Declared(role, "", narrowed)])])) == [f"made.extra {fault}"]
