"""Trade period by period: what is stated, what is reckoned from it, with whose doubt, and from which rows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from briefgen.model.comparability import Basis
from briefgen.model.facts.controlled_vocabularies import Traded, Valuation, WordedAs, YearBasis
from briefgen.model.values.quantity import Op, Quantity
from samples.viewing import seen

if TYPE_CHECKING:
    from briefgen.model.view import Figure, TradeYear

HEADER = (
    "id,period,exporter,importer,reporter,flow,value,op,half_unit,scale,currency,valuation,year_basis,status,sources\n"
)


def row(
    name: str,
    value: str,
    *,
    flow: str = "X",
    way: str = "PAK,BLR",
    year: str = "2019",
    half: str = "0",
    scale: str = "1",
    unit: str = "USD",
    op: str = "eq",
    reporter: str = "PAK",
    status: str = "asserted",
) -> str:
    return f"{name},{year},{way},{reporter},{flow},{value},{op},{half},{scale},{unit},FOB,calendar,{status},ref\n"


def years(*rows: str, claims: str = "preferred") -> tuple[TradeYear, ...]:
    return seen({"trade.csv": HEADER + "".join(rows)}, f"claims: {claims}\nhide: {{topics: [defence]}}\n").trade


def year(*rows: str, claims: str = "preferred") -> TradeYear:
    (found,) = years(*rows, claims=claims)
    return found


def facts(figure: Figure | None) -> list[str]:
    assert figure
    return [fact.fact for fact in figure.origin.facts]


def usd(value: str, op: Op = Op.EQ, **more: Decimal) -> Quantity:
    return Quantity(Decimal(value), op, more.get("high"), more.get("half"), "USD")


ONE, BACK = row("a", "15"), row("b", "35", way="BLR,PAK")


# ---------------------------------------------------------------- totals


def test_what_is_stated_is_taken_and_else_reckoned_from_both_directions() -> None:
    reckoned, stated = year(ONE, BACK), year(ONE, BACK, row("t", "51", flow="TURNOVER"))

    assert reckoned.turnover
    assert stated.turnover
    assert (reckoned.turnover.quantity, reckoned.turnover.derived) == (usd("50"), True)
    assert reckoned.turnover.origin.formula == "exports of PAK + exports of BLR"
    assert facts(reckoned.turnover) == ["a", "b"]
    assert str(reckoned.turnover.period) == "2019"
    assert (stated.turnover.quantity.base_value == 51, stated.turnover.derived) == (True, False)
    assert facts(stated.turnover) == ["t"]
    assert [fact.fact for fact in stated.origin.facts] == ["a", "b", "t"]


def test_one_direction_or_two_units_give_no_sum() -> None:
    assert (year(ONE).turnover, year(ONE).balance, year(ONE).shares) == (None, None, {})
    assert year(ONE, row("b", "35", way="BLR,PAK", unit="EUR")).turnover is None
    assert [*year(ONE).exports] == ["PAK"]


@pytest.mark.parametrize(
    ("rows", "party", "value", "told"),
    [
        ([ONE, BACK], "BLR", 20, ["b", "a"]),
        ([row("a", "35"), row("b", "15", way="BLR,PAK")], "PAK", 20, ["a", "b"]),
        ([ONE, BACK, row("s", "19", flow="BALANCE", way="BLR,PAK")], "BLR", 19, ["s"]),
        ([row("s", "-19", flow="BALANCE", way="PAK,BLR")], "BLR", 19, ["s"]),
        ([row("s", "0", flow="BALANCE", way="PAK,BLR")], None, 0, ["s"]),
        ([row("s", "0.3", flow="BALANCE", way="PAK,BLR", half="0.5")], None, Decimal("0.3"), ["s"]),
        ([row("s", "0.6", flow="BALANCE", way="PAK,BLR", half="0.5")], "PAK", Decimal("0.6"), ["s"]),
    ],
)
def test_a_surplus_belongs_to_the_larger_exporter(
    rows: list[str], party: str | None, value: Decimal, told: list[str]
) -> None:
    found = year(*rows)

    assert found.balance
    assert (found.surplus_party, facts(found.balance)) == (party, told)
    assert found.balance.quantity.value == value


def test_a_balance_that_may_be_nothing_is_nobody_s() -> None:
    found = year(row("a", "15", half="0.5"), row("b", "16", way="BLR,PAK", half="0.5"))

    assert (found.surplus_party, found.balance) == (None, None)


def test_shares_are_of_both_directions_and_keep_their_interval_and_formula() -> None:
    found = year(row("a", "20", half="0.5"), row("b", "60", half="0.5", way="BLR,PAK")).shares

    assert [*found] == ["PAK", "BLR"]
    assert (found["PAK"].quantity, found["BLR"].quantity) == (
        Quantity(Decimal(25), Op.ABOUT, unit="%"), Quantity(Decimal(75), Op.ABOUT, unit="%"),
    )  # fmt: skip
    assert found["PAK"].origin.formula == "exports of PAK / (exports of PAK + exports of BLR)"
    assert found["BLR"].origin.formula == "exports of BLR / (exports of BLR + exports of PAK)"
    assert (facts(found["PAK"]), facts(found["BLR"])) == (["a", "b"], ["b", "a"])
    assert found["PAK"].derived
    assert found["PAK"].interval
    assert found["PAK"].interval.low
    assert 24 < found["PAK"].interval.low < 25
    assert str(found["PAK"].period) == "2019"


def test_periods_rise_in_time_and_one_without_totals_is_left_out() -> None:
    product = "p,2019,PAK,BLR,,X,5,eq,0,1,USD,,,asserted,ref,HS17,85\n"
    header = HEADER.replace("sources\n", "sources,scheme,code\n")
    rows = [row("c", "3", year="2020"), row("a", "1", year="2017"), row("b", "2", year="2018")]
    found = seen({"trade.csv": header + "".join(text.replace("ref\n", "ref,,\n") for text in rows) + product}).trade

    assert [str(one.period) for one in found] == ["2017", "2018", "2020"]
    assert [str(one.against) for one in found] == ["None", "2017", "2018"]


# ---------------------------------------------------------------- changes


def both(number: str, there: str, back: str, **more: str) -> list[str]:
    return [
        row(f"a{number}", there, year=number, **more),
        row(f"b{number}", back, way="BLR,PAK", year=number, **more),
    ]


def test_every_flow_changes_against_the_period_before() -> None:
    _, found = years(*both("2018", "10", "30"), *both("2019", "11", "60"))

    assert {name: change.estimate.quantity.value for name, change in found.changes.items()} == {
        "PAK": 10, "BLR": 100, "turnover": Decimal("77.5"), "balance": 145,
    }  # fmt: skip
    change = found.changes["PAK"]
    assert change.direction == "up"
    assert (change.estimate.quantity.op, change.estimate.quantity.unit) == (Op.ABOUT, "%")
    assert change.estimate.origin.formula == "later / earlier - 1"
    assert facts(change.estimate) == ["a2019", "a2018"]
    assert str(change.estimate.period) == "2019"


def test_a_balance_that_changes_hands_has_no_change() -> None:
    _, found = years(*both("2018", "10", "30"), *both("2019", "30", "10"))

    assert "balance" not in found.changes
    assert "turnover" in found.changes


def test_two_units_or_nothing_before_have_no_change() -> None:
    _, units = years(*both("2018", "10", "30", unit="EUR"), *both("2019", "11", "60"))
    _, nothing = years(row("a", "0", year="2018"), row("b", "5", year="2019"))

    assert units.changes == {}
    assert nothing.changes == {}


# ---------------------------------------------------------------- claims

LOW, HIGH = row("low", "14"), row("high", "15", status="preferred")


@pytest.mark.parametrize(
    ("rows", "first"),
    [
        (["asserted", "preferred"], "r1"),
        (["asserted", "asserted"], "r0"),
        (["derived", "asserted"], "r1"),
        (["contested", "derived"], "r1"),
        (["superseded", "contested"], "r1"),
        (["superseded", "superseded"], "r0"),
    ],
)
def test_of_several_claims_the_one_that_stands_best_is_printed(rows: list[str], first: str) -> None:
    claims = [row(f"r{number}", "5", status=status) for number, status in enumerate(rows)]

    assert facts(year(*claims).exports["PAK"]) == [first]


@pytest.mark.parametrize(
    ("claims", "told", "is_contested"),
    [
        ([LOW, HIGH], ["high"], True),
        ([row("low", "14", unit="EUR"), HIGH], ["high"], True),
        ([row("low", "14", half="1"), HIGH], ["high"], False),
        ([row("low", "14", half="0.9"), HIGH], ["high"], True),
        ([row("low", "15"), HIGH], ["high"], False),
        ([row("low", "15", status="contested"), HIGH], ["high"], True),
        ([row("low", "14", status="superseded"), HIGH], ["high"], False),
    ],
)
def test_a_figure_is_contested_where_claims_that_stand_cannot_both_be_true(
    claims: list[str],
    told: list[str],
    is_contested: bool,  # noqa: FBT001 - a table's column
) -> None:
    figure = year(*claims).exports["PAK"]

    assert (facts(figure), figure.contested) == (told, is_contested)


@pytest.mark.parametrize(
    ("claims", "span"),
    [
        ([LOW, HIGH], usd("14", Op.RANGE, high=Decimal(15))),
        (
            [row("low", "14", half="0.5"), row("high", "20", half="2")],
            usd("14", Op.RANGE, high=Decimal(20), half=Decimal(2)),
        ),
        ([row("low", "14", scale="1000"), row("high", "20")], usd("20", Op.RANGE, high=Decimal(14000))),
    ],
)  # fmt: skip
def test_a_range_goes_from_the_lowest_claim_to_the_highest_in_the_finest_scale(
    claims: list[str], span: Quantity
) -> None:
    figure = year(*claims, claims="range").exports["PAK"]

    assert figure.quantity == span
    assert (figure.contested, figure.derived, str(figure.period)) == (True, True, "2019")
    assert (facts(figure), figure.origin.formula) == (["low", "high"], "lowest to highest of 2 claims")


@pytest.mark.parametrize("other", [row("low", "14", unit="EUR"), row("low", "14", op="more_than")])
def test_claims_that_have_no_common_span_are_not_spanned(other: str) -> None:
    figure = year(other, HIGH.replace("15", "3"), claims="range").exports["PAK"]

    assert facts(figure) == ["high"]
    assert figure.quantity.value == 3


def test_turnover_has_no_direction_and_balance_has_one() -> None:
    turnover = [row("t", "50", flow="TURNOVER"), row("u", "60", flow="TURNOVER", way="BLR,PAK")]
    balance = [row("s", "5", flow="BALANCE"), row("z", "6", flow="BALANCE", way="BLR,PAK")]

    assert year(*turnover).turnover
    assert year(*turnover).turnover.contested  # type: ignore[union-attr]
    assert not year(*balance).balance.contested  # type: ignore[union-attr]


def test_claims_on_other_periods_flows_or_products_dispute_nothing() -> None:
    product = "p,2019,PAK,BLR,,X,1,eq,0,1,USD,,,asserted,ref,HS17,85\n"
    header = HEADER.replace("sources\n", "sources,scheme,code\n")
    rows = [row("a", "5"), row("b", "6", year="2018"), row("c", "7", way="BLR,PAK"), row("d", "8", flow="TURNOVER")]
    found = seen({"trade.csv": header + "".join(text.replace("ref\n", "ref,,\n") for text in rows) + product}).trade

    assert not any(figure.contested for one in found for figure in one.exports.values())


@pytest.mark.parametrize(
    ("claims", "kept", "listed"),
    [("all", ["low", "high", "b"], ["low", "high"]), ("range", ["low", "high", "b"], []),
     ("preferred", ["high", "b"], []), ("none", ["b"], [])],
)  # fmt: skip
def test_an_audience_gets_the_claims_that_it_asks_for(claims: str, kept: list[str], listed: list[str]) -> None:
    text = HEADER + LOW + HIGH + BACK
    found = seen({"trade.csv": text}, f"claims: {claims}\n")

    assert [item.id for item in found.items["observations"]] == kept
    assert [item.id for item in found.trade[0].claims] == listed


def test_a_sum_of_a_contested_figure_is_contested_and_has_a_basis_where_both_have_one() -> None:
    same = year(row("a", "15", reporter="PAK"), row("b", "35", way="BLR,PAK", reporter="PAK"))
    other = year(row("a", "15", reporter="PAK"), row("b", "35", way="BLR,PAK", reporter="BLR"))
    contested = year(LOW, HIGH, BACK)

    assert same.turnover
    assert other.turnover
    assert contested.turnover
    assert same.turnover.basis
    assert same.turnover.basis.reporter == "PAK"
    assert other.turnover.basis
    assert other.turnover.basis.reporter == "PAK+BLR", "both told as exports, and valued alike"
    assert [f.contested for f in (same.turnover, contested.turnover, contested.shares["BLR"])] == [False, True, True]
    assert same.exports["PAK"].basis == Basis(
        "PAK", YearBasis.CALENDAR, Valuation.FOB, WordedAs.EXPORTS, Traded.UNKNOWN
    )
    unknown = year(row("a", "15", reporter="")).exports["PAK"].basis
    assert unknown == Basis(None, YearBasis.CALENDAR, Valuation.FOB, WordedAs.UNKNOWN, Traded.UNKNOWN)


def test_flows_are_no_parts_of_a_turnover_in_another_currency() -> None:
    rows = [row("a", "15"), row("b", "35", way="BLR,PAK"), row("t", "50", flow="TURNOVER")]
    alike, unlike = year(*rows), year(*rows[:2], rows[2].replace("USD", "EUR"))

    assert [*alike.shares] == ["PAK", "BLR"]
    assert unlike.shares == {}
    assert unlike.surplus_party == "BLR"


def test_flows_in_two_currencies_make_no_sum_share_or_balance() -> None:
    found = year(row("a", "15"), row("b", "35", way="BLR,PAK").replace("USD", "EUR"))

    assert (found.turnover, found.balance, found.surplus_party, found.shares) == (None, None, None, {})


AGAINST = {
    # periods in order → what the last is held against
    ("2018", "2019"): "2018",
    ("2016", "2019"): "2016",
    ("2018", "2019-01/2019-12"): "2018",
    ("2018", "2019-03"): None,
    ("2018-03", "2019"): None,
    ("2019-02", "2019-03"): None,
    ("2018-03", "2019-02", "2019-03"): "2018-03",
    ("2017-03", "2019-03"): "2017-03",
    ("2018-01/2018-03", "2019-01/2019-03"): "2018-01/2018-03",
    ("2018-10/2018-12", "2019-01/2019-03"): None,
    ("2018-07/2019-06", "2019-07/2020-06"): "2018-07/2019-06",
    ("2018", "2018-07/2019-06"): None,
    ("2018", "2019-03-05"): None,
    ("2018/2019", "2019"): None,
    ("2018", "2019/.."): None,
    ("2018", "2018-12", "2019"): "2018",
}


@pytest.mark.parametrize("periods", AGAINST, ids=" then ".join)
def test_only_spans_of_one_length_and_season_are_held_against_each_other(periods: tuple[str, ...]) -> None:
    found = years(*(row(f"r{n}", str(10 + n), year=period) for n, period in enumerate(periods)))[-1]

    against = AGAINST[periods]
    assert bool(found.changes) is (against is not None)
    assert str(found.against if found.changes else None) == str(against)
