"""What lies between two editions of a brief: added, revised, moved, passed, stale, gone.

An old value stands beside the new one only where both are numbers or dates: words that were taken back are not said
again. Of what is no longer told nothing is but its kind and how much of it there was.
"""

from __future__ import annotations

import enum
from collections import Counter
from typing import TYPE_CHECKING

from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefgen.model.editions.snapshot import Kept, KeptFact, KeptFigure, Key, Snapshot


class EditionChange(enum.StrEnum):
    """What became of a fact or a figure."""

    ADDED = "added"
    """It is told for the first time."""
    REVISED = "revised"
    """One of its fields says something else, or a figure that sources state."""
    MOVED = "moved"
    """A computed figure is another one, because one that it is made of is."""
    PASSED = "passed"
    """It was planned, and is told as something that happened."""
    STALE = "stale"
    """The newest of its kind is older than the audience takes."""
    GONE = "gone"
    """It is no longer told: deleted or hidden, which nothing tells apart."""
    WITHDRAWN = "withdrawn"
    """It was told, and is retracted: whoever read it is told so, in none of its words."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the newer edition tells, and the older did not."""

    change: EditionChange
    kind: str
    """Of the fact; of a stale or a gone one, all there is."""
    key: Key = ()
    heading: str = ""
    field: str = ""
    """Of a fact that was revised: which."""
    old: Quantity | Date | None = None
    new: Quantity | Date | None = None
    count: int = 0
    """How many are gone."""


def differences(old: Snapshot, new: Snapshot) -> tuple[Difference, ...]:
    """What the newer of two editions tells; none between two that tell the same.

    The order is of the ids, whichever way the facts came: an edition that is read as it was kept tells the same.
    """
    withdrawn = tuple(_withdrawn(old, new))
    of_these = {one.key for one in withdrawn}
    return (*withdrawn, *_of_facts(old, new), *_of_figures(old, new), *_stale(old, new), *_gone(old, new, of_these))


def _by_key(one: tuple[Key, object]) -> Key:
    return one[0]


def _of_facts(old: Snapshot, new: Snapshot) -> Iterator[Difference]:
    planned = {key[-1] for key, fact in old.facts.items() if fact.is_planned}
    for key, fact in sorted(new.facts.items(), key=_by_key):
        before = old.facts.get(key)
        if before:
            yield from _revised(key, before, fact)
        elif not fact.is_planned and key[-1] in planned:
            yield Difference(EditionChange.PASSED, fact.kind, key, fact.heading, new=fact.when)
        elif not fact.of or (key[0], fact.of) in old.facts:  # a part of a new fact is no news of its own
            yield Difference(EditionChange.ADDED, fact.kind, key, fact.heading, new=fact.when)


def _revised(key: Key, before: KeptFact, fact: KeptFact) -> Iterator[Difference]:
    """Of a field that says nothing any more, nothing is told."""
    for name, new in sorted(fact.fields.items()):
        old = before.fields.get(name)
        if old != new:
            yield Difference(EditionChange.REVISED, fact.kind, key, fact.heading, name, *_printable(old, new))


def _printable(old: Kept | None, new: Kept) -> tuple[Quantity | Date | None, Quantity | Date | None]:
    if not isinstance(new, Quantity | Date):
        return None, None
    return (old if isinstance(old, Quantity | Date) else None), new


def _of_figures(old: Snapshot, new: Snapshot) -> Iterator[Difference]:
    """Those that sources state, then those that moved with them."""
    yield from sorted(_figures(old, new), key=lambda one: one.change is EditionChange.MOVED)


def _figures(old: Snapshot, new: Snapshot) -> Iterator[Difference]:
    for key, figure in sorted(new.figures.items(), key=_by_key):
        before = old.figures.get(key)
        if before is None and not figure.is_derived:  # of one that is computed, what it is made of is new
            yield Difference(EditionChange.ADDED, figure.kind, key, new=figure.quantity)
        if before and before.quantity != figure.quantity:
            change = EditionChange.MOVED if figure.is_derived else EditionChange.REVISED
            yield Difference(change, figure.kind, key, old=_told_still(before, figure), new=figure.quantity)


def _told_still(before: KeptFigure, now: KeptFigure) -> Quantity | None:
    """The old value; None where it rested on what is told no more."""
    return before.quantity if set(before.facts) <= set(now.facts) else None


def _stale(old: Snapshot, new: Snapshot) -> Iterator[Difference]:
    for kind, date in sorted(new.stale.items()):
        if kind not in old.stale:
            yield Difference(EditionChange.STALE, kind, new=date)


def _withdrawn(old: Snapshot, new: Snapshot) -> Iterator[Difference]:
    """What rested on a fact that is retracted: of a whole, not of its parts; of a figure, as sources state it."""
    for key, fact in sorted(old.facts.items(), key=_by_key):
        if key not in new.facts and key[-1] in new.withdrawn:
            yield Difference(EditionChange.WITHDRAWN, fact.kind, key, new=fact.when)
    for key, figure in sorted(old.figures.items(), key=_by_key):
        now = new.figures.get(key)
        is_gone = now is None or _told_still(figure, now) is None
        if is_gone and not figure.is_derived and not new.withdrawn.isdisjoint(figure.facts):
            yield Difference(EditionChange.WITHDRAWN, figure.kind, key)


def _gone(old: Snapshot, new: Snapshot, withdrawn: Collection[Key]) -> Iterator[Difference]:
    """How many of each kind; what is withdrawn is told by itself, and its parts with it."""
    ids = {key[-1] for key in new.facts}
    gone = Counter(
        fact.kind
        for key, fact in old.facts.items()
        if key not in new.facts and not (fact.is_planned and key[-1] in ids)
        if key not in withdrawn and fact.of not in new.withdrawn
    )
    gone.update(
        one.kind
        for key, one in old.figures.items()
        if key not in new.figures and not one.is_derived and key not in withdrawn
    )
    for kind, count in sorted(gone.items()):
        yield Difference(EditionChange.GONE, kind, count=count)


def taken_back(old: Snapshot, now: Snapshot) -> Counter[str]:
    """Kind → how many facts and figures told something that is not told now, be it one field.

    What the same facts say otherwise now is not taken back.
    """
    by_id = {key[-1]: fact for key, fact in now.facts.items()}
    found: Counter[str] = Counter()
    for key, fact in old.facts.items():
        told = now.facts.get(key) or (by_id.get(key[-1]) if fact.is_planned else None)
        if told is None or not set(fact.fields) <= set(told.fields):
            found[fact.kind] += 1
    for key, figure in old.figures.items():
        now_told = now.figures.get(key)
        if now_told is None or _told_still(figure, now_told) is None:
            found[figure.kind] += 1
    return found
