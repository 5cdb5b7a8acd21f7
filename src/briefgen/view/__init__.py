"""Relation to View: what one audience may know, as of a date.

Facts are filtered first, and what is hidden in them is taken out; order, totals, shares and the list of references
are computed from what is left. A view holds no label (but where its audience has portions
marked, of what it shows), no count of what is hidden and no line of a file: two relations
that differ only in hidden facts have equal views. `places_of` keeps the lines, for the owner's trace.

Example:
    >>> from briefgen.load import load
    >>> from briefgen.model.values.date import parse_date
    >>> from briefgen.world import laid_over_shipped, shipped_root
    >>> workspace = load(laid_over_shipped(shipped_root())).value
    >>> public = next(audience for audience in workspace.audiences if audience.id == "public")
    >>> seen = view(workspace.relations[0], public, Request()).value
    >>> [str(year.period) for year in seen.trade], seen.trade[0].turnover.quantity.value
    (['2019', '2020?'], Decimal('50.2'))
    >>> earlier = view(workspace.relations[0], public, Request(as_of=parse_date("2019-12-31"))).value
    >>> [str(year.period) for year in earlier.trade]
    ['2019']
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from briefgen.diagnostics import Outcome, Report
from briefgen.model.comparability import period_key
from briefgen.model.editions.edition_changes import CHANGE, CHANGE_FIELDS
from briefgen.model.facts.fact import Fact
from briefgen.model.facts.plans import told_apart
from briefgen.model.facts.relation import Relation, parts_of
from briefgen.model.kinds import SHIPPED_KINDS, kind_of
from briefgen.model.kinds.headlines import KIND as HEADLINES
from briefgen.model.kinds.products import Product
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.kinds.trade import TradeObservation
from briefgen.model.observations import Observation
from briefgen.model.origin import FactOrigin, Origin, OriginKind
from briefgen.model.view import IndicatorSeries, Item, ItemFields, TradeYear, View
from briefgen.records import dataclass, replace
from briefgen.view.as_of import when
from briefgen.view.claims import Claims, claims_for, disputes
from briefgen.view.contract_check import breaches
from briefgen.view.editions import (
    known_facts,
    news_told,
    snapshot_of,
    with_changes,
    with_withdrawn,
    withdrawn_facts,
)
from briefgen.view.endings import endings_of
from briefgen.view.fact_places import places_of
from briefgen.view.fields_shown import FieldsShown, fields_shown
from briefgen.view.freshness import latest_available
from briefgen.view.mentioned import indicators_of, named_in, organisations_of, parties_of, people_of, references_of
from briefgen.view.outdated_headlines import tell_outdated
from briefgen.view.portion_labels import portions_of
from briefgen.view.projection import Projection, cleared, file_of, item_fields, names_of
from briefgen.view.public_subset import open_part
from briefgen.view.secrets import Searched, secrets_of
from briefgen.view.series import series_of
from briefgen.view.shared_work import SharedWork
from briefgen.view.trade.trade_by_period import Trade, trade_of
from briefgen.view.verdicts import cover

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefgen.model.audience import Audience
    from briefgen.model.audience_choices import ClaimChoice
    from briefgen.model.facts.declared_indicators import DeclaredIndicator
    from briefgen.model.facts.kind import Kind
    from briefgen.model.facts.parties_people_references import Party
    from briefgen.model.facts.plans import Plan
    from briefgen.model.values.date import Date
    from briefgen.view.access import Contract

__all__ = [
    "FieldsShown",
    "Request",
    "Searched",
    "SharedWork",
    "breaches",
    "cover",
    "fields_shown",
    "known_facts",
    "news_told",
    "open_part",
    "places_of",
    "secrets_of",
    "snapshot_of",
    "view",
    "with_changes",
    "with_withdrawn",
    "withdrawn_facts",
]


F = TypeVar("F", bound=Fact)
_HEADLINES = HEADLINES.collection
_CLAIMED = tuple(
    kind.collection for kind in SHIPPED_KINDS.values() if kind.made_of in (TradeObservation, SeriesObservation)
)
"""What templates call the rows that are claims on figures."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a run asks for beside the relation and the audience."""

    as_of: Date | None = None
    """None takes the relation's own."""
    language: str = "en-GB"
    author: str = ""


def _fields_by_kind(relation: Relation) -> dict[str, ItemFields]:
    """What the items of each kind have; of a kind that could not be read nobody knows it."""
    known = {kind.collection: item_fields(kind) for kind in relation.kinds.values()}
    fields = {collection: fields for collection, fields in known.items() if fields.kind}
    return fields | {"changes": ItemFields(CHANGE, CHANGE_FIELDS)}


def view(relation: Relation, audience: Audience, request: Request, work: SharedWork | None = None) -> Outcome[View]:
    """The relation as the audience may know it; `work` is what views of it as of the same day share."""
    report, work = Report(), work or SharedWork(relation, request.as_of)
    contract = work.contract(audience)
    _tell_of_texts(relation, contract, report)
    known = permitted_facts(relation, contract)
    permitted, plans = told_apart(known)
    facts = claims_for(permitted, audience.claims)
    _tell_empty(relation, audience, report, is_empty=not facts and not plans)
    parties = parties_of(relation)
    names = names_of(relation.facts, contract)
    items = _items(facts, Projection(names, contract.as_of, work.items), relation.kinds)
    planned = _planned(plans, names, contract.as_of)
    named = named_in([*facts, *(plan.fact for plan in plans)])
    indicators = indicators_of(relation, named)
    claims = _claims(facts, permitted, items, audience.claims, Projection({}, contract.as_of, work.items))
    trade = _trade(facts, parties, claims, work)
    series = _series(facts, indicators, relation.perspective, claims, work)
    cited = _refs_of({**items, "": planned}) | _refs_beside((*trade.years, *trade.periods), series, claims)
    made = View(
        slug=relation.slug, title=relation.title.in_language(request.language), audience=audience.presentation,
        parties=parties, perspective=relation.perspective, as_of=contract.as_of, review_by=relation.review_by,
        language=request.language, items=items, planned=planned, next_meeting=_next_meeting(plans, planned),
        headline=next(iter(items.get(_HEADLINES, ())), None), trade=trade.years, trade_periods=trade.periods,
        series=series, people=people_of(relation, named, contract.as_of),
        organisations=organisations_of(relation, named), indicators=indicators,
        references=references_of(relation, cited), owner=relation.owner or "", contact=relation.contact or "",
        author=request.author, origin=_record(relation, request), fields=_fields_by_kind(relation),
        endings=endings_of(facts, items, contract.as_of),
        latest=latest_available(facts, audience, contract.as_of, report),
        portions=portions_of(relation, known, contract),
    )  # fmt: skip
    return Outcome(made, report.diagnostics)


def _trade(facts: Sequence[Fact], parties: tuple[Party, Party], claims: Claims, work: SharedWork) -> Trade:
    rows, products = _only(TradeObservation, facts), _only(Product, facts)
    made_of = [*rows, *products]
    return work.figures(TradeObservation, made_of, claims, lambda: trade_of(rows, parties, claims, products))


def _series(
    facts: Sequence[Fact], indicators: Mapping[str, DeclaredIndicator], side: str, claims: Claims, work: SharedWork
) -> tuple[IndicatorSeries, ...]:
    rows = _only(SeriesObservation, facts)
    return work.figures(SeriesObservation, rows, claims, lambda: series_of(rows, indicators, side, claims))


def _claims(
    facts: Sequence[Fact],
    permitted: Sequence[Fact],
    items: Mapping[str, tuple[Item, ...]],
    how: ClaimChoice,
    projection: Projection,
) -> Claims:
    """How figures of periods are told: `facts` are those shown, `permitted` all that the audience may know."""
    kept = {fact.id for fact in facts}
    beside = [fact for fact in permitted if isinstance(fact, Observation) and fact.id not in kept]
    told = {item.id: item for name in _CLAIMED for item in items[name]}
    told |= {row.id: projection.item(row) for row in beside}
    by_period: dict[object, list[Observation]] = {}
    for row in beside:
        by_period.setdefault(period_key(row), []).append(row)
    return Claims(how, disputes(permitted), told, by_period)


def _tell_of_texts(relation: Relation, contract: Contract, report: Report) -> None:
    """BG304 for each text or headline that is left out whole, at what it names; what of headlines is out of date."""
    tell_outdated(relation, contract, report)
    for fact in relation.facts:
        if (first := contract.withheld.get(fact.id)) and first.is_entered:
            what = f"it {first.how} what that audience may not know"
            message = f"'{fact.id}' is left out for '{contract.audience.id}': {what}"
            hint = f"write it without '{first.said}', or label it as what it {first.how}, so that this is not told"
            report.info("BG304", first.place, message, hint)


def _tell_empty(relation: Relation, audience: Audience, report: Report, *, is_empty: bool) -> None:
    if not is_empty:
        return
    if not relation.facts:
        report.info("BG301", relation.place, f"'{relation.slug}' holds no record yet", "fill one in")
    else:
        hint = "look at the labels in relation.yaml, at clearance and hide of the audience, and at --as-of"
        report.warning("BG301", audience.place, f"nothing of '{relation.slug}' is left for '{audience.id}'", hint)


def _record(relation: Relation, request: Request) -> Origin:
    """The relation's own record; a date given on the command line says so."""
    given = f"as of {request.as_of}, as asked for on the command line" if request.as_of else None
    return Origin((FactOrigin(relation.slug, file_of(relation.place), kind=OriginKind.RELATION),), given)


def permitted_facts(relation: Relation, contract: Contract) -> list[Fact]:
    """The facts that the audience may know, cleared of what it may not, in the order of the data."""
    return [cleared(fact, contract) for fact in relation.facts if contract.hidden(fact) is None]


def _items(facts: list[Fact], whole: Projection, kinds: Mapping[str, Kind]) -> dict[str, tuple[Item, ...]]:
    left = {part.id for fact in facts for part in (fact, *parts_of(fact))}
    projection = replace(whole, names={old: new for old, new in whole.names.items() if new in left})
    items: dict[str, list[Item]] = {kind.collection: [] for kind in kinds.values()}
    for fact in sorted(facts, key=_by_date):
        if kind := kind_of(fact):
            items[kind.collection].append(projection.item(fact))
    return {name: tuple(found) for name, found in items.items()}


def _planned(plans: list[Plan], names: dict[str, str], as_of: Date) -> tuple[Item, ...]:
    """What is to come, in order of its days; a plan may name what has happened, and never the reverse."""
    projection = Projection(names, as_of)
    return tuple(projection.plan(plan) for plan in sorted(plans, key=lambda plan: _by_date(plan.fact)))


def _next_meeting(plans: list[Plan], planned: Sequence[Item]) -> Item | None:
    """The first of the plans at which the two sides meet."""
    meetings = {plan.fact.id for plan in plans if plan.fact.is_meeting}
    return next((item for item in planned if item.id in meetings), None)


def _by_date(fact: Fact) -> tuple[bool, object]:
    """Dated facts in order of time, then the undated in file order (sorting is stable)."""
    date = when(fact)
    return (date is None, (date.lower or date.end_begins or dt.date.max, date.sort_key) if date else ())


def _refs_of(items: dict[str, tuple[Item, ...]]) -> set[str]:
    return {ref for found in items.values() for item in found for ref in _refs_of_item(item)}


def _refs_beside(trade: Sequence[TradeYear], series: Sequence[IndicatorSeries], claims: Claims) -> set[str]:
    """The references of what is claimed beside the figures that are shown, and of what it was held against."""
    beside = [item for year in trade for told in year.others.values() for item in told]
    beside += [item for one in series for value in one.values for item in value.others]
    held = [one.figure.origin for year in trade for one in year.indicators if one.figure] if claims.beside else []
    return {ref for item in beside for ref in _refs_of_item(item)} | {ref for origin in held for ref in origin.refs}


def _only(kind: type[F], facts: Iterable[Fact]) -> list[F]:
    return [fact for fact in facts if isinstance(fact, kind)]


def _refs_of_item(item: Item) -> set[str]:
    refs = set(item.origin.refs)
    for value in item.fields.values():
        if value.__class__ is tuple:  # asked of every field of every fact: no call
            refs.update(ref for part in value if isinstance(part, Item) for ref in _refs_of_item(part))
    return refs
