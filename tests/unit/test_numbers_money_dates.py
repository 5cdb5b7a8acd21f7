"""Numbers in words keep the digits they were written with, and say no more than they know."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.compose.wording.wording_styles import ChangeStyle, MoneyStyle, PercentStyle
from briefgen.model.audience import NumberOptions
from briefgen.model.audience_choices import DecimalSign, GroupSign
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import direction, growth
from briefgen.model.values.quantity import Estimate, Interval, Op, Quantity, as_fine_as_known, half_unit_of
from briefgen.model.view import Change, Figure
from samples.english_words import english

PLAIN, DOUBTING = (
    Wording("en-GB", NumberOptions(), english()),
    Wording("en-GB", NumberOptions(intervals=True), english()),
)


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


def change_within(low: str, high: str) -> Change:
    """A change that may be anything between two bounds, in per cent."""
    interval = Interval(Decimal(low), Decimal(high))
    figure = Figure(Quantity((Decimal(low) + Decimal(high)) / 2, Op.ABOUT, unit="%"), Origin(()), derived=True)
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
    assert Wording("en-GB", NumberOptions(digits=3), english()).decimal(Decimal(7)) == "7"
    assert (
        Wording("en-GB", NumberOptions(digits=3), english()).quantity(Quantity(Decimal(7), unit="visits"))
        == "7\u00a0visits"
    )


def test_a_change_whose_bounds_are_printed_alike_is_told_without_them() -> None:
    assert PLAIN.change(change("1000.000", "547.000")) == "fell by about 45.3%"
    assert PLAIN.change(change("1000.000", "547.000"), ChangeStyle.SIGN) == "−45.3%"


TONES = {
    "neutral": ("rose by between 3.8% and 7.0%", "may have fallen by up to 4.3% or risen by up to 3.0%",
                "may have fallen by up to 33.3% or risen by up to 50.0%"),
    "brief": ("rose by about 5.4%", "stayed broadly unchanged", "may have risen or fallen"),
    "hedged": ("rose by about 5.4% (3.8% to 7.0%)", "cannot be said to have risen or fallen (−4.3% to +3.0%)",
               "cannot be said to have risen or fallen (−33.3% to +50.0%)"),
}  # fmt: skip
FALLS_BACK = {"plain": "brief", "imperative": "brief", "balanced": "neutral"}


@pytest.mark.parametrize("tone", [*TONES, *FALLS_BACK])
def test_a_tone_says_a_change_as_its_readers_want_it(tone: str) -> None:
    wording = Wording("en-GB", NumberOptions(), english(tone))
    rise, level, wide = TONES[FALLS_BACK.get(tone, tone)]

    assert wording.change(change("35.1", "37")) == rise
    assert wording.change(change_within("-4.3", "3.0")) == level
    assert wording.change(change_within("-33.3", "50")) == wide


@pytest.mark.parametrize(
    ("low", "high", "neutral", "brief"),
    [
        ("-5", "5", "may have fallen by up to 5.0% or risen by up to 5.0%", "stayed broadly unchanged"),
        ("-5.01", "5", "may have fallen by up to 5.0% or risen by up to 5.0%", "may have risen or fallen"),
        ("-5", "5.01", "may have fallen by up to 5.0% or risen by up to 5.0%", "may have risen or fallen"),
        ("0", "3", "may have risen by up to 3.0%", "stayed broadly unchanged"),
        ("-3", "0", "may have fallen by up to 3.0%", "stayed broadly unchanged"),
    ],
)
def test_a_change_without_a_direction_says_how_far_it_may_go(low: str, high: str, neutral: str, brief: str) -> None:
    assert PLAIN.change(change_within(low, high)) == neutral
    assert Wording("en-GB", NumberOptions(), english("brief")).change(change_within(low, high)) == brief


@pytest.mark.parametrize(
    ("share", "places", "printed"),
    [
        ("37.5", 0, "about 38%"), ("62.5", 0, "about 62%"), ("33.25", 1, "about 33.2%"),
        ("66.75", 1, "about 66.8%"), ("0.1", 0, "under 1%"), ("99.9", 0, "over 99%"),
        ("0.5", 0, "under 1%"), ("0.51", 0, "about 1%"), ("99.49", 0, "about 99%"),
        ("99.5", 0, "over 99%"), ("0.01", 1, "under 0.1%"), ("99.99", 1, "over 99.9%"),
        ("0", 0, "about 0%"), ("100", 0, "about 100%"),
    ],
)  # fmt: skip
def test_a_share_is_neither_nothing_nor_all_where_it_is_more_or_less(share: str, places: int, printed: str) -> None:
    value = Decimal(share)

    assert PLAIN.share(Op.ABOUT, Estimate(value, Interval(value, value), "%"), places) == printed


@given(st.decimals("0.1", "99.9", places=3), st.integers(0, 2))
def test_the_two_shares_of_a_whole_add_up(one: Decimal, places: int) -> None:
    printed = [PLAIN.share(Op.EQ, Estimate(value, Interval(value, value), "%"), places) for value in (one, 100 - one)]
    numbers = [Decimal(text.removesuffix("%").removeprefix("under ").removeprefix("over ")) for text in printed]

    assert sum(numbers) == 100, printed


def test_what_is_nearly_nothing_has_a_sign_where_signs_are_wanted() -> None:
    share = Estimate(Decimal("0.1"), Interval(Decimal("0.05"), Decimal("0.2")), "%")

    assert PLAIN.share(Op.ABOUT, share, 0, PercentStyle.SIGN) == "<\u00a01%"


COARSE = {
    # what was computed, its half-unit, and how it is printed, with the interval
    ("9900.25", "0.505"): ("about NOK\u00a09.9\u00a0billion [9.8997–9.9008]"),
    ("9899.75", "0.505"): ("about NOK\u00a09.9\u00a0billion [9.8992–9.9003]"),
    ("50.2", "0.1"): "NOK\u00a050.2\u00a0million [50.1–50.3]",
    ("50.1", "0.55"): "about NOK\u00a050\u00a0million [49.5–50.7]",
    ("52", "1"): "NOK\u00a052\u00a0million [51–53]",
    ("1234", "55"): "about NOK\u00a01.2\u00a0billion [1.17–1.29]",
    ("0.2", "0.05"): "NOK\u00a00.2\u00a0million [0.15–0.25]",
}


@pytest.mark.parametrize("written", COARSE, ids=" ± ".join)
def test_what_was_computed_has_no_finer_digits_than_it_knows(written: tuple[str, str]) -> None:
    value, half = map(Decimal, written)
    quantity = Quantity(value, Op.EQ, None, half, "NOK", 1_000_000)

    assert DOUBTING.money(quantity, derived=True) == COARSE[written]
    assert PLAIN.money(quantity, MoneyStyle.SIGN) == f"NOK\u00a0{value:,}\u00a0million"


@given(st.decimals("-9999", "9999", places=3), st.decimals("0.001", "500", places=3))
def test_digits_that_are_left_out_lie_within_the_doubt(value: Decimal, half: Decimal) -> None:
    quantity = Quantity(value, Op.EQ, None, half)
    shown = as_fine_as_known(quantity)

    assert quantity.interval.holds(shown.value)
    assert shown.op is (Op.EQ if shown.value == value else Op.ABOUT)
    assert as_fine_as_known(shown).value == shown.value


@pytest.mark.parametrize(("value", "printed"), [("-0.04", "0.0%"), ("-0.05", "−0.1%"), ("0.04", "0.0%")])
def test_nothing_has_no_minus_sign(value: str, printed: str) -> None:
    assert PLAIN.percent(Decimal(value), signed=True) == printed
    assert PLAIN.decimal(Decimal("-0.0")) == "0.0"


@pytest.mark.parametrize(
    ("language", "decimal", "thousands", "words"),
    [
        ("en-GB", "", "", "1,234,567.5"),
        ("en-GB", "comma", "point", "1.234.567,5"),
        ("en-GB", "comma", "", "1\u202f234\u202f567,5"),
        ("en-GB", "", "space", "1\u202f234\u202f567.5"),
        ("en-GB", "", "none", "1234567.5"),
        ("en-GB", "", "apostrophe", "1’234’567.5"),
        ("en-GB", "", "point", "1.234.567,5"),
        ("en-GB", "point", "comma", "1,234,567.5"),
        ("de", "", "", "1.234.567,5"),
        ("de", "point", "comma", "1,234,567.5"),
        ("de", "point", "", "1\u202f234\u202f567.5"),
        ("de", "", "comma", "1,234,567.5"),
    ],
)
def test_the_signs_of_numbers_do_not_hang_on_the_language(
    language: str, decimal: str, thousands: str, words: str
) -> None:
    numbers = NumberOptions(decimal=DecimalSign(decimal), thousands=GroupSign(thousands))
    wording = Wording(language, numbers, english())
    assert wording.decimal(Decimal("1234567.5")) == words
    assert wording.decimal(Decimal("-1234567.5")) == f"−{words}"
    assert wording.decimal_mark == words[-2]
    assert wording.percent(Decimal("1234567.5")).startswith(words)
