"""Counts, amounts, shares and changes in words: every doubt has its word and its sign, in every style."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from briefgen.compose.wording.comparisons import not_compared
from briefgen.compose.wording.figure_wording import is_currency
from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.compose.wording.wording_styles import ChangeStyle, MoneyStyle, NumberStyle, PercentStyle
from briefgen.model.audience import NumberOptions
from briefgen.model.comparability import Bar
from briefgen.model.origin import Origin
from briefgen.model.values.arithmetic import Direction
from briefgen.model.values.period import parse_period
from briefgen.model.values.quantity import Estimate, Interval, Op, Quantity
from briefgen.model.view import Change, Figure, NotCompared
from samples.english_words import english

PLAIN = Wording("en-GB", NumberOptions(), english())
DOUBTING = Wording("en-GB", NumberOptions(intervals=True), english())
ROUNDING = Wording("en-GB", NumberOptions(digits=2), english())
GERMAN = Wording("de", NumberOptions(), english())


def spaced(words: str) -> str:
    """With plain blanks for those that do not break."""
    return words.replace("\u00a0", " ")


def count(value: str, op: Op = Op.EQ, high: str | None = None, unit: str = "") -> Quantity:
    return Quantity(Decimal(value), op, None if high is None else Decimal(high), unit=unit)


TURNOVER = Quantity(Decimal("50.2"), Op.ABOUT, half_unit=Decimal("0.05"), unit="USD", scale=1_000_000)


# ---------------------------------------------------------------- counts


@pytest.mark.parametrize(
    ("op", "words", "sign"),
    [
        (Op.EQ, "80", "80"),
        (Op.ABOUT, "about 80", "≈ 80"),
        (Op.MORE_THAN, "more than 80", "> 80"),
        (Op.AT_LEAST, "at least 80", "≥ 80"),
        (Op.LESS_THAN, "less than 80", "< 80"),
        (Op.AT_MOST, "at most 80", "≤ 80"),
        (Op.RANGE, "80 to 90", "80 to 90"),
    ],
)
def test_every_doubt_has_its_word_and_its_sign(op: Op, words: str, sign: str) -> None:
    quantity = count("80", op, "90" if op is Op.RANGE else None)

    assert PLAIN.number(quantity) == words
    assert spaced(PLAIN.number(quantity, NumberStyle.SIGN)) == sign


def test_a_sign_does_not_part_from_its_number_at_the_end_of_a_line() -> None:
    assert PLAIN.number(count("80", Op.MORE_THAN), NumberStyle.SIGN) == ">\u00a080"


SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@pytest.mark.parametrize(("number", "word"), list(enumerate(SMALL)))
def test_a_small_whole_number_is_spelled(number: int, word: str) -> None:
    assert PLAIN.number(count(str(number)), NumberStyle.SPELLED) == word


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (count("10"), "10"),
        (count("-1"), "−1"),
        (count("5.5"), "5.5"),
        (count("5", Op.ABOUT), "about five"),
        (count("5", Op.RANGE, "7"), "5 to 7"),
    ],
)
def test_any_other_number_is_not_spelled(quantity: Quantity, words: str) -> None:
    assert PLAIN.number(quantity, NumberStyle.SPELLED) == words


def test_a_number_has_its_unit_and_money_its_currency() -> None:
    assert PLAIN.quantity(count("5", unit="sessions")) == "5\u00a0sessions"
    assert PLAIN.quantity(count("5")) == "5"
    assert PLAIN.quantity(count("5", unit="USD")) == "US$5"


def test_a_currency_is_three_capitals() -> None:
    units = ["USD", "PKR", "usd", "US", "USDT", "US1", "%", ""]

    assert [unit for unit in units if is_currency(unit)] == ["USD", "PKR"]


def test_a_language_has_its_own_marks() -> None:
    assert GERMAN.decimal(Decimal("1368.0")) == "1.368,0"
    assert (PLAIN.decimal_mark, GERMAN.decimal_mark) == (".", ",")


def test_a_number_is_grouped_by_thousands_and_has_no_exponent() -> None:
    assert PLAIN.number(Quantity(Decimal("1.2E+6"))) == "1,200,000"
    assert PLAIN.number(Quantity(Decimal(1_200_000), Op.RANGE, Decimal("2E+6"))) == "1,200,000 to 2,000,000"


# ---------------------------------------------------------------- money


@pytest.mark.parametrize(
    ("style", "plain", "doubting"),
    [
        ("words", "about US$50.2 million", "about US$50.2 million [50.15–50.25]"),
        ("sign", "≈ US$50.2 million", "≈ US$50.2 million [50.15–50.25]"),
        ("value", "≈ US$50.2", "≈ US$50.2"),
        ("unit", "million", "million [50.15–50.25]"),
        ("bare", "≈ 50.2", "≈ 50.2"),
    ],
)
def test_money_in_each_style_with_its_doubt_where_that_is_wanted(style: str, plain: str, doubting: str) -> None:
    assert spaced(PLAIN.money(TURNOVER, MoneyStyle(style))) == plain
    assert spaced(DOUBTING.money(TURNOVER, MoneyStyle(style))) == doubting


def test_a_code_in_the_place_of_a_sign_keeps_a_blank() -> None:
    assert PLAIN.money(Quantity(Decimal(3), unit="KES", scale=1_000_000_000)) == "KES\u00a03\u00a0billion"
    assert PLAIN.money(Quantity(Decimal(3), unit="EUR")) == "€3"


@pytest.mark.parametrize(
    ("scale", "value", "unit"),
    [(1, "US$5", ""), (1_000, "US$5,000", ""), (1_000_000, "US$5", "million"), (10**9, "US$5", "billion")],
)
def test_the_scale_of_money_is_a_word_from_a_million_on(scale: int, value: str, unit: str) -> None:
    amount = Quantity(Decimal(5), unit="USD", scale=scale)

    assert spaced(PLAIN.money(amount)) == f"{value} {unit}".strip()
    assert spaced(PLAIN.money(amount, MoneyStyle.VALUE)) == value
    assert spaced(PLAIN.money(amount, MoneyStyle.UNIT)) == unit


def test_what_sources_differ_on_is_marked() -> None:
    assert PLAIN.contested("US$5") == "US$5 (sources differ)"
    assert PLAIN.contested("") == "(sources differ)"


# ---------------------------------------------------------------- rounding and intervals


@pytest.mark.parametrize(
    ("written", "op", "words"),
    [
        ("50.2", Op.EQ, "about 50"),
        ("50", Op.EQ, "50"),
        ("0.0456", Op.EQ, "about 0.046"),
        ("1250", Op.EQ, "about 1,300"),
        ("50.2", Op.MORE_THAN, "more than 50"),
        ("50.2", Op.ABOUT, "about 50"),
        ("0", Op.EQ, "0"),
        ("7", Op.EQ, "7"),
    ],
)
def test_rounding_makes_an_exact_number_about_true_and_leaves_every_other_doubt(
    written: str, op: Op, words: str
) -> None:
    assert ROUNDING.number(count(written, op)) == words


@pytest.mark.parametrize(
    ("op", "words"),
    [
        (Op.MORE_THAN, "more than 11"),
        (Op.AT_LEAST, "at least 11"),
        (Op.LESS_THAN, "less than 12"),
        (Op.AT_MOST, "at most 12"),
    ],
)
@pytest.mark.parametrize("value", ["11.75", "11.25"])
def test_a_rounded_bound_is_a_bound_still(op: Op, words: str, value: str) -> None:
    assert spaced(ROUNDING.number(Quantity(Decimal(value), op))) == words


def test_both_ends_of_a_range_are_rounded() -> None:
    assert ROUNDING.number(count("50.2", Op.RANGE, "61.7")) == "50 to 62"
    assert ROUNDING.rounded(count("50", Op.EQ, "61.7")).op is Op.ABOUT


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (count("50"), ""),
        (count("50", Op.AT_LEAST), ""),
        (count("50", Op.AT_MOST), ""),
        (count("50", Op.RANGE, "60"), "[50–60]"),
        (Quantity(Decimal(52), half_unit=Decimal("0.5"), scale=1000), "[51.5–52.5]"),
        (Quantity(Decimal(500), half_unit=Decimal(50)), "[450–550]"),
        (Quantity(Decimal("1.25"), Op.RANGE, Decimal("1.75")), "[1–2]"),
        (Quantity(Decimal("-0.8"), half_unit=Decimal("0.05")), "[−0.85 … −0.75]"),
        (Quantity(Decimal(-3), half_unit=Decimal("0.5")), "[−3.5 … −2.5]"),
        (Quantity(Decimal("0.2"), half_unit=Decimal("0.5")), "[−0.3 … 0.7]"),
        (Quantity(Decimal(-1), Op.RANGE, Decimal(2)), "[−1 … 2]"),
        (Quantity(Decimal("0.5"), half_unit=Decimal("0.5")), "[0.0–1.0]"),
    ],
)
def test_an_interval_has_two_ends_that_differ(quantity: Quantity, words: str) -> None:
    assert DOUBTING.interval(quantity) == words
    assert PLAIN.interval(quantity) == ""


# ---------------------------------------------------------------- shares, indicators, changes


def within(value: str, low: str | None, high: str | None, unit: str = "%") -> Estimate:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return Estimate(Decimal(value), Interval(*ends), unit)


def test_a_percentage_is_rounded_half_up_to_the_places_asked_for() -> None:
    assert spaced(PLAIN.percent(Decimal("5.25"))) == "5.3%"
    assert spaced(PLAIN.percent(Decimal("5.5"), places=0)) == "6%"
    assert spaced(PLAIN.percent(Decimal("1234.567"), places=2)) == "1,234.57%"


def test_a_sign_is_printed_where_it_is_asked_for() -> None:
    assert spaced(PLAIN.percent(Decimal(5), signed=True)) == "+5.0%"
    assert spaced(PLAIN.percent(Decimal(-5), signed=True)) == "−5.0%"
    assert spaced(PLAIN.percent(Decimal("0.01"), signed=True)) == "0.0%"
    assert spaced(PLAIN.percent(Decimal(-5))) == "−5.0%"


def test_a_share_has_its_doubt_and_its_interval_where_it_is_wanted() -> None:
    share = within("29.3", "28.9", "29.7")

    assert spaced(PLAIN.share(Op.ABOUT, share)) == "about 29.3%"
    assert spaced(PLAIN.share(Op.ABOUT, share, style=PercentStyle.SIGN)) == "≈ 29.3%"
    assert spaced(DOUBTING.share(Op.ABOUT, share)) == "about 29.3% [28.9% to 29.7%]"
    assert spaced(DOUBTING.share(Op.ABOUT, share, places=0)) == "about 29% [29% to 30%]"
    assert spaced(DOUBTING.share(Op.EQ, within("29.3", "29.3", "29.3"))) == "29.3%"
    assert spaced(DOUBTING.share(Op.AT_LEAST, within("29.3", "29.3", None))) == "at least 29.3%"
    assert spaced(DOUBTING.share(Op.AT_MOST, within("29.3", None, "29.3"))) == "at most 29.3%"


@pytest.mark.parametrize(
    ("estimate", "words"),
    [
        (within("29.35", "29.35", "29.35"), "29.4%"),
        (within("29.35", "28.9", "29.7"), "≈ 29.4% [28.9% … 29.7%]"),
        (within("29.35", "29.351", "29.352"), "≈ 29.4%"),
        (within("0.4305", "0.43", "0.44", ""), "≈ 0.431 [0.430 … 0.440]"),
        (within("2.5", "2", None, ""), "≈ 2.500 [2.000 … …]"),
        (within("2.5", None, "3", ""), "≈ 2.500 [… … 3.000]"),
    ],
)
def test_an_indicator_tells_all_it_can_mean(estimate: Estimate, words: str) -> None:
    assert spaced(PLAIN.measure(estimate)) == words


def changed(value: str, low: str, high: str, direction: str) -> Change:
    figure = Figure(Quantity(Decimal(value), Op.ABOUT, unit="%"), Origin(()), derived=True)
    return Change(Interval(Decimal(low), Decimal(high)), figure, Direction(direction))


@pytest.mark.parametrize(
    ("change", "words", "sign"),
    [
        (
            changed("5.4", "3.8", "7", "up"),
            "rose by between 3.8% and 7.0%",
            "≈ +5.4% [+3.8% … +7.0%]",
        ),
        (
            changed("-5.4", "-7", "-3.8", "down"),
            "fell by between 3.8% and 7.0%",
            "≈ −5.4% [−7.0% … −3.8%]",
        ),
        (
            changed("1", "-2", "4", "unclear"),
            "may have fallen by up to 2.0% or risen by up to 4.0%",
            "[−2.0% … +4.0%]",
        ),
        (changed("5.4", "5.4", "5.4", "up"), "rose by 5.4%", "+5.4%"),
        (changed("-5.4", "-5.4", "-5.4", "down"), "fell by 5.4%", "−5.4%"),
    ],
)
def test_a_change_has_a_direction_only_where_all_it_can_mean_has_it(change: Change, words: str, sign: str) -> None:
    assert spaced(PLAIN.change(change)) == words
    assert spaced(PLAIN.change(change, ChangeStyle.SIGN)) == sign


@pytest.mark.parametrize("why", list(Bar))
def test_why_two_periods_are_not_compared_is_a_sentence(why: Bar) -> None:
    one = NotCompared(why, parse_period("2019"), parse_period("2020?"), (), Origin(()))
    told = not_compared(one, [], PLAIN)

    assert told.endswith("2019 and 2020 (year uncertain) are not compared.")
    assert told[0].isupper()
    of = not_compared(one, ["turnover", "balance"], PLAIN)
    assert of.endswith("so the figures on turnover and balance of 2019 and 2020 (year uncertain) are not compared.")
    several = not_compared(replace(one, is_of_several=True), [], PLAIN)
    assert several.endswith("so some of the periods from 2019 to 2020 (year uncertain) are not compared.")


def test_a_change_without_a_bound_is_a_fault_of_ours() -> None:
    open_ended = changed("5", "5", "5", "up")

    for interval in (Interval(None, Decimal(5)), Interval(Decimal(5), None)):
        with pytest.raises(ValueError, match="both bounds"):
            PLAIN.change(Change(interval, open_ended.estimate, Direction.UP))


@pytest.mark.parametrize(("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"),
                                              (["a", "b", "c"], "a, b and c")])  # fmt: skip
def test_names_are_joined_by_commas_and_a_last_and(parts: list[str], words: str) -> None:
    assert PLAIN.joined(parts) == words


# ---------------------------------------------------------------- nearly nothing, nearly all


@pytest.mark.parametrize(
    ("value", "of_a_whole", "words"),
    [
        ("0", True, "0.0%"), ("0.04", True, "< 0.1%"), ("0.04", False, "< 0.1%"), ("0.05", True, "< 0.1%"),
        ("0.05", False, "≈ 0.1%"), ("0.25", True, "≈ 0.2%"), ("99.95", True, "> 99.9%"),
        ("99.94", True, "≈ 99.9%"), ("99.96", True, "> 99.9%"), ("99.96", False, "≈ 100.0%"),
        ("100", True, "100.0%"), ("250", False, "≈ 250.0%"), ("-0.04", False, "≈ 0.0%"),
    ],
)  # fmt: skip
def test_a_share_is_never_said_to_be_nothing_or_all_unless_it_is(value: str, of_a_whole: bool, words: str) -> None:  # noqa: FBT001
    number, near = Decimal(value), Decimal("0.001") if value not in {"0", "100"} else Decimal(0)
    estimate = Estimate(number, Interval(number - near, number + near), "%")

    assert spaced(PLAIN.measure(estimate, of_a_whole=of_a_whole)).partition(" [")[0] == words


def _fall(value: str, low: str, high: str) -> Change:
    figure = Figure(Quantity(Decimal(value), Op.ABOUT, unit="%"), Origin(()))
    return Change(Interval(Decimal(low), Decimal(high)), figure, Direction.DOWN)


@pytest.mark.parametrize(
    ("change", "words", "sign"),
    [
        (("-99.99", "-99.995", "-99.985"), "fell by over 99.9%", "< −99.9%"),
        (("-100", "-100", "-100"), "fell by 100.0%", "−100.0%"),
        (("-99.96", "-99.99", "-99.8"), "fell by between 99.8% and 100.0%", "≈ −99.9% [−100.0% … −99.8%]"),
        (("-50", "-51", "-49"), "fell by between 49.0% and 51.0%", "≈ −50.0% [−51.0% … −49.0%]"),
    ],
)
def test_what_is_left_of_a_fall_is_not_said_to_be_gone(change: tuple[str, str, str], words: str, sign: str) -> None:
    assert spaced(PLAIN.change(_fall(*change))) == words
    assert spaced(PLAIN.change(_fall(*change), ChangeStyle.SIGN)) == sign


@pytest.mark.parametrize(
    ("change", "words", "sign"),
    [
        (("0.03", "0.03", "0.03", "up"), "rose by under 0.1%", "< +0.1%"),
        (("0.03", "0.01", "0.05", "up"), "rose by under 0.1%", "< +0.1%"),
        (("0.04", "0.001", "0.12", "up"), "rose by under 0.2%", "< +0.2%"),
        (("0.04", "0.001", "0.1", "up"), "rose by under 0.2%", "< +0.2%"),
        (("-0.03", "-0.03", "-0.03", "down"), "fell by under 0.1%", "> −0.1%"),
        (("-0.04", "-0.12", "-0.001", "down"), "fell by under 0.2%", "> −0.2%"),
        (("0.05", "0.05", "0.05", "up"), "rose by about 0.1%", "+0.1%"),
        (("-0.05", "-0.05", "-0.05", "down"), "fell by about 0.1%", "−0.1%"),
        (("0.1", "0.1", "0.1", "up"), "rose by 0.1%", "+0.1%"),
        (("-0.1", "-0.1", "-0.1", "down"), "fell by 0.1%", "−0.1%"),
        (("0", "0", "0", "none"), "did not change", "0.0%"),
    ],
)
def test_what_rose_or_fell_did_so_by_more_than_nothing(
    change: tuple[str, str, str, str], words: str, sign: str
) -> None:
    assert spaced(PLAIN.change(changed(*change))) == words
    assert spaced(PLAIN.change(changed(*change), ChangeStyle.SIGN)) == sign


@pytest.mark.parametrize(
    ("value", "low", "high", "unit", "words"),
    [
        ("300000", "257128.6", "360020", "%", "≈ 300,000% [250,000% … 370,000%]"),
        ("37.5", "31.25", "43.75", "%", "≈ 38% [31% … 44%]"),
        ("33.3333", "14.2857", "60", "%", "≈ 33% [14% … 60%]"),
        ("43.0", "42.8", "43.2", "%", "≈ 43.0% [42.8% … 43.2%]"),
        ("43.04", "42.11", "44.02", "%", "≈ 43.0% [42.1% … 44.0%]"),
        ("105.5", "100.4", "110.4", "%", "≈ 106% [100% … 111%]"),
        ("0.4", "0", "13", "%", "≈ 0.4% [0.0% … 13.0%]"),
        ("99.8", "87", "100", "%", "≈ 99.8% [87.0% … 100.0%]"),
        ("12.34", "12.34", "12.34", "%", "12.3%"),
        ("-0.3333", "-0.6667", "0", "", "≈ −0.33 [−0.67 … 0.00]"),
        ("-0.3333", "-0.3353", "-0.3313", "", "≈ −0.333 [−0.335 … −0.331]"),
        ("0.4685", "0.1", "12", "", "≈ 0.469 [0.100 … 12.000]"),
    ],
)
def test_an_indicator_is_no_finer_than_what_it_was_made_of(
    value: str, low: str, high: str, unit: str, words: str
) -> None:
    estimate = Estimate(Decimal(value), Interval(Decimal(low), Decimal(high)), unit)

    assert spaced(PLAIN.measure(estimate)) == words
