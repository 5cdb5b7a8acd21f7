"""The names of a chart's series under it, where there is no room for them beside what they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.render.charts.drawing_operations import Box, Label, Op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.render.charts.lettering import Lettering

_GAP = 7.0


@dataclass(frozen=True, slots=True)
class NameKey:
    """A square and a name for each series; a long name goes on below."""

    names: tuple[tuple[str, str], ...]
    """Name and colour."""
    width: float
    letters: Lettering

    @property
    def height(self) -> float:
        """What all the lines take."""
        lines = sum(len(self._lines(name)) for name, _ in self.names)
        return lines * self.letters.leading + _GAP

    def ops(self, top: float) -> Iterator[Op]:
        """The key, from a height down."""
        letters, side = self.letters, self.letters.size - 1
        baseline = top + _GAP
        for name, colour in self.names:
            yield Box(0, baseline + letters.leading - letters.size + 1, side, side, colour)
            for line in self._lines(name):
                baseline += letters.leading
                yield Label(letters.size + _GAP, baseline, line, letters.size, letters.ink)

    def _lines(self, name: str) -> list[str]:
        return self.letters.wrapped(name, self.width - self.letters.size - _GAP)
