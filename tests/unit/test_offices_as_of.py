"""Who heads what, and as what: computed for the day of the brief, with the doubt that its dates leave."""

from __future__ import annotations

import pytest

from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.compose.wording.office_titles import title_at
from briefgen.diagnostics import Place
from briefgen.model.audience import NumberOptions
from briefgen.model.facts.known import Holding
from briefgen.model.facts.parties_people_references import Person, Term
from briefgen.model.kinds.mechanisms import Cochair
from briefgen.model.values.date import parse_date
from briefgen.model.values.text import Text
from briefgen.view.as_of import offices_then
from briefgen.view.seats import seats
from samples.english_words import english

FILE = Place("people.yaml")
WORDING = Wording("en-GB", NumberOptions(), english())
NOW, PAST, UNCLEAR = Holding.NOW, Holding.PAST, Holding.UNCLEAR


def chair(key: str, during: str | None, party: str = "BRA", person: str | None = None) -> Cochair:
    time = parse_date(during) if during else None
    return Cochair(id=key, place=FILE, party=party, person=person or key, during=time)


@pytest.mark.parametrize(
    ("times", "day", "held"),
    [
        ((None,), "2023-08-10", (UNCLEAR,)),
        (("2022",), "2023-08-10", (PAST,)),
        (("2023",), "2023-08-10", (NOW,)),
        (("2019/..",), "2023-08-10", (NOW,)),
        (("../2021",), "2021-12-31", (UNCLEAR,)),
        (("../2021",), "2022-01-01", (PAST,)),
        (("2022", "2023"), "2023-08-10", (PAST, NOW)),
        (("2023", "2022"), "2023-08-10", (NOW, PAST)),
        (("2019/2022", "2022/.."), "2022-08", (PAST, NOW)),
        (("2019/..", "2022/.."), "2022-08", (UNCLEAR, NOW)),
        (("2022", "2022-05"), "2022-08", (UNCLEAR, PAST)),
        (("2022", "2022-05"), "2022-05-31", (UNCLEAR, NOW)),
        (("2022", "2022"), "2022-08", (UNCLEAR, UNCLEAR)),
        (("../2022", "2022"), "2022-08", (UNCLEAR, NOW)),
        (("2022", None), "2022-08", (NOW, UNCLEAR)),
        (("../2021", None), "2021-06", (UNCLEAR, UNCLEAR)),
        (("2020/2023", "2020/2023"), "2023-02", (UNCLEAR, UNCLEAR)),
    ],
)
def test_one_head_a_side(times: tuple[str | None, ...], day: str, held: tuple[Holding, ...]) -> None:
    chairs = [chair(f"p{number}", time) for number, time in enumerate(times)]

    assert tuple(seats(chairs, parse_date(day)).values()) == held


def test_each_side_has_its_own_head_and_one_person_is_no_rival_to_himself() -> None:
    chairs = [chair("a", "2022"), chair("b", "2022", party="IND"), chair("c", "2022", person="a")]

    assert set(seats(chairs, parse_date("2022-08")).values()) == {NOW}


def term(title: str, held: str, *, over_by: str | None = None, complete: bool = False) -> Term:
    over = parse_date(over_by) if over_by else None
    time = parse_date(held)
    return Term(title=Text.plain(title), party="BRA", level="minister", held=time, complete=complete, over_by=over,
                place=FILE)  # fmt: skip


def person(*terms: Term) -> Person:
    return Person(id="p", name="Ann One", sort_name="One", terms=terms, place=FILE)


@pytest.mark.parametrize(
    ("terms", "event", "as_of", "title"),
    [
        ([term("Minister", "2019")], "2019", "2021-04-23", "Minister"),
        ([term("Minister", "2019", over_by="2022-09-01")], "2019", "2022-08-31", "Minister"),
        ([term("Minister", "2019", over_by="2022-09-01")], "2019", "2022-09-01", "then Minister"),
        ([term("Minister", "2019", over_by="2022-09-01")], "2022-09-01", "2022-09-01", "former Minister"),
        ([term("Minister", "2019/2023", over_by="2022-09-01")], "2022-09-02", "2023-08-01", "former Minister"),
        ([term("Minister", "2019/2021-04-23", complete=True)], "2020", "2021-04-23", "Minister"),
        ([term("Minister", "2019/2021-04-23", complete=True)], "2020", "2021-04-24", "then Minister"),
        ([term("Minister", "2019", over_by="2021-06")], "2019", "2021", "then Minister"),
        ([term("Minister", "2010/..", over_by="../2020")], "2015-05", "2016", "Minister"),
        ([term("Minister", "2010/..", over_by="../2020")], "2015-05", "2021", "then Minister"),
        ([term("Minister", "2018", over_by="2020"), term("Aide", "2012", over_by="2014")], "2021", "2021",
         "former Minister"),
        ([term("Minister", "2015", over_by="2017"), term("President", "2020/..")], "2015", "2021", "then Minister"),
    ],
)  # fmt: skip
def test_an_office_of_the_events_day_is_said_to_be_over_as_of_the_briefs(
    terms: list[Term], event: str, as_of: str, title: str
) -> None:
    day = parse_date(as_of)

    assert title_at(offices_then(person(*terms), day), parse_date(event), day, WORDING) == title


@pytest.mark.parametrize(
    ("made", "as_of", "left"),
    [
        (term("Minister", "2019/2022"), "2018-12-31", []),
        (term("Minister", "2019/2022", complete=True), "2021-12-31", [("2019/..", False, None)]),
        (term("Minister", "2019/2022", complete=True), "2022-01-01", [("2019/2022", True, None)]),
        (term("Minister", "2019", over_by="2022-09-01"), "2022-08-31", [("2019", False, None)]),
        (term("Minister", "2019", over_by="2022-09-01"), "2022-09-01", [("2019", False, "2022-09-01")]),
        (term("Minister", "../2021"), "2020-12-31", []),
        (term("Minister", "../2021"), "2021-01-01", [("../2021", False, None)]),
    ],
)
def test_terms_are_as_they_were_known_on_the_day(
    made: Term, as_of: str, left: list[tuple[str, bool, str | None]]
) -> None:
    known = offices_then(person(made), parse_date(as_of)).terms

    assert [(str(t.held), t.complete, str(t.over_by) if t.over_by else None) for t in known] == left
