"""Made-up briefs for measuring: every number gives another brief of the same size, the same one each time."""

from __future__ import annotations

from decimal import Decimal

from briefgen.model.charts import Chart, ChartKind, Point, Series
from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Caption,
    Cell,
    Document,
    Exhibit,
    FrontMatter,
    Heading,
    Inline,
    Note,
    NoteRef,
    Paragraph,
    ReferenceItem,
    ReferenceList,
    Table,
    TextRun,
)

_WORDS = [
    "agreement", "border", "capital", "delegation", "embassy", "framework", "harvest", "industry", "joint",
    "knowledge", "loan", "market", "notice", "office", "partner", "quarter", "railway", "session", "treaty",
    "university", "visit", "window", "yearly", "zone", "the", "of", "and", "in", "with", "for", "by",
]  # fmt: skip
_YEARS, _MILESTONES, _MECHANISMS, _PRODUCTS, _RECOMMENDATIONS, _REFERENCES = 10, 20, 12, 20, 8, 10


class _Maker:
    """Words and figures that follow from a number."""

    def __init__(self, seed: int) -> None:
        self._state = seed * 2_654_435_761 % 2**32 or 1

    def number(self, most: int) -> int:
        """A number under `most`."""
        self._state = (self._state * 1_664_525 + 1_013_904_223) % 2**32
        return (self._state >> 8) % most

    def words(self, count: int) -> str:
        """A sentence of so many words."""
        found = " ".join(_WORDS[self.number(len(_WORDS))] for _ in range(count))
        return f"{found[0].upper()}{found[1:]}."

    def money(self) -> Decimal:
        """An amount with one decimal."""
        return Decimal(self.number(4000) + 100) / 10


def brief(number: int) -> Document:
    """A brief of four to five pages: prose, four tables, two charts, notes and references."""
    make = _Maker(number)
    blocks: list[Block] = [
        Callout(CalloutKind.SUMMARY, _text("Bottom line"), (BulletList(tuple(_item(make, 24) for _ in range(3))),)),
        Heading(1, _text(f"Relations in year {number}"), "relations"),
        *(Paragraph((TextRun(make.words(70)), NoteRef(n), TextRun(make.words(30)))) for n in (1, 2)),
        _table(make, "Milestones", _MILESTONES, 3),
        Heading(1, _text("Trade"), "trade"),
        *(Paragraph(_text(make.words(90))) for _ in range(3)),
        *_trade(make),
        _table(make, "Products", _PRODUCTS, 3),
        Heading(1, _text("Mechanisms"), "mechanisms"),
        *(Paragraph(_text(make.words(80))) for _ in range(3)),
        _table(make, "Mechanisms", _MECHANISMS, 4),
        Heading(1, _text("Recommendations"), "recommendations"),
        *(Paragraph(_text(make.words(60))) for _ in range(4)),
        BulletList(tuple(_item(make, 20) for _ in range(_RECOMMENDATIONS))),
        Heading(1, _text("Sources"), "sources"),
        ReferenceList(tuple(ReferenceItem(n, _text(make.words(18))) for n in range(1, _REFERENCES + 1))),
    ]
    notes = tuple(Note(n, _text(make.words(20))) for n in (1, 2))
    return Document(_front(f"Brief {number} on a relation"), tuple(blocks), notes)


def long_table(rows: int) -> Document:
    """A brief that is one table."""
    make = _Maker(rows)
    cells = tuple(
        (_cell(str(n)), _cell(make.words(6)), _cell(make.words(4)), _cell(str(make.money()))) for n in range(rows)
    )
    align = (Align.END, Align.START, Align.START, Align.DECIMAL)
    header = tuple(_cell(words) for words in ("No.", "What", "Who", "Value"))
    return Document(_front("A long table"), (Table("long", align, header, cells, _caption("Table 1", "Rows")),))


def _front(title: str) -> FrontMatter:
    return FrontMatter(
        title, "Made to be measured", f"{title} · for nobody", "OFFICIAL", "as of 1 January 2020",
        "page {page} of {pages}", "Source", "Note", f"{title}.", "briefgen", "en-GB",
    )  # fmt: skip


def _text(words: str) -> tuple[Inline, ...]:
    return (TextRun(words),)


def _cell(words: str) -> Cell:
    return Cell(_text(words))


def _item(make: _Maker, words: int) -> tuple[Block, ...]:
    return (Paragraph(_text(make.words(words))),)


def _caption(label: str, title: str) -> Caption:
    return Caption(label, _text(title), _text("own count."))


def _table(make: _Maker, title: str, rows: int, columns: int) -> Table:
    header = tuple(_cell(make.words(1)) for _ in range(columns))
    body = tuple(tuple(_cell(make.words(2 + make.number(5))) for _ in range(columns)) for _ in range(rows))
    return Table(title.lower(), (Align.START,) * columns, header, body, _caption(f"Table {columns}", title))


def _trade(make: _Maker) -> tuple[Block, ...]:
    years = tuple(str(2010 + n) for n in range(_YEARS))
    flows = [tuple(make.money() for _ in years) for _ in range(2)]
    ticks = tuple(Decimal(n * 100) for n in range(5))
    series = tuple(
        Series(name, tuple(Point(value, label=f"{value}") for value in values), colour)
        for colour, (name, values) in enumerate(zip(("one sells", "other sells"), flows, strict=True))
    )
    labels = tuple(str(tick) for tick in ticks)
    charts = tuple(
        Exhibit(kind, Chart(kind, years, series, "million", ticks, labels), _caption("Figure 1", "Trade"),
                "Two series over ten years of trade.")
        for kind in (ChartKind.LINE, ChartKind.COLUMN)
    )  # fmt: skip
    rows = tuple((_cell(year), *(_cell(str(values[n])) for values in flows)) for n, year in enumerate(years))
    align = (Align.START, Align.DECIMAL, Align.DECIMAL)
    header = tuple(_cell(words) for words in ("Year", "One sells", "Other sells"))
    table = Table("trade", align, header, rows, _caption("Table 1", "Trade"))
    return *charts, table
