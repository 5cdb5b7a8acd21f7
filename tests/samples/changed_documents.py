"""Pairs of documents, an older and a newer one, that differ in one kind of thing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from briefgen.model.charts import Chart
from briefgen.model.document import (
    BulletList,
    Callout,
    Exhibit,
    Heading,
    Link,
    Note,
    NoteRef,
    Paragraph,
    ReferenceList,
    Table,
    TextRun,
)
from briefgen.model.values.address import parse_address
from samples.pictures import picture_exhibit, png
from samples.sample_document import cell, front, sample_document, text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefgen.model.document import Block, Document

B = TypeVar("B")
_OPENING = Paragraph(
    (
        TextRun("Sales came to about US$52 million in 2020, and the balance to minus 22. "),
        TextRun("No source says why."),
    )
)
_CLOSING = Paragraph(text("The next joint commission is planned for the autumn; its day is not known yet."))


def _base() -> Document:
    """The sample with two plain paragraphs more."""
    sample = sample_document()
    blocks = list(sample.blocks)
    blocks.insert(3, _OPENING)
    blocks.insert(-2, _CLOSING)
    return replace(sample, blocks=tuple(blocks))


def _at(document: Document, kind: type[B], number: int = 0) -> tuple[int, B]:
    found = [(at, block) for at, block in enumerate(document.blocks) if isinstance(block, kind)]
    return found[number]


def _without(document: Document, *places: int) -> Document:
    return replace(document, blocks=tuple(one for at, one in enumerate(document.blocks) if at not in places))


def _with(document: Document, place: int, *blocks: Block) -> Document:
    """Some blocks in place of one."""
    return replace(document, blocks=(*document.blocks[:place], *blocks, *document.blocks[place + 1 :]))


def _opening(document: Document, words: str) -> Document:
    return _with(document, document.blocks.index(_OPENING), Paragraph((TextRun(words), _OPENING.inlines[1])))


def _figure(document: Document) -> Document:
    return _opening(document, "Sales came to about US$54.5 million in 2020, and the balance to minus 22. ")


def _punctuation(document: Document) -> Document:
    return _opening(document, "Sales came to about US$52 million in 2020; and the balance to minus 22! ")


def _whitespace(document: Document) -> Document:
    return _opening(document, "Sales came to about US$52\u00a0million in 2020,  and the balance to minus 22. ")


def _sentence(document: Document) -> Document:
    place = document.blocks.index(_OPENING)
    return _with(document, place, Paragraph((*_OPENING.inlines, TextRun(" Nobody has asked either."))))


def _row(document: Document) -> Document:
    place, table = _at(document, Table)
    row = tuple(cell(words) for words in ("Neither", "furs", "0.1", "0.2"))
    return _with(document, place, replace(table, rows=(table.rows[0], row, *table.rows[1:])))


def _cell(document: Document) -> Document:
    place, table = _at(document, Table)
    row = (*table.rows[0][:2], cell("15.4"), cell("≈ 21,000.75"))
    return _with(document, place, replace(table, rows=(row, *table.rows[1:])))


def _column(document: Document) -> Document:
    place, table = _at(document, Table)
    rows = tuple(row[:3] for row in table.rows)
    return _with(document, place, replace(table, align=table.align[:3], header=table.header[:3], rows=rows))


def _heading(document: Document) -> Document:
    place, heading = _at(document, Heading)
    return _with(document, place, replace(heading, inlines=text("Trade in goods")))


def _note(document: Document) -> Document:
    place = document.blocks.index(_CLOSING)
    noted = Paragraph((*_CLOSING.inlines, NoteRef(3)))
    notes = (*document.notes, Note(3, text("As the embassy has it.")))
    return replace(_with(document, place, noted), notes=notes)


def _note_before(document: Document) -> Document:
    """All numbers behind it move."""
    place = document.blocks.index(_OPENING)
    moved = tuple(replace(note, number=note.number + 1) for note in document.notes)
    noted = Paragraph((*_OPENING.inlines, NoteRef(1)))
    return replace(_with(document, place, noted), notes=(Note(1, text("A new one before all others.")), *moved))


def _source(document: Document) -> Document:
    place, listed = _at(document, ReferenceList)
    items = tuple(replace(one, number=n) for n, one in enumerate(reversed(listed.items), 1))
    return _with(document, place, replace(listed, items=items))


def _last_source(document: Document) -> Document:
    place, listed = _at(document, ReferenceList)
    return _with(document, place, replace(listed, items=listed.items[:2]))


def _chart(document: Document) -> Document:
    return _without(document, _at(document, Exhibit)[0])


def _chart_figures(document: Document) -> Document:
    place, exhibit = _at(document, Exhibit)
    assert isinstance(exhibit.graphic, Chart)
    graphic = replace(exhibit.graphic, categories=("2020?", "2021?"))
    return _with(document, place, replace(exhibit, graphic=graphic))


def _callout(document: Document) -> Document:
    return _without(document, _at(document, Callout, 1)[0])


def _item(document: Document) -> Document:
    place, listed = _at(document, BulletList)
    item = (Paragraph(text("Working group on health: no session.")),)
    return _with(document, place, BulletList((*listed.items[:2], item, *listed.items[2:])))


def _bookmark(document: Document) -> Document:
    place, heading = _at(document, Heading)
    return _with(document, place, replace(heading, id="trade-in-goods"))


def _table(document: Document) -> Document:
    return _without(document, _at(document, Table)[0])


def _picture(document: Document) -> Document:
    return _with(document, document.blocks.index(_CLOSING), _CLOSING, picture_exhibit(png(), number=3))


def _moved(document: Document) -> Document:
    gone = _without(document, document.blocks.index(_OPENING))
    return _with(gone, gone.blocks.index(_CLOSING), _CLOSING, _OPENING)


def _link(document: Document) -> Document:
    link = Link(parse_address("https://example.org/new"), text("the embassy"))
    place = document.blocks.index(_CLOSING)
    return _with(document, place, Paragraph((*_CLOSING.inlines, TextRun(" See "), link, TextRun("."))))


def _link_elsewhere(document: Document) -> Document:
    """Its words stay."""
    place, listed = _at(document, ReferenceList)
    first = listed.items[0]
    link = Link(parse_address("https://example.org/moved"), text("https://example.org/overview"))
    inlines = (first.inlines[0], link, first.inlines[2])
    return _with(document, place, replace(listed, items=(replace(first, inlines=inlines), *listed.items[1:])))


def _handling(document: Document) -> Document:
    return replace(document, front=replace(document.front, handling="RESTRICTED"))


def _as_of(document: Document) -> Document:
    line = "Edition 4 · as of 1 June 2021 · review due 1 April 2022"
    return replace(document, front=replace(document.front, date_line=line))


def _section(document: Document) -> Document:
    first, last = _at(document, Heading, 2)[0], _at(document, Heading, 3)[0]
    return _without(document, *range(first, last))


def _looks(document: Document) -> Document:
    """A table takes other widths, and a paragraph becomes an item."""
    place, table = _at(document, Table, 1)
    words = "Fix, well before the summer, all the dates of the next joint commission and of its working groups"
    row = (table.rows[0][0], cell(words), cell("Ministries of trade and industry"), table.rows[0][3])
    return _with(document, place, replace(table, rows=(row, *table.rows[1:])))


def _contents(document: Document) -> Document:
    return replace(document, front=replace(front(), contents="Contents"))


_CHANGES: Mapping[str, Callable[[Document], Document]] = {
    "a figure": _figure,
    "a sentence": _sentence,
    "a row": _row,
    "a figure in a cell": _cell,
    "a column": _column,
    "a heading's words": _heading,
    "a note behind all others": _note,
    "a note before all others": _note_before,
    "the order of sources": _source,
    "the last source": _last_source,
    "a chart": _chart,
    "the figures of a chart": _chart_figures,
    "a callout": _callout,
    "an item of a list": _item,
    "a bookmark": _bookmark,
    "a table": _table,
    "a picture": _picture,
    "the place of a paragraph": _moved,
    "signs": _punctuation,
    "blanks": _whitespace,
    "a link": _link,
    "where a link leads": _link_elsewhere,
    "the handling": _handling,
    "the day": _as_of,
    "a whole section": _section,
    "the widths of a table": _looks,
    "a table of contents": _contents,
}
KINDS = tuple(_CHANGES)


def pair(kind: str) -> tuple[Document, Document]:
    """The document before and behind a change."""
    return _base(), _CHANGES[kind](_base())
