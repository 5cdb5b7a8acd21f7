"""Texts that name what their readers may not know: each is left out whole, since a part of it would tell of the rest.

What a text asks for is looked up in the facts as the audience sees them: one that is hidden, a claim that another is
preferred to, a field that is kept back or lies ahead of the day. Then nothing of the text is in the view.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, assert_never

from briefgen.model.facts.declarations import values_of, values_with
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.leaning_texts import has_text_that_leans, leans_on
from briefgen.model.facts.plans import told_apart
from briefgen.model.facts.relation import parts_of
from briefgen.model.kinds.headlines import Headline
from briefgen.model.kinds.products import Product
from briefgen.model.kinds.prose import Prose
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.observations import Observation
from briefgen.model.values.prose_text import ProseCall
from briefgen.model.view import Item, values_of_series, year_of
from briefgen.records import dataclass, replace
from briefgen.view.access import Contract, Withheld
from briefgen.view.claims import Claims, claims_for, disputes
from briefgen.view.projection import Projection, cleared, names_of
from briefgen.view.series import series_of
from briefgen.view.trade.trade_by_period import trade_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.audience import Audience
    from briefgen.model.audience_choices import ClaimChoice
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.leaning_texts import NeededFact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.prose_text import Asked, ProseText
    from briefgen.model.view import IndicatorSeries, TradeYear
    from briefgen.view.as_of import OnTheDay

_NOTHING: tuple[object, ...] = (None, ())
_COMPUTED = frozenset({ProseCall.TRADE, ProseCall.SERIES})
"""What is no fact of the files, but made of rows."""


def contract_of(relation: Relation, audience: Audience, on_the_day: OnTheDay) -> Contract:
    """What the audience may know of a relation on a day."""
    contract = Contract.of(relation, audience, on_the_day)
    leaning = ((fact, tuple(leans_on(fact))) for fact in relation.facts if contract.hidden(fact) is None)
    texts = {fact.id: found for fact, found in leaning if found}
    if texts:
        known = _Known(relation, contract, [one.asked for found in texts.values() for one in found])
        withheld = {key: first for key, found in texts.items() if (first := known.first_hidden(found))}
        contract = replace(contract, withheld=withheld)
    return _one_headline(relation, _in_one_language(relation, contract))


def _one_headline(relation: Relation, contract: Contract) -> Contract:
    """Of the headlines that the audience may know the one that was written last; of one day, the first."""
    headlines = [fact for fact in relation.facts if isinstance(fact, Headline) and contract.hidden(fact) is None]
    if len(headlines) < 2:  # noqa: PLR2004 - one succeeds no other
        return contract
    last = max(headlines, key=lambda headline: headline.written.sort_key)
    return replace(contract, succeeded=frozenset(one.id for one in headlines if one is not last))


def _in_one_language(relation: Relation, contract: Contract) -> Contract:
    """Of the texts of a name the one that stands in the brief: the first that the audience may know."""
    texts = [fact for fact in relation.facts if isinstance(fact, Prose)]
    if all(text.id == text.stands_for and text.text.turn is not None for text in texts):
        return contract
    chosen: dict[str, Prose] = {}
    for text in texts:
        turn = text.text.turn
        if turn is not None and contract.hidden(text) is None:
            first = chosen.setdefault(text.stands_for, text)
            chosen[text.stands_for] = text if turn < (first.text.turn or 0) else first
    spoken = {text.id: name for name, text in chosen.items() if text.id != name}
    kept = {text.id for text in chosen.values()}
    return replace(contract, unspoken=frozenset(text.id for text in texts if text.id not in kept), spoken=spoken)


def prose_in(fact: Fact) -> Iterator[ProseText]:
    """The texts of a fact that ask for values of others."""
    return (value for _, value in values_with(fact, FieldRole.PROSE))


class _Known:
    """The facts that texts ask for: as they are entered, and as the audience sees them."""

    def __init__(self, relation: Relation, contract: Contract, asked: Sequence[Asked]) -> None:
        facts = [fact for fact in relation.facts if not has_text_that_leans(fact)]
        ids = {one.id for one in asked}
        self._entered: dict[str, Fact] = {part.id: part for fact in facts for part in (fact, *parts_of(fact))}
        named = [fact for fact in facts if ids & {fact.id, *(part.id for part in parts_of(fact))}]
        permitted = [cleared(fact, contract) for fact in facts if contract.hidden(fact) is None]
        happened, plans = told_apart(permitted)
        chosen = claims_for(happened, contract.audience.claims)
        projection = Projection(names_of(facts, contract), contract.as_of)
        own = {fact.id for fact in named} | {part.id for fact in named for part in parts_of(fact)}
        self._counted = {key for fact in named for key in _counted(fact)}
        self._seen: dict[str, Item] = {}
        for fact in (fact for fact in chosen if fact.id in own):
            self._seen.update({item.id: item for item in _with_parts(projection.item(fact))})
        self._seen.update({plan.fact.id: projection.plan(plan) for plan in plans if plan.fact.id in own})
        if any(one.call in _COMPUTED for one in asked):
            how = contract.audience.claims
            self._figures_seen = Figures.of(happened, chosen, relation, how)
            every, _ = told_apart(facts)
            self._figures = Figures.of(every, claims_for(every, how), relation, how)

    def first_hidden(self, found: Sequence[NeededFact]) -> Withheld | None:
        """What a text leans on first that the audience may not know."""
        hidden = (
            Withheld(one.asked.said, one.place, one.how, self._is_entered(one.asked))
            for one in found
            if not self._is_told(one.asked)
        )
        return next(hidden, None)

    def _is_entered(self, asked: Asked) -> bool:
        return asked.call in _COMPUTED or (asked.id in self._entered and asked.id not in self._counted)

    def _is_told(self, asked: Asked) -> bool:
        """Whether the audience sees what is asked for; what nobody has entered is told where the text is printed."""
        match asked.call:
            case ProseCall.FACT | ProseCall.PICTURE:
                return self._is_fact_told(asked)
            case ProseCall.TRADE | ProseCall.SERIES:
                return not self._figures.holds(asked) or self._figures_seen.holds(asked)
            case _:
                assert_never(asked.call)

    def _is_fact_told(self, asked: Asked) -> bool:
        """Whether the audience sees the fact, and the field where one is entered."""
        entered, seen = self._entered.get(asked.id), self._seen.get(asked.id)
        if entered is None or seen is None or asked.id in self._counted:
            return False
        name = asked.fields[0].name if asked.fields else ""
        is_filled = any(field.name == name and value not in _NOTHING for field, value in values_of(entered))
        return not is_filled or name not in seen.fields or seen.fields[name] not in _NOTHING


@dataclass(frozen=True, slots=True)
class Figures:
    """What is computed from rows, as prose may ask for it."""

    trade: tuple[TradeYear, ...]
    series: tuple[IndicatorSeries, ...]

    @classmethod
    def of(cls, known: Sequence[Fact], shown: Sequence[Fact], relation: Relation, how: ClaimChoice) -> Figures:
        """Of the rows that are shown, of all that may be known."""
        rows = [fact for fact in shown if isinstance(fact, Observation)]
        projection = Projection({}, relation.as_of)
        claims = Claims(how, disputes(known), {row.id: projection.item(row) for row in rows})
        products = [fact for fact in shown if isinstance(fact, Product)]
        of_trade = [row for row in rows if isinstance(row, TradeObservation)]
        of_series = [row for row in rows if isinstance(row, SeriesObservation)]
        trade = trade_of(of_trade, relation.parties, claims, products)
        series = series_of(of_series, relation.indicators, relation.perspective, claims)
        return cls((*trade.years, *trade.periods), series)

    def holds(self, asked: Asked) -> bool:
        """Whether there is what is asked for, and something in the field; of two that it may be, neither is meant."""
        found: object
        if asked.call is ProseCall.TRADE:
            found = year_of(self.trade, asked)
        else:
            values = values_of_series(self.series, asked)
            found = values[0] if len(values) == 1 else None
        for step in asked.fields:
            found = found.get(step.name) if isinstance(found, Mapping) else getattr(found, step.name, None)
        return found not in _NOTHING


def _counted(fact: Fact) -> Iterator[str]:
    """Ids of parts that have none of their own: another part may stand under that number in the view."""
    for field, value in values_of(fact):
        if field.role is FieldRole.PARTS:
            under = f"{fact.id}/{field.name}"
            yield from (part.id for number, part in enumerate(value, 1) if part.id == f"{under}/{number}")


def _with_parts(item: Item) -> Iterator[Item]:
    yield item
    for value in item.fields.values():
        if isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Item))
