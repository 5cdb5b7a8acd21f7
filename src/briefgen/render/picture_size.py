"""How large a picture is printed: the same share of the column in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style
    from briefgen.model.placed_picture import PlacedPicture

_MOST_OF_A_PAGE = 0.6
"""A picture taller than this share of a page is scaled down: some text stands beside it."""
_POINTS_PER_PIXEL = 1.0
"""Of the coarsest picture: 72 pixels to the inch, below which edges turn into steps."""
_PER_CENT = 100


def picture_size(picture: PlacedPicture, measure: float, style: Style) -> tuple[float, float]:
    """Width and height in points, in a column of that width."""
    pixels, page = picture.pixels, style.page
    most = (page.height_mm - page.top_mm - page.bottom_mm) * 72 / 25.4 * _MOST_OF_A_PAGE
    width = min(measure * picture.share / _PER_CENT, pixels.width * _POINTS_PER_PIXEL)
    scale = min(width / pixels.width, most / pixels.height)
    return pixels.width * scale, pixels.height * scale
