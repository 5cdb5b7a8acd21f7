"""The brief that the Word benchmark writes: headings, prose in runs, tables, notes, fields and two native charts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from briefgen.model.charts import Chart, ChartKind, Point, Series
from briefgen.model.document import (
    Align,
    Anchor,
    Block,
    Caption,
    Cell,
    CrossRef,
    Document,
    Exhibit,
    FrontMatter,
    Heading,
    Note,
    NoteRef,
    Paragraph,
    Strong,
    Table,
    TextRun,
)

SECTIONS, PARAGRAPHS, TABLES, ROWS, COLUMNS = 5, 30, 4, 12, 6
LEAD, BOLD, TAIL = "In the year under review the trade of both countries came to about ", "50.2", " million dollars."


def full_brief(number: int = 0) -> Document:
    """Five headings, thirty paragraphs of three runs, four tables, six notes, references and two charts.

    Every number gives other figures, so that nothing a writer keeps from the last brief spares it the work.
    """
    blocks: list[Block] = []
    for section in range(SECTIONS):
        blocks.append(Heading(1, (TextRun(f"Section {section + 1}"),), f"section-{section}", f"b_h_{section:08x}"))
        blocks += [_paragraph(section * 6 + n, number) for n in range(PARAGRAPHS // SECTIONS)]
        if section < TABLES:
            blocks.append(table(f"table-{section + 1}", ROWS, section, number))
    blocks += [_chart(1, ChartKind.COLUMN, number), _chart(2, ChartKind.LINE, number)]
    notes = tuple(
        Note(n, (TextRun(f"Note {n}: the source states {number + n} for the calendar year."),)) for n in range(1, 7)
    )
    keys = (block.key for block in blocks if not isinstance(block, Exhibit))  # type: ignore[union-attr]
    return Document(front(), tuple(blocks), notes, tuple(Anchor(key, ("trade-2020",)) for key in keys))


def plain_brief(number: int = 0) -> Document:
    """The headings, paragraphs of three runs and tables of `full_brief` alone: what the others write, too."""
    blocks: list[Block] = []
    for section in range(SECTIONS):
        blocks.append(Heading(1, (TextRun(f"Section {section + 1}"),), f"section-{section}"))
        words = (TextRun(LEAD), Strong((TextRun(f"{BOLD}{number}"),)), TextRun(TAIL))
        blocks += [Paragraph(words)] * (PARAGRAPHS // SECTIONS)
        if section < TABLES:
            blocks.append(replace(table(f"table-{section + 1}", ROWS, section, number), caption=None, key=""))
    return Document(front(), tuple(blocks))


def long_table(rows: int) -> Document:
    """One table of so many rows."""
    return Document(front(), (table("table-1", rows, 0),))


def table(name: str, rows: int, place: int, number: int = 0) -> Table:
    """A table of text and figures."""
    header = tuple(Cell((TextRun(f"Column {n}"),)) for n in range(COLUMNS))
    body = tuple(
        tuple(Cell((TextRun(f"{(row + number * 31) * n:,}"),)) for n in range(1, COLUMNS + 1)) for row in range(rows)
    )
    caption = Caption(f"Table {place + 1}", (TextRun("Trade in goods by year"),), (TextRun("own count."),))
    align = (Align.START,) + (Align.END,) * (COLUMNS - 1)
    return Table(name, align, header, body, caption, key=f"b_t_{place:08x}")


def front() -> FrontMatter:
    """What stands around the text."""
    return FrontMatter(
        "Relations", "Where they stand", "Relations · brief", "OFFICIAL", "as of 23 April 2021",
        "page {page} of {pages}", "Source", "Note", "A brief.", "Office", "en-GB", ("one", "two"),
    )  # fmt: skip


def _paragraph(place: int, number: int) -> Paragraph:
    notes = (NoteRef(place // 5 + 1),) if place % 5 == 0 else ()
    reference = (TextRun(" See "), CrossRef("table-1", "Table 1"), TextRun(".")) if place % 6 == 0 else ()
    words = (TextRun(LEAD), Strong((TextRun(f"{BOLD}{number or ''}"),)), TextRun(TAIL), *notes, *reference)
    return Paragraph(words, f"b_p_{place:08x}")


def _chart(place: int, kind: ChartKind, number: int) -> Exhibit:
    years = tuple(str(2012 + n) for n in range(9))
    values = [Decimal(20 + (number * 7 + n * 3) % 10) for n in range(9)]
    points = tuple(Point(value, label=f"≈ {value}") for value in values)
    ticks = tuple(Decimal(tick) for tick in (0, 10, 20, 30))
    series = (Series("Pakistan → Belarus", points, 0), Series("Belarus → Pakistan", points, 1))
    chart = Chart(kind, years, series, "million US dollars", ticks, tuple(map(str, ticks)))
    return Exhibit(
        f"figure-{place}", chart, Caption(f"Figure {place}", (TextRun("Trade"),)), "Trade", f"b_f_{place:08x}"
    )
