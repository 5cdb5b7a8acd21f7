"""Relation to View: what one audience may know, as of a date.

Facts are filtered first; order, totals, shares and the list of references are computed from what is left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.diagnostics import Outcome, Report
from briefgen.model import entities
from briefgen.model.fact import Sensitivity
from briefgen.model.origin import FactOrigin, Origin
from briefgen.model.relation import Reference, Relation, parts_of
from briefgen.model.view import Item, View
from briefgen.view.claims import claims_for, disputes
from briefgen.view.contract import breaches
from briefgen.view.freshness import latest_available
from briefgen.view.permitted import event_date, permits
from briefgen.view.project import COLLECTIONS, Projection, collection_of
from briefgen.view.trade import Claims, trade_years

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.audience import Audience
    from briefgen.model.date import Date
    from briefgen.model.fact import Fact

__all__ = ["Request", "breaches", "view"]


@dataclass(frozen=True, slots=True)
class Request:
    """What a run asks for beside the relation and the audience."""

    as_of: Date | None = None
    """None takes the relation's own."""
    language: str = "en-GB"
    author: str = ""


def view(relation: Relation, audience: Audience, request: Request) -> Outcome[View]:
    """The relation as the audience may know it."""
    report = Report()
    as_of = request.as_of or relation.as_of
    permitted = [fact for fact in relation.facts if _is_permitted(fact, audience, as_of)]
    facts = claims_for(permitted, audience.claims)
    if not facts:
        hint = "check clearance, hide and --as-of"
        report.warning("BG301", audience.place, f"nothing of '{relation.slug}' is left for '{audience.id}'", hint)
    parties = sorted(relation.parties, key=lambda party: party.id != relation.perspective)
    items = _items(facts, audience, as_of)
    first, second = parties
    people = _people_of(facts, permits(audience, as_of, ""))
    made = View(
        slug=relation.slug,
        title=relation.title.in_language(request.language),
        audience=_without_labels(audience),
        parties=(first, second),
        perspective=relation.perspective,
        as_of=as_of,
        review_by=relation.review_by,
        language=request.language,
        items=items,
        trade=trade_years(
            [fact for fact in facts if isinstance(fact, entities.TradeObservation)],
            (first, second),
            Claims(audience.claims, disputes(permitted), {item.id: item for item in items["observations"]}),
        ),
        people={key: value for key, value in relation.people.items() if key in people},
        organisations=relation.organisations,
        references=_references(relation, items),
        author=request.author,
        origin=_record(relation, request),
        latest=latest_available(facts, audience, as_of, report),
    )
    return Outcome(made, report.diagnostics)


def _record(relation: Relation, request: Request) -> Origin:
    """The relation's own record; a date given on the command line says so."""
    given = f"as of {request.as_of}, as asked for on the command line" if request.as_of else None
    return Origin((FactOrigin(relation.slug, relation.place, kind="relation"),), given)


def _is_permitted(fact: Fact, audience: Audience, as_of: Date) -> bool:
    return permits(audience, as_of, collection_of(fact))(fact)


def _items(facts: list[Fact], audience: Audience, as_of: Date) -> dict[str, tuple[Item, ...]]:
    permitted = permits(audience, as_of, "")
    nested = [part for fact in facts for part in parts_of(fact) if permitted(part)]
    projection = Projection(permitted, frozenset(fact.id for fact in (*facts, *nested)))
    items: dict[str, list[Item]] = {name: [] for name in COLLECTIONS.values()}
    for fact in sorted(facts, key=_by_date):
        items[COLLECTIONS[type(fact)]].append(projection.item(fact))
    return {name: tuple(found) for name, found in items.items()}


def _by_date(fact: Fact) -> tuple[bool, object]:
    """Dated facts in order of time, then the undated in file order (sorting is stable)."""
    date = event_date(fact)
    return (date is None, date.sort_key if date else ())


def _people_of(facts: list[Fact], permitted: Callable[[Fact], bool]) -> set[str]:
    parts = [part for fact in facts for part in parts_of(fact) if permitted(part)]
    named = {part.person for part in parts if isinstance(part, entities.Cochair)}
    for fact in facts:
        if isinstance(fact, entities.Visit):
            named.update(a.person for a in (fact.visitor, *fact.counterparts) if a and a.person)
    return named


def _references(relation: Relation, items: dict[str, tuple[Item, ...]]) -> dict[str, Reference]:
    used = {ref for found in items.values() for item in found for ref in _refs_of(item)}
    return {key: value for key, value in relation.references.items() if key in used}


def _refs_of(item: Item) -> set[str]:
    refs = set(item.origin.refs)
    for value in item.fields.values():
        if isinstance(value, tuple):
            refs.update(ref for part in value if isinstance(part, Item) for ref in _refs_of(part))
    return refs


def _without_labels(audience: Audience) -> Audience:
    """The audience as its templates may see it: what is hidden from it is not named."""
    nothing: frozenset[str] = frozenset()
    return replace(
        audience, clearance=Sensitivity.PUBLIC, hide_topics=nothing, hide_kinds=nothing, hide_statuses=nothing
    )
