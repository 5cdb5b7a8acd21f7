"""In which order parts of a brief fall, by rank: the lowest first.

Of one rank, members of lists fall before sections: those that stand furthest down their lists first, so that long lists
become as short as others before these are shortened. Then sections, the one further down first. What a section that
stays refers to stays with it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefgen.model.ranks import KEPT, Cut
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose import RankedList, RankedParts, RankedSection
    from briefgen.model.audience import SectionChoice


@dataclass(frozen=True, slots=True)
class Drop:
    """One thing that falls: a section, or the last member of one of its lists that stands yet."""

    section: int
    number: int = -1
    """The list's, in its section; below 0 for all of it."""
    stay: int = 0
    """How many members of the list are left."""

    @property
    def is_whole(self) -> bool:
        """Whether the section goes with all that is in it."""
        return self.number < 0


def drops_of(parts: RankedParts, choices: Sequence[SectionChoice]) -> list[Drop]:
    """All that may fall of a brief that was composed whole, in the order in which it does."""
    ranked = [(choices[one.place].ranks.section, one) for one in parts.sections if not one.is_fixed]
    sections = [(rank, Drop(one.place)) for rank, one in ranked if rank != KEPT]
    items = [
        (choices[one.section].ranks.of_items, drop) for one in parts.lists for drop in _of_list(one)
        if choices[one.section].ranks.of_items != KEPT
    ]  # fmt: skip
    ordered = [drop for _, drop in sorted((*sections, *items), key=_falls_first)]
    return list(_without_gone(_after_their_referrers(ordered, parts.sections)))


def _of_list(one: RankedList) -> Iterator[Drop]:
    return (Drop(one.section, one.number, stay) for stay in range(one.count - 1, one.least - 1, -1))


def _falls_first(ranked: tuple[int, Drop]) -> tuple[int, ...]:
    rank, drop = ranked
    return (-rank, drop.is_whole, -drop.stay, -drop.section, -drop.number)


def _after_their_referrers(drops: Sequence[Drop], sections: Sequence[RankedSection]) -> Iterator[Drop]:
    """Each section behind all that refer to it, and last those that refer to each other; none that has to stay."""
    referrers: dict[int, set[int]] = {}
    for one in sections:
        for target in one.leads_to:
            referrers.setdefault(target, set()).add(one.place)
    waiting: list[Drop] = []
    for drop in drops:
        if drop.is_whole and referrers.get(drop.section):
            waiting.append(drop)
            continue
        yield drop
        gone = [drop.section] if drop.is_whole else []
        while gone:
            for places in referrers.values():
                places.difference_update(gone)
            free = [late for late in waiting if not referrers[late.section]]
            waiting = [late for late in waiting if late not in free]
            yield from free
            gone = [late.section for late in free]
    while any(referrers[late.section] - {one.section for one in waiting} for late in waiting):
        places = {one.section for one in waiting}
        waiting = [late for late in waiting if referrers[late.section] <= places]
    yield from waiting  # a brief without only one of them is none: its reference leads nowhere


def _without_gone(drops: Iterator[Drop]) -> Iterator[Drop]:
    """No item of a section that has fallen."""
    gone: set[int] = set()
    for drop in drops:
        if drop.section not in gone:
            yield drop
        gone |= {drop.section} if drop.is_whole else set()


def cut_of(drops: Sequence[Drop]) -> Cut:
    """What a brief is composed without when these have fallen."""
    sections = frozenset(drop.section for drop in drops if drop.is_whole)
    lists = {(drop.section, drop.number): drop.stay for drop in drops if not drop.is_whole}
    return Cut(sections, {key: stay for key, stay in lists.items() if key[0] not in sections})


def losses_of(drops: Sequence[Drop], whole: RankedParts, barest: RankedParts) -> list[float]:
    """About how much room the first so many drops give back, for none, one, two ...: to know where to look first.

    A section that stays in the `barest` brief loses as much to each of its drops as that one has less than the `whole`.
    Of one that falls, each member of its lists is thought to take as much as what is left, shared out.
    """
    left = {one.place: float(one.size) for one in whole.sections}
    members: dict[int, int] = {}
    for shown in whole.lists:
        members[shown.section] = members.get(shown.section, 1) + shown.count
    falling = Counter(drop.section for drop in drops)
    for bare in barest.sections:
        if bare.place in left:
            left[bare.place], members[bare.place] = max(left[bare.place] - bare.size, 0.0), falling[bare.place]
    found = [0.0]
    for drop in drops:
        room = left.get(drop.section, 0.0)
        loss = room if drop.is_whole else room / members[drop.section]
        left[drop.section] = room - loss
        members[drop.section] = members.get(drop.section, 1) - (not drop.is_whole)
        found.append(found[-1] + loss)
    return found
