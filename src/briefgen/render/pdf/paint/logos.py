"""The pictures of the running head: once in the file, decoration on each page that shows them."""

from __future__ import annotations

import io
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefgen.render.pdf.layout.headers_footers import HEAD
from briefgen.render.pdf.objects.canvas import Stream
from briefgen.render.pdf.objects.syntax import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.looks.logo import Logo
    from briefgen.render.pdf.objects.canvas import Book


class Logos:
    """The logos of one file."""

    def __init__(self, book: Book, logos: Sequence[Logo], height: float) -> None:
        self._height = height
        pictures = {png: book.add_picture(_stream(png)) for png in dict.fromkeys(logo.png for logo in logos)}
        self._named = [(f"Logo{place}", logo, pictures[logo.png]) for place, logo in enumerate(logos, 1)]

    def on(self, page: int) -> tuple[str, dict[str, Any]]:
        """What paints those of a page, counted from 0, and the pictures that it names."""
        shown = [(name, logo, ref) for name, logo, ref in self._named if (logo.on_others if page else logo.on_first)]
        painted = (
            f"/Artifact{HEAD}BDC q {number(logo.width)} 0 0 {number(logo.height)} {number(logo.x)} "
            f"{number(self._height - logo.bottom)} cm /{name} Do Q EMC"
            for name, logo, _ in shown
        )
        return "\n".join(painted), {name: ref for name, _, ref in shown}


def _stream(png: bytes) -> Stream:
    width, height, data = _packed(png)
    size = f"/Width {width}/Height {height}"
    return Stream(f"/Type/XObject/Subtype/Image{size}/ColorSpace/DeviceRGB/BitsPerComponent 8", data)


@lru_cache(maxsize=8)
def _packed(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and compressed pixels; a process makes many briefs in one style."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        return picture.width, picture.height, zlib.compress(picture.convert("RGB").tobytes())
