"""Pictures from outside, decoded within bounds and written anew without anything but their pixels."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_PICTURE = 8 << 20
"""Bytes."""
_MOST_PIXELS = 16_000_000
_PER_POINT, _LONGEST = 300 / 72, 2400
"""Pixels to the point that paper shows, and to a side."""
_METAFILES = ((b"\xd7\xcd\xc6\x9a", "WMF"), (b"\x01\x00\x09\x00", "WMF"), (b"\x01\x00\x00\x00", "EMF"))
"""How a file begins → what it is (MS-WMF 2.3.2, MS-EMF 2.3.4.2)."""
_WHOLE = (0.0, 0.0, 0.0, 0.0)


class PictureError(ValueError):
    """The picture cannot be shown; the message says what it is."""


def pixels_of(data: bytes, size: tuple[float, float], crop: tuple[float, ...] = _WHOLE) -> tuple[bytes, str]:
    """A PNG of a PNG or JPEG, and which of the two it was; `size` is in points.

    `crop` are the shares that are cut off at left, top, right and bottom.

    Raises:
        PictureError: for any other kind, and for one that is broken or too large to open safely.
    """
    from PIL import Image

    if len(data) > LARGEST_PICTURE:
        raise PictureError(f"is larger than {LARGEST_PICTURE >> 20} MB")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            upright, kind = _opened(data)
    except PictureError:
        raise
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        raise PictureError(f"is {_kind(data)}") from None
    upright = _cropped(upright, crop)
    paper = Image.new("RGB", upright.size, "#ffffff")
    paper.paste(upright, mask=upright.getchannel("A"))
    width, height = (min(max(round(side * _PER_POINT), 1), _LONGEST) for side in size)
    paper.thumbnail((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    paper.save(out, "PNG")
    return out.getvalue(), kind


def _opened(data: bytes) -> tuple[Image, str]:
    """The picture upright, with its transparency, and its kind; its size is looked at before its pixels are."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
        if picture.width * picture.height > _MOST_PIXELS:
            raise PictureError(f"has more than {_MOST_PIXELS // 1_000_000} million pixels")
        return ImageOps.exif_transpose(picture).convert("RGBA"), str(picture.format)


def _kind(data: bytes) -> str:
    for begin, name in _METAFILES:
        if data.startswith(begin):
            return f"{name}, neither PNG nor JPEG"
    if b"<svg" in data[:2048]:
        return "SVG without the pixels that Word lays beside one"
    return "no PNG or JPEG that can be read"


def _cropped(picture: Image, crop: tuple[float, ...]) -> Image:
    left, top, right, bottom = (min(max(share, 0.0), 0.95) for share in crop)
    edges = (left * picture.width, top * picture.height, (1 - right) * picture.width, (1 - bottom) * picture.height)
    x1, y1, x2, y2 = (round(edge) for edge in edges)
    return picture.crop((x1, y1, max(x2, x1 + 1), max(y2, y1 + 1)))
