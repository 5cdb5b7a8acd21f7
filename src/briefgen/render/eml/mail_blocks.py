"""Blocks as the HTML of a mail: one column, tables for whatever has a ground or a line."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
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
from briefgen.render.callout_looks import callout_look
from briefgen.render.eml.mail_inlines import mail_inlines
from briefgen.render.eml.mail_pictures import mail_picture
from briefgen.render.table_grid import spots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Caption, FrontMatter, KeyFigure
    from briefgen.model.looks.style import Style
    from briefgen.render.eml.mail_look import MailLook
    from briefgen.render.eml.mail_pictures import MailPicture
    from briefgen.render.table_grid import PlacedCell

_DEEPEST = 6
_BELOW = "margin:0 0 10px"
_LIST = ' style="margin:0 0 10px;padding:0 0 0 24px"'
_ALIGN = {Align.START: "left", Align.CENTRE: "center", Align.END: "right", Align.DECIMAL: "right",
          Align.INTERVAL: "right"}  # fmt: skip
_LEVELS = ("heading1", "heading2", "heading3")
LAYOUT = 'role="presentation" border="0" cellpadding="0" cellspacing="0" width="100%"'
"""Of a table that only lays out, as readers who hear the mail are told."""


class MailBlocks:
    """Writes what stands between the title and the footnotes, and keeps the pictures that it shows."""

    def __init__(self, style: Style, look: MailLook, front: FrontMatter, host: str) -> None:
        self.pictures: list[MailPicture] = []
        self._style, self._look, self._front, self._host = style, look, front, host

    def blocks(self, blocks: Sequence[Block], text: str = "body") -> str:
        """All blocks, running text of them as the style has it for a kind of text."""
        return "\n".join(self._block(block, text) for block in blocks)

    def _block(self, block: Block, text: str) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return f'<p style="{_BELOW}">{mail_inlines(block.inlines)}</p>'
            case BulletList():
                return f"<ul{_LIST}>{self._items(block.items, text)}</ul>"
            case NumberedList():
                start = f' start="{block.start}"' if block.start != 1 else ""
                return f"<ol{start}{_LIST}>{self._items(block.items, text)}</ol>"
            case Table():
                return self._table(block)
            case Exhibit():
                return self._exhibit(block)
            case MarginNote():
                return self._box(self.blocks(block.said, "side"), "", self._look.palette.hairline, "side")
            case Row():
                return "\n".join(filter(None, (self.blocks(block.blocks), self.blocks(block.notes))))
            case Callout():
                return self._callout(block)
            case KeyFigures():
                return f"<ul{_LIST}>{''.join(map(self._card, block.cards))}</ul>"
            case ReferenceList():
                return self._references(block)

    def _heading(self, heading: Heading) -> str:
        level = min(heading.level + 1, _DEEPEST)
        name = _LEVELS[min(heading.level, len(_LEVELS)) - 1]
        return f"<h{level}{self._look.text(name, 'margin:22px 0 8px')}>{mail_inlines(heading.inlines)}</h{level}>"

    def _items(self, items: Sequence[Sequence[Block]], text: str) -> str:
        return "".join(f'<li style="margin:0 0 4px">{self._item(item, text)}</li>' for item in items)

    def _item(self, item: Sequence[Block], text: str) -> str:
        """A single paragraph needs no element of its own."""
        if len(item) == 1 and isinstance(item[0], Paragraph):
            return mail_inlines(item[0].inlines)
        return self.blocks(item, text)

    def _box(self, inner: str, ground: str, bar: str, text: str) -> str:
        """A table of one cell: the one box that every mail program draws."""
        filled = f' bgcolor="{ground}" class="t"' if ground else ' class="r"'
        side = f"border-left:3px solid {bar};" if bar else ""
        ground_css = f"background:{ground};" if ground else ""
        looks = f"{self._look.css(text)}{ground_css}{side}padding:10px 14px 4px"
        return f'<table {LAYOUT} style="{_BELOW}"><tr><td{filled} style="{looks}">{inner}</td></tr></table>'

    def _callout(self, callout: Callout) -> str:
        title = ""
        if callout.title:
            level = min(callout.level + 1, _DEEPEST)
            looks = self._look.text("callout_title", "margin:0 0 8px")
            title = f"<h{level}{looks}>{mail_inlines(callout.title)}</h{level}>"
        box = callout_look(callout.kind, self._look.palette)
        return self._box(title + self.blocks(callout.blocks, "callout"), box.ground, box.bar, "callout")

    def _card(self, card: KeyFigure) -> str:
        """The figure, large, and its unit; its label on the next line."""
        value = f"<strong{self._look.text('card_value')}>{mail_inlines(card.value)}</strong>"
        unit = f"<span{self._look.text('card_unit')}>{mail_inlines(card.unit)}</span>"
        label = f"<br><span{self._look.text('card_label')}>{mail_inlines(card.label)}</span>" if card.label else ""
        return f'<li style="margin:0 0 8px;list-style:none">{value} {unit}{label}</li>'

    # ------------------------------------------------------------ exhibits

    def _captioned(self, caption: Caption | None, shown: str) -> str:
        """What a caption stands around."""
        if caption is None:
            return shown
        unit = f" <span{self._look.text('unit')}>{mail_inlines(caption.unit)}</span>" if caption.unit else ""
        title = f"{escape(caption.label)}. {mail_inlines(caption.title)}{unit}"
        above = f"<p{self._look.text('caption', 'margin:14px 0 6px')}>{title}</p>"
        lines = ((self._front.source_label, caption.source), (self._front.note_label, caption.note))
        said = [f"{escape(label)}: {mail_inlines(inlines)}" for label, inlines in lines if inlines]
        words = " ".join([mail_inlines(caption.legend), *said] if caption.legend else said)
        below = f"<p{self._look.text('source', 'margin:4px 0 14px')}>{words}</p>" if words else ""
        return f"{above}{shown}{below}"

    def _exhibit(self, exhibit: Exhibit) -> str:
        picture = mail_picture(exhibit, self._style, self._host)
        self.pictures.append(picture)
        size = f"display:block;width:100%;max-width:{picture.width}px;height:auto;background:#ffffff"
        return self._captioned(
            exhibit.caption,
            f'<img src="cid:{escape(picture.id)}" alt="{escape(exhibit.alt)}" width="{picture.width}" style="{size}">',
        )

    def _table(self, table: Table) -> str:
        (header,), rows = spots((table.header,)), spots(table.rows)
        head = "".join(self._cell(spot, table, "th", ' scope="col"') for spot in header)
        body = "".join(self._row(table, cells) for cells in rows)
        looks = f'border="0" cellpadding="5" cellspacing="0" width="100%" class="g" style="{self._look.css("table")}"'
        grid = f'<table {looks}><thead><tr valign="bottom">{head}</tr></thead><tbody>{body}</tbody></table>'
        return self._captioned(table.caption, f'<div style="overflow-x:auto;{_BELOW}">{grid}</div>')

    def _row(self, table: Table, cells: Sequence[PlacedCell]) -> str:
        said = (
            self._cell(spot, table, "th", ' scope="row"')
            if spot.column == 0 and table.row_header
            else self._cell(spot, table, "td")
            for spot in cells
        )
        return f'<tr valign="top">{"".join(said)}</tr>'

    def _cell(self, spot: PlacedCell, table: Table, tag: str, more: str = "") -> str:
        cell = spot.cell
        spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        align = "left" if cell.columns > 1 else _ALIGN[table.align[spot.column]]
        side = f' align="{align}"' if tag == "th" or align != "left" else ""
        line = f'style="border-bottom:1px solid {self._look.palette.hairline}"'
        return f"<{tag}{more}{spans}{side} {line}>{mail_inlines(cell.inlines)}</{tag}>"

    # ------------------------------------------------------------ sources

    def _references(self, listed: ReferenceList) -> str:
        """The entries by their numbers; behind a gap in them a list begins anew."""
        if not listed.numbered:
            items = "".join(f'<li style="margin:0 0 4px">{mail_inlines(item.inlines)}</li>' for item in listed.items)
            return f'<ul style="margin:0 0 10px;padding:0;list-style:none">{items}</ul>'
        found = []
        for _, group in groupby(enumerate(listed.items), lambda placed: placed[1].number - placed[0]):
            entries = [item for _, item in group]
            items = "".join(f'<li style="margin:0 0 4px">{mail_inlines(item.inlines)}</li>' for item in entries)
            found.append(f'<ol start="{entries[0].number}"{_LIST}>{items}</ol>')
        return "".join(found)
