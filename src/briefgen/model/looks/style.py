"""One house style that drives every format. Lengths are points unless a name says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.looks.contrast import ink_on
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from briefgen.model.looks.logo import Logo


_TIGHTEST, _LOOSEST = 1.25, 1.5
"""Leading of running text over its size."""
_POINTS_PER_MM = 72 / 25.4
_HEAD_LINES = 2.5
"""Of the running line: itself, and what is free under it."""
INSET = 4.0
"""What cells keep free at the left where rows stand on a ground and the file says none, in points."""
SMALLEST_TEXT_MM = 80.0
"""The least that margins leave of a page, each way: less holds no table."""


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """The page and its margins, in millimetres."""

    width_mm: float = 210.0
    height_mm: float = 297.0
    top_mm: float = 25.0
    bottom_mm: float = 22.0
    left_mm: float = 20.0
    right_mm: float = 20.0
    margin_mm: float = 0.0
    """The column of notes beside the text; without one, notes stand behind their section."""
    gutter_mm: float = 6.0
    """Between the text and the column of notes."""

    @property
    def full_mm(self) -> float:
        """The full measure: what lies between the outer margins."""
        return self.width_mm - self.left_mm - self.right_mm

    @property
    def beside_mm(self) -> float:
        """What the column of notes takes of the full measure, the gutter with it."""
        return self.margin_mm + self.gutter_mm if self.margin_mm else 0.0

    @property
    def column_mm(self) -> float:
        """The column of text."""
        return self.full_mm - self.beside_mm

    @property
    def text_height_mm(self) -> float:
        """How high the text of a page is."""
        return self.height_mm - self.top_mm - self.bottom_mm


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`."""

    ink: str = "#17202b"
    muted: str = "#56616c"
    accent: str = "#17202b"
    """Headings, links and the bars of boxes: the ink, as colour means a party, unless a house has one of its own."""
    tint: str = "#eef2f4"
    """The ground of the box that is read first, and of what holds no figure."""
    edge: str = "#8a949d"
    """Lines of a drawing that must be seen: zero, a rail, a break."""
    hairline: str = "#c4ccd3"
    """Lines that only part: rows, a grid."""
    caution: str = "#17202b"
    """The bar of a box that warns."""
    series: tuple[str, ...] = ("#083f5e", "#cf7a2e", "#56616c", "#17202b")
    """The first party's colour, the second's, then those of third countries and totals, which are none.

    They differ in lightness: the page prints in grey.
    """
    head_fill: str = ""
    """The ground of a table's head, or empty for none."""
    head_ink: str = ""
    """The words of a table's head, or empty for those of its text style."""
    odd_fill: str = ""
    """The ground of a table's first, third ... band of rows, or empty for none."""
    even_fill: str = ""
    """The ground of the bands between them, or empty for none."""

    @property
    def is_banded(self) -> bool:
        """Whether the rows of tables stand on bands."""
        return bool(self.odd_fill or self.even_fill)

    @property
    def is_filled(self) -> bool:
        """Whether some rows of tables stand on a ground."""
        return bool(self.head_fill or self.is_banded)

    def of_series(self, index: int) -> str:
        """The colour of a series by its index: the first two are the parties', the others come round again."""
        others = self.series[2:] or self.series
        return self.series[index] if index < min(2, len(self.series)) else others[(index - 2) % len(others)]

    def band(self, row: int, rows: int) -> str:
        """The ground of a row below the head, counted from 0, in bands of so many rows; empty for none."""
        return self.even_fill if row // rows % 2 else self.odd_fill


@dataclass(frozen=True, slots=True)
class Cells:
    """What the cells of a table keep free around their words."""

    top: float
    right: float
    bottom: float
    left: float
    band_rows: int = 1
    """How many rows make a band."""
    inset: bool = False
    """Whether the room at the left is ours: the file has none, and words would stick to the edge of a ground."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of text is set."""

    family: str
    """`sans` or `serif`: a key of `Style.families`."""
    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    colour: str = "ink"
    """A name in the palette, or a colour as `#rrggbb`."""
    space_before: float = 0.0
    space_after: float = 0.0

    def scaled(self, share: float) -> TextStyle:
        """The same text larger or smaller, on the same leading where that stays between tight and loose."""
        size = round(self.size * share, 2)
        leading = min(max(self.leading, size * _TIGHTEST), size * _LOOSEST)
        return replace(self, size=size, leading=round(leading, 2))


@dataclass(frozen=True, slots=True)
class Family:
    """A type family by its name in Word and by the fonts that embed it."""

    name: str
    """As Word knows it: `Source Serif 4`."""
    source: str
    """Which bundled family the PDF embeds: `firago` or `source-serif-4`."""
    fallback: str
    """For the web and for Word where the family is not installed: `serif`, `sans-serif`."""
    embed: bool = True
    """Whether its faces travel in Word files, where it is a bundled one."""


TEXT_STYLES = (
    "title", "subtitle", "standfirst", "meta", "memo", "heading1", "heading2", "heading3", "body", "list", "callout",
    "callout_title", "caption", "unit", "source", "side", "contents", "table", "table_head", "figure", "note",
    "reference", "card_value", "card_unit", "card_label", "running",
)  # fmt: skip
"""The names a style file may set; each has a default below."""


def _defaults() -> dict[str, TextStyle]:
    return {
        "title": TextStyle("sans", 26, 30, bold=True, space_after=7.5),
        "subtitle": TextStyle("sans", 11, 15, colour="muted", space_after=11.25),
        "standfirst": TextStyle("serif", 13, 18.75, space_after=10),
        "meta": TextStyle("sans", 8, 11.25, colour="muted"),
        "memo": TextStyle("sans", 9.5, 11.25),
        "heading1": TextStyle("sans", 12, 15, bold=True, colour="accent", space_before=15, space_after=3.75),
        "heading2": TextStyle("sans", 10.5, 15, bold=True, space_before=7.5, space_after=3.75),
        "heading3": TextStyle("sans", 9.5, 15, bold=True, colour="muted", space_before=7.5, space_after=1.875),
        "body": TextStyle("serif", 10.5, 15, space_after=7.5),
        "list": TextStyle("serif", 10.5, 15, space_after=3.75),
        "callout": TextStyle("serif", 10.5, 15, space_after=3.75),
        "callout_title": TextStyle("sans", 9.5, 11.25, bold=True, colour="accent", space_after=3.75),
        "caption": TextStyle("sans", 9.5, 11.25, bold=True, space_before=7.5, space_after=3.75),
        "unit": TextStyle("sans", 8.5, 11.25, colour="muted", space_after=3.75),
        "source": TextStyle("sans", 8, 11.25, colour="muted", space_before=3.75, space_after=7.5),
        "side": TextStyle("sans", 8.5, 11.25, space_after=3.75),
        "contents": TextStyle("sans", 9.5, 15),
        "table": TextStyle("sans", 9, 11.25),
        "table_head": TextStyle("sans", 8, 11.25, colour="muted"),
        "figure": TextStyle("sans", 8.5, 11.25),
        "note": TextStyle("sans", 8.5, 11.25, colour="ink", space_after=1.875),
        "reference": TextStyle("serif", 9.5, 13, space_after=3.75),
        "card_value": TextStyle("sans", 20, 22.5, bold=True),
        "card_unit": TextStyle("sans", 9, 11.25, colour="muted"),
        "card_label": TextStyle("sans", 8.5, 11.25, colour="muted"),
        "running": TextStyle("sans", 8, 11.25, colour="muted"),
    }


@dataclass(frozen=True, slots=True)
class Style:
    """The house style."""

    page: PageGeometry
    palette: Palette
    families: dict[str, Family]
    text: dict[str, TextStyle]
    """Every name of `TEXT_STYLES`."""
    cells: Cells | None = None
    """The room in the cells of tables, or None for each format's own."""
    logos: tuple[Logo, ...] = ()
    """Pictures of the running head, for PDF and page; a Word file has its own."""
    word: bytes | None = None
    """The Word file that a DOCX is put into, already cleaned; None for our own plain one."""
    word_path: str = ""
    """Where that file was read, for what is told of it."""

    def with_body(self, size: float | None) -> Style:
        """The style with running text, lists and boxes of a size; a Word file says itself how large its words are."""
        body = self.text["body"]
        if size is None or size == body.size or self.word is not None:
            return self
        sized = {name: self.text[name].scaled(size / body.size) for name in ("body", "list", "callout")}
        return replace(self, text={**self.text, **sized})

    def tightened(self, share: float) -> Style:
        """The style with smaller distances between paragraphs; letters and lines keep theirs."""
        around = {
            name: replace(text, space_before=text.space_before * share, space_after=text.space_after * share)
            for name, text in self.text.items()
        }
        return replace(self, text=around)

    def logos_end(self, *, on_first: bool) -> float:
        """How far down the lowest picture of the head reaches on the first page, or on the others; 0 without one."""
        shown = (logo for logo in self.logos if (logo.on_first if on_first else logo.on_others))
        return max((logo.bottom for logo in shown), default=0.0)

    def head_room(self, *, on_first: bool) -> float:
        """What pictures of the head and the running line under them take of such a page, in points."""
        end = self.logos_end(on_first=on_first)
        return end + self.text["running"].leading * _HEAD_LINES if end else 0.0

    @property
    def opening_drop(self) -> float:
        """How much further down the text of the first page begins than that of others, in points."""
        return max(self.head_room(on_first=True) - self.page.top_mm * _POINTS_PER_MM, 0.0)

    def with_head_room(self) -> Style:
        """The style with an upper margin that the pictures of further pages leave free."""
        needed = self.head_room(on_first=False) / _POINTS_PER_MM
        return replace(self, page=replace(self.page, top_mm=round(max(self.page.top_mm, needed), 3)))

    @property
    def opening_logos(self) -> tuple[Logo, ...]:
        """The pictures that a brief opens with, from left to right: for a page that knows no first and others."""
        first = [logo for logo in self.logos if logo.on_first] or self.logos
        return tuple(sorted(first, key=lambda logo: logo.x))

    @property
    def inset(self) -> float:
        """What our own cells keep free at the left, in points; a file's table style has its own."""
        return INSET if self.palette.is_filled and self.cells is None else 0.0

    @property
    def band_rows(self) -> int:
        """How many rows of a table make a band."""
        return self.cells.band_rows if self.cells else 1

    @property
    def head_ink(self) -> str:
        """The colour of a table's head, or empty for that of its text style."""
        palette = self.palette
        return palette.head_ink or (ink_on(palette.head_fill, palette.ink) if palette.head_fill else "")

    def colour(self, name: str) -> str:
        """A palette colour by name, or a colour itself, as `#rrggbb`."""
        return name if name.startswith("#") else str(getattr(self.palette, name))


DEFAULT_STYLE = Style(
    PageGeometry(top_mm=22.5, bottom_mm=18.5, left_mm=18.0, right_mm=16.0, margin_mm=46.0),
    Palette(),
    {
        "sans": Family("FiraGO", "firago", "sans-serif"),
        "serif": Family("Source Serif 4", "source-serif-4", "serif"),
    },
    _defaults(),
)
