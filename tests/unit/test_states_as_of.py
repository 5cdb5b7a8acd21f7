"""An agreement's state as of a day: what its dates say then; what is entered, only where it could be said then."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Any

import pytest

from briefgen.diagnostics import Place
from briefgen.model.facts.controlled_vocabularies import AgreementKind, AgreementState
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.kinds.agreements import Agreement
from briefgen.model.values.date import Date, parse_date
from briefgen.model.values.text import Text
from briefgen.view.as_of import not_yet
from samples.made_records import made_record

DATA = "2021-04-23"
SIGNED = {"signed": "2015-05"}
IN_FORCE = {**SIGNED, "in_force": "2017-03"}
ENDED = {**IN_FORCE, "ended": "2020-07-01"}


def state_on(day: str, entered: str, **dates: str) -> str:
    fact = Agreement(
        id="a", place=Place("x"), kind=AgreementKind.TREATY, title=Text.plain("Treaty"), state=AgreementState(entered),
        **{name: parse_date(date) for name, date in dates.items()},  # type: ignore[arg-type]
    )  # fmt: skip
    said: AgreementState = not_yet(fact, parse_date(day), parse_date(DATA)).get("state", fact.state)
    return said.value


@pytest.mark.parametrize(
    ("entered", "dates", "day", "said"),
    [
        ("in_force", IN_FORCE, "2017-02-28", "signed"),
        ("in_force", IN_FORCE, "2017-03-01", "in_force"),
        ("terminated", ENDED, "2016", "signed"),
        ("terminated", ENDED, "2020-06-30", "in_force"),
        ("terminated", ENDED, "2020-07-01", "terminated"),
        ("expired", ENDED, "2020-06-30", "in_force"),
        ("expired", ENDED, "2020-07-01", "expired"),
        ("signed", ENDED, "2020-07-01", "ended"),
        ("unknown", {}, "2021-04-23", "unknown"),
        ("unknown", SIGNED, "2016", "signed"),
        ("unknown", IN_FORCE, "2030", "in_force"),
        ("negotiating", SIGNED, "2030", "signed"),
        ("ratified", IN_FORCE, "2030", "in_force"),
        ("ratified", SIGNED, "2021-04-22", "signed"),
        ("ratified", SIGNED, "2021-04-23", "ratified"),
        ("suspended", IN_FORCE, "2021-04-22", "in_force"),
        ("suspended", IN_FORCE, "2021-04-23", "suspended"),
        ("suspended", ENDED, "2021-04-23", "ended"),
        ("in_force", SIGNED, "2021-04-22", "signed"),
        ("in_force", SIGNED, "2021-04", "in_force"),
        ("signed", {}, "2021-04-22", "unknown"),
        ("signed", {}, "2021-04-23", "signed"),
        ("negotiating", {}, "2021-04-22", "unknown"),
        ("negotiating", {}, "2030", "negotiating"),
        ("expired", {}, "2016", "unknown"),
    ],
)
def test_the_state_is_the_one_of_the_day(entered: str, dates: dict[str, str], day: str, said: str) -> None:
    assert state_on(day, entered, **dates) == said


@pytest.mark.parametrize(("day", "said"), [("2014", None), ("2015", "begun")])
def test_where_nothing_is_entered_the_dates_speak_alone(day: str, said: str | None) -> None:
    narrowed = Narrowed(choices=("begun", "open"), dated=(("begun", "date"),))
    fields: list[tuple[str, Any, Any]] = [
        ("date", Annotated[Date, Declared(FieldRole.BEGINS)], field()),
        ("state", Annotated[str | None, Declared(FieldRole.ONE_OF, "", narrowed)], field(default=None)),
    ]
    made = made_record("Made", fields)
    fact = made(id="a", place=Place("x"), date=parse_date("2015"))

    assert {"state": None, **not_yet(fact, parse_date(day))}["state"] == said
