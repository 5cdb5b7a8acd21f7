"""Numbers, money and dates in words: said once, here, for sentences, tables and charts alike.

Rounding rule: a stated value is rounded half up to the audience's significant digits; where that changes it, an exact
figure becomes "about". A share or change is rounded half up to one decimal of a per cent unless told, an index to
three decimals, and the ends of an interval like the value in it. Nothing is computed from a rounded value. A doubtful
figure keeps its sign or word everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, assert_never

from babel.dates import format_date
from babel.numbers import get_currency_name, get_currency_symbol, get_decimal_symbol

from briefgen.compose.wording.digits import UnitForms, before, in_scale, plain, significant, usual_scale
from briefgen.compose.wording.locales import locale_of, signs_of
from briefgen.compose.wording.parts_of_year import part_of_year
from briefgen.compose.wording.phrases import Phrases, phrases_for
from briefgen.compose.wording.wording_styles import DateStyle, MoneyStyle, NumberStyle, PercentStyle, QuantityStyle
from briefgen.model.values.arithmetic import Direction
from briefgen.model.values.date import Date, Precision, parse_date
from briefgen.model.values.quantity import Estimate, Interval, Op, Quantity, as_fine_as_known, place_known

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from babel import Locale

    from briefgen.model.audience import NumberOptions
    from briefgen.model.view import Change

_NBSP = "\u00a0"
_MINUS = "\N{MINUS SIGN}"
_SIGNS = f"+{_MINUS}"
_CURRENCY_LENGTH = 3
_A_CENTURY = 100
_TENTH = Decimal("0.1")
_THOUSANDTH = Decimal("0.001")
_ALL = Decimal(100)
"""Per cent."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How one audience reads figures, in one language."""

    language: str
    numbers: NumberOptions
    units: Mapping[str, UnitForms] = field(default_factory=dict)
    """The unit of a quantity → its forms, where an indicator declares them."""

    @property
    def locale(self) -> Locale:
        """The CLDR locale."""
        return locale_of(self.language)

    @property
    def phrases(self) -> Phrases:
        """The language's joining words."""
        return phrases_for(self.language)

    # ------------------------------------------------------------ numbers

    @property
    def decimal_mark(self) -> str:
        """What stands before the decimals: `.` or `,`."""
        return get_decimal_symbol(self.locale)

    def decimal(self, value: Decimal) -> str:
        """A number with all the digits it has, zeros too, grouped, with a true minus sign; nothing has none."""
        value = value or abs(value)
        places = max(-int(value.as_tuple().exponent), 0)
        return f"{value:,.{places}f}".translate(signs_of(self.language))

    def rounded(self, quantity: Quantity) -> Quantity:
        """The quantity with the audience's digits; what rounding changed is only "about" true."""
        if self.numbers.digits is None:
            return quantity
        value = significant(quantity.value, self.numbers.digits)
        high = None if quantity.high is None else significant(quantity.high, self.numbers.digits)
        changed = value != quantity.value or high != quantity.high
        return replace(
            quantity, value=value, high=high, op=Op.ABOUT if changed and quantity.op is Op.EQ else quantity.op
        )

    def number(self, quantity: Quantity, style: NumberStyle = NumberStyle.WORDS) -> str:
        """A count or measure without its unit."""
        shown = self.rounded(quantity)
        if style is NumberStyle.SPELLED and shown.op is Op.EQ and shown.value in range(len(self.phrases.small_numbers)):
            return self.phrases.small_numbers[int(shown.value)]
        return self._operator(shown.op, signed=style is NumberStyle.SIGN) + self._digits(shown)

    def quantity(self, quantity: Quantity, style: QuantityStyle = QuantityStyle.WORDS, *, derived: bool = False) -> str:
        """A number with its unit; money where the unit is a currency."""
        if is_currency(quantity.unit):
            as_money = MoneyStyle.WORDS if style is QuantityStyle.COUNT else MoneyStyle(style)
            return self.money(quantity, as_money, derived=derived)
        shown = self.rounded(as_fine_as_known(quantity) if derived else quantity)
        digits, scale, doubt = self._digits(shown), self.phrases.scales.get(shown.scale, ""), self.interval(quantity)
        signed = style not in {QuantityStyle.WORDS, QuantityStyle.COUNT}
        number = self._operator(shown.op, signed=signed) + digits
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
        return forms.one if is_one and self.locale.plural_form(abs(quantity.value)) == "one" else forms.many

    def money(self, quantity: Quantity, style: MoneyStyle = MoneyStyle.WORDS, *, derived: bool = False) -> str:
        """An amount of money; one that was computed has no finer digits than what it was computed from.

        In words it stands in the scale that its size asks for, in the columns of a table in that of its source.
        """
        shown = self.rounded(as_fine_as_known(quantity) if derived else quantity)
        if style in {MoneyStyle.WORDS, MoneyStyle.VALUE, MoneyStyle.UNIT}:
            scale = usual_scale(shown)
            shown, quantity = in_scale(shown, scale), in_scale(quantity, scale)
        symbol = get_currency_symbol(quantity.unit, locale=self.locale)
        symbol += _NBSP if symbol[-1:].isalpha() else ""  # a code in the place of a sign: KES 3, but US$3
        steps = self.phrases.scales.get(shown.scale, "")
        digits, signed = self._digits(shown), self._operator(shown.op, signed=True)
        doubt = self.interval(quantity, derived=derived)
        match style:
            case MoneyStyle.BARE:
                return f"{signed}{digits}"
            case MoneyStyle.VALUE:
                return f"{signed}{before(symbol, digits)}"
            case MoneyStyle.UNIT:
                return " ".join(part for part in (steps, doubt) if part)
            case MoneyStyle.WORDS | MoneyStyle.SIGN:
                doubt = f" {doubt}" if doubt else ""
                tail = f"{_NBSP}{steps}" if steps else ""
                operator = self._operator(shown.op, signed=style is MoneyStyle.SIGN)
                return f"{operator}{before(symbol, digits)}{tail}{doubt}"

    def as_shown(self, quantity: Quantity, *, derived: bool = False) -> Quantity:
        """A figure in the digits that it is printed in."""
        return self.rounded(as_fine_as_known(quantity) if derived else quantity)

    def beside(self, shown: Quantity, *, signed: bool) -> str:
        """A figure that is rounded already, where its unit stands elsewhere: `about 52`, or `≈ 52`."""
        return self._operator(shown.op, signed=signed) + self._digits(shown)

    def rate(self, rate: object, base: str, quoted: str) -> str:
        """`160.2 Pakistani rupees to one US dollar`, in the digits that are stated."""
        if not isinstance(rate, Quantity):
            raise TypeError("a rate is a number")
        number = self._operator(rate.op, signed=False) + self._digits(rate)
        names = {
            count: get_currency_name(code, count=count, locale=self.locale) for code, count in ((quoted, 2), (base, 1))
        }
        return self.phrases.rate.format(number=number, quoted=names[2], base=names[1])

    def contested(self, words: str) -> str:
        """The words for a figure that sources differ on, with the mark that says so."""
        return f"{words} ({self.phrases.contested})".lstrip()

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
        """A share or change in per cent, one decimal under 100 unless told."""
        digits = 1 if places is None else places
        rounded = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        rounded = rounded or abs(rounded)
        sign = "+" if signed and rounded > 0 else ""
        return self.in_per_cent(f"{sign}{f'{rounded:,.{digits}f}'.translate(signs_of(self.language))}")

    def in_per_cent(self, number: str) -> str:
        """A number with the sign of per cent where the language has it: `5.4%`, `5,4 %`, `%5,4`."""
        pattern = str(self.locale.percent_formats[None].pattern)
        return pattern.partition(";")[0].replace("#,##0", number)

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
            return f"{self._edge(Op.LESS_THAN, signed=signed)}{self.percent(step, places=places)}{doubt}"
        if share.value < rounded == _ALL:
            return f"{self._edge(Op.MORE_THAN, signed=signed)}{self.percent(_ALL - step, places=places)}{doubt}"
        return f"{self._operator(op, signed=signed)}{self.percent(rounded, places=places)}{doubt}"

    def _edge(self, op: Op, *, signed: bool) -> str:
        """What stands before a share that is nearly nothing, or nearly all."""
        return self._operator(op, signed=True) if signed else self.phrases.edges[op.value]

    def measure(self, estimate: Estimate, *, of_a_whole: bool = False) -> str:
        """An indicator with everything it can mean: per cent to one decimal, else a number to three.

        What is more than nothing, and a part that is less than the whole, are not said to be 0 or 100 per cent. Such a
        part is rounded as `share` rounds it.
        """
        value, low, high = (self._measured(v, estimate.unit) for v in (estimate.value, *_ends(estimate.interval)))
        doubt = "" if low == high else f" [{low} … {high}]"
        if estimate.unit == "%":
            rounded = estimate.value.quantize(_TENTH, ROUND_HALF_EVEN if of_a_whole else ROUND_HALF_UP)
            value = self.percent(rounded)
            if estimate.value > rounded == 0:
                return f"{self._operator(Op.LESS_THAN, signed=True)}{self.percent(_TENTH)}{doubt}"
            if of_a_whole and estimate.value < rounded == _ALL:
                return f"{self._operator(Op.MORE_THAN, signed=True)}{self.percent(_ALL - _TENTH)}{doubt}"
        if estimate.interval.low == estimate.interval.high:
            return value
        return f"≈{_NBSP}{value}{doubt}"

    def _measured(self, value: Decimal | None, unit: str) -> str:
        if value is None:
            return "…"
        return self.percent(value) if unit == "%" else self.decimal(value.quantize(_THOUSANDTH, ROUND_HALF_UP))

    def change(self, change: Change, style: PercentStyle = PercentStyle.WORDS) -> str:
        """A change in words that name a direction only where it is certain, or short."""
        low, high = (self.percent(bound, signed=True) for bound in _bounds(change.interval))
        estimate = _not_all_gone(change.estimate.quantity.value)
        nearly_gone = low == high == self.percent(-_ALL) and _bounds(change.interval)[1] > -_ALL
        if style is PercentStyle.SIGN:
            if nearly_gone:
                return f"{self._operator(Op.LESS_THAN, signed=True)}{self.percent(_TENTH - _ALL)}"
            if low == high:
                return low
            span = f"[{low} … {high}]"
            is_clear = change.direction is not Direction.UNCLEAR
            return f"≈{_NBSP}{self.percent(estimate, signed=True)} {span}" if is_clear else span
        if change.direction is Direction.UNCLEAR:
            return self.phrases.unclear.format(low=low, high=high)
        least, most = sorted(abs(bound) for bound in _bounds(change.interval))
        is_up = change.direction is Direction.UP
        if nearly_gone:
            most_of_it = f"{self.phrases.edges[Op.MORE_THAN.value]}{self.percent(_ALL - _TENTH)}"
            return self.phrases.down_exactly.format(estimate=most_of_it)
        if low == high:
            return (self.phrases.up_exactly if is_up else self.phrases.down_exactly).format(estimate=low.lstrip(_SIGNS))
        words = self.phrases.up if is_up else self.phrases.down
        return words.format(estimate=self.percent(abs(estimate)), low=self.percent(least), high=self.percent(most))

    def _operator(self, op: Op, *, signed: bool) -> str:
        return (self.phrases.signs if signed else self.phrases.operators)[op.value]

    def _digits(self, quantity: Quantity) -> str:
        low = self.decimal(plain(quantity.value))
        if quantity.high is None:
            return low
        return self.phrases.between.format(low=low, high=self.decimal(plain(quantity.high)))

    # ------------------------------------------------------------ dates

    def date(self, date: Date, style: DateStyle = DateStyle.LONG) -> str:
        """A date as finely as it is known."""
        if style is DateStyle.BY:
            return self._by(date)
        if date.precision is Precision.INTERVAL:
            return self._interval(date, style)
        is_short = style is DateStyle.SHORT
        text = self._point(date, is_short=is_short)
        if date.approximate:
            text = f"≈{_NBSP}{text}" if is_short else self.phrases.about_date.format(date=text)
        if date.uncertain:
            text = f"{text}?" if is_short else self.phrases.uncertain.format(date=text)
        return text

    def _point(self, date: Date, *, is_short: bool) -> str:
        """A day, month or year, or a part of a year, without its doubt."""
        match date.precision:
            case Precision.DAY:
                return self._formatted(date, "d MMM y" if is_short else "d MMMM y")
            case Precision.MONTH:
                return self._formatted(date, "MMM y" if is_short else "MMMM y")
            case Precision.YEAR:
                return self._formatted(date, "y")
            case Precision.QUARTER | Precision.HALF_YEAR:
                return part_of_year(date, self._formatted(date, "y"), self.phrases, is_short=is_short)
            case Precision.FISCAL_YEAR:
                first = _day(date).year
                phrase = self.phrases.fiscal_year_short if is_short else self.phrases.fiscal_year
                return phrase.format(year=f"{first}/{(first + 1) % _A_CENTURY:02d}")
            case Precision.INTERVAL:
                raise ValueError("an interval has two ends")
            case _:
                assert_never(date.precision)

    def _formatted(self, date: Date, pattern: str) -> str:
        return format_date(_day(date), pattern, locale=self.locale)

    def _by(self, date: Date) -> str:
        """Up to a date, or the end of an interval; where that is open, since when."""
        end = date.text.rpartition("/")[2]
        if end == "..":
            return self.date(date)
        last = parse_date(end) if date.precision is Precision.INTERVAL else date
        return self.phrases.until.format(date=self.date(last))

    def planned(self, date: Date | None, style: DateStyle = DateStyle.LONG) -> str:
        """When something is planned for: `planned for 12 May 2027`, `planned by 2027`."""
        if date is None:
            return self.phrases.planned_undated
        phrase = self.phrases.planned_until if date.lower is None else self.phrases.planned
        return phrase.format(date=self.date(date, style))

    def _interval(self, date: Date, style: DateStyle) -> str:
        start, _, end = date.text.partition("/")
        if end == "..":
            return self.phrases.since.format(date=self.date(parse_date(start), style))
        if start == "..":
            return self.phrases.until.format(date=self.date(parse_date(end), style))
        if start == end:
            return self.date(parse_date(end), style)
        first, last = self._beginning(parse_date(start), parse_date(end), style), self.date(parse_date(end), style)
        return f"{first}–{last}" if style is DateStyle.SHORT else self.phrases.between.format(low=first, high=last)

    def _beginning(self, first: Date, last: Date, style: DateStyle) -> str:
        """The first end of a span, without the month and year that its last one says: 9–11 January 2024."""
        is_doubtful = any((first.approximate, first.uncertain, last.approximate, last.uncertain))
        if is_doubtful or first.precision is not last.precision or _day(first).year != _day(last).year:
            return self.date(first, style)
        month = "MMM" if style is DateStyle.SHORT else "MMMM"
        match first.precision:
            case Precision.DAY:
                pattern = "d" if _day(first).month == _day(last).month else f"d {month}"
            case Precision.MONTH:
                pattern = month
            case _:
                return self.date(first, style)
        return self._formatted(first, pattern)

    def joined(self, parts: list[str]) -> str:
        """`a, b and c`."""
        if len(parts) <= 1:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.phrases.and_} {parts[-1]}"


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code."""
    return len(unit) == _CURRENCY_LENGTH and unit.isalpha() and unit.isupper()


def _not_all_gone(change: Decimal) -> Decimal:
    """A fall that rounds to all of it, and leaves something, as the largest that does not."""
    return _TENTH - _ALL if change > -_ALL and change.quantize(_TENTH, ROUND_HALF_UP) == -_ALL else change


def _ends(interval: Interval) -> tuple[Decimal | None, Decimal | None]:
    return interval.low, interval.high


def _bounds(interval: Interval) -> tuple[Decimal, Decimal]:
    if interval.low is None or interval.high is None:
        raise ValueError("a change has both bounds")
    return interval.low, interval.high


def _day(date: Date) -> dt.date:
    if date.lower is None:
        raise ValueError("a point in time has a first day")
    return date.lower
