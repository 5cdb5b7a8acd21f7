"""A document as Typst source: what the other engine sets from the same content."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.model.charts import Chart
from briefgen.model.document import (
    BulletList,
    Callout,
    Exhibit,
    Heading,
    NoteRef,
    Paragraph,
    ReferenceList,
    Table,
    TextRun,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.document import Block, Caption, Cell, Document, Inline


def typst_source(document: Document) -> str:
    """The same words, tables and figures, as a tagged document."""
    front = document.front
    notes = {note.number: note.inlines for note in document.notes}
    head = (
        f"#set document(title: {_string(front.title)}, author: {_string(front.author)})\n"
        '#set text(lang: "en", size: 9.6pt)\n'
        f"#set page(header: text(8pt, {_string(front.audience)}), "
        'footer: context text(8pt, counter(page).display("1 of 1", both: true)))\n'
        "#show table.cell.where(y: 0): strong\n#set table(stroke: (bottom: 0.4pt))\n"
        f"#title()\n#{_string(front.subtitle)}\n\n"
    )
    return head + "\n\n".join(_block(block, notes) for block in document.blocks)


def _string(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _inlines(inlines: Sequence[Inline], notes: dict[int, tuple[Inline, ...]]) -> str:
    parts = []
    for inline in inlines:
        if isinstance(inline, TextRun):
            parts.append(f"#{_string(inline.text)}")
        elif isinstance(inline, NoteRef):
            parts.append(f"#footnote[{_inlines(notes[inline.number], notes)}]")
    return "".join(parts)


def _block(block: Block, notes: dict[int, tuple[Inline, ...]]) -> str:
    match block:
        case Heading():
            return f"{'=' * block.level} {_inlines(block.inlines, notes)}"
        case Paragraph():
            return _inlines(block.inlines, notes)
        case BulletList():
            return "\n".join(f"- {_block(item[0], notes)}" for item in block.items)
        case Callout():
            inner = "\n\n".join(_block(inner, notes) for inner in block.blocks)
            return f"#block(fill: luma(240), inset: 9pt)[*{_inlines(block.title, notes)}*\n\n{inner}]"
        case Table():
            return _figure(_table(block, notes), block.caption, notes)
        case Exhibit():
            if not isinstance(block.graphic, Chart):
                raise TypeError(block.graphic)
            return _figure(_chart(block.graphic), block.caption, notes, alt=block.alt)
        case ReferenceList():
            return "\n".join(f"+ {_inlines(item.inlines, notes)}" for item in block.items)
        case _:
            raise TypeError(block)


def _figure(body: str, caption: Caption | None, notes: dict[int, tuple[Inline, ...]], alt: str = "") -> str:
    title = _inlines(caption.title, notes) if caption else ""
    source = f"\n\nSource: {_inlines(caption.source, notes)}" if caption else ""
    named = f", alt: {_string(alt)}" if alt else ""
    return f"#show figure: set block(breakable: true)\n#figure({body}, caption: [{title}]{named}){source}"


def _table(table: Table, notes: dict[int, tuple[Inline, ...]]) -> str:
    def cells(row: Sequence[Cell]) -> str:
        return ", ".join(f"[{_inlines(cell.inlines, notes)}]" for cell in row)

    rows = ",\n".join(cells(row) for row in table.rows)
    return f"table(columns: {len(table.align)}, align: left, table.header({cells(table.header)}),\n{rows})"


def _chart(chart: Chart) -> str:
    """Lines, ticks and labels in a box, as the other writer draws them."""
    top, step = float(chart.ticks[-1]), 400 / max(len(chart.categories) - 1, 1)
    parts = [
        f"place(dy: {120 - float(tick) / top * 120:.1f}pt, line(length: 400pt, stroke: 0.4pt + gray))"
        for tick in chart.ticks
    ]
    for series in chart.series:
        heights = [120 - float(p.value) / top * 120 if p else 120 for p in series.points]
        parts += [
            f"place(line(start: ({n * step:.1f}pt, {a:.1f}pt), end: ({(n + 1) * step:.1f}pt, {b:.1f}pt)))"
            for n, (a, b) in enumerate(pairwise(heights))
        ]
        parts.append(f"place(dx: 405pt, dy: {heights[-1]:.1f}pt, text(7.8pt, {_string(series.name)}))")
    parts += [
        f"place(dx: {n * step:.1f}pt, dy: 124pt, text(7.8pt, {_string(category)}))"
        for n, category in enumerate(chart.categories)
    ]
    return f"block(width: 480pt, height: 140pt, {{{'; '.join(parts)}}})"
