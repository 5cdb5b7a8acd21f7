"""Indicators of trade: the worked figures of the first relation and of the literature, and laws of their intervals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.values.indicators import (
    CIF_OVER_FOB,
    Refused,
    Why,
    annual_growth,
    concentration,
    cover_ratio,
    growth,
    grubel_lloyd_of,
    mirror_discrepancy,
    normalised_balance,
    share,
)
from briefgen.model.values.quantity import Estimate, Op, Quantity, half_unit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.values.indicators import Result


def money(text: str, op: Op = Op.ABOUT, unit: str = "USD") -> Quantity:
    """An amount in millions with the half-unit of its digits."""
    return Quantity(Decimal(text), op, None, half_unit_of(text), unit, 1_000_000)


def exactly(text: str) -> Quantity:
    """An amount without doubt."""
    return Quantity(Decimal(text), unit="USD")


def told(result: Result, places: int) -> tuple[str, str, str]:
    """Estimate and ends, rounded."""
    assert isinstance(result, Estimate)
    ends = result.interval
    assert ends.low is not None
    assert ends.high is not None
    return tuple(f"{value:.{places}f}" for value in (result.value, ends.low, ends.high))  # type: ignore[return-value]


X19, M19, T19 = money("15.1"), money("35.1"), money("50.2")
X20, M20, T20 = money("15"), money("37"), money("52")
B19 = Quantity(Decimal(20), Op.ABOUT, None, Decimal("0.1"), "USD", 1_000_000)  # 35.1 - 15.1
B20 = Quantity(Decimal(22), Op.ABOUT, None, Decimal(1), "USD", 1_000_000)  # 37 - 15, each to half a unit


@pytest.mark.parametrize(
    ("result", "places", "expected"),
    [
        (growth(T19, T20), 2, ("3.59", "2.49", "4.69")),
        (growth(M19, M20), 2, ("5.41", "3.84", "6.99")),
        (growth(X19, X20), 2, ("-0.66", "-4.29", "2.99")),
        (growth(B19, B20), 1, ("10.0", "4.5", "15.6")),
        (share(X19, M19), 1, ("30.1", "30.0", "30.2")),
        (share(M20, X20), 1, ("71.2", "70.2", "72.1")),
        (cover_ratio(X19, M19), 1, ("43.0", "42.8", "43.2")),
        (cover_ratio(X20, M20), 1, ("40.5", "38.7", "42.5")),
        (normalised_balance(X19, M19), 3, ("-0.398", "-0.400", "-0.396")),
        (normalised_balance(X20, M20), 3, ("-0.423", "-0.442", "-0.404")),
        (grubel_lloyd_of([(X19, M19)]), 4, ("0.6016", "0.5988", "0.6044")),
        (grubel_lloyd_of([(X20, M20)]), 4, ("0.5769", "0.5490", "0.6038")),
    ],
)
def test_the_figures_of_the_first_relation(result: Result, places: int, expected: tuple[str, str, str]) -> None:
    assert told(result, places) == expected


def test_the_mirror_example_of_the_world_bank() -> None:
    # WITS: in 2001 Pakistan reports exports of 236 to China, China reports imports of 557 (millions of US dollars).
    exports, imports = exactly("236"), exactly("557")

    assert told(mirror_discrepancy(imports, exports), 1)[0] == "136.0"
    assert told(mirror_discrepancy(imports, exports, CIF_OVER_FOB), 1)[0] == "122.7"
    assert told(cover_ratio(imports, exports), 0)[0] == "236"


def test_a_change_of_valuation_weighs_more_than_the_growth_it_hides() -> None:
    # Were 35.1 at the importer's border and 37 at the exporter's, growth would be twice what it seems.
    assert told(growth(M19, M20), 1)[0] == "5.4"
    at_the_exporter = Quantity(Decimal("35.1") / CIF_OVER_FOB, unit="USD", scale=1_000_000)
    assert told(growth(at_the_exporter, M20), 1)[0] == "11.7"


def test_annual_growth_over_years_and_never_over_one() -> None:
    assert told(annual_growth(exactly("100"), exactly("121"), 2), 4)[0] == "10.0000"
    assert told(annual_growth(exactly("100"), exactly("51.2"), 3), 4)[0] == "-20.0000"
    assert annual_growth(T19, T20, 1) == Refused(Why.PERIODS)


def test_indices_over_products() -> None:
    even = [exactly("25")] * 4
    assert told(concentration(even), 4)[0] == "0.2500"
    assert told(concentration([exactly("60"), exactly("40")]), 4)[0] == "0.5200"
    assert told(grubel_lloyd_of([(exactly("10"), exactly("10")), (exactly("30"), exactly("10"))]), 4)[0] == "0.6667"


def test_a_flow_that_stopped_fell_by_all_of_it() -> None:
    assert told(growth(X19, money("0")), 1) == ("-100.0", "-100.0", "-96.7")
    assert told(share(exactly("0"), exactly("5")), 1) == ("0.0", "0.0", "0.0")


@pytest.mark.parametrize(
    ("result", "why"),
    [
        (growth(None, T20), Why.MISSING),
        (growth(money("0"), T20), Why.ZERO),
        (growth(exactly("0"), exactly("1")), Why.ZERO),
        (growth(money("-5"), T20), Why.NEGATIVE),
        (growth(money("5", unit="EUR"), T20), Why.UNITS),
        (share(money("5", Op.MORE_THAN), M19), Why.UNBOUNDED),
        (cover_ratio(X19, money("3", Op.AT_MOST)), Why.UNBOUNDED),
        (normalised_balance(X19, None), Why.MISSING),
        (concentration([]), Why.PRODUCTS),
        (concentration([exactly("0")] * 2), Why.ZERO),
        (grubel_lloyd_of([]), Why.PRODUCTS),
    ],
)
def test_what_cannot_be_computed_says_why(result: Result, why: Why) -> None:
    assert result == Refused(why)


# ---------------------------------------------------------------- laws

_POSITIVE = st.integers(2, 10**6).map(lambda n: f"{n / 10:.1f}")


@st.composite
def doubtful(draw: st.DrawFn) -> Quantity:
    """An amount with a half-unit, or a range."""
    low = draw(_POSITIVE)
    if draw(st.booleans()):
        return Quantity(Decimal(low), draw(st.sampled_from([Op.EQ, Op.ABOUT])), None, Decimal("0.05"), "USD", 1000)
    return Quantity(Decimal(low), Op.RANGE, Decimal(low) + draw(st.integers(0, 50)), Decimal("0.05"), "USD", 1000)


def choice(data: st.DataObject, quantity: Quantity) -> Fraction:
    """A true value within a quantity's interval, exactly."""
    ends = quantity.interval
    assert ends.low is not None
    assert ends.high is not None
    weight = Fraction(data.draw(st.integers(0, 20)), 20)
    return Fraction(ends.low) + (Fraction(ends.high) - Fraction(ends.low)) * weight


PAIRS: dict[str, tuple[Callable[[Quantity, Quantity], Result], Callable[[Fraction, Fraction], Fraction]]] = {
    "growth": (growth, lambda a, b: (b / a - 1) * 100),
    "share": (share, lambda a, b: a / (a + b) * 100),
    "cover ratio": (cover_ratio, lambda a, b: a / b * 100),
    "normalised balance": (normalised_balance, lambda a, b: (a - b) / (a + b)),
    "mirror": (
        lambda a, b: mirror_discrepancy(a, b, CIF_OVER_FOB),
        lambda a, b: (a / Fraction(CIF_OVER_FOB) / b - 1) * 100,
    ),
    "concentration": (
        lambda a, b: concentration([a, b]),
        lambda a, b: (a / (a + b)) ** 2 + (b / (a + b)) ** 2,
    ),
    "products": (lambda a, b: grubel_lloyd_of([(a, b)]), lambda a, b: 1 - abs(a - b) / (a + b)),
}


def ends_of(result: Result) -> tuple[Fraction, Fraction]:
    assert isinstance(result, Estimate)
    assert result.interval.low is not None
    assert result.interval.high is not None
    assert result.interval.holds(result.value)
    return Fraction(result.interval.low), Fraction(result.interval.high)


@pytest.mark.parametrize("name", PAIRS)
@given(doubtful(), doubtful(), st.data())
def test_an_interval_holds_the_result_of_every_choice(
    name: str, one: Quantity, other: Quantity, data: st.DataObject
) -> None:
    indicator, formula = PAIRS[name]
    low, high = ends_of(indicator(one, other))

    assert low <= formula(choice(data, one), choice(data, other)) <= high


@pytest.mark.parametrize("name", PAIRS)
@given(doubtful(), doubtful(), st.integers(0, 10))
def test_more_doubt_going_in_is_no_less_coming_out(name: str, one: Quantity, other: Quantity, more: int) -> None:
    indicator, _ = PAIRS[name]
    assert one.half_unit
    high = one.high if one.high is not None else one.value
    wider = Quantity(one.value, Op.RANGE, high + more, one.half_unit, "USD", 1000)
    low, top = ends_of(indicator(one, other))
    wide_low, wide_top = ends_of(indicator(wider, other))

    assert wide_low <= low
    assert wide_top >= top


@given(doubtful(), doubtful(), st.integers(2, 30), st.data())
def test_the_interval_of_annual_growth_holds_every_choice(
    one: Quantity, other: Quantity, years: int, data: st.DataObject
) -> None:
    low, high = ends_of(annual_growth(one, other, years))
    true = choice(data, other) / choice(data, one)

    assert (1 + low / 100) ** years <= true <= (1 + high / 100) ** years
