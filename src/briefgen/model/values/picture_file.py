"""A picture as it is printed: pixels that briefgen wrote itself, and the name of the file that they came from."""

from __future__ import annotations

import enum

from briefgen.records import dataclass


class PictureFormat(enum.StrEnum):
    """What a picture is written as; its word is the media type."""

    PNG = "image/png"
    JPEG = "image/jpeg"


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture, decoded and written anew: upright, in sRGB on white, without metadata, no finer than a page shows."""

    data: bytes
    format: PictureFormat
    width: int
    """In pixels."""
    height: int


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file that a record names."""

    name: str
    """In the folder `pictures` of the relation, or of the templates."""
    pixels: Pixels | None = None
    """None until the file has been read."""
