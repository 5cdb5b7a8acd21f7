"""Money in words stands in the scale that its size asks for; nothing is said more finely than it was stated."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.compose.wording.digits import in_scale, usual_scale
from briefgen.compose.wording.numbers_money_dates import Wording
from briefgen.compose.wording.wording_styles import MoneyStyle
from briefgen.model.audience import NumberOptions
from briefgen.model.values.quantity import Op, Quantity
from samples.english_words import english

_THOUSAND, _MILLION, _BILLION = 1_000, 1_000_000, 1_000_000_000


def _stated(value: str, scale: int, **more: object) -> Quantity:
    return Quantity(Decimal(value), unit="USD", scale=scale, **more)  # type: ignore[arg-type]


def _words(quantity: Quantity, style: MoneyStyle = MoneyStyle.WORDS, digits: int | None = None) -> str:
    wording = Wording("en-GB", NumberOptions(digits=digits, intervals=True), english())
    return wording.money(quantity, style).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (_stated("1470000", _THOUSAND), "US$1.47 billion"),
        (_stated("398210", _THOUSAND), "US$398.21 million"),
        (_stated("421775", _THOUSAND), "US$421.775 million"),
        (_stated("2900", _MILLION), "US$2.9 billion"),
        (_stated("640", _THOUSAND), "US$640,000"),
        (_stated("640", _THOUSAND, op=Op.ABOUT), "about US$640,000"),
        (_stated("0.5", _THOUSAND, half_unit=Decimal("0.05")), "US$500 [450–550]"),
        (_stated("-950", _THOUSAND), "minus US$950,000"),
        (_stated("640", _THOUSAND, op=Op.AT_LEAST), "at least US$640,000"),
        (
            _stated("950", _THOUSAND, op=Op.RANGE, high=Decimal(1200)),
            "US$950,000 to US$1.2 million [950,000–1,200,000]",
        ),
        (_stated("20", _THOUSAND, op=Op.RANGE, high=Decimal(30)), "US$20,000 to US$30,000 [20,000–30,000]"),
        (_stated("999.9", _MILLION), "US$999.9 million"),
        (_stated("1000", _MILLION), "US$1 billion"),
        (_stated("12345678", _THOUSAND), "US$12,345.678 million"),
        (_stated("1234567.8", _THOUSAND), "US$1,234,567,800"),
        (_stated("1234567890", 1), "US$1,234,567,890"),
        (_stated("52", _MILLION), "US$52 million"),
        (_stated("50.20", _MILLION), "US$50.20 million"),
        (_stated("1500", _BILLION), "US$1,500 billion"),
        (_stated("-1470000", _THOUSAND), "minus US$1.47 billion"),
        (_stated("0", _THOUSAND), "zero"),
        (_stated("1500", _MILLION, op=Op.RANGE, high=Decimal(2500)), "US$1,500 to 2,500 million [1,500–2,500]"),
        (_stated("900", _MILLION, op=Op.RANGE, high=Decimal(1500)), "US$900 to 1,500 million [900–1,500]"),
        (_stated("1500", _MILLION, op=Op.MORE_THAN), "more than US$1.5 billion"),
        (_stated("1470000", _THOUSAND, half_unit=Decimal("0.5")), "US$1.47 billion [1.4699995–1.4700005]"),
    ],
)
def test_in_words_the_size_says_the_scale(quantity: Quantity, words: str) -> None:
    assert _words(quantity) == words


def test_what_an_audience_rounds_is_told_in_the_scale_of_what_is_left() -> None:
    assert _words(_stated("12345678", _THOUSAND), digits=3) == "about US$12.3 billion"
    assert _words(_stated("999960", _THOUSAND), digits=2) == "about US$1 billion"


def test_the_columns_of_a_table_keep_the_scale_of_the_source() -> None:
    assert _words(_stated("1470000", _THOUSAND), MoneyStyle.SIGN) == "US$1,470,000 thousand"
    assert _words(_stated("1470000", _THOUSAND), MoneyStyle.BARE) == "1,470,000"


def test_a_card_has_the_scale_beside_the_value() -> None:
    quantity = _stated("1470000", _THOUSAND)
    assert (_words(quantity, MoneyStyle.VALUE), _words(quantity, MoneyStyle.UNIT)) == ("US$1.47", "billion")
    small = _stated("950", _THOUSAND)
    assert (_words(small, MoneyStyle.VALUE), _words(small, MoneyStyle.UNIT)) == ("US$950,000", "")


@pytest.mark.parametrize("value", ["1470000", "2900", "1000", "123456000"])
@pytest.mark.parametrize("own", [_THOUSAND, _MILLION])
def test_it_is_the_same_amount(value: str, own: int) -> None:
    stated = _stated(value, own, half_unit=Decimal("0.5"))
    shown = in_scale(stated, usual_scale(stated))

    assert (shown.base_value, shown.interval) == (stated.base_value, stated.interval)
