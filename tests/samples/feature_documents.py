"""Documents that have one thing in plenty: features of Word, contents and watermark, columns of figures, origins."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from briefgen.diagnostics import Place
from briefgen.model.document import (
    Align,
    Block,
    Callout,
    CalloutKind,
    Caption,
    Cite,
    CrossRef,
    Document,
    Heading,
    Note,
    NoteRef,
    NumberedList,
    Paragraph,
    Strong,
    Table,
    TextRun,
)
from briefgen.model.facts.fact import Source
from briefgen.model.origin import NUMBERING, FactOrigin, Origin
from briefgen.model.values.quantity import Estimate, Interval
from samples.sample_document import cell, document, front, text


def featured() -> Document:
    """Headings with contents, a reference to each kind of target, two numbered lists, a note with a reference."""
    table = Table("table-1", (Align.START, Align.END), (cell("A"), cell("B")), ((cell("x"), cell("1")),),
                  Caption("Table 1", text("Two cells")))  # fmt: skip
    steps = NumberedList(((Paragraph(text("One")),), (Paragraph(text("Two")), Paragraph(text("and more")))))
    blocks = (
        Heading(1, text("First part"), "first-part"),
        Paragraph(
            (TextRun("See "), CrossRef("table-1", "Table 1"), TextRun(" and "), CrossRef("x" * 60, "Last"), NoteRef(1))
        ),
        table,
        steps,
        Heading(2, text("Again"), "again"),
        dataclasses.replace(steps, start=5),
        Heading(1, text("Last"), "x" * 60),
        Paragraph((TextRun("Документ", language="ru"), TextRun(" nowhere: "), CrossRef("gone", "Table 9"))),
    )
    notes = (Note(1, (TextRun("As in "), CrossRef("table-1", "Table 1"))),)
    matter = dataclasses.replace(front(), contents="Contents", watermark="DRAFT")
    return Document(matter, blocks, notes)


# ---------------------------------------------------------------- contents, watermark, handling line

_PARTS: tuple[Block, ...] = tuple(
    block
    for number in range(1, 9)
    for block in (
        Heading(1, text(f"Part {number}"), f"part-{number}"),
        Paragraph(text("Many words. " * 180)),
        Heading(2, text(f"Detail {number}"), f"detail-{number}"),
        Paragraph((TextRun("See "), CrossRef(f"part-{9 - number}", f"Part {9 - number}"), TextRun("."))),
    )
)
CONTENTS = document(*_PARTS, contents="Contents", watermark="DRAFT & more")
CONTENTS_TITLES = [f"{kind} {number}" for number in range(1, 9) for kind in ("Part", "Detail")]


# ---------------------------------------------------------------- columns of figures

FIGURE_COLUMNS = [
    (["7.25", "≈ 12347.5", "−7", "> US$7.1"], "."),
    (["7,25\u00a0Mio. €", "≈ 12.347,5\u00a0Mio. €", "7\u00a0Mio. €"], ","),
    (["≈ 7.1 million [2.05–2.15]", "≈ 7 million [2.5–3.5]"], "."),
]
"""Columns whose points are to stand one under the other, each with its mark."""


def figure_column(cells: list[str], mark: str = ".", widths: tuple[int, ...] = ()) -> Document:
    """A table with names and a column of figures."""
    rows = tuple((cell("name"), cell(words)) for words in cells)
    table = Table("t", (Align.START, Align.DECIMAL), (cell("What"), cell("Value")), rows, widths=widths)
    return document(table, decimal_mark=mark)


# ---------------------------------------------------------------- origins

SOURCE = Source("ref", "p. 3", "about <fifty> & more ]]> Минск")
FACT = FactOrigin("flow", Place("data/x-y/trade.csv", 7, 12), (SOURCE,))
PART = FactOrigin("body/cochairs/2", Place("data/x-y/mechanisms.yaml", 40, 5))
FIFTY = Estimate(Decimal("50.2E+6"), Interval(Decimal("50.15E+6"), None), "USD")
TRACED = Document(
    front(),
    (
        Heading(1, (TextRun("Trade & more"),), "trade"),
        Paragraph(
            (
                TextRun("Sales of "),
                Strong((TextRun("≈ US$50 million", Origin((FACT,), "a + b"), value=FIFTY),)),
                TextRun(" were seen"),
                Cite((1,), "[1]"),
                NoteRef(1),
                TextRun(" by the G20."),
            )
        ),
        Callout(CalloutKind.NOTE, (TextRun("Row 3", NUMBERING),), (Paragraph((TextRun("five", Origin((PART,))),)),)),
    ),
    (Note(1, (TextRun("typed 1999"),)),),
)
"""Figures with a fact, a formula and a number of a row behind them, and one that somebody typed."""
