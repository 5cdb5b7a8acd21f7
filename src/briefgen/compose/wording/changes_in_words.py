"""Changes in words, which name a direction only where all that a change can mean goes that way.

What rose or fell is not said to have done so by nothing, and what left something not to have fallen by all.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from briefgen.compose.wording.wording_styles import ChangeStyle
from briefgen.model.values.arithmetic import Direction
from briefgen.model.values.quantity import Interval, Op
from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.compose.wording.figure_wording import FigureWording
    from briefgen.model.view import Change
    from briefgen.model.wording.patterns import Pattern
    from briefgen.model.wording.phrases import Phrases

_ALL = Decimal(100)
"""Per cent."""
_BROADLY = Decimal(5)
"""Per cent, up or down: what stays within is said to be broadly the same."""
_SIGNS = "+\N{MINUS SIGN}"


def change_in_words(change: Change, wording: FigureWording, style: ChangeStyle = ChangeStyle.WORDS) -> str:
    """A change as a verb, as a noun where it has a direction, or short and with signs."""
    told = _Told(change, wording)
    if style is ChangeStyle.SIGN:
        return told.in_signs()
    return told.certain(style) if told.is_certain else told.without_direction()


def is_broadly_nothing(interval: Interval) -> bool:
    """Whether a change is within five per cent, either way, whatever it is."""
    low, high = _bounds(interval)
    return max(-low, high) <= _BROADLY


@dataclass(frozen=True, slots=True)
class _Told:
    """A change, and who reads it."""

    change: Change
    wording: FigureWording

    @property
    def is_certain(self) -> bool:
        """Whether it goes one way, and that it is some."""
        return self.change.direction in {Direction.UP, Direction.DOWN}

    @property
    def _step(self) -> Decimal:
        return Decimal(1).scaleb(-self.wording.numbers.percent_decimals)

    @property
    def _ends(self) -> tuple[Decimal, Decimal]:
        """The least and the most that it can be, without a sign."""
        least, most = sorted(abs(bound) for bound in _bounds(self.change.interval))
        return least, most

    @property
    def _estimate(self) -> Decimal:
        """Its value; a fall that rounds to all of it, and leaves something, as the largest that does not."""
        value = self.change.estimate.quantity.value
        return self._step - _ALL if value > -_ALL and self._rounded(value) == -_ALL else value

    @property
    def _is_nearly_nothing(self) -> bool:
        return self.is_certain and self._rounded(self._estimate) == 0

    @property
    def _is_nearly_all(self) -> bool:
        """Whether both bounds are printed as all of it, and something is left."""
        low, high = _bounds(self.change.interval)
        return self._rounded(low) == self._rounded(high) == -_ALL < high

    def _rounded(self, value: Decimal) -> Decimal:
        return value.quantize(self._step, ROUND_HALF_UP)

    def _above(self, change: Decimal) -> Decimal:
        """The first step above what a change is at most."""
        step = change.quantize(self._step, ROUND_CEILING)
        return step if step > change else step + self._step

    def in_signs(self) -> str:
        """For tables: `≈ +5.4% [+3.8% … +7.0%]`."""
        percent, with_operator = self.wording.percent, self.wording.with_operator
        low, high = (percent(bound, signed=True) for bound in _bounds(self.change.interval))
        if self._is_nearly_all:
            return with_operator(Op.LESS_THAN, percent(self._step - _ALL, signed=True), signed=True)
        if self._is_nearly_nothing:
            is_up, edge = self.change.direction is Direction.UP, self._above(self._ends[1])
            words = percent(edge if is_up else -edge, signed=True)
            return with_operator(Op.LESS_THAN if is_up else Op.MORE_THAN, words, signed=True)
        if low == high:
            return low
        span = f"[{low} … {high}]"
        about = with_operator(Op.ABOUT, percent(self._estimate, signed=True), signed=True)
        return f"{about} {span}" if self.is_certain else span

    def certain(self, style: ChangeStyle) -> str:
        """A rise or a fall."""
        percent, at_edge = self.wording.percent, self.wording.at_edge
        patterns = _patterns(self.wording.phrases, self.change.direction, style)
        least, most = self._ends
        if self._is_nearly_nothing:
            return patterns.exactly.format(estimate=at_edge(Op.LESS_THAN, percent(self._above(most))))
        if self._is_nearly_all:
            return patterns.exactly.format(estimate=at_edge(Op.MORE_THAN, percent(_ALL - self._step)))
        if self._rounded(least) == self._rounded(most):
            is_exact = least == most == self._rounded(most)
            pattern = patterns.exactly if is_exact else patterns.rounded
            return pattern.format(estimate=percent(most).lstrip(_SIGNS))
        estimate = percent(abs(self._estimate))
        if self._rounded(least) == 0:
            return patterns.up_to.format(estimate=estimate, high=percent(most))
        return patterns.between.format(estimate=estimate, low=percent(least), high=percent(most))

    def without_direction(self) -> str:
        """A change that may be a rise or a fall, in the words for how far it may go."""
        low, high = _bounds(self.change.interval)
        phrases, percent = self.wording.phrases, self.wording.percent
        if self.change.direction is Direction.NONE:
            return phrases.no_change
        is_slight = is_broadly_nothing(self.change.interval)
        if low == 0:
            words = phrases.hardly_risen if is_slight else phrases.no_fall
        elif high == 0:
            words = phrases.hardly_fallen if is_slight else phrases.no_rise
        else:
            words = phrases.unchanged if is_slight else phrases.unclear
        return words.format(
            low=percent(low, signed=True), high=percent(high, signed=True),
            fall=percent(abs(low)), rise=percent(abs(high)),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words for one direction, by what is known of how far it went."""

    between: Pattern
    up_to: Pattern
    exactly: Pattern
    rounded: Pattern


def _patterns(phrases: Phrases, direction: Direction, style: ChangeStyle) -> _Patterns:
    is_noun = style is ChangeStyle.NOUN
    if direction is Direction.UP:
        noun = _Patterns(phrases.rise, phrases.rise_to, phrases.rise_exactly, phrases.rise_rounded)
        return noun if is_noun else _Patterns(phrases.up, phrases.up_to, phrases.up_exactly, phrases.up_rounded)
    noun = _Patterns(phrases.fall, phrases.fall_to, phrases.fall_exactly, phrases.fall_rounded)
    return noun if is_noun else _Patterns(phrases.down, phrases.down_to, phrases.down_exactly, phrases.down_rounded)


def compared_in_words(change: Change, against: tuple[str, str], wording: FigureWording, style: ChangeStyle) -> str:
    """The end of a sentence on a figure: `, and rose by about 5% from 2024`; `against` is the earlier time, twice.

    As a point in time, and as what a sentence says of it: `2024` and `in 2024`.
    """
    earlier, then = against
    phrases, told = wording.phrases, change_in_words(change, wording, style)
    low, high = _bounds(change.interval)
    is_certain = change.direction in {Direction.UP, Direction.DOWN}
    if is_certain or change.direction is Direction.NONE or is_broadly_nothing(change.interval):
        words = phrases.compared_briefly if is_certain and style is ChangeStyle.NOUN else phrases.compared
    else:
        words = phrases.not_risen if low == 0 else phrases.not_fallen if high == 0 else phrases.not_told
    return words.format(change=told, earlier=earlier, then=then)


def _bounds(interval: Interval) -> tuple[Decimal, Decimal]:
    if interval.low is None or interval.high is None:
        raise ValueError("a change has both bounds")
    return interval.low, interval.high
