"""How a change is told: what is certain with its direction, what is not in the words of whoever reads it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.compose.wording.changes_in_words import compared_in_words
from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.compose.wording.wording_styles import ChangeStyle
from briefgen.model.audience import NumberOptions
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import Direction, direction
from briefgen.model.values.quantity import Interval, Op, Quantity
from briefgen.model.view import Change, Figure
from samples.english_words import english

AGAINST = ("2024", "in 2024")
TONES = {"minister": "imperative", "public": "plain", "business": "neutral", "parliament": "balanced",
         "researcher": "hedged"}  # fmt: skip


def change(value: str, low: str, high: str) -> Change:
    """A change with the direction that its interval gives."""
    interval = Interval(Decimal(low), Decimal(high))
    figure = Figure(Quantity(Decimal(value), Op.ABOUT, unit="%"), Origin(()), derived=True)
    return Change(interval, figure, direction(interval))


def reader(name: str, decimals: int = 1) -> Wording:
    """How a reader of the shipped audiences reads changes."""
    return Wording("en-GB", NumberOptions(percent_decimals=decimals), english(TONES[name]))


def told(one: Change, name: str, style: ChangeStyle = ChangeStyle.WORDS, decimals: int = 1) -> str:
    """The end of a sentence on a figure."""
    return compared_in_words(one, AGAINST, reader(name, decimals), style)


RISE, FALL = change("20.75", "20.5", "21.02"), change("-5.9", "-6.0", "-5.8")
SLIGHT, WIDE = change("-0.7", "-4.3", "3.0"), change("1", "-18.2", "22.2")
NOT_LESS, NOT_MORE = change("5", "0", "10.3"), change("-6", "-12.1", "0")
HARDLY_MORE, HARDLY_LESS = change("2", "0", "5"), change("-2", "-5", "0")
SAME, NEARLY = change("0", "0", "0"), change("0.075", "0.05", "0.1")


@pytest.mark.parametrize(
    ("one", "name", "words"),
    [
        (RISE, "business", ", and rose by between 20.5% and 21.0% from 2024"),
        (RISE, "parliament", ", and rose by between 20.5% and 21.0% from 2024"),
        (RISE, "researcher", ", and rose by about 20.8% (20.5% to 21.0%) from 2024"),
        (RISE, "minister", ", and rose by about 20.8% from 2024"),
        (FALL, "public", ", and fell by about 5.9% from 2024"),
        (FALL, "business", ", and fell by between 5.8% and 6.0% from 2024"),
        (SAME, "public", ", and did not change from 2024"),
        (SAME, "researcher", ", and did not change from 2024"),
        (SLIGHT, "minister", ", and stayed broadly unchanged from 2024"),
        (SLIGHT, "public", ", and stayed broadly unchanged from 2024"),
        (SLIGHT, "parliament", ", and may have fallen by up to 4.3% or risen by up to 3.0% from 2024"),
        (SLIGHT, "researcher", ", and cannot be said to have risen or fallen (−4.3% to +3.0%) from 2024"),
        (WIDE, "minister", "; the figures do not show whether that is more or less than in 2024"),
        (WIDE, "public", "; the figures do not show whether that is more or less than in 2024"),
        (WIDE, "business", ", and may have fallen by up to 18.2% or risen by up to 22.2% from 2024"),
        (WIDE, "researcher", ", and cannot be said to have risen or fallen (−18.2% to +22.2%) from 2024"),
        (NOT_LESS, "minister", "; the figures do not show whether that is more than in 2024"),
        (NOT_LESS, "business", ", and may have risen by up to 10.3% from 2024"),
        (NOT_MORE, "public", "; the figures do not show whether that is less than in 2024"),
        (NOT_MORE, "researcher", ", and cannot be said to have fallen (−12.1% to 0.0%) from 2024"),
        (HARDLY_MORE, "minister", ", and stayed broadly unchanged from 2024"),
        (HARDLY_MORE, "business", ", and may have risen by up to 5.0% from 2024"),
        (HARDLY_LESS, "public", ", and stayed broadly unchanged from 2024"),
        (HARDLY_LESS, "parliament", ", and may have fallen by up to 5.0% from 2024"),
        (NEARLY, "business", ", and rose by about 0.1% from 2024"),
    ],
)
def test_each_reader_is_told_of_a_change_in_own_words(one: Change, name: str, words: str) -> None:
    assert told(one, name) == words


@pytest.mark.parametrize(
    ("one", "name", "words"),
    [
        (RISE, "business", ", a rise of between 20.5% and 21.0% from 2024"),
        (RISE, "minister", ", a rise of about 20.8% from 2024"),
        (FALL, "researcher", ", a fall of about 5.9% (5.8% to 6.0%) from 2024"),
        (change("17", "17", "17"), "public", ", a rise of 17.0% from 2024"),
        (change("-17", "-17", "-17"), "public", ", a fall of 17.0% from 2024"),
        (SAME, "business", ", and did not change from 2024"),
        (SLIGHT, "public", ", and stayed broadly unchanged from 2024"),
        (WIDE, "minister", "; the figures do not show whether that is more or less than in 2024"),
        (change("15", "0.01", "30"), "business", ", a rise of up to 30.0% from 2024"),
        (change("-15", "-30", "-0.01"), "researcher", ", a fall of about 15.0% (up to 30.0%) from 2024"),
    ],
)
def test_of_people_a_change_is_told_as_a_noun(one: Change, name: str, words: str) -> None:
    assert told(one, name, ChangeStyle.NOUN) == words


@pytest.mark.parametrize(
    ("one", "name", "words"),
    [
        (change("15", "0.04", "30"), "business", "rose by up to 30.0%"),
        (change("15", "0.05", "30"), "business", "rose by between 0.1% and 30.0%"),
        (change("15", "0.04", "30"), "minister", "rose by about 15.0%"),
        (change("15", "0.04", "30"), "researcher", "rose by about 15.0% (up to 30.0%)"),
        (change("-15", "-30", "-0.04"), "parliament", "fell by up to 30.0%"),
        (change("-15", "-30", "-0.04"), "public", "fell by about 15.0%"),
        (change("-15", "-30", "-0.04"), "researcher", "fell by about 15.0% (up to 30.0%)"),
    ],
)
def test_what_rose_is_not_said_to_have_risen_by_between_nothing_and_something(
    one: Change, name: str, words: str
) -> None:
    assert reader(name).change(one) == words


@pytest.mark.parametrize(
    ("one", "words", "sign"),
    [
        (RISE, "rose by about 21%", "+21%"),
        (change("20.2", "19.4", "21.0"), "rose by about 20%", "≈\u00a0+20% [+19% … +21%]"),
        (change("0.3", "0.2", "0.4"), "rose by under 1%", "<\u00a0+1%"),
        (change("-0.3", "-0.4", "-0.2"), "fell by under 1%", ">\u00a0−1%"),
        (change("0.5", "0.5", "0.5"), "rose by about 1%", "+1%"),
        (change("-99.7", "-99.8", "-99.6"), "fell by over 99%", "<\u00a0−99%"),
        (change("-100", "-100", "-100"), "fell by 100%", "−100%"),
        (change("100", "97.5", "102.5"), "rose by about 100%", "≈\u00a0+100% [+98% … +103%]"),
        (change("6", "0.3", "12"), "rose by about 6%", "≈\u00a0+6% [0% … +12%]"),
        (SAME, "did not change", "0%"),
        (SLIGHT, "stayed broadly unchanged", "[−4% … +3%]"),
    ],
)
def test_who_reads_whole_per_cents_is_told_no_decimal(one: Change, words: str, sign: str) -> None:
    minister = reader("minister", 0)

    assert minister.change(one) == words
    assert minister.change(one, ChangeStyle.SIGN) == sign


@pytest.mark.parametrize(
    ("low", "high", "way"),
    [
        ("0", "0", Direction.NONE), ("0.01", "0.02", Direction.UP), ("-0.02", "-0.01", Direction.DOWN),
        ("0", "0.01", Direction.UNCLEAR), ("-0.01", "0", Direction.UNCLEAR), ("-1", "1", Direction.UNCLEAR),
    ],
)  # fmt: skip
def test_a_direction_is_that_of_all_that_a_change_can_mean(low: str, high: str, way: Direction) -> None:
    assert direction(Interval(Decimal(low), Decimal(high))) is way


@pytest.mark.parametrize(("low", "high"), [(None, "0"), ("0", None), (None, None), (None, "-1"), ("-5", None)])
def test_what_is_open_at_one_end_is_not_said_to_be_the_same(low: str | None, high: str | None) -> None:
    bounds = Interval(*(None if bound is None else Decimal(bound) for bound in (low, high)))

    assert direction(bounds) is (Direction.DOWN if high == "-1" else Direction.UNCLEAR)
