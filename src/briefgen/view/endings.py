"""What holds up to a day that lies ahead, such as a restriction that was laid down for a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.facts.known import dates_of, is_laid_down
from briefgen.model.view import Ending

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefgen.model.facts.fact import Fact
    from briefgen.model.values.date import Date
    from briefgen.model.view import Item


def endings_of(facts: Iterable[Fact], items: Mapping[str, Sequence[Item]], as_of: Date) -> tuple[Ending, ...]:
    """The ends that were laid down, in order of time; `facts` are cleared, so that what may not be told is gone."""
    by_id = {item.id: item for found in items.values() for item in found}
    found = (ending for fact in facts if fact.id in by_id for ending in _of(fact, by_id[fact.id], as_of))
    return tuple(sorted(found, key=lambda ending: ending.until.sort_key[::-1]))


def _of(fact: Fact, item: Item, as_of: Date) -> Iterator[Ending]:
    for field, date in dates_of(fact):
        if item.heading is not None and is_laid_down(field, date, as_of, as_of):
            yield Ending(item.heading, date, item, item.origin, field.name)
