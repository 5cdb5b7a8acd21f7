"""The trace of a brief as values: passages, the pieces of text in them, and the records behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.late_patterns import late_pattern
from briefgen.model.origin import OriginKind
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.facts.fact import Source
    from briefgen.model.ranks import Fallen
    from briefgen.model.values.quantity import Estimate


_NUMBER = late_pattern(r"\d(?<!\w\d)(?<!\w[-\u2010\u2011]\d)")
"""A digit that begins a number: not those of G20, COVID-19 or CO2. What stands before is looked at last: most texts
have no digit."""


figure_in = _NUMBER.search
"""Finds the first such digit."""


def holds_figure(text: str) -> bool:
    """Whether a text holds a number in digits; digits within a name are none."""
    return figure_in(text) is not None


class Cause(NamedTuple):
    """A record that a piece of text was made from."""

    id: str
    kind: OriginKind
    file: str
    line: int = 0
    """Counts from 1; 0 where it is not known, as in every embedded trace."""
    column: int = 0
    sources: tuple[Source, ...] = ()


class Piece(NamedTuple):
    """A run of text of one origin."""

    text: str
    at: int
    """Where it begins in the passage's words, in characters."""
    causes: tuple[int, ...] = ()
    """Places in `Trace.causes`."""
    formula: str | None = None
    value: Estimate | None = None
    """The number behind the words, in base units."""

    @property
    def is_figure(self) -> bool:
        """Whether it is a printed number, in digits or in words."""
        return self.value is not None or holds_figure(self.text)

    @property
    def has_origin(self) -> bool:
        """Whether anything is known of where it came from."""
        return bool(self.causes) or self.formula is not None


class Passage(NamedTuple):
    """A paragraph, a row of a table, a point of a chart: what a reader sees as one."""

    section: str
    """The heading that it stands under; empty before the first one."""
    where: str
    """`text`, `heading`, `Table 2`, `Figure 1`, `note 3`, `reference 1` ..."""
    words: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """Where everything in one brief came from."""

    title: str
    audience: str
    """As in the running head: `Pakistan–Belarus relations · brief for the minister`."""
    dated: str
    """As in the running foot: `as of 23 April 2021`."""
    causes: tuple[Cause, ...]
    """Each record once, in the order of the text."""
    passages: tuple[Passage, ...]
    fallen: tuple[Fallen, ...] = ()
    """What the brief was composed without, so that it keeps to its pages."""

    def figures(self) -> Iterator[tuple[Passage, Piece]]:
        """Every printed number with the passage it stands in, in the order of the brief."""
        for passage in self.passages:
            yield from ((passage, piece) for piece in passage.pieces if piece.is_figure)

    def entry_of(self, reference: str) -> str | None:
        """How the brief prints a reference in its list, or None where it has none."""
        for passage in self.passages:
            if passage.where.startswith("reference") and passage.pieces:
                causes = [self.causes[index] for index in passage.pieces[0].causes]
                if any(cause.kind is OriginKind.REFERENCE and cause.id == reference for cause in causes):
                    return passage.words
        return None
