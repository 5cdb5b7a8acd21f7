"""Trade of months, quarters, half-years and years: what adds up, what stands first, what is compared."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from briefgen.model.comparability import Bar, SpanLength
from briefgen.model.values.date import parse_date
from briefgen.view import Request
from samples.relation_files import FOLDER, MINIMAL
from samples.viewing import seen

if TYPE_CHECKING:
    from briefgen.model.view import View

HEADER = (
    "id,period,exporter,importer,flow,value,scale,currency,reporter,valuation,year_basis,worded_as,sensitivity,"
    "sources\n"
)
AS_OF = Request(as_of=parse_date("2030-01-01"))
RELATION = MINIMAL[f"{FOLDER}/relation.yaml"].replace("2021-04-23", "2030-01-01")


def row(period: str, value: object = 5, **more: str) -> str:
    """A figure that PAK reports of what it sells."""
    way, flow = more.get("way", "PAK,BLR"), more.get("flow", "X")
    name = f"{flow}-{way}-{period}-{more.get('reporter', 'pak')}{more.get('unit', '')}"
    name = name.lower().replace(",", "-").replace("/", "--").replace("?", "")
    cells = (
        name, period, way, flow, value, more.get("scale", "1"), more.get("unit", "USD"), more.get("reporter", "PAK"),
        more.get("valuation", "FOB"), more.get("basis", ""), more.get("side", ""),
        more.get("label", "public"), "ref",
    )  # fmt: skip
    return ",".join(str(cell) for cell in cells) + "\n"


def year(period: str, value: object = 5, **more: str) -> str:
    return row(period, value, **{"basis": "calendar", **more})


def months(of: int, value: int = 1, **more: str) -> list[str]:
    return [row(f"{of}-{month:02d}", value, **more) for month in range(1, 13)]


def view_of(*rows: str, as_of: str = "2030-01-01", more: str = "") -> View:
    files = {"relation.yaml": RELATION, "trade.csv": HEADER + "".join(rows)}
    return seen(files, more, Request(as_of=parse_date(as_of)))


def years(*rows: str, as_of: str = "2030-01-01") -> list[str]:
    return [str(one.period) for one in view_of(*rows, as_of=as_of).trade]


# ---------------------------------------------------------------- sums


@pytest.mark.parametrize(
    ("parts", "kind", "formula"),
    [
        (months(2023, 2), SpanLength.MONTH, "sum of 12 months of 2023"),
        ([row(f"2023-Q{n}", 6) for n in range(1, 5)], SpanLength.QUARTER, "sum of 4 quarters of 2023"),
        ([row(f"2023-H{n}", 12) for n in (1, 2)], SpanLength.HALF_YEAR, "sum of 2 half-years of 2023"),
        ([row("2023-H1", 12), row("2023-07/2023-12", 12)], SpanLength.HALF_YEAR, "sum of 2 half-years of 2023"),
        (
            [*months(2023, 9), row("2023-H1", 12), row("2023-H2", 12)],
            SpanLength.HALF_YEAR,
            "sum of 2 half-years of 2023",
        ),
    ],
)
def test_all_parts_of_a_year_add_up_to_it(parts: list[str], kind: SpanLength, formula: str) -> None:
    view = view_of(*parts)
    (found,) = view.trade
    figure = found.exports["PAK"]

    assert (str(found.period), found.length, found.summed_from) == ("2023", SpanLength.YEAR, kind)
    assert (int(figure.quantity.value), figure.derived, figure.origin.formula) == (24, True, formula)
    assert len(figure.origin.facts) == int(formula.split()[2])
    assert len(view.trade_periods) == len(parts)


@pytest.mark.parametrize("gone", range(12))
def test_a_year_that_lacks_a_month_is_none(gone: int) -> None:
    left = [text for number, text in enumerate(months(2023)) if number != gone]
    view = view_of(*left, year("2022"))

    assert [str(one.period) for one in view.trade] == ["2022"]
    assert len(view.trade_periods) == 11


@pytest.mark.parametrize(
    "odd",
    [
        {"reporter": "BLR"}, {"reporter": ""}, {"valuation": "CIF"}, {"valuation": ""}, {"unit": "EUR"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", [0, 5, 11])
def test_months_that_are_unlike_are_not_added(odd: dict[str, str], place: int) -> None:
    parts = months(2023)
    parts[place] = row(f"2023-{place + 1:02d}", 1, **odd)

    assert years(year("2022"), *parts) == ["2022"]


def test_months_of_which_nobody_says_whose_they_are_add_up_and_are_not_compared() -> None:
    view = view_of(*months(2022, reporter="", valuation=""), *months(2023, 2, reporter="", valuation=""))
    first, last = view.trade

    assert [int(one.exports["PAK"].quantity.value) for one in (first, last)] == [12, 24]
    assert last.changes == {}
    assert [one.why for one in last.not_compared] == [Bar.REPORTER_UNKNOWN]


def test_what_is_entered_of_a_year_stands_and_the_rest_is_added() -> None:
    rows = [year("2023", 100, flow="TURNOVER"), *months(2023, 2), *months(2023, 3, way="BLR,PAK", flow="X")]
    (found,) = view_of(*rows).trade

    assert found.turnover
    assert (int(found.turnover.quantity.value), found.turnover.derived) == (100, False)
    assert found.exports["PAK"].quantity.value == 24
    assert year("2023", 7) not in rows
    (stated,) = view_of(*rows, year("2023", 7)).trade
    assert (int(stated.exports["PAK"].quantity.value), stated.exports["PAK"].derived) == (7, False)


def test_two_reporters_of_months_are_added_each_for_itself() -> None:
    rows = [*months(2023, 2), *months(2023, 5, reporter="BLR", valuation="CIF")]
    (found,) = view_of(*rows, more="claims: all\n").trade

    assert found.exports["PAK"].quantity.value == 24
    assert found.exports["PAK"].contested


@pytest.mark.parametrize("odd", ["2023-09/2023-11", "2023-08/2023-10", "2023-11/2024-01", "2022-12/2023-02"])
def test_spans_that_are_no_quarters_complete_no_year(odd: str) -> None:
    assert years(year("2022"), *(row(f"2023-Q{n}") for n in (1, 2, 3)), row(odd)) == ["2022"]


def test_a_hidden_month_leaves_no_year() -> None:
    parts = months(2023)
    parts[3] = row("2023-04", 1, label="restricted")

    assert years(year("2022"), *parts) == ["2022"]


def test_a_year_of_months_is_known_from_the_last_of_its_days() -> None:
    assert years(year("2022"), *months(2023), as_of="2023-12-30") == ["2022"]
    assert years(year("2022"), *months(2023), as_of="2023-12-31") == ["2022", "2023"]


def test_balances_of_one_side_add_up() -> None:
    (found,) = view_of(*months(2023, 2, way="BLR,PAK", flow="BALANCE")).trade

    assert found.balance
    assert (found.surplus_party, int(found.balance.quantity.value)) == ("BLR", 24)


def test_a_month_in_doubt_puts_its_year_in_doubt() -> None:
    parts = months(2023)
    parts[3] = row("2023-04?", 1)

    assert years(*parts) == ["2023?"]


# ---------------------------------------------------------------- what stands first


def test_years_are_what_trade_is_and_all_else_stands_beside() -> None:
    view = view_of(year("2021"), row("FY2022-23"), row("2023-03"), row("2023-Q1"), row("2023-H1"), row("2019/2020"))

    assert [str(one.period) for one in view.trade] == ["2021", "FY2022-23"]
    assert [one.length.value for one in view.trade_periods] == ["other", "quarter", "half_year", "month"]


@pytest.mark.parametrize(
    ("periods", "told"),
    [
        (["2023-01", "2023-02", "2023-03"], ["2023-01", "2023-02", "2023-03"]),
        (["2023-01", "2023-Q1", "2023-04"], ["2023-01", "2023-04"]),
        (["2023-02", "2023-03", "2023-Q1"], ["2023-Q1"]),
        (["2023-05", "2023-06", "2023-H1"], ["2023-H1"]),
        (["2015/2018"], ["2015/2018"]),
    ],
)
def test_without_a_year_the_newest_kind_of_period_is_told_as_what_it_is(periods: list[str], told: list[str]) -> None:
    assert years(*(row(period) for period in periods)) == told


# ---------------------------------------------------------------- changes


def test_a_month_is_held_against_the_same_month_a_year_before() -> None:
    view = view_of(row("2022-03", 10), row("2022-04", 100), row("2023-03", 11))
    last = view.trade_periods[-1]

    assert str(last.against) == "2022-03"
    assert last.changes["PAK"].estimate.quantity.value == 10


def test_a_month_without_its_like_has_no_change_and_nothing_to_say() -> None:
    last = view_of(row("2023-02"), row("2023-03")).trade_periods[-1]
    assert (last.changes, last.not_compared) == ({}, ())


def test_fiscal_years_of_one_reporter_are_compared_though_nobody_says_when_they_begin() -> None:
    last = view_of(row("FY2021-22", 10), row("2022/23", 12)).trade[-1]
    assert last.changes["PAK"].estimate.quantity.value == 20


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (year("2022"), row("FY2023-24"), Bar.YEARS),
        (row("2022"), row("2023"), Bar.YEARS_UNKNOWN),
        (year("2022"), year("2023", reporter="BLR"), Bar.REPORTER),
        (year("2022", reporter=""), year("2023"), Bar.REPORTER_UNKNOWN),
        (year("2022"), year("2023", valuation="CIF"), Bar.VALUATION),
        (year("2022"), year("2023", valuation=""), Bar.VALUATION_UNKNOWN),
        (year("2022"), year("2023", unit="EUR"), Bar.UNIT),
        (year("2022"), year("2023", side="imports"), Bar.SIDE_UNKNOWN),  # its reporter sells, and so exports
        (year("2022", reporter="USA", side="exports"), year("2023", reporter="USA", side="imports"), Bar.SIDE),
    ],
)
def test_what_is_not_compared_says_why_and_names_no_change(one: str, other: str, why: Bar) -> None:
    last = view_of(one, other).trade[-1]
    assert last.changes == {}
    (told,) = last.not_compared
    assert (told.why, told.of) == (why, ())
    assert len(told.origin.facts) == 2


@pytest.mark.parametrize(
    "earlier",
    [
        [year("2022", unit="EUR")],
        [row("FY2023-24", unit="EUR")],
        [year("2024")],
        [row("FY2023-24")],
    ],
)
def test_what_nobody_holds_a_year_against_is_not_explained(earlier: list[str]) -> None:
    last = next(one for one in view_of(*earlier, row("FY2024-25")).trade if str(one.period) == "FY2024-25")
    is_alike = earlier[0].startswith("x-pak-blr-fy2023-24")

    assert bool(last.not_compared or last.changes) is is_alike


def test_a_year_is_held_against_the_last_that_it_may_be_held_against() -> None:
    last = view_of(year("2021"), year("2022", unit="EUR"), row("FY2023-24")).trade[-1]
    (told,) = last.not_compared

    assert (str(told.earlier), told.why) == ("2021", Bar.YEARS)


def test_one_reason_that_holds_for_all_stands_for_all_and_others_name_what_they_hold_for() -> None:
    one = [year("2022"), year("2022", way="BLR,PAK"), year("2022", flow="TURNOVER")]
    unlike = view_of(*one, year("2023"), year("2023", way="BLR,PAK", valuation="CIF"), year("2023", flow="TURNOVER"))
    (told,) = unlike.trade[-1].not_compared

    assert (told.why, told.of) == (Bar.VALUATION, ("BLR",))
    assert set(unlike.trade[-1].changes) == {"PAK", "turnover"}


def test_growth_a_year_is_over_fiscal_years_too() -> None:
    rows = [row(f"FY{first}-{first - 1999}", value, flow="TURNOVER") for first, value in ((2019, 100), (2021, 121))]
    (growth,) = (one for one in view_of(*rows).trade[-1].indicators if one.name == "annual_growth_of_turnover")

    assert growth.figure
    assert growth.figure.quantity.value == Decimal(10)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([year("2019"), year("2021")], "the_series_is_shorter_than_two_years"),
        ([year("2020", flow="TURNOVER"), year("2021", flow="TURNOVER")], "the_series_is_shorter_than_two_years"),
        (
            [year("2019", flow="TURNOVER", reporter=""), year("2021", flow="TURNOVER", reporter="")],
            "the_sources_do_not_say_whose_statistics_these_are",
        ),
        ([row("2019", flow="TURNOVER"), row("2021", flow="TURNOVER")], "it_is_not_known_when_these_years_begin"),
        (
            [year("2019", flow="TURNOVER"), year("2021", flow="TURNOVER", unit="EUR")],
            "the_inputs_have_different_units",
        ),
        (
            [year("2019", flow="TURNOVER"), year("2021", flow="TURNOVER", reporter="BLR")],
            "the_figures_are_not_measured_alike",
        ),
        ([row("2020-03", flow="TURNOVER"), row("2023-03", flow="TURNOVER")], "the_period_is_not_a_year"),
    ],
)
def test_growth_a_year_says_truly_why_there_is_none(rows: list[str], why: str) -> None:
    (growth,) = (one for one in view_of(*rows).trade[-1].indicators if one.name == "annual_growth_of_turnover")
    assert (growth.figure, growth.why) == (None, why)


def test_two_reports_of_both_directions_together_are_not_called_none() -> None:
    both = [year("2019", flow="TURNOVER"), year("2019", 7, flow="TURNOVER", reporter="BLR", way="BLR,PAK")]
    seen_by = view_of(*both, more="claims: all\n").trade[-1]
    mirrored = [one for one in seen_by.indicators if one.name == "mirror_discrepancy"]
    assert {one.why for one in mirrored} == {"the_two_reports_on_record_are_of_both_directions_together"}
    alone = [one for one in view_of(both[0]).trade[-1].indicators if one.name == "mirror_discrepancy"]
    assert {one.why for one in alone} == {"no_two_reports_of_the_flow_in_one_period_are_on_record"}


# ---------------------------------------------------------------- both directions


@pytest.mark.parametrize(
    ("back", "joined"),
    [
        ({}, True),
        ({"valuation": "CIF"}, True),
        ({"reporter": "BLR"}, True),
        ({"reporter": "BLR", "valuation": "CIF"}, False),
        ({"reporter": ""}, False),
        ({"basis": ""}, False),
        ({"unit": "EUR"}, False),
    ],
)
def test_directions_are_added_and_shared_where_they_are_of_one_statistic_or_side(
    back: dict[str, str],
    joined: bool,  # noqa: FBT001 - a table's column
) -> None:
    (found,) = view_of(year("2023", 15), year("2023", 35, way="BLR,PAK", **back)).trade
    ratio = next(one for one in found.indicators if one.name == "cover_ratio")

    assert set(found.exports) == {"PAK", "BLR"}
    assert (found.turnover is not None) is joined
    assert (found.balance is not None) is joined
    assert bool(found.shares) is joined
    assert (ratio.figure is not None) is joined


def test_a_year_of_months_that_two_report_is_the_sum_of_one_of_them() -> None:
    mine = months(2019, 1)
    theirs = [row(f"2019-{month:02d}", 100, reporter="BLR", valuation="CIF") for month in range(1, 13)]
    mixed = [line for pair in zip(mine, theirs, strict=True) for line in pair]
    turned = [*mixed[:2], *(line for pair in zip(theirs[1:], mine[1:], strict=True) for line in pair)]

    for rows in (mixed, turned):
        found = view_of(*rows, more="claims: all\n")
        [whole] = [one for one in found.trade if str(one.period) == "2019"]
        assert str(whole.exports["PAK"].quantity.value) == "12"


@pytest.mark.parametrize(("later", "is_compared"), [((9, 5), True), ((5, 9), False), ((9, 9), False)])
def test_a_balance_is_compared_where_the_same_side_is_ahead(later: tuple[int, int], *, is_compared: bool) -> None:
    rows = [
        year(period, value, way=way, side=side, reporter="PAK", valuation=valuation)
        for period, values in (("2018", (8, 5)), ("2019", later))
        for value, way, side, valuation in (
            (values[0], "PAK,BLR", "exports", "FOB"), (values[1], "BLR,PAK", "imports", "CIF"),
        )
    ]  # fmt: skip
    last = view_of(*rows).trade[-1]

    assert str(last.period) == "2019"
    assert ("balance" in last.changes) is is_compared


@pytest.mark.parametrize(("way", "is_compared"), [("PAK,BLR", True), ("BLR,PAK", False)])
def test_a_stated_balance_is_compared_with_one_of_the_same_side(way: str, *, is_compared: bool) -> None:
    rows = [year("2018", 3, flow="BALANCE", way="PAK,BLR"), year("2019", 4, flow="BALANCE", way=way)]

    assert ("balance" in view_of(*rows).trade[-1].changes) is is_compared


@pytest.mark.parametrize("periods", [["2018"], [f"2018-{month:02d}" for month in range(1, 13)]])
def test_goods_and_services_are_never_one_figure(periods: list[str]) -> None:
    header = HEADER.replace("sensitivity,", "counts,sensitivity,")
    lines = [
        year(period, value).replace(",public,", f",{counts},public,").replace("x-pak", f"x-{counts}-pak", 1)
        for period in periods
        for counts, value in (("services", 700), ("goods", 5))
    ]
    found = seen({"relation.yaml": RELATION, "trade.csv": header + "".join(lines)}, "", AS_OF)
    whole = next(one for one in found.trade if str(one.period) == "2018")

    assert (whole.counts, int(whole.exports["PAK"].quantity.value)) in {
        ("services", 700 * len(periods)), ("goods", 5 * len(periods)),
    }  # fmt: skip
