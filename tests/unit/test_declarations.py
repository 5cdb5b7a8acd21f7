"""What a record declares: a field without a role, or with a wrong one, is an error where the class is asked."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Any

import pytest

from briefgen.model.facts.controlled_vocabularies import VisitKind
from briefgen.model.facts.declarations import DeclarationError, fields_of, fits, leaves_of
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed, Nature
from briefgen.model.facts.parties_people_references import Actor, Source, Venue
from briefgen.model.kinds import SHIPPED_KINDS, kind_of
from briefgen.model.kinds.mechanisms import Cochair
from briefgen.model.kinds.visits import Visit
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text
from samples.made_records import made_record


def made(hint: Any) -> type:  # noqa: ANN401 - any annotation
    """A record with one more field."""
    return made_record("Made", [("extra", hint, field(default=None))])


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        (Date | None, "Made.extra has no role"),
        (str, "Made.extra has no role"),
        (Annotated[str, "a note"], "Made.extra has no role"),
        (Annotated[Date | None, Declared(FieldRole.LINE)], "Made.extra: LINE does not fit"),
        (Annotated[str, Declared(FieldRole.HAPPENED)], "Made.extra: HAPPENED does not fit"),
        (Annotated[int, Declared(FieldRole.LINK)], "Made.extra: LINK does not fit"),
        (Annotated[str, Declared(FieldRole.ONE_OF)], "Made.extra: ONE_OF does not fit"),
        (Annotated[str | int, Declared(FieldRole.LINE)], "Made.extra: LINE does not fit"),
        (Annotated[tuple[Cochair, ...], Declared(FieldRole.PARTS)], "Made.extra: PARTS does not fit"),
    ],
)
def test_a_field_that_is_wrongly_declared_is_an_error(hint: object, said: str) -> None:
    with pytest.raises(DeclarationError, match=said):
        fields_of(made(hint))


@pytest.mark.parametrize("role", FieldRole, ids=lambda role: role.name)
def test_a_date_and_a_link_take_no_role_but_their_own(role: FieldRole) -> None:
    is_date = role.nature is Nature.DATE or role in {FieldRole.EMBARGO, FieldRole.RECORDED}

    assert fits(role, Date, Narrowed()) is is_date
    assert fits(role, Text, Narrowed()) is (role in {FieldRole.TITLE, FieldRole.TEXT})
    assert fits(role, Quantity, Narrowed()) is (role in {FieldRole.QUANTITY, FieldRole.MONEY, FieldRole.RATE})
    assert fits(role, object, Narrowed()) is False


def test_several_and_required_are_read_from_the_type() -> None:
    fields = {field.name: field for field in fields_of(Visit)}

    assert (fields["counterparts"].many, fields["counterparts"].type) == (True, Actor)
    assert (fields["date"].many, fields["date"].type, fields["date"].required) == (False, Date, False)
    assert fields["title"].required


def test_kinds_stand_in_their_order_and_parts_are_of_none() -> None:
    assert list(SHIPPED_KINDS)[:3] == ["milestones", "visits", "agreements"]
    assert list(SHIPPED_KINDS)[-6:] == ["products", "series", "pictures", "rates", "headlines", "prose"]
    orders = [kind.order for kind in SHIPPED_KINDS.values()]
    assert orders == sorted(orders)
    here = SOURCE.place
    assert kind_of(Cochair(id="a", place=here, party="PAK", person="b")) is None


SOURCE = Source("book", "page 2", "in words")


def test_every_value_of_a_record_is_found_also_within_its_records() -> None:
    visit = Visit(
        id="v", place=SOURCE.place, kind=VisitKind.STATE, title=Text.plain("T"),
        visitor=Actor(party="BLR", person="head"), counterparts=(Actor(party="PAK", role="ministers"),),
        venue=Venue(city="Minsk", country="BLR", event="oic"), sources=(SOURCE,),
    )  # fmt: skip
    found = {(leaf.name, leaf.field.role): leaf.value for leaf in leaves_of(visit)}

    assert found["visitor", FieldRole.PERSON] == "head"
    assert found["counterparts", FieldRole.COUNTRY] == "PAK"
    assert found["venue", FieldRole.ORGANISATION] == "oic"
    assert found["sources", FieldRole.QUOTE] == "in words"
    assert found["title", FieldRole.TITLE] == Text.plain("T")
