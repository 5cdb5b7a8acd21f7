"""Pictures of a Word file: each is what its name says, and of a size that a reader's machine can draw."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from briefgen.load.word.opc_parts import LimitError, RefusedError, xml_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PAINTED = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF")
_MOST_PIXELS = 50_000_000
"""A page of A3 in print at 600 dpi has 70 million; a letterhead is a strip of one."""


def check_picture(name: str, part: bytes) -> None:
    """Refuse a picture that is none, has no size or would fill a reader's memory; other parts are passed over.

    Raises:
        RefusedError: naming the part.
    """
    if name.lower().endswith(_PAINTED):
        width, height = _size(name, part)
        if width < 1 or height < 1:
            raise RefusedError(f"{name} is a picture without a size")
        if width * height > _MOST_PIXELS:
            raise LimitError(f"{name} is a picture of {width} by {height} pixels")
    elif name.lower().endswith(".svg") and _runs(xml_of(name, part)):
        raise RefusedError(f"{name} is a picture with a script in it")


def _size(name: str, part: bytes) -> tuple[int, int]:
    """Width and height from the header, in pixels; nothing is painted."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of large ones: the size is looked at by the caller
        try:
            with Image.open(io.BytesIO(part), formats=_FORMATS) as picture:
                return picture.size
        except Image.DecompressionBombError:
            raise LimitError(f"{name} is a picture of too many pixels") from None
        except (OSError, SyntaxError, ValueError, EOFError):
            raise RefusedError(f"{name} is no picture that can be read") from None


def _runs(root: Element) -> bool:
    """Whether an SVG holds a script, as an element or as what happens on an event."""
    return any(
        (isinstance(element.tag, str) and element.tag.endswith("}script"))
        or any(str(name).lower().startswith("on") for name in element.attrib)
        for element in root.iter()
    )
