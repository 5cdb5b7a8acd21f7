"""A picture as it stands in a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.records import dataclass

if TYPE_CHECKING:
    from briefgen.model.origin import Origin
    from briefgen.model.values.picture_file import Pixels


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture, and how much of the column it takes."""

    pixels: Pixels
    share: int
    """Of the column's width, in per cent; it is never wider than its pixels bear."""
    language: str = ""
    """BCP 47 of its alternative text, where it is another one than the brief's."""
    origin: Origin | None = None
    """Of its alternative text."""
