"""What a row says of its years, and when they begin: periods as the loader leaves them."""

from __future__ import annotations

import pytest

from briefgen.load import load
from briefgen.model.facts.controlled_vocabularies import YearBasis
from briefgen.model.kinds.trade import TradeObservation
from samples.relation_files import FOLDER, MINIMAL, diagnostics_of, world

HEAD = "id,period,exporter,importer,flow,value,scale,currency,reporter,year_basis,sources\n"
RELATION = MINIMAL[f"{FOLDER}/relation.yaml"]


def _relation(pak: str = "", blr: str = "") -> str:
    def party(text: str, adjective: str, begins: str) -> str:
        return text.replace(f"adjective: {adjective}", f"adjective: {adjective}, fiscal_year_begins: {begins}")

    text = party(RELATION, "Pakistani", pak) if pak else RELATION
    return party(text, "Belarusian", blr) if blr else text


def _files(period: str, basis: str = "", reporter: str = "PAK", pak: str = "", blr: str = "") -> dict[str, str]:
    row = f"a,{period},PAK,BLR,X,5,1,USD,{reporter},{basis},ref\n"
    return {"relation.yaml": _relation(pak, blr), "trade.csv": HEAD + row}


def _row(period: str, basis: str = "", reporter: str = "PAK", pak: str = "", blr: str = "") -> TradeObservation:
    outcome = load(world(_files(period, basis, reporter, pak, blr)))
    (row,) = (fact for fact in outcome.value.relations[0].facts if isinstance(fact, TradeObservation))
    return row


@pytest.mark.parametrize(
    ("period", "basis", "read", "year_basis"),
    [
        ("2011-12", "", "2011-12", YearBasis.UNKNOWN),
        ("2011-12", "calendar", "2011-12", YearBasis.CALENDAR),
        ("2011-12", "fiscal", "FY2011-12", YearBasis.FISCAL),
        ("2011/2012", "", "2011/2012", YearBasis.UNKNOWN),
        ("2011/2012", "calendar", "2011/2012", YearBasis.CALENDAR),
        ("2011/2012", "fiscal", "FY2011-12", YearBasis.FISCAL),
        ("2011/12", "", "FY2011-12", YearBasis.FISCAL),
        ("2019-20", "", "FY2019-20", YearBasis.FISCAL),
        ("FY2019-20", "fiscal", "FY2019-20", YearBasis.FISCAL),
        ("2011-07/2012-06", "fiscal", "2011-07/2012-06", YearBasis.FISCAL),
        ("2019", "", "2019", YearBasis.UNKNOWN),
        ("2019-Q1", "", "2019-Q1", YearBasis.UNKNOWN),
    ],
)
def test_a_row_says_how_its_period_is_read(period: str, basis: str, read: str, year_basis: YearBasis) -> None:
    row = _row(period, basis)
    assert (row.period.text, row.year_basis) == (read, year_basis)


@pytest.mark.parametrize(
    ("period", "basis", "says", "hint"),
    [
        ("2012", "fiscal", "does not name one fiscal year", "FY2011-12 where it ends in 2012"),
        ("2012?", "fiscal", "does not name one fiscal year", "FY2012-13 where it begins then"),
        ("2012-05", "fiscal", "does not name one fiscal year", "of a part of a year leave year_basis empty"),
        ("2012-Q1", "fiscal", "does not name one fiscal year", "of a part of a year leave year_basis empty"),
        ("2012-H1", "fiscal", "does not name one fiscal year", "of a part of a year leave year_basis empty"),
        ("2011/2013", "fiscal", "does not name one fiscal year", "FY2011-12"),
        ("2012-05-04", "fiscal", "does not name one fiscal year", "FY2011-12"),
        ("FY2011-12", "calendar", "is a fiscal year, and its row says calendar", "year_basis: fiscal"),
        ("2011/12", "calendar", "is a fiscal year, and its row says calendar", "year_basis: fiscal"),
        ("2019-20", "calendar", "is a fiscal year, and its row says calendar", "the calendar year"),
    ],
)
def test_a_period_at_odds_with_its_row_is_told_where_it_stands(period: str, basis: str, says: str, hint: str) -> None:
    outcome = load(world(_files(period, basis)))
    (told,) = (one for one in outcome.diagnostics if one.code == "BG148")

    assert says in told.message
    assert told.hint
    assert hint in told.hint
    assert (told.place.line, told.place.column) == (2, 3)
    assert not any(isinstance(fact, TradeObservation) for fact in outcome.value.relations[0].facts)


@pytest.mark.parametrize(
    ("reporter", "pak", "blr", "lower", "upper"),
    [
        ("PAK", "07-01", "", "2011-07-01", "2012-06-30"),
        ("PAK", "07-01", "01-01", "2011-07-01", "2012-06-30"),
        ("BLR", "07-01", "", "2011-01-02", "2012-12-30"),
        ("", "07-01", "", "2011-01-02", "2012-12-30"),
        ("", "07-01", "04-01", "2011-01-02", "2012-12-30"),
        ("", "07-01", "07-01", "2011-07-01", "2012-06-30"),
        ("USA", "07-01", "07-01", "2011-01-02", "2012-12-30"),
        ("PAK", "", "", "2011-01-02", "2012-12-30"),
    ],
)
def test_a_fiscal_year_begins_on_its_reporters_day(reporter: str, pak: str, blr: str, lower: str, upper: str) -> None:
    period = _row("2011/12", "", reporter, pak, blr).period
    assert (str(period.lower), str(period.upper)) == (lower, upper)


def test_a_reporter_whose_fiscal_year_is_the_calendar_year_has_no_other() -> None:
    (told,) = diagnostics_of(_files("2011/12", reporter="BLR", blr="01-01"), only="BG149")
    assert "error[BG149] 'FY2011-12': a fiscal year that begins on 1 January is a calendar year" in told


@pytest.mark.parametrize("begins", ["1 July", "7-1", "02-29", "13-01", "07-32", "'2019-07-01'"])
def test_a_day_that_is_none_is_told_where_it_stands(begins: str) -> None:
    (told,) = (line for line in diagnostics_of(_files("2019", pak=begins), only="BG108") if "fiscal" not in line)
    assert "relation.yaml:3" in told
    assert "error[BG108]" in told


@pytest.mark.parametrize(
    ("period", "hint"),
    [
        ("FY2012", "FY2011-12 where it ends in 2012"),
        ("Q1 2023", "2023-Q1"),
        ("2011-2012", "FY2011-12"),
        ("FY11-12", "FY2011-12"),
        ("March 2023", "2023-03"),
        ("2019-21", "2023-03"),
        ("2023-Q5", "2023-Q1"),
        ("H3 2023", "2023-H1"),
        ("ongoing", "2023-Q1"),
        ("18/03/2019", "2019-03-18"),
    ],
)
def test_what_is_no_period_is_told_with_what_was_meant(period: str, hint: str) -> None:
    outcome = load(world(_files(period)))
    (told,) = (one for one in outcome.diagnostics if one.code == "BG110")

    assert told.hint
    assert hint in told.hint


def test_products_and_kinds_of_a_team_have_periods_too() -> None:
    files = {
        "relation.yaml": _relation("07-01", "07-01"),
        "products.csv": "id,exporter,importer,label,period,sources\np,PAK,BLR,Rice,2011/12,ref\n",
        "kinds/drawings.yaml": "what: a drawing\nabout: Of loans.\nfields:\n  drawn: {role: period, about: When.}\n",
        "drawings.yaml": "- {id: l, drawn: 2022-Q3, sources: [{ref: ref}]}\n- {id: m, drawn: 2019-20}\n",
    }
    facts = {fact.id: fact for fact in load(world(files)).value.relations[0].facts}

    assert str(facts["p"].period.upper) == "2012-06-30"  # type: ignore[attr-defined]
    assert str(facts["l"].values["drawn"].upper) == "2022-09-30"  # type: ignore[attr-defined]
    assert str(facts["m"].values["drawn"].upper) == "2020-06-30"  # type: ignore[attr-defined]
