"""What was new in one edition, as far as the brief still tells it."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.model.editions.differences import Difference, EditionChange, differences
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.editions.snapshot import KeptEdition, Snapshot


@dataclass(frozen=True, slots=True)
class EditionNews:
    """One edition beside the one before."""

    edition: KeptEdition
    before: KeptEdition | None
    """None of the first edition, which tells nothing new."""
    found: tuple[Difference, ...] = ()
    key: str = ""
    """Tells it from every other: its mark, and where earlier ones said just the same, which of them it is."""


def edition_news(kept: Sequence[KeptEdition]) -> Iterator[EditionNews]:
    """What was new in each edition, the newest first; an edition of which nothing is left to tell is passed over.

    The newest is what the brief tells today: of a fact, a field or a figure that it tells no more nothing is said,
    whichever edition told it, but for how many are gone.
    """
    if not kept:
        return
    today, keys = kept[0].snapshot, _keys(kept)
    for edition, before in pairwise(kept):
        found = differences(before.snapshot, edition.snapshot)
        still = tuple(one for one in found if _is_told(one, edition.snapshot, today))
        if still:
            yield EditionNews(edition, before, still, keys[edition.number])
    if kept[-1].number == 1:
        yield EditionNews(kept[-1], None, key=keys[kept[-1].number])


def _keys(kept: Sequence[KeptEdition]) -> dict[int, str]:
    """Number → key; a brief that says again what it said before has the mark of that edition again."""
    keys: dict[int, str] = {}
    said: Counter[str] = Counter()
    for one in reversed(kept):
        keys[one.number] = f"{one.mark}/{said[one.mark] + 1}" if said[one.mark] else one.mark
        said[one.mark] += 1
    return keys


def _is_told(one: Difference, then: Snapshot, today: Snapshot) -> bool:
    """Whether all that a difference rests on is told today."""
    match one.change:
        case EditionChange.GONE | EditionChange.WITHDRAWN:
            return True
        case EditionChange.STALE:
            return today.stale.get(one.kind) == one.new
        case EditionChange.ADDED | EditionChange.REVISED | EditionChange.MOVED | EditionChange.PASSED:
            fact, figure = today.facts.get(one.key), today.figures.get(one.key)
            if fact:
                return not one.field or one.field in fact.fields
            return figure is not None and set(then.figures[one.key].facts) <= set(figure.facts)
