"""Sums keep unit, scale, digits and every doubt of their terms; a direction is named only beyond zero."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.model.values.arithmetic import direction, signed_sum
from briefgen.model.values.quantity import Interval, Op, Quantity


def amount(value: str, op: Op = Op.EQ, *, high: str = "", half: str = "", scale: int = 1_000) -> Quantity:
    most, half_unit = (Decimal(text) if text else None for text in (high, half))
    return Quantity(Decimal(value), op, most, half_unit, "USD", scale)


@pytest.mark.parametrize(
    ("terms", "total"),
    [
        ([amount("5"), amount("7")], amount("12")),
        ([amount("5"), amount("7", Op.ABOUT)], amount("12", Op.ABOUT)),
        ([amount("5", half="0.5"), amount("7.5", half="0.05")], amount("12.5", half="0.55")),
        ([amount("5"), amount("2", scale=1_000_000)], amount("2005")),
        ([amount("5", half="0.5"), amount("2", half="0.5", scale=1_000_000)], amount("2005", half="500.5")),
        ([amount("5", Op.MORE_THAN), amount("2", scale=1_000_000)], amount("2005", Op.MORE_THAN)),
        ([amount("5", Op.AT_LEAST), amount("2", Op.AT_LEAST)], amount("7", Op.AT_LEAST)),
        ([amount("5", Op.AT_LEAST), amount("2", Op.MORE_THAN)], amount("7", Op.MORE_THAN)),
        ([amount("5", Op.LESS_THAN), amount("2", scale=1_000_000)], amount("2005", Op.LESS_THAN)),
        ([amount("5", Op.AT_MOST), amount("2", half="0.5")], amount("7.5", Op.AT_MOST)),
        ([amount("2", Op.RANGE, high="4"), amount("5")], amount("7", Op.RANGE, high="9")),
        ([amount("2", Op.RANGE, high="4"), amount("5", half="0.5")], amount("7", Op.RANGE, high="9", half="0.5")),
        ([amount("2", Op.RANGE, high="4", scale=1_000_000), amount("5")], amount("2005", Op.RANGE, high="4005")),
    ],
)
def test_a_sum_keeps_unit_scale_and_doubt(terms: list[Quantity], total: Quantity) -> None:
    assert signed_sum([(1, term) for term in terms]) == total


@pytest.mark.parametrize(
    ("terms", "written"),
    [
        ([amount("2", Op.RANGE, high="4", half="0.5"), amount("5", half="0.5")], ("7", "9")),
        ([amount("2.50", Op.RANGE, high="4.50", half="0.005"), amount("5.5", half="0.05")], ("8.00", "10.00")),
        ([amount("2E+1", Op.RANGE, high="4E+1"), amount("5E+1")], ("70", "90")),
        ([amount("2", Op.RANGE, high="4"), amount("5", half="0.05", scale=1)], ("2005", "4005")),
    ],
)
def test_the_ends_of_a_sum_are_written_as_finely_as_its_finest_term(
    terms: list[Quantity], written: tuple[str, str]
) -> None:
    total = signed_sum([(1, term) for term in terms])

    assert total
    assert (str(total.value), str(total.high)) == written


def test_a_term_that_is_taken_away_turns_its_doubt_round() -> None:
    assert signed_sum([(1, amount("9")), (-1, amount("5", Op.AT_MOST))]) == amount("4", Op.AT_LEAST)
    assert signed_sum([(1, amount("9")), (-1, amount("2", Op.RANGE, high="4"))]) == amount("5", Op.RANGE, high="7")
    assert signed_sum([(1, amount("9")), (-1, amount("5", Op.ABOUT, half="0.5"))]) == amount("4", Op.ABOUT, half="0.5")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("0.1", "2", "up"),
        ("0.1", None, "up"),
        ("0", "2", "unclear"),
        ("-1", "2", "unclear"),
        ("-2", "0", "unclear"),
        ("-2", "-0.1", "down"),
        (None, "-0.1", "down"),
        (None, None, "unclear"),
        ("-2", None, "unclear"),
        (None, "2", "unclear"),
    ],
)
def test_a_direction_is_named_only_where_zero_is_out_of_reach(low: str | None, high: str | None, expected: str) -> None:
    assert direction(Interval(*(None if end is None else Decimal(end) for end in (low, high)))) == expected


def test_intervals_meet_where_they_share_an_end_and_hold_their_ends() -> None:
    one, other, apart = (Interval(Decimal(low), Decimal(high)) for low, high in ((1, 2), (2, 3), (4, 5)))

    assert one.meets(other)
    assert other.meets(one)
    assert not one.meets(apart)
    assert not apart.meets(one)
    assert Interval(None, Decimal(4)).meets(apart)
    assert not Interval(None, Decimal(3)).meets(apart)
    assert Interval(Decimal(2), None).meets(one)
    assert not Interval(Decimal(3), None).meets(one)
    assert Interval(None, None).meets(one)
    assert [one.holds(Decimal(value)) for value in ("0.9", "1", "2", "2.1")] == [False, True, True, False]
    assert Interval(None, None).holds(Decimal(5))


def test_intervals_are_added_and_taken_away_end_by_end_and_stay_open() -> None:
    one, open_above = Interval(Decimal(1), Decimal(2)), Interval(Decimal(5), None)

    assert one + open_above == open_above + one == Interval(Decimal(6), None)
    assert one - open_above == Interval(None, Decimal(-3))
    assert -Interval(None, Decimal(3)) == Interval(Decimal(-3), None)


@pytest.mark.parametrize("units", [("USD", "EUR"), ("tonne", "tonnes"), ("USD", ""), ("%", "USD")])
def test_what_differs_in_unit_has_no_sum(units: tuple[str, str]) -> None:
    assert signed_sum([(1, Quantity(Decimal(5), unit=unit)) for unit in units]) is None
    assert signed_sum([(1, Quantity(Decimal(5), unit=units[0])) for _ in units]) is not None


def test_of_nothing_there_is_no_sum() -> None:
    assert signed_sum([]) is None


@pytest.mark.parametrize(("one", "other", "whole"), [(1_000, 1_000_000, 5_005_000), (1, 1_000, 5_005), (1, 1, 10)])
def test_amounts_of_two_scales_are_added_as_what_they_are(one: int, other: int, whole: int) -> None:
    half = Decimal("0.5")
    found = signed_sum([(1, Quantity(Decimal(5), half_unit=half, scale=scale)) for scale in (one, other)])

    assert found is not None
    assert int(found.base_value) == whole
    assert found.interval.high is not None
    assert int(found.interval.high * 2) == 2 * whole + one + other
