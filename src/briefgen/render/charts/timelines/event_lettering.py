"""Words of a timeline in lines that are never wider than their column, whatever the script and length."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from briefgen.records import dataclass
from briefgen.render.charts.drawing_operations import Label
from briefgen.render.charts.lettering import Lettering
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.looks.style import Style
    from briefgen.render.charts.drawing_operations import ToldMark

_JOINERS = frozenset("\u200d\ufe0e\ufe0f")
_ROUNDING = 0.01
"""What sums of widths may differ by, in points."""
_CAPITALS = 0.35
"""The middle of capitals above the baseline, as a share of the size."""
_UNKNOWN = 1.1
"""The width of a letter that the face lacks, in ems: as wide as those of East Asian scripts and emoji."""


@dataclass(frozen=True, slots=True)
class EventLettering:
    """The lettering of a style's drawings, with lines that break anywhere before they are too wide."""

    letters: Lettering

    @classmethod
    def of(cls, style: Style) -> EventLettering:
        """The lettering of a style's timelines."""
        return cls(Lettering.of(style))

    @property
    def size(self) -> float:
        """The size of the letters."""
        return self.letters.size

    @property
    def leading(self) -> float:
        """From baseline to baseline."""
        return self.letters.leading

    def width(self, text: str, *, bold: bool = False) -> float:
        """What a text measures; letters that the face lacks count as wide ones."""
        if text.isascii():
            return self.letters.width(text, bold=bold)
        used = face(self.letters.source, bold=bold)
        lacking = [letter for letter in text if not used.covers(letter) and not _is_mark(letter)]
        known = "".join(letter for letter in text if used.covers(letter)) if lacking else text
        return self.letters.width(known, bold=bold) + len(lacking) * _UNKNOWN * self.size

    def lines(self, text: str, limit: float, *, bold: bool = False) -> list[str]:
        """The text in lines: broken at blanks, and within a word only where it is wider than a whole line."""
        found: list[str] = []
        for word in text.split(" "):
            longer = f"{found[-1]} {word}" if found else word
            if self.width(longer, bold=bold) <= limit + _ROUNDING:
                found[-1:] = [longer]
                continue
            found += self._pieces(word, limit, bold=bold)
        return [line for line in found if line] or [""]

    def _pieces(self, word: str, limit: float, *, bold: bool) -> list[str]:
        pieces: list[str] = []
        for letter in _with_marks(word):
            longer = f"{pieces[-1]}{letter}" if pieces else letter
            if pieces and self.width(longer, bold=bold) > limit + _ROUNDING:
                pieces.append(letter)
            else:
                pieces[-1:] = [longer]
        return pieces

    def breaks(self, text: str, limit: float, *, bold: bool = False) -> bool:
        """Whether a word of the text is wider than a line."""
        return any(self.width(word, bold=bold) > limit + _ROUNDING for word in text.split(" "))

    def baseline(self, top: float) -> float:
        """The first baseline of lines that begin at a height."""
        return top + self.leading / 2 + _CAPITALS * self.size

    def middle(self, top: float) -> float:
        """The middle of the capitals of the first line: where its sign stands."""
        return top + self.leading / 2

    def labels(
        self, x: float, top: float, lines: Sequence[str], told: ToldMark | None = None, *, bold: bool = False,
        muted: bool = False,
    ) -> Iterator[Label]:  # fmt: skip
        """Lines one under the other."""
        colour = self.letters.muted if muted else self.letters.ink
        for number, line in enumerate(lines):
            if line:
                yield Label(
                    x, self.baseline(top) + number * self.leading, line, self.size, colour, bold=bold, told=told
                )


def _with_marks(word: str) -> Iterator[str]:
    """Letters, each with the marks that belong to it."""
    cluster = ""
    for letter in word:
        is_joined = _is_mark(letter) or cluster.endswith("\u200d")
        if cluster and not is_joined:
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster


def _is_mark(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.category(letter).startswith("M")
