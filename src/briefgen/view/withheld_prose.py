"""Texts that name what their readers may not know: each is left out whole, since a part of it would tell of the rest.

What a text asks for is looked up in the facts as the audience sees them: one that is hidden, a claim that another is
preferred to, a field that is kept back or lies ahead of the day. Then nothing of the text is in the view.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.facts.declarations import values_of, values_with
from briefgen.model.facts.field_roles import FieldRole
from briefgen.model.facts.plans import told_apart
from briefgen.model.facts.relation import parts_of
from briefgen.model.kinds.prose import Prose
from briefgen.model.view import Item
from briefgen.view.access import Contract
from briefgen.view.claims import claims_for
from briefgen.view.projection import Projection, cleared, names_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.audience import Audience
    from briefgen.model.facts.fact import Fact
    from briefgen.model.facts.relation import Relation
    from briefgen.model.values.date import Date
    from briefgen.model.values.prose_text import Asked, ProseText

_NOTHING: tuple[object, ...] = (None, ())


def contract_of(relation: Relation, audience: Audience, as_of: Date | None) -> Contract:
    """What the audience may know of a relation; without a day, as of the relation's own."""
    contract = Contract.of(relation, audience, as_of)
    texts = {fact.id: found for fact in relation.facts for found in prose_in(fact) if contract.hidden(fact) is None}
    asked = {asked.id for text in texts.values() for asked in text.asked}
    if asked:
        known = _Known(relation, contract, asked)
        withheld = {key: first for key, text in texts.items() if (first := known.first_hidden(text))}
        contract = replace(contract, withheld=withheld)
    return _in_one_language(relation, contract)


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

    def __init__(self, relation: Relation, contract: Contract, asked: set[str]) -> None:
        facts = [fact for fact in relation.facts if not any(prose_in(fact))]
        self._entered: dict[str, Fact] = {part.id: part for fact in facts for part in (fact, *parts_of(fact))}
        named = [fact for fact in facts if asked & {fact.id, *(part.id for part in parts_of(fact))}]
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

    def first_hidden(self, text: ProseText) -> Asked | None:
        """What the text asks for first that the audience may not know."""
        return next((asked for asked in text.asked if not self._is_told(asked)), None)

    def _is_told(self, asked: Asked) -> bool:
        """Whether the audience sees the fact, and the field where one is entered."""
        entered, seen = self._entered.get(asked.id), self._seen.get(asked.id)
        if entered is None or seen is None or asked.id in self._counted:
            return False
        name = asked.fields[0].name if asked.fields else ""
        is_filled = any(field.name == name and value not in _NOTHING for field, value in values_of(entered))
        return not is_filled or name not in seen.fields or seen.fields[name] not in _NOTHING


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
