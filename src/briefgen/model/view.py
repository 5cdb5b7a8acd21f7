"""The relation as one audience may know it: the only thing that templates see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.comparability import Bar, Observed, SpanLength, are_of_one_measure, bars_between
from briefgen.model.values.quantity import Estimate, as_fine_as_known
from briefgen.model.values.significant_digits import digits_apart
from briefgen.records import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefgen.model.audience import Presentation
    from briefgen.model.comparability import Basis
    from briefgen.model.facts.declared_indicators import DeclaredIndicator
    from briefgen.model.facts.known import Holding
    from briefgen.model.facts.parties_people_references import Organisation, Party, Person, Reference
    from briefgen.model.origin import Origin, Portions
    from briefgen.model.values.arithmetic import Direction
    from briefgen.model.values.date import Date
    from briefgen.model.values.indicators import IndicatorName
    from briefgen.model.values.prose_text import Asked
    from briefgen.model.values.quantity import Interval, Quantity
    from briefgen.model.values.text import Text


@dataclass(frozen=True, slots=True)
class Item:
    """A fact without its labels: a bag of fields that knows where it came from."""

    kind: str
    """Milestone, visit, agreement ...: the entity's name in lower case."""
    id: str
    fields: Mapping[str, object]
    origin: Origin
    happened: Date | None = None
    """When it happened, where it is something that does."""
    major: bool | None = None
    """Whether it belongs in a short timeline; None of what is no event."""
    heading: Text | None = None
    """What it is called in a timeline, where it has a title or name."""
    holds: Holding | None = None
    """Of what holds for a time: whether it does on the as-of date."""
    dated: Date | None = None
    """When it was, or is planned for, or the time that it holds for."""
    is_planned: bool = False
    """Whether it is yet to happen: then it has not `happened`, whatever its date."""
    may_be_said: bool = False
    """Whether its readers may say it to anybody: it is public on the day, and no source contests it."""
    says: tuple[str, ...] = ()
    """The fields whose words say what it is: its title and its sentence, as far as it has them."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What holds up to a day that lies ahead, as was laid down."""

    what: Text
    """What it is called in a timeline."""
    until: Date
    fact: Item
    origin: Origin
    told_by: str
    """The field of the fact that says until when."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """How an amount came into another currency."""

    rate: Item
    """The row of rates.csv: the rate of that very period, or the one whose inverse was taken."""
    stated: Quantity
    """The amount as it was before."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its origin, stated or derived."""

    quantity: Quantity
    origin: Origin
    derived: bool = False
    period: Date | None = None
    contested: bool = False
    """Whether sources differ on it."""
    rivals: tuple[Quantity, ...] = ()
    """What the other sources say that its audience may know of, in its unit."""
    summed_from: SpanLength | None = None
    """Of the sum of all parts of a year: what kind of parts they are."""
    basis: Basis | None = None
    """How it is measured; None where it joins what is not measured alike."""
    interval: Interval | None = None
    """Of a derived figure whose doubt its digits do not tell; None where the quantity's own interval holds."""
    conversion: Conversion | None = None
    """Of what was stated in another currency: how it was converted."""
    is_chosen: bool = False
    """Whether the data prefer it to claims of which its audience is shown none."""
    least_digits: int = 0
    """Significant digits that it is printed in at least, whichever an audience takes: `apart_from` says why."""

    @property
    def known(self) -> Quantity:
        """The quantity in digits it may be printed in: what was computed has none that its doubt makes idle."""
        return as_fine_as_known(self.quantity) if self.derived else self.quantity

    def apart_from(self, other: Figure) -> Figure:
        """The figure in as many digits as tell it from another one, where a change between the two is named.

        So no reader meets "about 120" twice beside "rose by 5.7 %". They are no finer than the figure is known; where
        the change has a direction, its bounds lie apart and so do the digits.
        """
        return replace(self, least_digits=max(self.least_digits, digits_apart(self.known, other.known) or 0))

    @property
    def estimate(self) -> Estimate:
        """The number with everything it can mean."""
        own = self.quantity.estimate
        return own if self.interval is None else Estimate(own.value, self.interval, own.unit)

    @property
    def observed(self) -> Observed | None:
        """The figure as comparisons take it; None of one that is of no period."""
        return None if self.period is None else Observed(self.period, self.quantity, self.basis)

    def bars_to(self, other: Figure) -> tuple[Bar, ...]:
        """All that keeps it from being compared with another; empty where it may be."""
        one, beside = self.observed, other.observed
        return (Bar.LENGTH,) if one is None or beside is None else bars_between(one, beside)

    def is_of_one_measure_with(self, other: Figure) -> bool:
        """Whether both may stand on one line, and one be called the larger."""
        one, beside = self.observed, other.observed
        return one is not None and beside is not None and are_of_one_measure(one, beside)


@dataclass(frozen=True, slots=True)
class GroupSum:
    """The sum of an amount over facts that have one word of a list in common, in one unit."""

    of: str
    """The word: a stage, a kind; empty of a sum over all."""
    figure: Figure
    count: int
    """How many amounts it is the sum of."""
    without: int
    """How many facts of that word state no amount in any unit."""
    facts: tuple[Item, ...]
    """Those whose amounts it is the sum of."""
    origin: Origin


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two figures that may be compared, in per cent, with everything it can mean."""

    interval: Interval
    """In per cent, unbounded ends None."""
    estimate: Figure
    """The value from the stated figures, in per cent."""
    direction: Direction


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Why figures of a period are not held against those of an earlier one."""

    why: Bar
    earlier: Date
    later: Date
    of: tuple[str, ...]
    """Party, `turnover` or `balance`, as in `changes`; empty where it holds for all there is."""
    origin: Origin
    is_of_several: bool = False
    """Whether there are other periods between the two, some of which it holds for."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of one period, or why there is none."""

    name: IndicatorName
    """`cover_ratio`, `normalised_balance` ..."""
    party: str | None
    """Whose it is, where it belongs to one side."""
    formula: str
    """With X for what that side sells and M for what it buys."""
    figure: Figure | None
    why: str | None
    """Where there is no figure: the reason."""
    origin: Origin
    since: Date | None = None
    """Of growth a year: the period that it is counted from."""


@dataclass(frozen=True, slots=True)
class TradeYear:
    """One period of trade between the parties, in both directions."""

    period: Date
    exports: Mapping[str, Figure]
    """Party → what it sold to the other."""
    turnover: Figure | None
    balance: Figure | None
    """The larger exporter's surplus; as `net`, where it is stated and may be on either side of zero."""
    net: Figure | None
    """What the first party sells less what the second does: below zero it is the other's surplus."""
    surplus_party: str | None
    shares: Mapping[str, Figure]
    """Party → its share in turnover, per cent."""
    origin: Origin
    """The rows of the period."""
    counts: str = "unknown"
    """What they count: goods, services, goods_and_services; unknown where the sources say no more than trade."""
    currencies: tuple[str, ...] = ()
    """In which its figures are told; of several, nothing is computed across them."""
    currency: str = ""
    """The same as one text, `USD` or `USD, PKR`: what has another stands in another table."""
    changes: Mapping[str, Change] = field(default_factory=dict)
    """Party, `turnover` or `balance` → change against the period before."""
    against: Date | None = None
    """An earlier period of the same length and season, which need not be the year before."""
    not_compared: tuple[NotCompared, ...] = ()
    """Each reason once why there is no change against an earlier period."""
    length: SpanLength = SpanLength.YEAR
    """What kind of span the period is."""
    summed_from: SpanLength | None = None
    """Of a year: the kind of parts that those of its figures are sums of that nobody entered."""
    claims: tuple[Item, ...] = ()
    """Every claim on what sources differ on, where the audience sees them all."""
    others: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    """Party, `turnover` or `balance` → claims beside the one that is printed, where an audience sees one of several."""
    indicators: tuple[Indicator, ...] = ()
    """The same ones in the same order for every period."""


@dataclass(frozen=True, slots=True)
class SeriesValue:
    """A figure of a series in one period."""

    period: Date
    figure: Figure
    origin: Origin
    """The rows of the period."""
    change: Change | None = None
    """Against an earlier period, where the two can be compared."""
    against: Date | None = None
    """That period, which need not be the one before."""
    not_compared: NotCompared | None = None
    """Why it is not held against an earlier one."""
    claims: tuple[Item, ...] = ()
    """Every claim, where sources differ and the audience sees them all."""
    others: tuple[Item, ...] = ()
    """Claims beside the one that is printed, where an audience sees one of several."""


@dataclass(frozen=True, slots=True)
class IndicatorSeries:
    """The figures of one indicator in one direction, rising in time."""

    indicator: DeclaredIndicator
    whose: str
    towards: str | None
    definition: str | None
    """What exactly is counted, where the rows say it."""
    values: tuple[SeriesValue, ...]
    """Of a flow its years, as entered or as sums of all their parts, else what is as long as the newest; of a stock the
    last figure of each year."""
    origin: Origin
    """All its rows."""
    periods: tuple[SeriesValue, ...] = ()
    """All other figures: months, quarters, those within a year."""
    indicators: tuple[Indicator, ...] = ()
    """Of the newest figure: growth a year, share of both directions."""
    is_stock: bool = False
    """Whether its figures hold for the end of their period; others are of all of it."""
    names_unit: bool = False
    """Whether its phrase begins with what is counted, so that a number behind it needs no unit."""
    forms: tuple[str, ...] = ()
    """In which forms its periods are written: `year`, `fiscal_year`, `half_year`, `quarter`, `month`."""


def year_of(years: Iterable[TradeYear], asked: Asked) -> TradeYear | None:
    """The period of trade that prose asks for, whatever doubt there is of it."""
    return next((year for year in years if _is_named(year.period, asked.id)), None)


def values_of_series(series: Iterable[IndicatorSeries], asked: Asked) -> tuple[SeriesValue, ...]:
    """What prose asks for of an indicator: one where it says enough to tell directions and definitions apart.

    Where it names no direction or definition, the series without one is meant before others.
    """
    found = [
        (one, value)
        for one in series
        if one.indicator.id == asked.id
        and asked.whose in {"", one.whose}
        and asked.towards in {"", one.towards}
        and asked.definition in {"", one.definition}
        for value in (*one.values, *one.periods)
        if _is_named(value.period, asked.period)
    ]
    wanted = asked.towards, asked.definition
    exact = [value for one, value in found if (one.towards or "", one.definition or "") == wanted]
    named = [value for one, value in found if (one.definition or "") == asked.definition]
    chosen = next((group for group in (exact, named) if len(group) == 1), [value for _, value in found])
    return tuple(chosen)


def _is_named(period: Date, text: str) -> bool:
    return str(period).rstrip(_DOUBT) == text.rstrip(_DOUBT)


_DOUBT = "?~%"
"""Behind a period that is not sure."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest of a kind of facts, where it is older than the audience takes."""

    kind: str
    """As audiences name it: `trade`, `visits`."""
    date: Date
    origin: Origin


@dataclass(frozen=True, slots=True)
class ItemFields:
    """What can be asked of the items of a collection, also where it holds none."""

    kind: str
    """As their `Item.kind`."""
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class View:
    """What one audience may know of a relation, as of a date: no label, no line of a file, no count of the hidden.

    An audience that has portions marked knows the labels of what it sees.
    """

    slug: str
    title: str
    audience: Presentation
    parties: tuple[Party, Party]
    """The perspective's party first."""
    perspective: str
    as_of: Date
    review_by: Date | None
    language: str
    items: Mapping[str, tuple[Item, ...]]
    """Collection name (`milestones`, `visits` ...) → items in order of date, then of file."""
    planned: tuple[Item, ...]
    """What is yet to happen, in order of time: in no other collection, count or link."""
    trade: tuple[TradeYear, ...]
    """Calendar and fiscal years, as entered or as the sum of all their parts; where there is none, the newest kind of
    other periods."""
    series: tuple[IndicatorSeries, ...]
    """In the order of the indicators' declaration; the perspective's side first."""
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    indicators: Mapping[str, DeclaredIndicator]
    references: Mapping[str, Reference]
    """Only those that the items lean on."""
    next_meeting: Item | None = None
    """The first of `planned` at which the two sides meet; one with a date before one without."""
    headline: Item | None = None
    """What the desk says above the brief; None where the brief has its plain title."""
    owner: str = ""
    """The desk that keeps the data."""
    contact: str = ""
    """Whom readers may ask."""
    author: str = ""
    origin: Origin | None = None
    """The record of the relation itself: title, as-of and review date."""
    fields: Mapping[str, ItemFields] = field(default_factory=dict)
    """Collection name → what its items have."""
    trade_periods: tuple[TradeYear, ...] = ()
    """All other periods of trade as they are entered: months, quarters, half-years."""
    endings: tuple[Ending, ...] = ()
    """What ends on a day that lies ahead, in order of time."""
    latest: tuple[Latest, ...] = ()
    """What the brief is to mark as the latest available."""
    changes: tuple[Item, ...] = ()
    """What is new since the edition before; none where there was none."""
    since: Date | None = None
    """The day that edition showed."""
    portions: Portions | None = None
    """The labels of what is in it, where its audience has portions marked: nowhere else does a view have any."""
