"""What of a brief goes first where it has more pages than its audience takes, and what went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KEPT = 0
"""The rank of what never goes."""
USUAL_RANK = 5
"""Of what nobody has ranked."""
LOWEST = 9
"""Goes first."""
_OF_ITEMS = 8
"""Of what lists have beyond their least: they are shortened before sections go, but for the least of these."""


@dataclass(frozen=True, slots=True)
class Ranks:
    """How important a section is, and the items of its lists: from 1, which goes last, to 9; 0 never goes."""

    section: int = USUAL_RANK
    items: int | None = None
    """None where nobody has ranked them."""

    @property
    def of_items(self) -> int:
        """The rank of what a list has beyond its least."""
        if self.items is not None:
            return self.items
        return KEPT if self.section == KEPT else max(self.section, _OF_ITEMS)


@dataclass(frozen=True, slots=True)
class Cut:
    """What a brief is composed without."""

    sections: frozenset[int] = frozenset()
    """Places in the audience's list."""
    lists: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """A section's place and a list's number in it → how many of its members stay."""

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.sections or self.lists)


UNRANKED = Ranks()
"""Nobody has said how important it is."""
WHOLE = Cut()
"""Nothing is left out."""


@dataclass(frozen=True, slots=True)
class Fallen:
    """A section that a brief was composed without, or that was shortened."""

    section: str
    items: int = 0
    """How many of its lists' members fell; 0 where all of it did."""
    of: int = 0
    """How many there were."""

    @property
    def told(self) -> str:
        """Such as `4 of 12 items of 'timeline'`."""
        if not self.items:
            return f"'{self.section}'"
        return (
            f"{self.items} of {self.of} items of '{self.section}'" if self.of > 1 else f"the item of '{self.section}'"
        )


def listed(fallen: Sequence[Fallen]) -> str:
    """What fell, in a sentence."""
    said = [one.told for one in fallen]
    return " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))
