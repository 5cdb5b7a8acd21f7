"""Law 5: about, bounds and half-units stay visible; no direction word where the interval holds zero."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.compose.wording.wording_styles import MoneyStyle
from briefgen.model.audience import NumberOptions
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import direction
from briefgen.model.values.quantity import Interval, Op, Quantity
from briefgen.model.view import Change, Figure
from samples.english_words import english

WORDING = Wording("en-GB", NumberOptions(), english())
SIGNS = {
    Op.ABOUT: ("about", "≈"),
    Op.MORE_THAN: ("more than", ">"),
    Op.AT_LEAST: ("at least", "≥"),
    Op.LESS_THAN: ("less than", "<"),
    Op.AT_MOST: ("at most", "≤"),
}
_PERCENT = st.decimals(Decimal(-90), Decimal(900), places=2)


@pytest.mark.parametrize("op", SIGNS)
@given(st.integers(1, 10**6), st.sampled_from([1, 1000, 1_000_000, 1_000_000_000]))
def test_a_sign_of_doubt_is_printed_in_words_and_in_tables(op: Op, number: int, scale: int) -> None:
    amount = Quantity(Decimal(number), op, unit="USD", scale=scale)
    words, sign = SIGNS[op]

    assert WORDING.money(amount, MoneyStyle.WORDS).startswith(words)
    assert sign in WORDING.money(amount, MoneyStyle.SIGN)
    assert WORDING.quantity(Quantity(Decimal(number), op, unit="sessions")).startswith(words)


def change(low: Decimal, high: Decimal) -> Change:
    """A change of which only the bounds are known."""
    interval = Interval(low, high)
    figure = Figure(Quantity((low + high) / 2, Op.ABOUT, unit="%"), Origin(()))
    return Change(interval, figure, direction(interval))


@given(_PERCENT, _PERCENT, st.sampled_from(("neutral", "balanced", "hedged", "brief", "imperative", "plain")))
def test_a_direction_is_named_only_where_it_is_certain(one: Decimal, other: Decimal, tone: str) -> None:
    low, high = sorted((one, other))
    words = Wording("en-GB", NumberOptions(), english(tone)).change(change(low, high)).replace("up to", "")
    named = [word for word in ("up", "down", "rose", "fell", "grew", "increas", "decreas") if word in words]

    assert bool(named) == (low > 0 or high < 0)


@given(st.integers(10, 10**9), st.integers(1, 3))
def test_rounding_for_a_reader_says_so(number: int, digits: int) -> None:
    rounded = Wording("en-GB", NumberOptions(digits=digits), english()).quantity(
        Quantity(Decimal(number), unit="documents")
    )
    exact = WORDING.quantity(Quantity(Decimal(number), unit="documents"))

    assert rounded == exact or rounded.startswith("about ")
