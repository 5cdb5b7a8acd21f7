"""What of a brief may fall so that it keeps to its pages: its sections, and the lists that `fitted` names.

A brief is composed whole first, and says here what it has. What falls is decided elsewhere, by rank; then the brief is
composed anew without it, so that numbers, references and words are those of what stays.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from briefgen.compose.values.template_value import unwrap
from briefgen.model.document import Callout, CalloutKind, CrossRef, Exhibit, Heading, NoteRef, ReferenceList, Table
from briefgen.model.ranks import WHOLE, Cut, Fallen
from briefgen.model.traversal import every_block, leaves, note_units, plain_text, text_units
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefgen.compose.structure.cross_references import CrossRefs
    from briefgen.model.audience import SectionChoice
    from briefgen.model.document import Block, Note
    from briefgen.model.traversal import TextUnit

_OF_A_DRAWING = 900
"""Letters that would take as much room as a chart or picture."""
LEAST_OF_A_LIST = 3
"""So many members stay as long as their section does, where a template says nothing else."""


@dataclass(frozen=True, slots=True)
class RankedList:
    """A list that may be shortened."""

    section: int
    number: int
    """Counts from 0 in its section."""
    count: int
    """How many members it has when nothing falls."""
    least: int
    """How many stay as long as the section does."""


@dataclass(frozen=True, slots=True)
class RankedSection:
    """A section that has something to show."""

    place: int
    """In the audience's list."""
    is_fixed: bool
    """Whether it holds the bottom line or the list of references, which never fall."""
    leads_to: frozenset[int]
    """The places of other sections that it refers to."""
    size: int = 1
    """About how much room it takes, against others: letters, and what a drawing has in their place."""


class Shortened(tuple[object, ...]):
    """The members that stay of a list of which others fell."""

    __slots__ = ()


def is_shortened(value: object) -> bool:
    """What templates ask for by `is shortened`."""
    return isinstance(value, Shortened)


class RankedParts:
    """The parts of one brief while it is composed, and what it is composed without."""

    def __init__(self, cut: Cut = WHOLE) -> None:
        self.cut = cut
        self.lists: list[RankedList] = []
        self._section = self._number = 0
        self._look: Callable[[], tuple[RankedSection, ...]] = tuple

    def begin(self, section: int) -> None:
        """Count the lists of a section, given by its place, from the first."""
        self._section, self._number = section, 0

    def stay(self, members: Sequence[object], order: Sequence[object] | None, least: int) -> tuple[object, ...]:
        """The members of a list that stay, as they stood; `order` has the same ones, the most important first."""
        key = (self._section, self._number)
        self._number += 1
        self.lists.append(RankedList(*key, len(members), least))
        room = self.cut.lists.get(key, len(members))
        if room >= len(members):
            return tuple(members)
        kept = set(sorted(range(len(members)), key=_places(members, order).__getitem__)[:room])
        return Shortened(member for index, member in enumerate(members) if index in kept)

    def found(self, made: Sequence[tuple[int, Sequence[Block]]], notes: Sequence[Note], refs: CrossRefs) -> None:
        """Take note of the sections that were made, by their places; they are looked through once one asks for them."""
        self._look = partial(_looked_through, tuple(made), tuple(notes), refs)

    @cached_property
    def sections(self) -> tuple[RankedSection, ...]:
        """Those that have something to show, with what they refer to: asked for only where something is to fall."""
        return self._look()

    def fallen(self, choices: Sequence[SectionChoice]) -> tuple[Fallen, ...]:
        """What the brief was composed without, in the order of the audience."""
        of: dict[int, list[tuple[int, int]]] = {}
        for one in self.lists:
            room = self.cut.lists.get((one.section, one.number), one.count)
            if room < one.count:
                of.setdefault(one.section, []).append((one.count - room, one.count))
        told = []
        for place, choice in enumerate(choices):
            if place in self.cut.sections:
                told.append(Fallen(choice.name))
            elif place in of:
                told.append(Fallen(choice.name, *map(sum, zip(*of[place], strict=True))))
        return tuple(told)


def _places(members: Sequence[object], order: Sequence[object] | None) -> list[tuple[int, int]]:
    """How early each member falls, the latest first; what the order does not name falls before what it names."""
    if order is None:
        return [(index, 0) for index in range(len(members))]
    ranked: dict[object, int] = {}
    for index, member in enumerate(order):
        ranked.setdefault(_known_by(member), index)
    return [(ranked.get(_known_by(member), len(ranked)), index) for index, member in enumerate(members)]


def _known_by(member: object) -> object:
    """A fact by its being the same one: two that say the same are two."""
    raw = unwrap(member)
    return raw if isinstance(raw, str | int) else id(raw)


def _looked_through(
    made: Sequence[tuple[int, Sequence[Block]]], notes: Sequence[Note], refs: CrossRefs
) -> tuple[RankedSection, ...]:
    home = {place_id: place for place, blocks in made for place_id in _ids(blocks)}
    found = []
    for place, blocks in made:
        targets = (refs.target_of(name) for name in _asked(blocks, notes))
        leads_to = frozenset(home[target] for target in targets if target in home) - {place}
        found.append(RankedSection(place, _is_fixed(blocks), leads_to, _size(blocks)))
    return tuple(found)


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    return (block.id for block in every_block(blocks) if isinstance(block, Heading | Table | Exhibit))


def _asked(blocks: Sequence[Block], notes: Sequence[Note]) -> Iterator[str]:
    """The names that some blocks and their footnotes refer to."""
    numbered = {note.number: note for note in notes}
    units: list[TextUnit] = text_units(blocks)
    for unit in units:
        for leaf in (leaf for run in unit.runs for leaf in leaves(run)):
            if isinstance(leaf, CrossRef):
                yield leaf.target
            elif isinstance(leaf, NoteRef) and (note := numbered.pop(leaf.number, None)):
                units += note_units((note,))


def _is_fixed(blocks: Iterable[Block]) -> bool:
    return any(
        isinstance(block, ReferenceList) or (isinstance(block, Callout) and block.kind is CalloutKind.SUMMARY)
        for block in every_block(blocks)
    )


def _size(blocks: Sequence[Block]) -> int:
    letters = sum(len(plain_text(run)) for unit in text_units(blocks) for run in unit.runs)
    return 1 + letters + _OF_A_DRAWING * sum(isinstance(block, Exhibit) for block in every_block(blocks))
