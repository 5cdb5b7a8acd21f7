"""Pictures of a Word file's running head, as the pages of other formats show them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from briefgen.load.pictures.picture_decoding import PictureBounds, PictureError, on_white, upright

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["LARGEST_PICTURE", "PictureError", "pixels_of"]

LARGEST_PICTURE = 8 << 20
"""Bytes."""
_BOUNDS = PictureBounds(LARGEST_PICTURE, 16_000_000)
_PER_POINT, _LONGEST = 300 / 72, 2400
"""Pixels to the point that paper shows, and to a side."""
_WHOLE = (0.0, 0.0, 0.0, 0.0)


def pixels_of(data: bytes, size: tuple[float, float], crop: tuple[float, ...] = _WHOLE) -> tuple[bytes, str]:
    """A PNG of a PNG or JPEG, and which of the two it was; `size` is in points.

    `crop` are the shares that are cut off at left, top, right and bottom.

    Raises:
        PictureError: for any other kind, and for one that is broken or too large to open safely.
    """
    from PIL import Image

    picture, kind = upright(data, _BOUNDS, _LONGEST)
    paper = on_white(_cropped(picture, crop))
    width, height = (min(max(round(side * _PER_POINT), 1), _LONGEST) for side in size)
    paper.thumbnail((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    paper.save(out, "PNG")
    return out.getvalue(), kind.name


def _cropped(picture: Image, crop: tuple[float, ...]) -> Image:
    left, top, right, bottom = (min(max(share, 0.0), 0.95) for share in crop)
    edges = (left * picture.width, top * picture.height, (1 - right) * picture.width, (1 - bottom) * picture.height)
    x1, y1, x2, y2 = (round(edge) for edge in edges)
    return picture.crop((x1, y1, max(x2, x1 + 1), max(y2, y1 + 1)))
