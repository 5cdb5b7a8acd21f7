"""Numbers in words keep the digits they were written with, and say no more than they know."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.compose.wording.wording_styles import PercentStyle
from briefgen.model.audience import NumberOptions
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import direction, growth
from briefgen.model.values.quantity import Op, Quantity, half_unit_of
from briefgen.model.view import Change, Figure

PLAIN, DOUBTING = Wording("en-GB", NumberOptions()), Wording("en-GB", NumberOptions(intervals=True))


def money(text: str) -> Quantity:
    """An amount in millions, as written."""
    return Quantity(Decimal(text), Op.EQ, None, half_unit_of(text), "NOK", 1_000_000)


def change(before: str, after: str) -> Change:
    """The change between two amounts."""
    found = growth(money(before), money(after))
    assert found
    estimate, interval = found
    figure = Figure(Quantity(estimate, Op.ABOUT, unit="%"), Origin(()), derived=True)
    return Change(interval, figure, direction(interval))


@pytest.mark.parametrize(
    ("written", "printed"), [("1368.0", "1,368.0"), ("1368", "1,368"), ("0.50", "0.50"), ("-2.0", "−2.0")]
)
def test_zeros_behind_the_point_were_written_and_stay(written: str, printed: str) -> None:
    assert PLAIN.decimal(Decimal(written)) == printed


@pytest.mark.parametrize(("written", "printed"), [("888.0", "[887.95–888.05]"), ("52", "[51.5–52.5]")])
def test_both_ends_of_an_interval_have_the_digits_of_its_doubt(written: str, printed: str) -> None:
    assert DOUBTING.interval(money(written)) == printed


def test_rounding_adds_no_digit() -> None:
    assert Wording("en-GB", NumberOptions(digits=3)).decimal(Decimal(7)) == "7"
    assert Wording("en-GB", NumberOptions(digits=3)).quantity(Quantity(Decimal(7), unit="visits")) == "7\u00a0visits"


def test_a_change_whose_bounds_are_printed_alike_is_told_without_them() -> None:
    assert PLAIN.change(change("1000.000", "547.000")) == "fell by 45.3\u00a0%"
    assert PLAIN.change(change("1000.000", "547.000"), PercentStyle.SIGN) == "−45.3\u00a0%"
    assert PLAIN.change(change("35.1", "37")) == "rose by about 5.4\u00a0% (3.8\u00a0% to 7.0\u00a0%)"
