"""Pictures as cameras, scanners and programs write them, made here so that each holds what a test is about."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw

from briefgen.load.pictures.picture_decoding import decoded
from briefgen.model.document import Caption, Document, Exhibit, Heading, MarginNote, Paragraph, Row, TextRun
from briefgen.model.placed_picture import PlacedPicture
from samples.sample_document import document, text


def drawn(width: int = 60, height: int = 40, shade: int = 80) -> Image.Image:
    """A picture whose corners differ: what is turned or cut off shows."""
    picture = Image.new("RGB", (width, height), (shade, 120, 200))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, max(width // 2 - 1, 0), max(height // 2 - 1, 0)), (200, 30, 30))
    pen.rectangle((width // 2, height // 2, width - 1, height - 1), (30, 200, 30))
    return picture


def saved(picture: Image.Image, form: str = "PNG", **options: Any) -> bytes:  # noqa: ANN401 - whatever the format takes
    """A picture as a file."""
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def png(width: int = 60, height: int = 40, shade: int = 80) -> bytes:
    """A small PNG."""
    return saved(drawn(width, height, shade))


def jpeg(width: int = 60, height: int = 40, shade: int = 80) -> bytes:
    """A small JPEG."""
    return saved(drawn(width, height, shade), "JPEG", quality=95)


def opened(data: bytes) -> Image.Image:
    """A file as a reader sees it."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


ALT = "Two squares, a small one in a large one."


def picture_exhibit(data: bytes, *, share: int = 100, number: int = 1, alt: str = ALT) -> Exhibit:
    """A picture in a brief, with all that can stand around it."""
    placed = PlacedPicture(decoded(data), share)
    caption = Caption(
        f"Figure {number}", text("A picture"), (TextRun("[1]. Picture: Desk, CC BY 4.0."),), text("As seen.")
    )
    return Exhibit(f"figure-{number}", placed, caption, alt)


def pictures_document() -> Document:
    """Pictures of every shape, alone, beside notes and twice."""
    photograph = jpeg(900, 600)
    return document(
        Heading(1, text("Pictures"), "pictures"),
        picture_exhibit(photograph, share=60),
        picture_exhibit(png(400, 300), number=2, alt="An <odd> & “quoted” picture, Минск."),
        Row((picture_exhibit(jpeg(60, 900), number=3),), (MarginNote((), (Paragraph(text("Beside it.")),)),)),
        picture_exhibit(png(900, 20), number=4),
        picture_exhibit(photograph, number=5),
    )
