"""A Word file as the house style: the one `Style` that drives every format, and the file that the DOCX is put into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.load.word.effective_styles import WordStyles
from briefgen.load.word.margin_column import STYLE_OF_NOTES, notes_place
from briefgen.load.word.measures import points
from briefgen.load.word.normal_form import MAIN
from briefgen.load.word.opc_package import LARGEST_FILE, open_word, packed
from briefgen.load.word.opc_parts import xml_of
from briefgen.load.word.running_heads import heads_of
from briefgen.model.looks.style import (
    DEFAULT_STYLE,
    INSET,
    SMALLEST_TEXT_MM,
    Cells,
    Family,
    PageGeometry,
    Palette,
    Style,
    TextStyle,
)
from briefgen.records import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from briefgen.diagnostics import Place, Report
    from briefgen.load.word.effective_styles import EffectiveStyle
    from briefgen.world import World

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MM_PER_POINT = 25.4 / 72
_LARGEST_PAGE_MM = 1200.0
_NATURAL = 1.22
"""A line's height over its type size where the file says "single": about what common families ask for."""
_SMALLEST, _LARGEST = 4.0, 72.0
_SERIES = 4
_MOST_ROOM = 36.0
"""What a cell may keep free at a side, in points."""
_NAMES = {
    "title": ("Title",), "subtitle": ("Subtitle",), "heading1": ("heading 1",), "heading2": ("heading 2",),
    "heading3": ("heading 3",), "body": ("Body Text", "Normal"), "list": ("List Bullet", "List Paragraph"),
    "caption": ("caption",), "note": ("footnote text",), "running": ("header",), "source": ("Source Line",),
    "unit": ("Unit",),
    "table": ("Table Text",), "table_head": ("Table Head",), "callout": ("Callout",),
    "reference": ("Reference Entry", "Reference"),
    "callout_title": ("Callout Title",), "card_value": ("Card Value", "Figure Number"),
    "card_label": ("Card Label", "Figure Label"), "side": (STYLE_OF_NOTES,),
    "figure": ("Exhibit", "Figure"), "contents": ("toc 1",),
}  # fmt: skip
"""Our kinds of text and the Word styles that set them, the first that is there."""
EXPECTED = ("Title", "heading 1", "heading 2", "heading 3", "caption", "List Bullet", "List Number", "footnote text")
"""Styles that a house file should have; where one is missing, ours is put in, in the file's fonts and colours."""
SERIFS = ("times", "serif", "cambria", "georgia", "garamond", "palatino", "constantia", "book", "minion", "charter",
          "baskerville", "caslon", "century", "roman", "liberation serif", "caladea", "didot", "sabon")  # fmt: skip
BUNDLED = {"firago": "firago", "fira sans": "firago", "briefgen sans": "firago", "source serif 4": "source-serif-4",
           "briefgen serif": "source-serif-4"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HouseReading:
    """What was read from a Word file."""

    style: Style
    missing: tuple[str, ...]
    """Names of expected styles that are not there."""
    elsewhere: tuple[tuple[str, str], ...]
    """Families that are not bundled, each with the bundled one that stands for it."""
    slots: tuple[str, ...]
    """Tags of the content controls that a brief fills."""
    read: frozenset[str]
    """Kinds of text that the file sets itself."""
    notes: str
    """Where notes of the margin stand, and by what."""
    no_column: str = ""
    """Why they stand behind their section though the file asks for a column."""
    unread: tuple[str, ...] = ()
    """What stands in its running heads and cannot be shown in PDF and page."""
    right_to_left: bool = False
    """Whether its running text runs from right to left."""


def read_house(world: World, path: str, place: Place, report: Report) -> HouseReading | None:
    """The house style of a Word file; None after reporting why there is none."""
    try:
        data = world.read(path, LARGEST_FILE)
    except OSError as error:
        report.error("BG141", place, f"cannot be read: {error.strerror or error}", "put a .docx or .dotx there")
        return None
    parts = open_word(data, place, report)
    house = house_of(parts) if parts else None
    page = house.style.page if house else PageGeometry()
    width, height = page.column_mm, page.text_height_mm
    if min(width, height) < SMALLEST_TEXT_MM:
        message = f"cannot be a house style: its margins leave {width:.0f} by {height:.0f} mm for text"
        report.error("BG141", place, message, f"leave at least {SMALLEST_TEXT_MM:g} mm each way")
        return None
    if max(page.width_mm, page.height_mm) > _LARGEST_PAGE_MM:
        message = f"cannot be a house style: its page is {page.width_mm:.0f} by {page.height_mm:.0f} mm"
        report.error("BG141", place, message, f"make it {_LARGEST_PAGE_MM:g} mm at most each way")
        return None
    return house


def describe_house(world: World, path: str, place: Place, report: Report) -> HouseReading | None:
    """What a Word file comes to as a house style, with warnings for what a brief will show otherwise."""
    reading = read_house(world, path, place, report)
    if reading is None:
        return None
    tell(reading, place, report)
    return replace(reading, style=replace(reading.style, word_path=place.path))


def tell(house: HouseReading, place: Place, report: Report) -> None:
    """Warnings for what a brief will look like otherwise than the file."""
    if house.missing:
        names = ", ".join(house.missing)
        hint = "use the style once in the file and save it, or run 'briefgen style new' for a file that has all"
        report.warning("BG142", place, f"has no style named {names}: briefgen's own is put in", hint)
    for family, instead in house.elsewhere:
        message = f"the family '{family}' is not bundled: PDF and charts use {instead}"
        report.warning("BG143", place, message, "name FiraGO or Source Serif 4 in the file to have the same everywhere")
    if house.no_column:
        message = (
            f"notes stand behind their section: the style {STYLE_OF_NOTES} asks for the margin, but {house.no_column}"
        )
        hint = "make the right page margin wider and frame the style in it, or take the style out of the file"
        report.warning("BG161", place, message, f"{hint}: docs/word.md, 'Notes in the margin'")
    if house.right_to_left:
        message = "its text runs from right to left: a brief in English runs from left to right all the same"
        hint = "if all briefs are in such a language, set Normal to left-to-right in Word"
        report.warning("BG147", place, message, hint)
    for what in house.unread:
        hint = "put the picture into the header as PNG or JPEG, if PDF and page shall show it"
        report.warning("BG145", place, f"PDF and page go without what stands in {what}", hint)


def house_of(parts: dict[str, bytes]) -> HouseReading:
    """The house style of an opened file."""
    styles = WordStyles.of(parts)
    body, heading = styles.look("Body Text", "Normal") or styles.default_look(), styles.look("heading 1")
    families, elsewhere = _families(body, heading or body)
    palette = _palette(styles, body, heading)
    text = _texts(styles, body, families, palette)
    document = xml_of(MAIN, parts[MAIN])
    section = _page(document)
    notes = notes_place(section, styles)
    tags = [tag.get(f"{_W}val") or "" for name in parts for tag in _tags(name, parts)]
    slots = tuple(dict.fromkeys(tag for tag in tags if tag.startswith("briefgen:")))
    missing = tuple(name for name in EXPECTED if ("paragraph", name.lower()) not in styles.by_name)
    heads = heads_of(parts, section)
    style = Style(notes.page, palette, families, text, _cells(styles), tuple(heads.logos), packed(parts))
    style = style.with_head_room()
    read = frozenset(name for name, styles_of in _NAMES.items() if styles.look(*styles_of))
    unread = tuple(dict.fromkeys(heads.unread))
    return HouseReading(style, missing, elsewhere, slots, read, notes.said, notes.fault, unread, body.right_to_left)


def _tags(name: str, parts: Mapping[str, bytes]) -> list[Element]:
    if not name.startswith(("word/document", "word/header", "word/footer")) or not name.endswith(".xml"):
        return []
    return list(xml_of(name, parts[name]).iter(f"{_W}tag"))


# ---------------------------------------------------------------- families and colours


def bundled(family: str) -> tuple[str, str]:
    """The bundled family that stands for one by name, and its kind for the web."""
    name = family.lower()
    if name in BUNDLED:
        source = BUNDLED[name]
        return source, "serif" if source == "source-serif-4" else "sans-serif"
    serif = "sans" not in name and any(word in name for word in SERIFS)
    return ("source-serif-4", "serif") if serif else ("firago", "sans-serif")


def _families(body: EffectiveStyle, heading: EffectiveStyle) -> tuple[dict[str, Family], tuple[tuple[str, str], ...]]:
    """`sans` is the family of headings, `serif` that of the text, whatever they look like."""
    found: dict[str, Family] = {}
    for role, look in (("sans", heading), ("serif", body)):
        name = look.font or DEFAULT_STYLE.families[role].name
        source, kind = bundled(name)
        found[role] = Family(name, source, kind, embed=False)
    shown = {"firago": "FiraGO", "source-serif-4": "Source Serif 4"}
    others = {family.name: shown[family.source] for family in found.values() if family.name.lower() not in BUNDLED}
    return found, tuple(others.items())


def _palette(styles: WordStyles, body: EffectiveStyle, heading: EffectiveStyle | None) -> Palette:
    default, table = DEFAULT_STYLE.palette, styles.table()
    accents = [styles.theme_colour(f"accent{number}") for number in range(1, _SERIES + 1)]
    series = tuple(accent for accent in accents if accent)
    ink = body.colour or styles.theme_colour("dk1") or default.ink
    small = (look.colour for name in ("Source Line", "caption", "Subtitle") if (look := styles.look(name)))
    return Palette(
        ink=ink,
        muted=next((colour for colour in small if colour and colour != ink), default.muted),
        accent=(heading.colour if heading else None) or ink,
        tint=default.tint,
        hairline=(table.rule if table else None) or default.hairline,
        caution=ink,
        series=series if len(series) == _SERIES else default.series,
        head_fill=(table.head_fill if table else None) or "",
        head_ink=(table.head_colour if table else None) or "",
        odd_fill=table.bands.get("band1Horz", "") if table else "",
        even_fill=table.bands.get("band2Horz", "") if table else "",
    )


def _cells(styles: WordStyles) -> Cells | None:
    """The room in the cells of the file's own table style; without one, ours is put in with its own room."""
    table = styles.table()
    if table is None:
        return None
    sides = {side: min(table.room.get(side, 0.0), _MOST_ROOM) for side in ("top", "right", "bottom", "left")}
    inset = bool(table.head_fill or table.bands) and not sides["left"]
    sides["left"] = INSET if inset else sides["left"]
    return Cells(**sides, band_rows=table.band_rows, inset=inset)


# ---------------------------------------------------------------- texts and page


def _texts(
    styles: WordStyles, body: EffectiveStyle, families: dict[str, Family], palette: Palette
) -> dict[str, TextStyle]:
    """Every kind of text: as the file sets it, else ours at the file's size."""
    scale = _bounded(body.size) / DEFAULT_STYLE.text["body"].size
    made: dict[str, TextStyle] = {}
    for name, ours in DEFAULT_STYLE.text.items():
        look = styles.look(*_NAMES.get(name, ()))
        made[name] = _text(look, ours, families, palette) if look else _scaled(ours, scale)
    return made


def _text(look: EffectiveStyle, ours: TextStyle, families: dict[str, Family], palette: Palette) -> TextStyle:
    size = _bounded(look.size)
    leading = look.line if look.line is not None else size * look.lines * _NATURAL
    named = {palette.muted: "muted", palette.accent: "accent", palette.ink: "ink"}
    colour = named.get(look.colour, look.colour) if look.colour else "ink"
    family = next((role for role in (ours.family, "sans", "serif") if families[role].name == look.font), ours.family)
    return TextStyle(
        family, size, _bounded(max(leading, size)), look.bold, look.italic, colour, look.before, look.after
    )


def _scaled(ours: TextStyle, scale: float) -> TextStyle:
    size, leading = _bounded(ours.size * scale), _bounded(ours.leading * scale)
    return replace(ours, size=size, leading=max(leading, size))


def _bounded(points: float) -> float:
    return round(min(max(points, _SMALLEST), _LARGEST), 2)


def _page(document: Element) -> PageGeometry:
    """The paper and margins of the last section, which is the one that a brief's text stands in."""
    section = document.find(f"{_W}body/{_W}sectPr")
    size, margins = (section.find(f"{_W}{n}") if section is not None else None for n in ("pgSz", "pgMar"))
    default = PageGeometry()
    width, height = (
        _mm(size, name, getattr(default, f"{word}_mm")) for name, word in (("w", "width"), ("h", "height"))
    )
    sides = {side: _mm(margins, side, getattr(default, f"{side}_mm")) for side in ("top", "bottom", "left", "right")}
    return PageGeometry(width, height, sides["top"], sides["bottom"], sides["left"], sides["right"])


def _mm(element: Element | None, name: str, default: float) -> float:
    said = points(element.get(f"{_W}{name}"), 20) if element is not None else None
    return round(abs(said) * _MM_PER_POINT, 3) if said is not None else default
