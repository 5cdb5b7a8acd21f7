"""What a fact says in its own words, whatever its kind: for registers, where facts of all kinds stand in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.compose.values.template_value import Shown
from briefgen.model.facts.parties_people_references import Actor
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.view import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.compose.brief_state import Brief


def own_words(fact: Shown, brief: Brief) -> Shown | None:
    """The title and the sentence of a fact without its stop; else its names, dates and figures; None of none."""
    item = fact.raw
    if not isinstance(item, Item):
        return None
    said = [(name, brief.words(item.fields[name])) for name in item.says] or list(_values(item, brief))
    pieces = [words.removesuffix(".") for _, words in said if words]
    fields = [value for name, words in said if words and isinstance(value := fact.field(name), Shown)]
    if not pieces or not fields:
        return None
    return brief.worded((": " if item.says else ", ").join(pieces), *fields, with_number=False)


def _values(item: Item, brief: Brief) -> Iterator[tuple[str, str | None]]:
    """The fields of a fact that hold a name, a date or a figure, in the order of its declaration, with their words."""
    for name, value in item.fields.items():
        if value is None or value == () or isinstance(value, bool):  # most fields of most facts
            continue
        match value:
            case str() if _is_known(value, brief):
                yield name, brief.name(value)
            case Date() | Quantity():
                yield name, brief.words(value)
            case Actor():
                yield name, brief.name(value.person) if value.person else value.role
            case tuple() if all(isinstance(one, str) and _is_known(one, brief) for one in value):
                yield name, brief.wording.joined([brief.name(one) or one for one in value])
            case _:
                pass


def _is_known(code: str, brief: Brief) -> bool:
    """Whether a code or id has a name in the view."""
    view = brief.view
    of_all = code in view.people or code in view.organisations or code in view.indicators
    return of_all or code == view.parties[0].id or code == view.parties[1].id
