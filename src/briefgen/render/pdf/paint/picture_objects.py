"""Pictures as objects of a file: each once, however often and wherever it is shown."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.model.values.picture_file import PictureFormat
from briefgen.render.pdf.objects.numbered_objects import Photograph, Stream
from briefgen.render.pdf.objects.syntax import deflated

if TYPE_CHECKING:
    from briefgen.model.values.picture_file import Pixels
    from briefgen.render.pdf.objects.book import Book
    from briefgen.render.pdf.objects.syntax import Raw


class Pictures:
    """The pictures of one file."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._known: dict[bytes, tuple[str, str]] = {}

    def named(self, pixels: Pixels) -> tuple[str, str]:
        """The name that pages show a picture by, and what they name by it."""
        if pixels.data not in self._known:
            name = f"Picture{len(self._known) + 1}"
            self._known[pixels.data] = name, self._book.registry.add(_stream(pixels))
        return self._known[pixels.data]


def _stream(pixels: Pixels) -> Raw:
    if pixels.format is PictureFormat.JPEG:
        return Photograph(_entries(pixels.width, pixels.height), pixels.data)
    return png_stream(pixels.data)


def png_stream(png: bytes) -> Raw:
    """A PNG without transparency as a picture of a file."""
    width, height, data = _packed(png)
    return Stream(_entries(width, height), data)


def _entries(width: int, height: int) -> str:
    size = f"/Width {width}/Height {height}"
    return f"/Type/XObject/Subtype/Image{size}/ColorSpace/DeviceRGB/BitsPerComponent 8"


@lru_cache(maxsize=8)
def _packed(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and compressed pixels; a process makes many briefs in one style."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        return picture.width, picture.height, deflated(picture.convert("RGB").tobytes())
