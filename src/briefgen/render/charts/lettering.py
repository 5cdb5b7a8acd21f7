"""Type in charts and timelines: sizes from the style, widths from the font, names broken into few lines."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from briefgen.records import dataclass
from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.looks.style import Style

_SHORTENED = "\N{HORIZONTAL ELLIPSIS}"
_WIDE = {"W", "F"}
"""Letters of scripts that break between any two: Chinese, Japanese, and Korean, which also has blanks."""
_NOT_AT_START = frozenset("、。，．）」』！？：；ー々")


class NameLines(NamedTuple):
    """A name in lines of a width."""

    lines: tuple[str, ...]
    is_whole: bool
    """Whether no word of it was left out."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """The sans family of a style at the size of charts."""

    source: str
    size: float
    leading: float
    ink: str
    muted: str

    @classmethod
    def of(cls, style: Style) -> Lettering:
        """The lettering of a style's charts."""
        text = style.text["figure"]
        source = style.families[text.family].source
        return cls(source, text.size, text.leading, style.palette.ink, style.palette.muted)

    @property
    def middle(self) -> float:
        """How far under the middle of its height a line's letters stand."""
        return self.size * 0.35

    def width(self, text: str, *, bold: bool = False) -> float:
        """What a text measures, in points."""
        return face(self.source, bold=bold).width(text, self.size, tabular=True)

    def wrapped(self, text: str, limit: float, *, bold: bool = False) -> list[str]:
        """Lines no wider than a limit where words allow."""
        lines: list[str] = []
        for blank, piece in _pieces(text):
            longer = f"{lines[-1]}{blank}{piece}" if lines else piece
            if lines and self.width(longer, bold=bold) <= limit:
                lines[-1] = longer
            else:
                lines.append(piece)
        return lines

    def broken(self, text: str, limit: float) -> list[str]:
        """Lines no wider than a limit, whatever the words: one that is wider alone is broken between letters."""
        lines: list[str] = []
        for line in self.wrapped(text, limit):
            rest = line
            while self.width(rest) > limit and len(rest) > 1:
                fits = max((n for n in range(1, len(rest)) if self.width(rest[:n]) <= limit), default=1)
                lines.append(rest[:fits])
                rest = rest[fits:]
            lines.append(rest)
        return lines

    def fitted(self, text: str, limit: float, most: int = 2, *, bold: bool = False) -> NameLines:
        """A name in at most so many lines of a width, shortened at a word where it has more."""
        lines = self.wrapped(text, limit, bold=bold)
        if len(lines) <= most and all(self.width(line, bold=bold) <= limit for line in lines):
            return NameLines(tuple(lines), is_whole=True)
        kept = [self._cut(line, limit, bold=bold) for line in lines[:most]]
        if len(lines) > most or kept == lines[:most]:
            kept[-1] = self._cut(f"{kept[-1].removesuffix(_SHORTENED)}{_SHORTENED}", limit, bold=bold)
        return NameLines(tuple(kept), is_whole=False)

    def _cut(self, line: str, limit: float, *, bold: bool) -> str:
        """A line no wider than a limit: whole, or as many of its words or letters as there is room for."""
        if self.width(line, bold=bold) <= limit:
            return line
        kept = line.removesuffix(_SHORTENED)
        while kept and self.width(f"{kept}{_SHORTENED}", bold=bold) > limit:
            head, blank, _ = kept.rpartition(" ")
            kept = head if blank and self.width(f"{head}{_SHORTENED}", bold=bold) > limit / 2 else kept[:-1].rstrip()
        return f"{kept}{_SHORTENED}"


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What a line may begin with, each with the blank before it: words, and letters of scripts without blanks."""
    blank = ""
    for word in text.split(" "):
        start = 0
        for at in range(1, 0 if word.isascii() else len(word)):  # no letter of those is wide
            if _breaks(word[at - 1], word[at]):
                yield blank if start == 0 else "", word[start:at]
                start = at
        yield blank if start == 0 else "", word[start:]
        blank = " "


def _breaks(before: str, after: str) -> bool:
    wide = any(unicodedata.east_asian_width(letter) in _WIDE for letter in (before, after))
    return wide and after not in _NOT_AT_START and not unicodedata.combining(after)
