"""Names at the right end of lines and bands, each with its newest value, moved apart where two would touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.render.charts.drawing_operations import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.render.charts.drawing_operations import Op
    from briefgen.render.charts.lettering import Lettering

GAP = 7.0
_WIDEST = 42 / 25.4 * 72
_NARROWEST = 34.0
_MOST_LINES = 3


class NamedEnd(NamedTuple):
    """What stands at the end of a line."""

    y: float
    number: int
    """Of its series."""


class LineEnds:
    """The column of names beside a plot; `fits` is false where it would take more than it may."""

    def __init__(self, ends: Sequence[tuple[str, str]], letters: Lettering, room: float, height: float) -> None:
        self.letters = letters
        limit = min(room, _WIDEST)
        self._lines = [self._set(name, value, limit) for name, value in ends]
        each = [line for lines in self._lines for line in lines]
        self.width = max((self._size(line) for line in each), default=0.0)
        tall = sum(len(lines) for lines in self._lines) * letters.leading
        is_short = all(len(lines) <= _MOST_LINES for lines in self._lines)
        self.fits = limit >= _NARROWEST and self.width <= limit and is_short and tall <= height

    def ops(self, ends: Sequence[NamedEnd], x: float, top: float, bottom: float) -> Iterator[Op]:
        """The names, each as near to its line as the others let it."""
        ordered = sorted(ends, key=lambda one: one.y)
        heights = [len(self._lines[end.number]) * self.letters.leading for end in ordered]
        starts = [end.y - self.letters.leading / 2 for end in ordered]
        low = top
        for number, height in enumerate(heights):
            starts[number] = low = max(starts[number], low)
            low += height
        high = bottom
        for number in reversed(range(len(starts))):
            starts[number] = high = min(starts[number], high - heights[number])
        for end, start in zip(ordered, starts, strict=True):
            yield from self._block(self._lines[end.number], x, start)

    def _block(self, lines: Sequence[tuple[str, str]], x: float, top: float) -> Iterator[Op]:
        letters = self.letters
        for row, (name, value) in enumerate(lines):
            baseline, shift = top + row * letters.leading + letters.leading / 2 + letters.middle, 0.0
            if name:
                yield Label(x, baseline, name, letters.size, letters.ink, bold=True)
                shift = letters.width(name, bold=True) + GAP
            if value:
                yield Label(x + shift, baseline, value, letters.size, letters.ink)

    def _set(self, name: str, value: str, limit: float) -> list[tuple[str, str]]:
        """Lines of a name, and the value behind it or under it."""
        lines = [(line, "") for line in self.letters.wrapped(name, limit, bold=True)] if name else []
        if lines and value and self._size((lines[-1][0], value)) <= limit:
            return [*lines[:-1], (lines[-1][0], value)]
        return [*lines, ("", value)] if value else lines

    def _size(self, line: tuple[str, str]) -> float:
        name, value = line
        between = GAP if name and value else 0.0
        return self.letters.width(name, bold=True) + between + self.letters.width(value)
