"""Which figures may be compared and added: one table of pairs, each with the reasons that keep it apart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from briefgen.diagnostics import Place
from briefgen.model.comparability import (
    Bar,
    Basis,
    Observed,
    PeriodForm,
    SpanLength,
    are_alike_spans,
    are_of_one_measure,
    are_one_span,
    bars_between,
    basis_of,
    basis_of_flows,
    basis_of_sum,
    form_of,
    period_key,
    span_length,
    year_basis_of,
)
from briefgen.model.facts.controlled_vocabularies import Flow, Traded, Valuation, WordedAs, YearBasis
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.values.period import YearBegins, beginning, parse_period
from briefgen.model.values.quantity import Quantity

_SOLD = Basis("PAK", YearBasis.CALENDAR, Valuation.FOB, WordedAs.EXPORTS)
_BOUGHT = Basis("PAK", YearBasis.CALENDAR, Valuation.CIF, WordedAs.IMPORTS)
_TOTAL = Basis("PAK", YearBasis.CALENDAR)
_VAGUE = replace(_SOLD, valuation=Valuation.UNKNOWN)
_JULY, _APRIL = YearBegins(7, 1), YearBegins(4, 1)


def _figure(period: str, basis: Basis | None = _SOLD, unit: str = "USD", begins: YearBegins | None = None) -> Observed:
    return Observed(beginning(parse_period(period), begins), Quantity(Decimal(5), unit=unit), basis)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_figure("2019"), _figure("2020")),
        (_figure("2020"), _figure("2019")),
        (_figure("2015"), _figure("2020?")),
        (_figure("2019-03"), _figure("2020-03")),
        (_figure("2019-Q2"), _figure("2020-Q2")),
        (_figure("2019-Q2"), _figure("2020-04/2020-06")),
        (_figure("2019-H1"), _figure("2020-H1")),
        (_figure("2019-01/2019-12"), _figure("2020")),
        (_figure("2023-01/2023-09"), _figure("2022-01/2022-09")),
        (_figure("2015/2017"), _figure("2018/2020")),
        (_figure("FY2011-12"), _figure("FY2012-13")),
        (_figure("FY2011-12", begins=_JULY), _figure("FY2012-13", begins=_JULY)),
        (_figure("FY2011-12", begins=_JULY), _figure("2012-07/2013-06")),
        (_figure("2019", _TOTAL), _figure("2020", _TOTAL)),
        (_figure("2019-03", replace(_SOLD, year=YearBasis.UNKNOWN)), _figure("2020-03")),
        (_figure("FY2011-12", replace(_SOLD, year=YearBasis.UNKNOWN)), _figure("FY2012-13")),
    ],
)  # fmt: skip
def test_like_figures_are_compared(one: Observed, other: Observed) -> None:
    assert bars_between(one, other) == ()


@pytest.mark.parametrize(
    ("one", "other", "bars"),
    [
        # units
        (_figure("2019"), _figure("2020", unit="EUR"), {Bar.UNIT}),
        (_figure("2019"), _figure("2020", unit="usd"), {Bar.UNIT}),
        # spans
        (_figure("2022"), _figure("2023-03"), {Bar.LENGTH}),
        (_figure("2022-03"), _figure("2023"), {Bar.LENGTH}),
        (_figure("2022-Q1"), _figure("2023-H1"), {Bar.LENGTH}),
        (_figure("2022"), _figure("2023-01/2023-11"), {Bar.LENGTH}),
        (_figure("2019"), _figure("2020/2021"), {Bar.LENGTH}),
        (_figure("2019"), _figure("2020/.."), {Bar.LENGTH}),
        (_figure("2019~"), _figure("2020~"), {Bar.LENGTH}),
        (_figure("2019-03-04"), _figure("2020-03-04"), {Bar.LENGTH}),
        (_figure("2019-03"), _figure("2019-04"), {Bar.SEASON}),
        (_figure("2022-12"), _figure("2023-01"), {Bar.SEASON}),
        (_figure("2022-Q1"), _figure("2023-Q2"), {Bar.SEASON}),
        (_figure("2022-H1"), _figure("2023-H2"), {Bar.SEASON}),
        (_figure("2019"), _figure("2019"), {Bar.OVERLAP}),
        (_figure("2015/2017"), _figure("2016/2018"), {Bar.OVERLAP}),
        (_figure("FY2011-12"), _figure("FY2011-12"), {Bar.OVERLAP}),
        (_figure("2011"), _figure("FY2012-13"), {Bar.YEARS}),
        (_figure("2011"), _figure("FY2012-13", begins=_JULY), {Bar.YEARS}),
        (_figure("FY2011-12", begins=_APRIL), _figure("FY2012-13", begins=_JULY), {Bar.YEARS}),
        (_figure("FY2011-12"), _figure("FY2012-13", begins=_JULY), {Bar.BEGINNING_UNKNOWN}),
        (_figure("2019", replace(_SOLD, year=YearBasis.UNKNOWN)), _figure("2020"), {Bar.YEARS_UNKNOWN}),
        (_figure("2015/2017", replace(_SOLD, year=YearBasis.UNKNOWN)), _figure("2018/2020"), {Bar.YEARS_UNKNOWN}),
        (_figure("2019", replace(_SOLD, year=YearBasis.FISCAL)), _figure("2020"), {Bar.YEARS}),
        # bases
        (_figure("2019"), _figure("2020", replace(_SOLD, reporter="BLR")), {Bar.REPORTER}),
        (_figure("2019"), _figure("2020", replace(_SOLD, reporter=None)), {Bar.REPORTER_UNKNOWN}),
        (_figure("2019", replace(_SOLD, reporter=None)), _figure("2020", replace(_SOLD, reporter=None)),
         {Bar.REPORTER_UNKNOWN}),
        (_figure("2019"), _figure("2020", replace(_SOLD, valuation=Valuation.CIF)), {Bar.VALUATION}),
        (_figure("2019"), _figure("2020", _VAGUE), {Bar.VALUATION_UNKNOWN}),
        (_figure("2019"), _figure("2020", replace(_SOLD, valuation=None)), {Bar.VALUATION}),
        (_figure("2019"), _figure("2020", replace(_SOLD, side=WordedAs.IMPORTS)), {Bar.SIDE}),
        (_figure("2019"), _figure("2020", replace(_SOLD, side=WordedAs.UNKNOWN)), {Bar.SIDE_UNKNOWN}),
        (_figure("2019"), _figure("2020", None), {Bar.MIXED}),
        (_figure("2019", None), _figure("2020", None), {Bar.MIXED}),
        # the first year of an unknown beginning is compared within one statistic alone
        (_figure("FY2011-12"), _figure("FY2012-13", replace(_SOLD, reporter="BLR")),
         {Bar.REPORTER, Bar.BEGINNING_UNKNOWN}),
        # several at once
        (_figure("2022", Basis(None)), _figure("2023-03", Basis(None), "EUR"),
         {Bar.UNIT, Bar.LENGTH, Bar.REPORTER_UNKNOWN}),
    ],
)  # fmt: skip
def test_unlike_figures_are_not(one: Observed, other: Observed, bars: set[Bar]) -> None:
    assert set(bars_between(one, other)) == bars
    assert set(bars_between(other, one)) == bars


def test_what_is_known_to_be_unlike_is_told_before_what_is_not_known() -> None:
    one, other = _figure("2022", Basis(None)), _figure("2023-03", Basis(None))
    assert bars_between(one, other)[0] is Bar.LENGTH
    assert bars_between(one, _figure("2023", Basis(None)))[0] is Bar.REPORTER_UNKNOWN


# ---------------------------------------------------------------- sums


def test_a_sum_of_months_rests_on_what_all_of_them_rest_on() -> None:
    assert basis_of_sum([_SOLD] * 12) == _SOLD
    assert basis_of_sum([Basis(None)] * 12) == Basis(None), "what nobody says of any of them is alike"
    for odd in (replace(_SOLD, reporter=None), replace(_SOLD, side=WordedAs.UNKNOWN), _BOUGHT, None):
        assert basis_of_sum([_SOLD, odd]) is None
        assert basis_of_sum([odd, _SOLD]) is None
    assert basis_of_sum([]) is None


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (_SOLD, _BOUGHT, True),
        (Basis(None), Basis(None), True),
        (Basis(None, side=WordedAs.EXPORTS), Basis(None, side=WordedAs.IMPORTS), True),
        (_SOLD, replace(_SOLD, reporter="BLR"), True),
        (_BOUGHT, replace(_BOUGHT, reporter="BLR"), True),
        (_SOLD, replace(_BOUGHT, reporter="BLR"), False),
        (_SOLD, replace(_SOLD, reporter="BLR", valuation=Valuation.CIF), False),
        (_VAGUE, replace(_VAGUE, reporter="BLR"), False),
        (replace(_SOLD, side=WordedAs.UNKNOWN), replace(_SOLD, reporter="BLR", side=WordedAs.UNKNOWN), False),
        (_SOLD, replace(_SOLD, reporter=None), False),
        (_SOLD, replace(_BOUGHT, year=YearBasis.FISCAL), False),
        (_SOLD, replace(_BOUGHT, year=YearBasis.UNKNOWN), False),
        (_SOLD, None, False),
        (None, None, False),
    ],
)  # fmt: skip
def test_flows_are_joined_on_one_statistic_or_one_side(one: Basis | None, other: Basis | None, *, joined: bool) -> None:
    assert (basis_of_flows(one, other) is not None) is joined
    assert (basis_of_flows(other, one) is not None) is joined


def test_a_sum_of_flows_is_compared_where_its_parts_are_not_known_to_be_unlike() -> None:
    sums = basis_of_flows(_SOLD, _BOUGHT)
    assert bars_between(_figure("2019", sums), _figure("2020", sums)) == ()
    assert bars_between(_figure("2019", sums), _figure("2020", _TOTAL)) == (), "one statistic's own total"
    fob = basis_of_flows(_SOLD, replace(_BOUGHT, valuation=Valuation.FOB))
    assert bars_between(_figure("2019", sums), _figure("2020", fob)) == (Bar.VALUATION,)
    told = basis_of_flows(_SOLD, replace(_BOUGHT, side=WordedAs.EXPORTS))
    assert bars_between(_figure("2019", sums), _figure("2020", told)) == (Bar.SIDE,)
    vague = basis_of_flows(_SOLD, replace(_BOUGHT, valuation=Valuation.UNKNOWN))
    assert bars_between(_figure("2019", sums), _figure("2020", vague)) == (), "of a sum nobody is asked for it"
    both = basis_of_flows(_SOLD, replace(_SOLD, reporter="BLR"))
    assert bars_between(_figure("2019", both), _figure("2020", both)) == ()
    assert bars_between(_figure("2019", both), _figure("2020", sums))[0] is Bar.REPORTER


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("2019-03", "2019-04", True), ("2019-Q1", "2019-Q2", True), ("2019", "2020", True),
        ("2019-H1", "2020-H2", True),
        ("2019-03", "2019-03", False), ("2019", "2019", False), ("2019-03", "2019-Q1", False),
        ("2019-01/2019-06", "2019-03/2019-08", False),
    ],
)  # fmt: skip
def test_on_one_line_stand_figures_of_one_measure_whatever_their_season(one: str, other: str, *, is_one: bool) -> None:
    assert are_of_one_measure(_figure(one), _figure(other)) is is_one
    assert not are_of_one_measure(_figure(one), _figure(other, unit="EUR"))
    assert not are_of_one_measure(_figure(one), _figure(other, replace(_SOLD, reporter="BLR")))


# ---------------------------------------------------------------- spans


@pytest.mark.parametrize(
    ("one", "other", "alike", "same"),
    [
        ("2019", "2020", True, False), ("2019-03", "2020-03", True, False), ("2019-03", "2019-04", False, False),
        ("2019", "2019-01/2019-12", True, True), ("2019-Q1", "2019-01", False, False),
        ("2019", "2019-H1", False, False),
        ("2019-H2", "2019", False, False), ("2019-05-01", "2020-05-01", False, False), ("2019~", "2020~", False, False),
        ("2019?", "2019", True, True), ("2019-Q1", "2019-01/2019-03", True, True), ("2019/2020", "2019", False, False),
    ],
)  # fmt: skip
def test_spans_are_alike_in_length_and_season_or_one_and_the_same(
    one: str, other: str, *, alike: bool, same: bool
) -> None:
    mine, theirs = parse_period(one), parse_period(other)

    assert (are_alike_spans(mine, theirs), are_one_span(mine, theirs)) == (alike, same)
    assert (are_alike_spans(theirs, mine), are_one_span(theirs, mine)) == (alike, same)


@pytest.mark.parametrize(
    ("text", "length", "form"),
    [
        ("2019", SpanLength.YEAR, PeriodForm.YEAR), ("2019~", SpanLength.YEAR, PeriodForm.YEAR),
        ("FY2019-20", SpanLength.YEAR, PeriodForm.FISCAL_YEAR), ("2019-H1", SpanLength.HALF_YEAR, PeriodForm.HALF_YEAR),
        ("2019-Q3", SpanLength.QUARTER, PeriodForm.QUARTER), ("2019-03", SpanLength.MONTH, PeriodForm.MONTH),
        ("2019-03-04", SpanLength.OTHER, None), ("2019-01/2019-12", SpanLength.YEAR, None),
        ("2015/2017", SpanLength.OTHER, None), ("2019-04/2019-06", SpanLength.QUARTER, None),
    ],
)  # fmt: skip
def test_a_period_has_a_length_and_a_form(text: str, length: SpanLength, form: PeriodForm | None) -> None:
    assert span_length(parse_period(text)) is length
    assert form_of(parse_period(text)) is form


@pytest.mark.parametrize(
    ("text", "stated", "found"),
    [
        ("2019", YearBasis.UNKNOWN, YearBasis.UNKNOWN), ("2019", YearBasis.CALENDAR, YearBasis.CALENDAR),
        ("2019", YearBasis.FISCAL, YearBasis.FISCAL), ("2019-03", YearBasis.UNKNOWN, YearBasis.CALENDAR),
        ("2019-Q1", YearBasis.UNKNOWN, YearBasis.CALENDAR), ("FY2019-20", YearBasis.UNKNOWN, YearBasis.FISCAL),
        ("FY2019-20", YearBasis.CALENDAR, YearBasis.FISCAL), ("2015/2017", YearBasis.UNKNOWN, YearBasis.UNKNOWN),
    ],
)  # fmt: skip
def test_the_form_of_a_period_says_which_years_are_counted_before_its_row_does(
    text: str, stated: YearBasis, found: YearBasis
) -> None:
    assert year_basis_of(parse_period(text), stated) is found


# ---------------------------------------------------------------- rows


def _row(period: str = "2019", **more: object) -> TradeObservation:
    told = {"exporter": "PAK", "importer": "BLR", "flow": Flow.X, "reporter": "PAK", **more}
    value = Quantity(Decimal(5), unit="USD")
    return TradeObservation(id="r", place=Place("x"), value=value, period=parse_period(period), **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "side"),
    [
        ({"reporter": "PAK"}, WordedAs.EXPORTS), ({"reporter": "BLR"}, WordedAs.IMPORTS),
        ({"reporter": "DEU"}, WordedAs.UNKNOWN), ({"reporter": None}, WordedAs.UNKNOWN),
        ({"reporter": None, "worded_as": WordedAs.IMPORTS}, WordedAs.IMPORTS),
        ({"reporter": "PAK", "worded_as": WordedAs.EXPORTS}, WordedAs.EXPORTS),
        ({"reporter": "PAK", "worded_as": WordedAs.IMPORTS}, WordedAs.UNKNOWN),
        ({"flow": Flow.TURNOVER}, None), ({"flow": Flow.BALANCE, "worded_as": WordedAs.EXPORTS}, None),
    ],
)  # fmt: skip
def test_a_flow_is_told_from_the_side_of_who_reports_it(more: dict[str, object], side: WordedAs | None) -> None:
    assert basis_of(_row(**more)).side is side  # type: ignore[arg-type]


def test_a_row_says_how_it_is_measured() -> None:
    sold = basis_of(_row(valuation=Valuation.FOB, counts=Traded.GOODS, year_basis=YearBasis.CALENDAR))
    both = basis_of(_row(flow=Flow.TURNOVER, valuation=Valuation.FOB, counts=Traded.GOODS))
    counted = SeriesObservation(
        id="s", place=Place("x"), value=Quantity(Decimal(5)), period=parse_period("2019-03"), indicator="i",
        whose="PAK", towards="BLR", reporter="BLR",
    )  # fmt: skip

    assert sold == Basis("PAK", YearBasis.CALENDAR, Valuation.FOB, WordedAs.EXPORTS, Traded.GOODS)
    assert both == Basis("PAK", counts=Traded.GOODS), "a turnover is mixed by nature"
    assert basis_of(counted) == Basis("BLR", YearBasis.CALENDAR)


def test_rows_of_fiscal_years_of_two_countries_are_of_one_period_only_where_their_days_are_known() -> None:
    mine, theirs = _row("FY2019-20"), _row("FY2019-20", reporter="BLR")
    known = [replace(row, period=beginning(row.period, _JULY)) for row in (mine, theirs)]

    assert period_key(mine) != period_key(theirs)
    assert period_key(mine) == period_key(replace(mine, id="other"))
    assert period_key(known[0]) == period_key(known[1])
    assert period_key(_row("2019")) == period_key(_row("2019", reporter="BLR"))


def test_flows_that_count_unlike_things_are_not_joined() -> None:
    goods = replace(_SOLD, counts=Traded.GOODS)

    assert basis_of_flows(goods, replace(_BOUGHT, counts=Traded.SERVICES)) is None
    joined = basis_of_flows(goods, replace(_BOUGHT, counts=Traded.GOODS))
    assert joined == Basis(
        "PAK", YearBasis.CALENDAR, counts=Traded.GOODS, parts=(goods, replace(_BOUGHT, counts=Traded.GOODS))
    )
    assert bars_between(_figure("2019", goods), _figure("2020", replace(goods, counts=Traded.SERVICES))) == (
        Bar.COUNTED,
    )


def test_when_fiscal_years_begin_is_not_known_of_two_statistics_that_nobody_names() -> None:
    nobody = replace(_SOLD, reporter=None, year=YearBasis.FISCAL)

    assert set(bars_between(_figure("FY2011-12", nobody), _figure("FY2012-13", nobody))) == {
        Bar.REPORTER_UNKNOWN, Bar.BEGINNING_UNKNOWN,
    }  # fmt: skip
