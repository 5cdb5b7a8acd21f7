"""A drawing as pixels: sharp enough, on white paper, in the colours of the house and few others."""

from __future__ import annotations

import io

from PIL import Image

from briefgen.model.document import Exhibit
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.timelines import Timeline
from briefgen.model.traversal import every_block
from briefgen.render.charts import drawing_of
from briefgen.render.charts.png import drawing_png
from samples.sample_document import sample_document


def test_paper_is_white_ink_is_the_house_s_and_colours_are_few() -> None:
    graphics = [block.graphic for block in every_block(sample_document().blocks) if isinstance(block, Exhibit)]
    [timeline] = [graphic for graphic in graphics if isinstance(graphic, Timeline)]
    drawing = drawing_of(timeline, DEFAULT_STYLE, 480)
    data = drawing_png(drawing, DEFAULT_STYLE, 3.0)
    picture = Image.open(io.BytesIO(data))
    counted = {colour: count for count, colour in picture.convert("RGB").getcolors(256) or []}

    assert data == drawing_png(drawing, DEFAULT_STYLE, 3.0)
    assert picture.size == (1440, round(drawing.height * 3))
    assert max(counted, key=counted.__getitem__) == (255, 255, 255)
    assert tuple(bytes.fromhex(DEFAULT_STYLE.palette.ink[1:])) in counted
