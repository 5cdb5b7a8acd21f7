"""Numbers and money in words: said once, here, for sentences, tables and charts alike.

Rounding rule: a stated value is rounded half up to the audience's significant digits, or to as many as tell it from one
that a change is named against (`Figure.apart_from`); where that changes it, an exact figure becomes "about". A share is
rounded half up to one decimal of a per cent unless told, a change to as many as its audience reads, an index to three
decimals, and the ends of an interval like the value in it. Nothing is computed from a rounded value. A doubtful figure
keeps its sign or word everywhere.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from briefgen.compose.values.kept_cldr_words import cldr_words
from briefgen.compose.wording.digits import MINUS, THOUSAND, UnitForms, before, in_scale, plain, usual_scale
from briefgen.compose.wording.locales import sign_of_currency, signs_of
from briefgen.compose.wording.wording_styles import (
    MoneyStyle,
    NumberStyle,
    PercentStyle,
    QuantityStyle,
)
from briefgen.model.audience_choices import DateOrder
from briefgen.model.values.quantity import Estimate, Interval, Op, Quantity, as_fine_as_known, place_known
from briefgen.model.values.significant_digits import significant
from briefgen.model.wording.patterns import CountedWords
from briefgen.records import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.compose.values.cldr_words import CldrWords
    from briefgen.model.audience import NumberOptions
    from briefgen.model.wording.phrases import Phrases

_NBSP = "\u00a0"
_CURRENCY_LENGTH = 3
_TENTH = Decimal("0.1")
_THOUSANDTH = Decimal("0.001")
_SCALES = {1_000: "thousand", 1_000_000: "million", 1_000_000_000: "billion"}
_ALL = Decimal(100)
_OUTWARDS = {
    Op.MORE_THAN: ROUND_FLOOR, Op.AT_LEAST: ROUND_FLOOR, Op.LESS_THAN: ROUND_CEILING, Op.AT_MOST: ROUND_CEILING
}  # fmt: skip
"""How a bound is rounded, so that it still is one: what is more than 11.75 is more than 11, and perhaps not than 12."""
"""Per cent."""


@dataclass(frozen=True, slots=True)
class FigureWording:
    """How one audience reads figures, in one language."""

    language: str
    numbers: NumberOptions
    phrases: Phrases
    """The language's joining words, in the tone of the audience."""
    units: Mapping[str, UnitForms] = field(default_factory=dict)
    """The unit of a quantity → its forms, where an indicator declares them."""
    dates: DateOrder = DateOrder.LANGUAGE

    @property
    def cldr(self) -> CldrWords:
        """What CLDR has of the language."""
        return cldr_words(self.language)

    def counted(self, number: int, words: str | None = None, *, choose_by: int | None = None) -> CountedWords:
        """A number that words are chosen by, here or by another, as it is printed."""
        category = self.cldr.plural(number if choose_by is None else choose_by)
        return CountedWords(category, str(number) if words is None else words)

    def ordinal(self, number: int) -> str:
        """A place in a row: `13th`, `22nd`."""
        category = str(self.cldr.ordinal(number))
        return self.phrases.ordinal.format(number=CountedWords(category, str(number)))

    def scale(self, scale: int) -> str:
        """A step of a thousand in words, `million`; empty where it is none."""
        return self.phrases.scales[_SCALES[scale]] if scale in _SCALES else ""

    # ------------------------------------------------------------ numbers

    @property
    def decimal_mark(self) -> str:
        """What stands before the decimals: `.` or `,`."""
        return self._signs[ord(".")]

    @property
    def _signs(self) -> Mapping[int, str]:
        return signs_of(self.language, self.numbers.decimal, self.numbers.thousands)

    def decimal(self, value: Decimal) -> str:
        """A number with all the digits it has, zeros too, grouped, with a true minus sign; nothing has none."""
        value = value or abs(value)
        exponent = int(value.as_tuple().exponent)
        places = -exponent if exponent < 0 else 0
        return f"{value:,.{places}f}".translate(self._signs)

    def rounded(self, quantity: Quantity) -> Quantity:
        """The quantity with the audience's digits; what rounding changed is "about" true, and a bound stays one."""
        if self.numbers.digits is None:
            return quantity
        value = significant(quantity.value, self.numbers.digits, _OUTWARDS.get(quantity.op, ROUND_HALF_UP))
        high = None if quantity.high is None else significant(quantity.high, self.numbers.digits)
        changed = value != quantity.value or high != quantity.high
        return replace(
            quantity, value=value, high=high, op=Op.ABOUT if changed and quantity.op is Op.EQ else quantity.op
        )

    def number(self, quantity: Quantity, style: NumberStyle = NumberStyle.WORDS) -> str:
        """A count or measure without its unit."""
        shown = self.rounded(quantity)
        if (
            style is NumberStyle.SPELLED
            and shown.high is None
            and shown.value in range(len(self.phrases.small_numbers))
        ):
            return self.with_operator(shown.op, self.phrases.small_numbers[int(shown.value)], signed=False)
        if style is NumberStyle.ORDINAL and shown.op is Op.EQ and shown.high is None and shown.value % 1 == 0:
            return self.ordinal(int(shown.value))
        return self.with_operator(shown.op, self._digits(shown), signed=style is NumberStyle.SIGN)

    def quantity(self, quantity: Quantity, style: QuantityStyle = QuantityStyle.WORDS, *, derived: bool = False) -> str:
        """A number with its unit; money where the unit is a currency.

        In words it stands in the scale that its size asks for, as money does: 38.9 thousand visitors are 38,900.
        """
        if is_currency(quantity.unit):
            as_money = MoneyStyle.WORDS if style is QuantityStyle.COUNT else MoneyStyle(style)
            return self.money(quantity, as_money, derived=derived)
        shown = self.rounded(as_fine_as_known(quantity) if derived else quantity)
        if style not in {QuantityStyle.BARE, QuantityStyle.SIGN}:  # which have the scale of their column
            usual = usual_scale(shown)
            shown, quantity = in_scale(shown, usual), in_scale(quantity, usual)
        digits, scale, doubt = self._digits(shown), self.scale(shown.scale), self.interval(quantity)
        signed = style not in {QuantityStyle.WORDS, QuantityStyle.COUNT}
        number = self.with_operator(shown.op, digits if signed else self._aloud(digits), signed=signed)
        match style:
            case QuantityStyle.BARE | QuantityStyle.VALUE:
                return number
            case QuantityStyle.UNIT:
                return " ".join(part for part in (scale, self.unit(shown), doubt) if part)
            case QuantityStyle.COUNT:
                return " ".join(part for part in (_NBSP.join(filter(None, (number, scale))), doubt) if part)
            case QuantityStyle.WORDS | QuantityStyle.SIGN:
                steps = _NBSP.join(filter(None, (number, scale)))
                whole = f"{steps} {self.unit(shown)}" if scale else self._with_unit(number, self.unit(shown))
                return f"{whole} {doubt}" if doubt else whole

    def _with_unit(self, number: str, unit: str) -> str:
        return self.in_per_cent(number) if unit == "%" else _NBSP.join(filter(None, (number, unit)))

    def unit(self, quantity: Quantity) -> str:
        """The unit of a number as it stands behind it: `student` behind one, `students` behind any other."""
        forms = self.units.get(quantity.unit)
        if forms is None:
            return quantity.unit
        is_one = quantity.scale == 1 and quantity.high is None
        return forms.one if is_one and self.cldr.plural(abs(quantity.value)) == "one" else forms.many

    def money(self, quantity: Quantity, style: MoneyStyle = MoneyStyle.WORDS, *, derived: bool = False) -> str:
        """An amount of money; one that was computed has no finer digits than what it was computed from.

        In words it stands in the scale that its size asks for, in the columns of a table in that of its source.
        """
        shown = self.rounded(as_fine_as_known(quantity) if derived else quantity)
        if style is MoneyStyle.WORDS and shown.high is not None and shown.scale == THOUSAND:
            return self._span_of_money(shown, self.interval(in_scale(quantity, 1), derived=derived))
        if style in {MoneyStyle.WORDS, MoneyStyle.VALUE, MoneyStyle.UNIT}:
            scale = usual_scale(shown)
            shown, quantity = in_scale(shown, scale), in_scale(quantity, scale)
        symbol = sign_of_currency(quantity.unit, self.language)
        symbol += _NBSP if symbol[-1:].isalpha() else ""  # a code in the place of a sign: KES 3, but US$3
        steps = self.scale(shown.scale)
        digits = self._digits(shown)
        doubt = self.interval(quantity, derived=derived)
        match style:
            case MoneyStyle.BARE:
                return self.with_operator(shown.op, digits, signed=True)
            case MoneyStyle.VALUE:
                return self.with_operator(shown.op, before(symbol, digits), signed=True)
            case MoneyStyle.UNIT:
                return " ".join(part for part in (steps, doubt) if part)
            case MoneyStyle.WORDS | MoneyStyle.SIGN:
                doubt = f" {doubt}" if doubt else ""
                tail = f"{_NBSP}{steps}" if steps else ""
                amount = f"{before(symbol, digits)}{tail}"
                if style is MoneyStyle.SIGN:
                    return self.with_operator(shown.op, amount, signed=True) + doubt
                if shown.value == 0 == (shown.high or 0) and not doubt:
                    return self._nothing(shown)
                return self.with_operator(shown.op, self._aloud(amount), signed=False) + doubt

    def _span_of_money(self, span: Quantity, doubt: str) -> str:
        """A range from thousands up, each end in its own scale: `US$950,000 to US$1.2 million`."""
        low, high = (
            replace(span, op=Op.EQ, value=end, high=None, half_unit=None)
            for end in (span.value, span.high if span.high is not None else span.value)
        )
        said = replace(self, numbers=replace(self.numbers, intervals=False))
        words = self.phrases.between.format(low=said.money(low), high=said.money(high))
        return " ".join(filter(None, (self.with_operator(span.op, words, signed=False), doubt)))

    def _aloud(self, digits: str) -> str:
        """A number as a sentence has it: `minus US$0.8 million`."""
        return self.phrases.below_zero.format(number=digits[1:]) if digits.startswith(MINUS) else digits

    def _nothing(self, amount: Quantity) -> str:
        """No money, as exactly as that is known."""
        op = Op.ABOUT if amount.op is Op.EQ and amount.half_unit else amount.op
        return self.with_operator(op, self.phrases.small_numbers[0], signed=False)

    def as_shown(self, quantity: Quantity, *, derived: bool = False) -> Quantity:
        """A figure in the digits that it is printed in."""
        return self.rounded(as_fine_as_known(quantity) if derived else quantity)

    def beside(self, shown: Quantity, *, signed: bool) -> str:
        """A figure that is rounded already, where its unit stands elsewhere: `about 52`, or `≈ 52`."""
        digits = self._digits(shown)
        return self.with_operator(shown.op, digits if signed else self._aloud(digits), signed=signed)

    def rate(self, rate: object, base: str, quoted: str) -> str:
        """`160.2 Pakistani rupees to one US dollar`, in the digits that are stated."""
        if not isinstance(rate, Quantity):
            raise TypeError("a rate is a number")
        number = self.with_operator(rate.op, self._digits(rate), signed=False)
        words = self.cldr
        return self.phrases.rate.format(
            number=number, quoted=words.currency(quoted).many, base=words.currency(base).one
        )

    def contested(self, words: str) -> str:
        """The words for a figure that sources differ on, with the mark that says so."""
        return self.remarked(words, self.phrases.contested)

    def remarked(self, words: str, remark: str) -> str:
        """Words, or a figure, with a mark behind them."""
        return self.phrases.remarked.format(words=words, remark=remark).lstrip()

    def interval(self, quantity: Quantity, *, derived: bool = False) -> str:
        """`[51–53]` where the audience wants intervals and the figure is in doubt, else empty.

        The ends of what was computed have one digit more than it has, and are rounded outwards.
        """
        bounds = quantity.interval
        if not self.numbers.intervals or bounds.low is None or bounds.high is None or bounds.low == bounds.high:
            return ""
        places = min(int((quantity.half_unit or Decimal(1)).normalize().as_tuple().exponent), 0)
        if derived and quantity.half_unit:
            places = max(places, min(place_known(quantity.half_unit) - 1, 0))
        low, high = (
            self.decimal((bound / quantity.scale).quantize(Decimal(1).scaleb(places), rounding))
            for bound, rounding in ((bounds.low, ROUND_FLOOR), (bounds.high, ROUND_CEILING))
        )
        # A dash beside a minus is read as another one.
        return f"[{low} … {high}]" if bounds.low < 0 else f"[{low}–{high}]"

    def percent(self, value: Decimal, *, signed: bool = False, places: int | None = None) -> str:
        """A share or change in per cent, with as many decimals as its audience reads unless told."""
        digits = self.numbers.percent_decimals if places is None else places
        rounded = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        rounded = rounded or abs(rounded)
        sign = "+" if signed and rounded > 0 else ""
        return self.in_per_cent(f"{sign}{f'{rounded:,.{digits}f}'.translate(self._signs)}")

    def in_per_cent(self, number: str) -> str:
        """A number with the sign of per cent where the language has it: `5.4%`, `5,4 %`, `%5,4`."""
        return self.cldr.per_cent.partition(";")[0].replace("#,##0", number)

    def share(self, op: Op, share: Estimate, places: int = 1, style: PercentStyle = PercentStyle.WORDS) -> str:
        """A share with its doubt, and with its interval where that is wanted.

        Halves go to the even digit, so that two shares of a whole add up; what is more than nothing and less than all
        is never said to be 0 or 100 per cent.
        """
        low, high = (None if end is None else self.percent(end, places=places) for end in _ends(share.interval))
        doubt = f" [{low} to {high}]" if self.numbers.intervals and low and high and low != high else ""
        step = Decimal(1).scaleb(-places)
        rounded = share.value.quantize(step, ROUND_HALF_EVEN)
        signed = style is PercentStyle.SIGN
        if share.value > rounded == 0:
            return f"{self._edge(Op.LESS_THAN, self.percent(step, places=places), signed=signed)}{doubt}"
        if share.value < rounded == _ALL:
            return f"{self._edge(Op.MORE_THAN, self.percent(_ALL - step, places=places), signed=signed)}{doubt}"
        return f"{self.with_operator(op, self.percent(rounded, places=places), signed=signed)}{doubt}"

    def _edge(self, op: Op, share: str, *, signed: bool) -> str:
        """A share that is nearly nothing, or nearly all."""
        return self.with_operator(op, share, signed=True) if signed else self.at_edge(op, share)

    def at_edge(self, op: Op, share: str) -> str:
        """A share or change that is nearly nothing, or nearly all: `under 0.1%`."""
        return self.phrases.edges[op.value].format(number=share)

    def measure(self, estimate: Estimate, *, of_a_whole: bool = False) -> str:
        """An indicator with everything it can mean: per cent to one decimal, else a number to three, or as known.

        Of what is known to one figure alone no decimal is printed: two figures of the width of the interval are enough.
        What is more than nothing, and a part that is less than the whole, are not said to be 0 or 100 per cent. Such a
        part is rounded as `share` rounds it.
        """
        finest = _TENTH if estimate.unit == "%" else _THOUSANDTH
        step = _as_fine_as_known(estimate, finest)
        near = ROUND_HALF_EVEN if of_a_whole else ROUND_HALF_UP
        if estimate.value.quantize(step, near) in {0, _ALL}:
            step = finest
        outwards = (ROUND_FLOOR, ROUND_CEILING) if step > finest else (ROUND_HALF_UP, ROUND_HALF_UP)
        ends = zip(_ends(estimate.interval), outwards, strict=True)
        low, high = (self._measured(end, estimate.unit, step, rounding) for end, rounding in ends)
        doubt = "" if low == high else f" [{low} … {high}]"
        value = self._measured(estimate.value, estimate.unit, step, near)
        if estimate.unit == "%":
            rounded = estimate.value.quantize(_TENTH, near)
            if estimate.value > rounded == 0:
                return f"{self.with_operator(Op.LESS_THAN, self.percent(_TENTH, places=1), signed=True)}{doubt}"
            if of_a_whole and estimate.value < rounded == _ALL:
                return f"{self.with_operator(Op.MORE_THAN, self.percent(_ALL - _TENTH, places=1), signed=True)}{doubt}"
        if estimate.interval.low == estimate.interval.high:
            return value
        return f"{self.with_operator(Op.ABOUT, value, signed=True)}{doubt}"

    def _measured(self, value: Decimal | None, unit: str, step: Decimal, rounding: str) -> str:
        if value is None:
            return "…"
        rounded = value.quantize(step, rounding)
        places = max(-int(step.as_tuple().exponent), 0)
        return self.percent(rounded, places=places) if unit == "%" else self.decimal(rounded)

    def with_operator(self, op: Op, number: str, *, signed: bool) -> str:
        """A number with what is known of it, in words or as a sign."""
        words = self.phrases.operators[op.value].format(number=number)
        return self.phrases.signs[op.value].format(number=number, in_words=words) if signed else words

    def _digits(self, quantity: Quantity) -> str:
        low = self.decimal(plain(quantity.value))
        if quantity.high is None:
            return low
        return self.phrases.between.format(low=low, high=self.decimal(plain(quantity.high)))

    def joined(self, parts: list[str]) -> str:
        """`a, b and c`."""
        if len(parts) <= 1:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.phrases.and_} {parts[-1]}"


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code."""
    return len(unit) == _CURRENCY_LENGTH and unit.isalpha() and unit.isupper()


def _as_fine_as_known(estimate: Estimate, finest: Decimal) -> Decimal:
    """The last digit to print: of two figures of the width of what it can mean, and none finer than the finest."""
    low, high = _ends(estimate.interval)
    if low is None or high is None or low == high:
        return finest
    return max(Decimal(1).scaleb((high - low).adjusted() - 1), finest)


def _ends(interval: Interval) -> tuple[Decimal | None, Decimal | None]:
    return interval.low, interval.high
