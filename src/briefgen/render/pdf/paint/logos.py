"""The pictures of the running head: once in the file, decoration on each page that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.pdf.layout.headers_footers import HEAD
from briefgen.render.pdf.objects.syntax import number
from briefgen.render.pdf.paint.picture_objects import png_stream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.looks.logo import Logo
    from briefgen.render.pdf.objects.book import Book


class Logos:
    """The logos of one file."""

    def __init__(self, book: Book, logos: Sequence[Logo], height: float) -> None:
        self._height = height
        pictures = {png: book.registry.add(png_stream(png)) for png in dict.fromkeys(logo.png for logo in logos)}
        self._named = [(f"Logo{place}", logo, pictures[logo.png]) for place, logo in enumerate(logos, 1)]

    def on(self, page: int) -> tuple[str, dict[str, str]]:
        """What paints those of a page, counted from 0, and the pictures that it names."""
        shown = [(name, logo, ref) for name, logo, ref in self._named if (logo.on_others if page else logo.on_first)]
        painted = (
            f"/Artifact{HEAD}BDC q {number(logo.width)} 0 0 {number(logo.height)} {number(logo.x)} "
            f"{number(self._height - logo.bottom)} cm /{name} Do Q EMC"
            for name, logo, _ in shown
        )
        return "\n".join(painted), {name: ref for name, _, ref in shown}
