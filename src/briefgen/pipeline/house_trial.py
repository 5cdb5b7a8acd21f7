"""Whether a brief can be put into a Word file of a team at all: tried with a small one that holds a block of each kind.

`briefgen style show` asks before anything is made, and `make` where the making failed: then it is the file's matter or
briefgen's own, and a user is told which.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Severity
from briefgen.model.charts import Chart, ChartKind, Point, Series
from briefgen.model.document import (
    Align,
    BulletList,
    Caption,
    Cell,
    Document,
    Exhibit,
    FrontMatter,
    Heading,
    MarginNote,
    Note,
    NoteRef,
    Paragraph,
    Row,
    Table,
    TextRun,
)
from briefgen.model.formats import FORMATS
from briefgen.reading import faults_of

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style

_HINT = "begin with a file of 'briefgen style new', and move your styles and letterhead into it part by part"


def unfit(style: Style) -> Diagnostic | None:
    """Why no brief can be put into the Word file of a style; None where one can, or the style has no such file."""
    if style.word is None:
        return None
    from briefgen.render import render

    try:
        faults = faults_of(FORMATS["docx"], render(_small_brief(), "docx", style).value.data)
    except Exception:  # noqa: BLE001 - whatever it is, this file leads to it
        faults = ["it holds something that cannot be kept"]
    if not faults:
        return None
    message = f"no brief can be put into this file: {faults[0]}"
    return Diagnostic("BG146", Severity.ERROR, Place(style.word_path), message, _HINT)


def _small_brief() -> Document:
    """A heading, text with a note and one in the margin, a list, a table and a chart."""
    words = (TextRun("Words"),)
    front = FrontMatter("Title", "Subtitle", "Audience", "MARK", "date", "{page}/{pages}", "Source", "Note", "Summary",
                        "Author", "en-GB")  # fmt: skip
    number = (Point(Decimal(1), label="1"), Point(Decimal(2), label="2"))
    chart = Chart(ChartKind.BAR, ("A", "B"), (Series("S", number, 0),), "unit", (Decimal(0), Decimal(2)), ("0", "2"))
    blocks = (
        Heading(1, words, "heading", key="first"),
        Paragraph((TextRun("Words"), NoteRef(1)), key="second"),
        Row((Paragraph(words),), (MarginNote(words, (Paragraph(words),)),)),
        BulletList(((Paragraph(words),),)),
        Table("table", (Align.START,), (Cell(words),), ((Cell(words),),)),
        Exhibit("figure", chart, Caption("Figure 1", words), "Two bars.", key="last"),
    )
    # What stands between the first key and the last is the brief: the rest is the file's own.
    return Document(front, blocks, (Note(1, words),))
