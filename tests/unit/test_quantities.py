"""Quantities keep their doubt through reading and arithmetic."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.values.arithmetic import direction, growth, share, signed_sum
from briefgen.model.values.quantity import Interval, Op, Quantity, half_unit_of, parse_decimal, parse_quantity

D = Decimal


def million(text: str, op: Op = Op.ABOUT) -> Quantity:
    """A figure of trade as it was written."""
    return Quantity(D(text), op, half_unit=half_unit_of(text), unit="USD", scale=1_000_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 sessions", Quantity(D(5), unit="sessions")),
        ("> 80 documents", Quantity(D(80), Op.MORE_THAN, unit="documents")),
        ("more than 80 documents", Quantity(D(80), Op.MORE_THAN, unit="documents")),
        ("over 80 documents", Quantity(D(80), Op.MORE_THAN, unit="documents")),
        ("at least 2 groups", Quantity(D(2), Op.AT_LEAST, unit="groups")),
        ("less than 2.5 %", Quantity(D("2.5"), Op.LESS_THAN, half_unit=D("0.05"), unit="%")),
        ("at most 10", Quantity(D(10), Op.AT_MOST)),
        ("up to 3 million EUR", Quantity(D(3), Op.AT_MOST, half_unit=D("0.5"), unit="EUR", scale=1_000_000)),
        (">= 2", Quantity(D(2), Op.AT_LEAST)),
        ("≥2 groups", Quantity(D(2), Op.AT_LEAST, unit="groups")),
        ("< 10", Quantity(D(10), Op.LESS_THAN)),
        ("<= 10", Quantity(D(10), Op.AT_MOST)),
        ("about 25 years", Quantity(D(25), Op.ABOUT, half_unit=D("0.5"), unit="years")),
        ("~1900 students", Quantity(D(1900), Op.ABOUT, half_unit=D(50), unit="students")),
        ("about 0 visitors", Quantity(D(0), Op.ABOUT, half_unit=D("0.5"), unit="visitors")),
        ("2..4 groups", Quantity(D(2), Op.RANGE, D(4), unit="groups")),
        ("2.5 %", Quantity(D("2.5"), half_unit=D("0.05"), unit="%")),
        ("-20", Quantity(D(-20))),
        ("about 200 million USD", Quantity(D(200), Op.ABOUT, half_unit=D("0.5"), unit="USD", scale=1_000_000)),
        ("1.2..1.5 billion EUR", Quantity(D("1.2"), Op.RANGE, D("1.5"), D("0.05"), "EUR", 1_000_000_000)),
        ("> 40 thousand  XOF", Quantity(D(40), Op.MORE_THAN, half_unit=D("0.5"), unit="XOF", scale=1_000)),
        ("200 USD", Quantity(D(200), unit="USD")),
        ("2 million people", Quantity(D(2), unit="million people")),
        ("2 million usd", Quantity(D(2), unit="million usd")),
    ],
)
def test_the_short_form_is_read(text: str, expected: Quantity) -> None:
    assert parse_quantity(text) == expected


@pytest.mark.parametrize(
    "text", ["", "many", "1,5", "1e3", "5sessions", "> 2..4", "over 2..4", "More than 80", "4..2", "nan", "١٢", "1_000"]
)
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a|a range"):
        parse_quantity(text)


@pytest.mark.parametrize("text", ["1,5", "1e3", "nan", "inf", "1_000", "+5", " 5", "5.", ".5", "0x1", "٥"])
def test_a_plain_number_is_nothing_else(text: str) -> None:
    with pytest.raises(ValueError, match=r"50\.2"):
        parse_decimal(text)


@pytest.mark.parametrize(("text", "half"), [("50.2", "0.05"), ("52", "0.5"), ("0.125", "0.0005"), ("50.20", "0.005")])
def test_the_half_unit_comes_from_the_digits_written(text: str, half: str) -> None:
    assert half_unit_of(text) == D(half)


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (million("50.2"), D(50_150_000), D(50_250_000)),
        (Quantity(D(80), Op.MORE_THAN), D(80), None),
        (Quantity(D(80), Op.AT_MOST), None, D(80)),
        (Quantity(D(2), Op.RANGE, D(4)), D(2), D(4)),
        (Quantity(D(5)), D(5), D(5)),
    ],
)
def test_an_interval_holds_every_value_it_can_mean(quantity: Quantity, low: Decimal | None, high: Decimal) -> None:
    assert quantity.interval == Interval(low, high)


def test_sums_add_their_doubt() -> None:
    total = signed_sum([(1, million("15.1")), (1, million("35.1", Op.EQ))])

    assert total == Quantity(D("50.2"), Op.ABOUT, None, D("0.10"), "USD", 1_000_000)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ([(1, Quantity(D(80), Op.MORE_THAN)), (1, Quantity(D(5)))], Quantity(D(85), Op.MORE_THAN)),
        ([(1, Quantity(D(80), Op.AT_LEAST)), (1, Quantity(D(5), Op.ABOUT))], Quantity(D(85), Op.AT_LEAST)),
        ([(1, Quantity(D(80))), (-1, Quantity(D(5), Op.AT_LEAST))], Quantity(D(75), Op.AT_MOST)),
        ([(1, Quantity(D(2), Op.RANGE, D(4))), (1, Quantity(D(5)))], Quantity(D(7), Op.RANGE, D(9))),
    ],
)
def test_sums_keep_bounds_and_ranges(terms: list[tuple[int, Quantity]], expected: Quantity) -> None:
    assert signed_sum(terms) == expected


def test_sums_bring_scales_together() -> None:
    thousands = Quantity(D(1500), Op.EQ, None, D("0.5"), "USD", 1000)
    total = signed_sum([(1, million("15", Op.EQ)), (-1, thousands)])

    assert total is not None
    assert total.interval == Interval(D(12_999_500), D(14_000_500))


@pytest.mark.parametrize(
    "terms",
    [
        [(1, Quantity(D(80), Op.MORE_THAN)), (1, Quantity(D(5), Op.AT_MOST))],
        [(1, Quantity(D(80), Op.MORE_THAN)), (-1, Quantity(D(5), Op.AT_LEAST))],
        [(1, Quantity(D(80), unit="documents")), (1, Quantity(D(5), unit="sessions"))],
        [],
    ],
)
def test_bounds_that_do_not_meet_and_other_units_have_no_sum(terms: list[tuple[int, Quantity]]) -> None:
    assert signed_sum(terms) is None


@pytest.mark.parametrize(
    ("before", "after", "low", "high", "expected"),
    [
        # The intervals of the first relation: only what is certain may be called a rise.
        ("50.2", "52", "2.49", "4.69", "up"),
        ("35.1", "37", "3.84", "6.99", "up"),
        ("15.1", "15", "-4.29", "2.99", "unclear"),
    ],
)
def test_growth_refuses_a_direction_where_zero_is_possible(
    before: str, after: str, low: str, high: str, expected: str
) -> None:
    found = growth(million(before), million(after))

    assert found is not None
    estimate, interval = found
    assert interval.low is not None
    assert interval.high is not None
    assert (round(interval.low, 2), round(interval.high, 2)) == (D(low), D(high))
    assert interval.holds(estimate)
    assert direction(interval) == expected


@pytest.mark.parametrize("before", ["0", "-5"])
def test_growth_from_nothing_or_less_is_not_computed(before: str) -> None:
    assert growth(million(before), million("5")) is None


def test_a_share_holds_its_estimate() -> None:
    found = share(million("15.1"), million("35.1"))

    assert found is not None
    estimate, interval = found
    assert round(estimate, 1) == D("30.1")
    assert interval.holds(estimate)


_WRITTEN = st.decimals(D("0.1"), D(100_000), places=1).map(str)


@given(_WRITTEN, _WRITTEN, st.decimals(-1, 1), st.decimals(-1, 1))
def test_the_growth_of_any_true_values_lies_in_the_interval(
    before: str, after: str, off: Decimal, other: Decimal
) -> None:
    one, two = million(before), million(after)
    found = growth(one, two)
    if found is None:
        return
    true_before = (one.value + off * D("0.05")) * one.scale
    true_after = (two.value + other * D("0.05")) * two.scale

    actual = (true_after / true_before - 1) * 100
    assert found[1].low is not None
    assert found[1].high is not None
    assert found[1].low - D("1e-15") <= actual <= found[1].high + D("1e-15")


@given(st.lists(st.tuples(st.sampled_from([1, -1]), _WRITTEN), min_size=1, max_size=5), st.data())
def test_the_sum_of_any_true_values_lies_in_the_interval(terms: list[tuple[int, str]], data: st.DataObject) -> None:
    total = signed_sum([(sign, million(text)) for sign, text in terms])
    offs = [data.draw(st.decimals(D("-0.05"), D("0.05"), places=3)) for _ in terms]
    actual = sum(sign * (D(text) + off) for (sign, text), off in zip(terms, offs, strict=True)) * 1_000_000

    assert total is not None
    assert total.interval.holds(D(actual))


@given(st.text(max_size=16))
def test_any_text_is_a_quantity_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert parse_quantity(text).value.is_finite()
