"""Exhibits: charts as native ones that an editor can edit, all else as a vector with pixels to fall back on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from briefgen.model.charts import Chart, LocatorMap, Panels
from briefgen.model.placed_picture import PlacedPicture
from briefgen.model.timelines import Timeline
from briefgen.model.values.picture_file import PictureFormat
from briefgen.render.charts import drawing_of, panel_widths
from briefgen.render.charts.svg import drawing_svg
from briefgen.render.docx.charts.native_chart import RELATION, native_chart
from briefgen.render.docx.charts.native_layout import native_charts
from briefgen.render.docx.package.new_parts import new_part
from briefgen.render.docx.package.wordprocessingml import NAMESPACES, attribute, emu
from briefgen.render.picture_size import picture_size

if TYPE_CHECKING:
    from briefgen.model.charts import Graphic
    from briefgen.model.document import Exhibit
    from briefgen.model.looks.style import Style
    from briefgen.render.charts import Drawing
    from briefgen.render.docx.charts.native_chart import NativeChart
    from briefgen.render.docx.charts.workbook import Sheet
    from briefgen.render.docx.package.written_parts import WrittenPart

_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_PIXELS_PER_POINT = 3.0
_POINTS_PER_MM = 72 / 25.4
_MOST_OF_A_PAGE = 0.8
"""What is taller would stand on no page with its caption: Word cuts it off."""


class ShownExhibit(NamedTuple):
    """How an exhibit stands in the text."""

    runs: str
    sheets: tuple[Sheet, ...] = ()
    """What its native charts are drawn from; none of a picture."""


class DrawingWriter:
    """Puts charts and timelines into the package; each has its own id."""

    def __init__(self, part: Any, style: Style, language: str) -> None:  # noqa: ANN401 - python-docx has no types
        self.part, self.style, self.language = part, style, language
        self._count = 0
        page = style.page
        self._most = (page.height_mm - page.top_mm - page.bottom_mm) * _POINTS_PER_MM * _MOST_OF_A_PAGE

    def shown(self, exhibit: Exhibit, measure: float) -> ShownExhibit:
        """An exhibit: native charts, or a picture where Word has no such chart."""
        match exhibit.graphic:
            case (Chart() | Panels()) as charts if not native_charts(charts):
                return ShownExhibit(self._drawn(charts, exhibit.alt, measure))
            case Chart() as chart:
                return self._native(chart, exhibit.alt, measure)
            case Panels(charts) as panels:
                each = zip(charts, panels.alts(exhibit.alt), panel_widths(charts, measure), strict=True)
                made = [self._native(chart, alt, width, _heading(chart)) for chart, alt, width in each]
                return ShownExhibit(
                    "".join(one.runs for one in made), tuple(sheet for one in made for sheet in one.sheets)
                )
            case Timeline():
                raise AssertionError("a timeline is a table")
            case LocatorMap() as drawn:
                return ShownExhibit(self._drawn(drawn, exhibit.alt, measure))
            case PlacedPicture() as picture:
                self._count += 1
                width, height = picture_size(picture, measure, self.style)
                return ShownExhibit(self._inline(self._pixels(picture, width, height), exhibit.alt, width, height))

    def _drawn(self, graphic: Graphic, alt: str, measure: float) -> str:
        self._count += 1
        drawing = drawing_of(graphic, self.style, measure)
        scale = min(1.0, self._most / drawing.height)
        width, height = drawing.width * scale, drawing.height * scale
        return self._inline(self._picture(drawing, width, height), alt, width, height)

    def _native(self, chart: Chart, alt: str, measure: float, heading: str = "") -> ShownExhibit:
        self._count += 1
        drawing = drawing_of(chart, self.style, measure)
        made = native_chart(chart, drawing, self.style, self.language, heading)
        return ShownExhibit(self._inline(self._chart(made), alt, measure, min(made.height, self._most)), (made.sheet,))

    def _inline(self, shown: str, alt: str, width: float, height: float) -> str:
        size = f'cx="{emu(width)}" cy="{emu(height)}"'
        said = f'<wp:docPr id="{self._count}" name="Figure {self._count}" descr="{attribute(alt)}"/>'
        inline = f"<wp:extent {size}/>{said}<a:graphic>{shown}</a:graphic>"
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{inline}</wp:inline></w:drawing></w:r>'
        )

    def _chart(self, made: NativeChart) -> str:
        """A chart part over its workbook."""
        book = self._part("/word/embeddings/Microsoft_Excel_Sheet%d.xlsx", _XLSX, made.sheet.xlsx())
        part = self._part("/word/charts/chart%d.xml", _CHART, b"")
        part.blob = made.xml.replace(RELATION, part.relate_to(book, f"{_RELS}/package")).encode()
        key = self.part.relate_to(part, f"{_RELS}/chart")
        return f'<a:graphicData uri="{NAMESPACES["c"]}"><c:chart r:id="{key}"/></a:graphicData>'

    def _picture(self, drawing: Drawing, width: float, height: float) -> str:
        """A vector with pixels to fall back on."""
        from briefgen.render.charts.png import drawing_png  # with Pillow, which a file of charts and tables needs not

        png = drawing_png(drawing, self.style, _PIXELS_PER_POINT)
        picture = new_part(self.part.package, "/word/media/image%d.png", "image/png", png)
        pixels = self.part.relate_to(picture, f"{_RELS}/image")
        svg = drawing_svg(drawing, self.style).encode()
        vector = self.part.relate_to(self._part("/word/media/figure%d.svg", "image/svg+xml", svg), f"{_RELS}/image")
        extension = f'<a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip r:embed="{vector}"/></a:ext>'
        blip = f'<a:blip r:embed="{pixels}"><a:extLst>{extension}</a:extLst></a:blip>'
        return self._inline_picture(blip, width, height)

    def _pixels(self, picture: PlacedPicture, width: float, height: float) -> str:
        """A picture as it was written when it was read."""
        pixels = picture.pixels
        ending = "jpeg" if pixels.format is PictureFormat.JPEG else "png"
        part = new_part(self.part.package, f"/word/media/image%d.{ending}", str(pixels.format), pixels.data)
        key = self.part.relate_to(part, f"{_RELS}/image")
        return self._inline_picture(f'<a:blip r:embed="{key}"/>', width, height)

    def _inline_picture(self, blip: str, width: float, height: float) -> str:
        """The graphic data of a picture that fills its frame."""
        fill = f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        size = f'cx="{emu(width)}" cy="{emu(height)}"'
        shape = (
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        )
        name = f'<pic:cNvPr id="{self._count}" name="Figure {self._count}"/>'
        naming = f"<pic:nvPicPr>{name}<pic:cNvPicPr/></pic:nvPicPr>"
        return f'<a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>{naming}{fill}{shape}</pic:pic></a:graphicData>'

    def _part(self, pattern: str, kind: str, data: bytes) -> WrittenPart:
        """A part that is numbered as its figure, or with the next number that a house file leaves."""
        return new_part(self.part.package, pattern, kind, data, self._count)


def _heading(chart: Chart) -> str:
    """What stands over one of several panels: its unit."""
    return chart.unit[:1].upper() + chart.unit[1:]
