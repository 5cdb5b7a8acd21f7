"""Type in figures: sizes from the style, widths from the font."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.render.typefaces import face

if TYPE_CHECKING:
    from briefgen.model.style import Style


@dataclass(frozen=True, slots=True)
class Lettering:
    """The sans family of a style at the size of figures."""

    source: str
    size: float
    leading: float
    ink: str
    muted: str

    @classmethod
    def of(cls, style: Style) -> Lettering:
        """The lettering of a style's figures."""
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


_PAPER = "#ffffff"


def ink_on(ground: str, ink: str) -> str:
    """White or the ink, whichever reads better on a colour (WCAG 2.2, contrast ratio)."""
    return _PAPER if _contrast(_PAPER, ground) >= _contrast(ink, ground) else ink


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)  # noqa: PLR2004 - sRGB
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
