"""Which of two inks reads better on a ground (WCAG 2.2, contrast ratio)."""

from __future__ import annotations

_PAPER = "#ffffff"


def ink_on(ground: str, ink: str) -> str:
    """White or the ink, whichever reads better on a colour (WCAG 2.2, contrast ratio)."""
    return _PAPER if contrast(_PAPER, ground) >= contrast(ink, ground) else ink


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as `#rrggbb`, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)  # noqa: PLR2004 - sRGB
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
