"""Two documents that every writer's tests use: a realistic brief, and one that holds every hard case."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import replace
from decimal import Decimal

from briefgen.compose.structure.heading_levels import without_gaps
from briefgen.model.audience_choices import PdfStandard
from briefgen.model.charts import Chart, ChartKind, Point, Series
from briefgen.model.document import (
    Align,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Caption,
    Cell,
    Cite,
    CrossRef,
    Document,
    Emphasis,
    Exhibit,
    FrontMatter,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    LineBreak,
    Link,
    MarginNote,
    Note,
    NoteBlock,
    NoteRef,
    NumberedList,
    Paragraph,
    ReferenceItem,
    ReferenceList,
    Row,
    Strong,
    Table,
    TextRun,
)
from briefgen.model.facts.clearings import BriefState, StateWords
from briefgen.model.timelines import Event, Timeline, TimelineForm, TimelineHeads, TimeSign
from briefgen.model.values.address import parse_address
from briefgen.model.values.spoken_words import PartNames

_LONG_LINK = parse_address("https://example.org/" + "/".join(f"section-{n}" for n in range(40)) + "?query=" + "x" * 120)
_UNBREAKABLE = "Donaudampfschifffahrtsgesellschaft" * 6
_PROSE = (
    "Pakistan and Belarus established diplomatic relations in 1994; for two decades they stayed limited, and gained "
    "pace in 2015 with meetings of the leaders, the opening of an embassy and a treaty of friendship. "
)


PARTS = PartNames(
    "Skip to the brief", "Contents", "Notes", "Back to note {number} in the text", "Key figures", "Policy brief"
)
"""As the English wording has them."""


def front(**changes: str) -> FrontMatter:
    """Front matter of the sample brief, with changes."""
    standard = PdfStandard(changes.pop("standard", PdfStandard.UA1))
    sample = FrontMatter(
        title="Pakistan–Belarus relations",
        subtitle="Where the partnership stands and what to ask for",
        audience="Pakistan–Belarus relations · brief for the minister",
        handling="OFFICIAL",
        date_line="Edition 3 · as of 23 April 2021 · review due 1 April 2022",
        page_label="page {page} of {pages}",
        source_label="Source",
        note_label="Note",
        summary="Relations between Pakistan and Belarus, for the minister.",
        author="Office for Bilateral Relations",
        language="en-GB",
        keywords=("Pakistan", "Belarus", "trade"),
        standard=standard,
        parts=PARTS,
    )
    return replace(sample, **changes)  # type: ignore[arg-type]  # strings alone


def text(words: str) -> tuple[Inline, ...]:
    """Inlines of plain words."""
    return (TextRun(words),)


def cell(words: str) -> Cell:
    """A cell of plain words."""
    return Cell(text(words))


def document(*blocks: Block, notes: tuple[Note, ...] = (), **front_changes: str) -> Document:
    """A document of some blocks under the sample's front matter, with levels as writers get them."""
    return Document(front(**front_changes), without_gaps(blocks), notes)


def sample_document() -> Document:
    """A minister's brief on Pakistan and Belarus: two to three pages with every kind of block."""
    blocks = (
        *_bottom_line(),
        *_trade(),
        *_history(),
        *_frame(),
        *_asks(),
        Heading(1, text("References"), "references"),
        _references(),
    )
    notes = (
        Note(1, text("The source writes “in the pandemic”; the year 2020 is implied, not stated.")),
        Note(
            2,
            (
                TextRun("Counted by the source as of April 2021; five kinds of documents, see "),
                Link(parse_address("https://example.org/overview"), text("the embassy’s overview")),
                TextRun("."),
            ),
        ),
    )
    return Document(front(), blocks, notes)


def _bottom_line() -> tuple[Block, ...]:
    points = (
        (
            TextRun(
                "The legal and institutional frame is in place: a friendship treaty since 2015, a joint commission "
            ),
            TextRun("that has met five times and three working groups. "),
            Cite((1,), "[1]"),
        ),
        (
            TextRun("Trade is small and one-sided: about $52 million in 2020"),
            NoteRef(1),
            TextRun(", with Belarus some $22 million ahead. Whether Pakistan’s sales changed at all cannot be told. "),
            Cite((1, 3), "[1, 3]"),
        ),
        (Strong(text("Ask")), TextRun(" for dated working-group sessions with deliverables before the next visit.")),
    )
    cards = (
        KeyFigure(
            text("≈ $52"), text("million"), (TextRun("turnover, 2020?"), LineBreak(), TextRun("2019: ≈ $50.2 million"))
        ),
        KeyFigure(
            text("≈ $22"),
            text("million [21–23]"),
            (TextRun("surplus of Belarus, derived"), LineBreak(), TextRun("2019: $20.0 million")),
        ),
        KeyFigure(text("5 + 9"), (), text("sessions held: joint commission, working groups; dates not given")),
        KeyFigure(text("> 80"), (), (TextRun("documents signed, five kinds; two named here"), NoteRef(2))),
    )
    return (
        Callout(
            CalloutKind.SUMMARY, text("Bottom line"), (BulletList(tuple((Paragraph(point),) for point in points)),)
        ),
        KeyFigures(cards),
    )


def _trade() -> tuple[Block, ...]:
    def point(value: str, label: str, low: str = "", high: str = "") -> Point:
        return Point(Decimal(value), Decimal(low) if low else None, Decimal(high) if high else None, label)

    chart = Chart(
        ChartKind.BAR,
        ("2019", "2020?"),
        (
            Series("Pakistan → Belarus", (point("15.1", "≈ 15.1"), point("15", "≈ 15", "14.5", "15.5")), 0),
            Series("Belarus → Pakistan", (point("35.1", "≈ 35.1"), point("37", "≈ 37", "36.5", "37.5")), 1),
        ),
        "million US dollars",
        tuple(Decimal(tick) for tick in (0, 10, 20, 30, 40)),
        ("0", "10", "20", "30", "40"),
    )
    caption = Caption(
        "Figure 1",
        text("Goods trade by direction, million US dollars"),
        (Cite((1,), "[1]"), TextRun(", "), Cite((3,), "[3]"), TextRun(".")),
        text("Whiskers: rounding of the stated figures. Do not read growth across the two years."),
    )
    alt = "In 2019 Belarus sold about 35.1 and Pakistan about 15.1 million dollars; in 2020? about 37 and about 15."
    words = (
        TextRun("Turnover was about $50.2 million in 2019 and "),
        Strong(text("about $52 million")),
        TextRun(
            " in 2020. Pakistan sells basmati rice, fruit and vegetables, leather goods and textiles; Belarus sells "
        ),
        TextRun("tractors and other farm machinery, and food. "),
        Cite((2,), "[2]"),
    )
    return (
        Heading(1, text("Trade"), "trade"),
        Paragraph(words),
        Exhibit("figure-1", chart, caption, alt),
        Heading(2, text("What each side sells"), "products"),
        _products(),
    )


def _products() -> Table:
    rows = (
        ("Pakistan", "basmati rice, fruit and vegetables, leather goods, textiles", "15.1", "≈ 15"),
        ("Belarus", "tractors and other farm machinery, food products", "35.1", "≈ 37"),
        ("Both", "turnover", "50.2", "≈ 52"),
    )
    return Table(
        "products",
        (Align.START, Align.START, Align.DECIMAL, Align.DECIMAL),
        tuple(cell(words) for words in ("Seller", "Products", "2019, $m", "2020?, $m")),
        tuple(tuple(cell(words) for words in row) for row in rows),
        Caption("Table 1", text("Goods and figures as stated"), (Cite((1, 2), "[1, 2]"), TextRun("."))),
        row_header=True,
    )


def _history() -> tuple[Block, ...]:
    def event(start: str, end: str, when: str, what: str, sign: TimeSign) -> Event:
        first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
        return Event(first, last, when, what, sign)

    timeline = Timeline(
        (
            event("1994-02-03", "1994-02-03", "3 Feb 1994", "relations established", TimeSign.DAY),
            event("2014-07-01", "2014-07-31", "Jul 2014", "embassy of Belarus", TimeSign.MONTH),
            event("2015-05-29", "2015-05-29", "29 May 2015", "Islamabad Declaration", TimeSign.DAY),
            event("2015-08-10", "2015-08-10", "10 Aug 2015", "Treaty of Friendship", TimeSign.DAY),
            event("2016-04-01", "2016-04-30", "Apr 2016", "presidents meet beside the OIC", TimeSign.MONTH),
            event("2019-01-01", "2019-12-31", "2019", "leaders meet beside the SCO", TimeSign.YEAR),
        ),
        TimelineForm.STEPS,
        ((TimeSign.DAY, "day known"), (TimeSign.MONTH, "month known"), (TimeSign.YEAR, "year known")),
        heads=TimelineHeads("Year", "Date", "Sign", "Event"),
    )
    caption = Caption("Figure 2", text("Steps in the relation"), (Cite((3,), "[3]"), TextRun(".")))
    alt = (
        "Six dated steps, from diplomatic relations on 3 February 1994 to the leaders' meeting beside the SCO in 2019."
    )
    return (
        Heading(1, text("How we got here"), "history"),
        Paragraph(text(_PROSE.strip())),
        Exhibit("figure-2", timeline, caption, alt),
    )


def _frame() -> tuple[Block, ...]:
    sessions = tuple(
        (Paragraph((TextRun(f"{name}: "), Strong(text(held)), TextRun("."))),)
        for name, held in (
            ("Joint Commission on Trade and Economic Cooperation", "five sessions"),
            ("Working group on industrial cooperation", "two sessions"),
            ("Working group on agriculture", "four sessions"),
            ("Working group on science and technology", "three sessions"),
        )
    )
    doubt = (
        TextRun("The source calls the turnover "),
        Emphasis(text("progressive for both countries")),
        TextRun("; Pakistan’s exports moved between −4.3\u00a0% and +3.0\u00a0%, so no direction can be told. "),
        Cite((3,), "[3]"),
    )
    return (
        Heading(1, text("The frame"), "frame"),
        Heading(2, text("Mechanisms and their sessions"), "mechanisms"),
        BulletList(sessions),
        Callout(CalloutKind.CAUTION, text("Contested"), (Paragraph(doubt),)),
    )


def _asks() -> tuple[Block, ...]:
    rows = (
        (
            "1",
            "Fix the dates of the next joint commission and working-group sessions",
            "Trade ministries",
            "not stated",
        ),
        ("2", "Keep political consultations in regular session", "Foreign ministries", "ongoing"),
        ("3", "Use exhibitions and direct marketing to widen Pakistan’s exports", "Exporters, councils", "not stated"),
    )
    table = Table(
        "asks",
        (Align.END, Align.START, Align.START, Align.START),
        tuple(cell(words) for words in ("No.", "Action", "Owner", "Horizon")),
        tuple(tuple(cell(words) for words in row) for row in rows),
    )
    steps = NumberedList(tuple((Paragraph(text(words)),) for words in ("Agree on dates.", "Name deliverables.")))
    return (Heading(1, text("Ask for"), "asks"), table, Heading(2, text("In this order"), "order"), steps)


def _references() -> ReferenceList:
    items: tuple[tuple[Inline, ...], ...] = (
        (
            TextRun("Embassy of Pakistan in Minsk. Overview of Pakistan–Belarus Bilateral Relations. "),
            Link(parse_address("https://example.org/overview"), text("https://example.org/overview")),
            TextRun(" (accessed 23 April 2021)."),
        ),
        (
            TextRun("Pakistan: Belarus’s ‘new best friend’ in South Asia. "),
            Emphasis(text("Belarus Digest")),
            TextRun("."),
        ),
        (
            TextRun("Raza, Maryam; Nawaz, Palwasha. "),
            Emphasis(text("Reinvigorating Pakistan–Belarus Partnership")),
            TextRun("."),
        ),
    )
    return ReferenceList(tuple(ReferenceItem(n, inlines) for n, inlines in enumerate(items, 1)))


def torture_document(rows: int = 300) -> Document:
    """Every kind of block in its hardest form: long tables, words that cannot break, nested lists, many notes."""
    sample = sample_document()
    blocks = (
        Paragraph((LineBreak(), TextRun(" leading space, a break before, an empty run "), TextRun(""), LineBreak())),
        Paragraph(()),
        Paragraph((TextRun(_UNBREAKABLE), TextRun(" "), Link(_LONG_LINK, text(_LONG_LINK)))),
        Paragraph(text("One sign: & < > \" ' \\ ( ) [ ] — and Мінск, Кыргызстан, naïve, ﬁ, ½, №, ≈ 5\u00a0%.")),
        *(_noted_paragraph(number) for number in range(1, 25)),
        Heading(1, text("Lists in lists"), "nested"),
        _nested_list(6),
        Heading(1, text("A long table " + _PROSE), "long-table"),
        _long_table(rows),
        Heading(2, text("Tables without rows or words"), "empty-tables"),
        Table("empty", (Align.START, Align.END), (cell("Nothing"), cell("here")), ()),
        Table("blank", (Align.START, Align.CENTRE), (cell(""), cell("")), ((cell(""), cell("")),)),
        _wide_table(),
        Callout(CalloutKind.NOTE, (), tuple(Paragraph(text(_PROSE * 4)) for _ in range(12))),
        KeyFigures(tuple(KeyFigure(text(f"{n} 000 000 000"), text("million"), text(_UNBREAKABLE)) for n in range(7))),
        BulletList(((), (Paragraph(()),), (_wide_table("in-list"),))),
        *_beside(),
        joined_table(60),
        Paragraph((TextRun("In "), TextRun("другом языке", language="ru"), TextRun(" and back."))),
        *sample.blocks,
        Heading(1, text("The last words"), "last"),
    )
    notes = tuple(
        Note(
            number,
            (TextRun(f"Note {number}. {_PROSE * (1 + number % 5)}"), Link(_LONG_LINK, text(_LONG_LINK))),
        )
        for number in range(1, 25)
    )
    title = "A title that is long enough to take two lines of any page " * 2
    state = StateWords(BriefState.FOR_CLEARANCE, "For clearance & more, edition x", "FOR <CLEARANCE>")
    matter = dataclasses.replace(front(title=title, contents="Contents", watermark="DRAFT"), state=state)
    return Document(matter, blocks, notes)


def _beside() -> tuple[Block, ...]:
    """Notes that fit beside their row, with a reference; notes that are longer than a page; and key figures."""
    reference = Paragraph(
        (TextRun("See "), CrossRef("figure-1", "Figure 1"), TextRun(" and "), CrossRef("gone", "Table 0"))
    )
    exhibits = [block for block in _trade() if isinstance(block, Exhibit)]
    figures = KeyFigures((KeyFigure(text("> 80"), text("documents"), text("by 2021")),) * 3)
    short = replace(exhibits[0], id="beside-1")
    long = replace(_products(), id="beside-2")
    return (
        Row((short,), (_note("Pakistan sells", Paragraph(text("rice."))), _note("", BulletList(((reference,),))))),
        Row((long,), tuple(_note("Much", Paragraph(text(_PROSE * 4))) for _ in range(9))),
        Row((_wide_table("beside-3"),), (_note("", figures),)),
    )


def _note(lead: str, block: NoteBlock) -> MarginNote:
    return MarginNote(text(lead) if lead else (), (block,))


def _noted_paragraph(number: int) -> Paragraph:
    deep = Strong((Emphasis((TextRun("both "), Link(parse_address("mailto:desk@example.org"), text("by mail")))),))
    return Paragraph((TextRun(_PROSE), NoteRef(number), TextRun(" and "), deep, TextRun(f" in paragraph {number}.")))


def _nested_list(depth: int) -> BulletList | NumberedList:
    if not depth:
        return BulletList(((Paragraph(text("the innermost")),),))
    items: tuple[tuple[Block, ...], ...] = (
        (Paragraph(text(f"depth {depth}: {_PROSE}")), _nested_list(depth - 1)),
        (Paragraph(text("one paragraph")), Paragraph(text("and another"))),
    )
    return NumberedList(items, start=9) if depth % 2 else BulletList(items)


def _long_table(rows: int) -> Table:
    def row(number: int) -> tuple[Cell, ...]:
        words = (_PROSE * 2)[:300] if number % 10 == 0 else f"Milestone {number} of the relation"
        return cell(str(1700 + number)), cell(words), cell(f"{number * 7.3:,.1f}")

    return Table(
        "long",
        (Align.START, Align.START, Align.DECIMAL),
        (cell("Year"), cell("What happened"), cell("Value")),
        (*(row(number) for number in range(rows)), (cell("tall"), cell(_PROSE * 40), cell("1.0"))),
        Caption("Table 9", text("Three hundred rows"), text("own count."), text(_PROSE)),
        row_header=True,
    )


def joined_table(rows: int) -> Table:
    """Groups of three rows: a name beside all three, two figures, and a remark across both columns."""
    header = (cell("Group"), Cell(text("Figures of the group"), columns=2))
    body: list[tuple[Cell, ...]] = []
    for number in range(0, rows, 3):
        name = Cell(text(f"Group {number // 3} with a name of some length"), rows=3)
        body.append((name, cell(f"first {number}"), cell(f"{number * 1.5:.1f}")))
        body.append((Cell(text(f"a remark on group {number // 3}"), columns=2),))
        body.append((Cell(text("and its " + _PROSE), columns=2),))
    single = tuple((cell("All"), cell(f"row {n}"), cell("≈ 7")) for n in range(2))
    across = (Cell(text("Across everything"), columns=3),)
    align = (Align.START, Align.START, Align.DECIMAL)
    caption = Caption("Table 5", text("Joined cells"))
    return Table("joined", align, header, (*body, across, *single, *(across,) * 3), caption, row_header=True)


def _wide_table(name: str = "wide") -> Table:
    header = tuple(cell(f"Column {n}") for n in range(12))
    return Table(name, (Align.START,) * 12, header, (tuple(cell(_UNBREAKABLE[: 20 * n]) for n in range(12)),) * 3)
