"""Exhibits as pictures: a vector for Word, pixels for what cannot show it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from briefgen.render.docx.xml import attribute, emu
from briefgen.render.figure import drawing_png, drawing_svg, figure_ops

if TYPE_CHECKING:
    from briefgen.model.document import Exhibit
    from briefgen.model.style import Style

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_PIXELS_PER_POINT = 3.0


class PictureWriter:
    """Puts figures into the package; each picture has its own id."""

    def __init__(self, part: Any, style: Style) -> None:  # noqa: ANN401 - python-docx has no types
        self.part, self.style, self._count = part, style, 0

    def picture(self, exhibit: Exhibit, measure: float) -> str:
        """The run that shows an exhibit."""
        self._count += 1
        drawing = figure_ops(exhibit.figure, self.style, measure)
        pixels, _ = self.part.get_or_add_image(io.BytesIO(drawing_png(drawing, self.style, _PIXELS_PER_POINT)))
        vector = self._vector(drawing_svg(drawing, self.style).encode())
        size = f'cx="{emu(drawing.width)}" cy="{emu(drawing.height)}"'
        name = f"Figure {self._count}"
        extension = f'<a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip r:embed="{vector}"/></a:ext>'
        fill = (
            f'<pic:blipFill><a:blip r:embed="{pixels}"><a:extLst>{extension}</a:extLst></a:blip>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        )
        shape = (
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        )
        naming = f'<pic:nvPicPr><pic:cNvPr id="{self._count}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        graphic = f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>{naming}{fill}{shape}</pic:pic></a:graphicData>'
        alt = f'<wp:docPr id="{self._count}" name="{name}" descr="{attribute(exhibit.alt)}"/>'
        return f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>{alt}<a:graphic>{graphic}</a:graphic></wp:inline></w:drawing></w:r>'  # noqa: E501 - one element

    def _vector(self, data: bytes) -> str:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        name = PackURI(f"/word/media/figure{self._count}.svg")
        part = Part(name, "image/svg+xml", data, self.part.package)
        return str(self.part.relate_to(part, _IMAGE))
