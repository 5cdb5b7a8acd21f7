"""Type in charts and timelines: sizes from the style, widths from the font."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style


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

    def width(self, text: str, *, bold: bool = False) -> float:
        """What a text measures, in points."""
        return face(self.source, bold=bold).width(text, self.size, tabular=True)

    def wrapped(self, text: str, limit: float) -> list[str]:
        """Lines no wider than a limit where words allow."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer) <= limit:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines
