"""The exhibits of a mail as pictures: no mail program shows vectors everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.placed_picture import PlacedPicture
from briefgen.model.values.picture_file import PictureFormat
from briefgen.records import dataclass
from briefgen.render.charts import drawing_of
from briefgen.render.picture_size import picture_size

if TYPE_CHECKING:
    from briefgen.model.document import Exhibit
    from briefgen.model.looks.style import Style

_MEASURE = 390.0
"""What a drawing is drawn to, in points: on a telephone, where it is scaled down, its letters are still read."""
_CSS_PIXELS = 96 / 72
_SCALE = 2 * _CSS_PIXELS
"""Pixels to the point: two to a pixel of the page, for fine screens."""


@dataclass(frozen=True, slots=True)
class MailPicture:
    """A part of a mail that its HTML shows."""

    id: str
    """Of the part: `figure-1@briefgen.invalid`."""
    data: bytes
    media_type: str
    width: int
    """On the page, in pixels of CSS."""


def mail_picture(exhibit: Exhibit, style: Style, host: str) -> MailPicture:
    """An exhibit as it stands in a mail."""
    graphic, name = exhibit.graphic, f"{exhibit.id}@{host}"
    if isinstance(graphic, PlacedPicture):
        width, _ = picture_size(graphic, _MEASURE, style)
        return MailPicture(name, graphic.pixels.data, graphic.pixels.format, round(width * _CSS_PIXELS))
    from briefgen.render.charts.png import drawing_png  # with Pillow, which a brief without charts needs not

    drawing = drawing_of(graphic, style, _MEASURE)
    data = drawing_png(drawing, style, _SCALE)
    return MailPicture(name, data, PictureFormat.PNG, round(drawing.width * _CSS_PIXELS))
