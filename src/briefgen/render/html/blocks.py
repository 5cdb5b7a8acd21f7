"""Blocks as semantic HTML."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    Caption,
    Exhibit,
    Heading,
    KeyFigures,
    MarginNote,
    NumberedList,
    Paragraph,
    ReferenceList,
    Row,
    Table,
)
from briefgen.model.placed_picture import PlacedPicture
from briefgen.model.timelines import Timeline
from briefgen.model.traversal import plain_text
from briefgen.render.charts import drawing_of
from briefgen.render.charts.svg import drawing_svg
from briefgen.render.html.tables import NARROW_WIDTH, table_html
from briefgen.render.html.timeline_list import timeline_list
from briefgen.render.lead_in import leads_in, with_what_follows
from briefgen.render.picture_size import picture_size
from briefgen.render.table_columns import table_width
from briefgen.render.table_letters import WHOLE_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.charts import Graphic
    from briefgen.model.document import FrontMatter
    from briefgen.model.looks.style import Style
    from briefgen.render.html.inlines import InlineHtml

_FIGURE_WIDTH = 482.0
_MM = 72 / 25.4
"""Points to the millimetre."""
_CSS_PIXELS = 96 / 72
"""To the point."""
_DEEPEST = 6


class BlockWriter:
    """Writes the article."""

    def __init__(self, style: Style, front: FrontMatter, inlines: InlineHtml) -> None:
        self.style, self.front, self._inlines = style, front, inlines
        self._regions: Counter[str] = Counter()

    def blocks(self, blocks: Sequence[Block]) -> str:
        """All blocks."""
        groups = tuple(_side_by_side(blocks))
        following = with_what_follows(first for first, *_ in groups)
        return "\n".join(
            self._row_of(first, *below) if isinstance(first, Row) else self._block(first, behind)
            for (first, *below), (_, behind) in zip(groups, following, strict=True)
        )

    def _block(self, block: Block, behind: Block | None = None) -> str:
        match block:
            case Heading():
                level = min(block.level + 1, _DEEPEST)
                return f'<h{level} id="{escape(block.id)}">{self._inlines.html(block.inlines)}</h{level}>'
            case Paragraph():
                led = ' class="lead-in"' if leads_in(block, behind) else ""
                return f"<p{led}>{self._inlines.html(block.inlines)}</p>"
            case BulletList():
                return f"<ul>{self._items(block.items)}</ul>"
            case NumberedList():
                start = f' start="{block.start}"' if block.start != 1 else ""
                return f"<ol{start}>{self._items(block.items)}</ol>"
            case Table():
                return self._table(block)
            case Exhibit():
                return self._exhibit(block)
            case MarginNote():
                return f'<aside class="margin-note">{self.blocks(block.said)}</aside>'
            case Row():
                return self._row_of(block)
            case Callout():
                return self._callout(block)
            case KeyFigures():
                return self._cards(block)
            case ReferenceList():
                return self._references(block)

    def _items(self, items: Sequence[Sequence[Block]]) -> str:
        return "".join(f"<li>{self._item(item)}</li>" for item in items)

    def _item(self, item: Sequence[Block]) -> str:
        """A single paragraph needs no element of its own."""
        if len(item) == 1 and isinstance(item[0], Paragraph):
            return self._inlines.html(item[0].inlines)
        return self.blocks(item)

    def _table(self, table: Table, width: float | None = None) -> str:
        caption = f"<caption>{self._title(table.caption)}</caption>" if table.caption else ""
        below = self._lines(table.caption) if table.caption else ""
        label = escape(self._region(table))
        grid = table_html(table, caption, self._inlines, self.style, width or self.style.page.column_mm * _MM)
        scroll = f'<div class="scroll" role="region" aria-label="{label}" tabindex="0">{grid}</div>'
        whole = " whole" if len(table.rows) <= WHOLE_ROWS else ""
        return f'<div class="exhibit{whole}" id="{escape(table.id)}">{scroll}{below}</div>'

    def _region(self, table: Table) -> str:
        """What the place is called in which a table can be scrolled: no two on a page are called alike."""
        caption = table.caption
        words = f"{caption.label}. {plain_text(caption.title)}" if caption else _heads(table)
        self._regions[words] += 1
        return words if self._regions[words] == 1 else f"{words} ({self._regions[words]})"

    def _title(self, caption: Caption) -> str:
        unit = f' <span class="unit-line">{self._inlines.html(caption.unit)}</span>' if caption.unit else ""
        return f"{escape(caption.label)}. {self._inlines.html(caption.title)}{unit}"

    def _lines(self, caption: Caption) -> str:
        lines = ((self.front.source_label, caption.source), (self.front.note_label, caption.note))
        said = [f"{escape(label)}: {self._inlines.html(inlines)}" for label, inlines in lines if inlines]
        words = " ".join([self._inlines.html(caption.legend), *said] if caption.legend else said)
        return f'<p class="source">{words}</p>' if words else ""

    def _row_of(self, row: Row, *below: Block) -> str:
        """The column, and the notes behind it: beside it where the page is wide enough, and beside what is `below`."""
        notes = f'\n<div class="margin">{self.blocks(row.notes)}</div>' if row.notes else ""
        alone = "" if row.notes else " alone"
        further = "".join(f"\n{self._column(one, ' next')}" for one in below if isinstance(one, Row))
        shared = " shared" if further else ""
        return f'<div class="row{alone}{shared}">\n{self._column(row)}{notes}{further}\n</div>'

    def _column(self, row: Row, place: str = "") -> str:
        ruled = " ruled" if row.blocks and isinstance(row.blocks[0], Heading | Table | Exhibit) else ""
        blocks = "\n".join(self._in_row(block, behind, row) for block, behind in with_what_follows(row.blocks))
        return f'<div class="column{ruled}{place}">{blocks}</div>'

    def _in_row(self, block: Block, behind: Block | None, row: Row) -> str:
        """A block of a row; a table that needs it has the full measure where no note stands beside it."""
        if isinstance(block, Table) and not row.notes:
            column = self.style.page.column_mm * _MM
            if (width := table_width(block, self.style, is_alone=True)) > column:
                return f'<div class="full">{self._table(block, width)}</div>'
        return self._block(block, behind)

    def _exhibit(self, exhibit: Exhibit, width: float | None = None) -> str:
        width = width or min(_FIGURE_WIDTH, self.style.page.column_mm * _MM)
        graphic = exhibit.graphic
        if isinstance(graphic, PlacedPicture):
            shown = self._picture(graphic, exhibit.alt, width)
        else:
            shown = self._drawn(graphic, exhibit.alt, width)
        caption = f"<figcaption>{self._title(exhibit.caption)}</figcaption>"
        return f'<figure id="{escape(exhibit.id)}">{caption}{shown}{self._lines(exhibit.caption)}</figure>'

    def _drawn(self, graphic: Graphic, alt: str, width: float) -> str:
        """As drawn for a page, and anew for a narrow screen, with letters as large: of the two, one is shown."""
        narrow = (
            timeline_list(graphic, self.style)
            if isinstance(graphic, Timeline)
            else self._svg(graphic, alt, min(width, NARROW_WIDTH))
        )
        return f'<div class="wide">{self._svg(graphic, alt, width)}</div><div class="narrow">{narrow}</div>'

    def _svg(self, graphic: Graphic, alt: str, width: float) -> str:
        svg = drawing_svg(drawing_of(graphic, self.style, width), self.style, size=False)
        return svg.replace("<svg ", f'<svg role="img" aria-label="{escape(alt)}" ', 1)

    def _picture(self, picture: PlacedPicture, alt: str, measure: float) -> str:
        width, height = (f"{side * _CSS_PIXELS:.0f}" for side in picture_size(picture, measure, self.style))
        data = b64encode(picture.pixels.data).decode("ascii")
        language = f' lang="{escape(picture.language)}"' if picture.language else ""
        source = f"data:{picture.pixels.format};base64,{data}"
        size = f'width="{width}" height="{height}" style="display:block;max-width:100%;height:auto"'
        return f'<img src="{source}" alt="{escape(alt)}"{language} {size}>'

    def _callout(self, callout: Callout) -> str:
        title, named = "", ""
        if callout.title:
            level, words = min(callout.level + 1, _DEEPEST), self._inlines.html(callout.title)
            title = f'<h{level} class="callout-title" id="{escape(callout.id)}">{words}</h{level}>'
            named = f' aria-labelledby="{escape(callout.id)}"'
        return f'<aside class="callout {escape(callout.kind)}"{named}>{title}{self.blocks(callout.blocks)}</aside>'

    def _cards(self, figures: KeyFigures) -> str:
        cards = "".join(
            f'<li class="card"><span class="value">{self._inlines.html(card.value)}</span> '
            f'<span class="unit">{self._inlines.html(card.unit)}</span> '
            f'<span class="label">{self._inlines.html(card.label)}</span></li>'
            for card in figures.cards
        )
        return f'<ul class="cards">{cards}</ul>'

    def _references(self, listed: ReferenceList) -> str:
        items = "".join(
            f'<li id="reference-{item.number}" value="{item.number}">{self._inlines.html(item.inlines)}</li>'
            for item in listed.items
        )
        plain = "" if listed.numbered else " plain"
        return f'<ol class="references{plain}">{items}</ol>'


def _side_by_side(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Each block; a row beside which key figures of the brief stand comes with the next, which may begin there."""
    place = 0
    while place < len(blocks):
        pair = blocks[place : place + 2]
        taken = pair if len(pair) > 1 and _share_margin(*pair) else pair[:1]
        yield taken
        place += len(taken)


def _share_margin(one: Block, other: Block) -> bool:
    if not isinstance(one, Row) or not isinstance(other, Row) or not one.notes or other.notes:
        return False
    is_of_brief = all(isinstance(block, KeyFigures) for note in one.notes for block in note.said)
    return is_of_brief and not any(isinstance(block, Table | Exhibit) for block in other.blocks)


def _heads(table: Table) -> str:
    return ", ".join(filter(None, (plain_text(cell.inlines) for cell in table.header)))
