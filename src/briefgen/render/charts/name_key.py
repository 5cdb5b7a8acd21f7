"""Names under or over a chart, each behind its colour: where there is no room for them beside what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass
from briefgen.render.charts.drawing_operations import Box, Label, Op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.render.charts.lettering import Lettering

_GAP, _BETWEEN = 6.0, 14.0


@dataclass(frozen=True, slots=True)
class NameKey:
    """A square and a name for each series, beside each other while there is room; a long name goes on below."""

    names: tuple[tuple[str, str], ...]
    """Name and colour."""
    width: float
    letters: Lettering

    @property
    def height(self) -> float:
        """What all the lines take."""
        return len(self._rows()) * self.letters.leading

    def ops(self, top: float) -> Iterator[Op]:
        """The key, from a height down."""
        letters, side = self.letters, self.letters.size - 1.5
        for row, entries in enumerate(self._rows()):
            baseline = top + row * letters.leading + letters.size
            for x, line, colour in entries:
                if colour:
                    yield Box(x, baseline - side + 0.5, side, side, colour)
                yield Label(x + letters.size + _GAP / 2, baseline, line, letters.size, letters.ink)

    def _rows(self) -> list[list[tuple[float, str, str]]]:
        """Left edge, words and colour of what stands in each row; what goes on in the next has no square."""
        rows: list[list[tuple[float, str, str]]] = [[]]
        x, indent = 0.0, self.letters.size + _GAP / 2
        for name, colour in self.names:
            size = indent + self.letters.width(name)
            if rows[-1] and x + size > self.width:
                rows.append([])
                x = 0.0
            if size <= self.width:
                rows[-1].append((x, name, colour))
                x += size + _BETWEEN
                continue
            lines = self.letters.fitted(name, self.width - indent, 3).lines
            rows[-1].append((0.0, lines[0], colour))
            rows += [[(0.0, line, "")] for line in lines[1:]]
            x = self.width
        return rows
