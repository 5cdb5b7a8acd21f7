"""A brief as a tree of blocks and inlines: the one thing that every writer writes.

A small closed set: a writer that misses a kind fails `mypy`'s exhaustive match. Every text knows its origin. The `key`
of a block is its name for reading edits back: stable while other blocks come and go, and empty for none.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, TypeAlias

from briefgen.model.audience_choices import MemoField, PdfStandard
from briefgen.model.values.spoken_words import NAMELESS, SILENT, PartNames, SpokenWords
from briefgen.records import dataclass, field

if TYPE_CHECKING:
    from briefgen.diagnostics import Place
    from briefgen.model.charts import Graphic
    from briefgen.model.facts.clearings import StateWords
    from briefgen.model.origin import Origin
    from briefgen.model.placed_picture import PlacedPicture
    from briefgen.model.ranks import Fallen
    from briefgen.model.values.address import Address
    from briefgen.model.values.quantity import Estimate


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of text. Spaces are significant, line breaks do not occur; `typed` is a template's line, for messages."""

    text: str
    origin: Origin | None = None
    """The facts it came from; None for a template's own words."""
    language: str = ""
    """BCP 47, where it is another one than the brief's: a text that was never translated."""
    value: Estimate | None = None
    """Of a figure: the exact number behind the words, before any rounding for the reader."""
    typed: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that weigh more."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed, or a title."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    url: Address
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Cite:
    """A marker such as `[1, 3]` that leads to the reference list."""

    numbers: tuple[int, ...]
    """Reference numbers, rising."""
    text: str
    """What is printed, brackets included."""


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The place of a footnote."""

    number: int
    """Counts from 1 in the order of the text; key into `Document.notes`."""


@dataclass(frozen=True, slots=True)
class CrossRef:
    """Words that lead to another block of the brief."""

    target: str
    """The id of a heading, table or exhibit."""
    text: str
    """What is printed: `Table 2`, or the words of a heading."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced new line."""


Inline: TypeAlias = TextRun | Strong | Emphasis | Link | Cite | NoteRef | CrossRef | LineBreak


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a section of the brief (the title is not a heading block)."""

    level: int
    inlines: tuple[Inline, ...]
    id: str
    """Unique in the document: letters, digits and hyphens."""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    inlines: tuple[Inline, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items without order; an item is a sequence of blocks."""

    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items in order."""

    items: tuple[tuple[Block, ...], ...]
    start: int = 1


class Align(enum.StrEnum):
    """How a column stands."""

    START = "start"
    CENTRE = "centre"
    END = "end"
    DECIMAL = "decimal"
    """Figures, one decimal point under the other: at the end of the column, as a block."""
    INTERVAL = "interval"
    """What the figures of the column before it may be, and what is said of them: at the end, muted."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    inlines: tuple[Inline, ...]
    columns: int = 1
    """How many columns it takes."""
    rows: int = 1
    """How many rows it takes; the rows below leave its place out."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands around an exhibit: headline and unit line, then what is shown, then key, source and note."""

    label: str
    """`Table 2` or `Figure 1`, counted per brief."""
    title: tuple[Inline, ...]
    """What is seen, or plainly what is shown."""
    source: tuple[Inline, ...] = ()
    """The source line without its lead word; empty for none."""
    note: tuple[Inline, ...] = ()
    unit: tuple[Inline, ...] = ()
    """The line under the title: what is shown, where the title says what is seen, and in which unit."""
    legend: tuple[Inline, ...] = ()
    """What the shapes and signs of a drawing mean, in sentences; empty where it uses none."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Table:
    """A table with one header row; the cells of every row fill the columns of `align`."""

    id: str
    align: tuple[Align, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Caption | None = None
    widths: tuple[int, ...] = ()
    """Relative column widths; empty lets the content decide."""
    row_header: bool = False
    """Whether the first column names its row: bold, and a heading to readers who do not see it."""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A chart, timeline or picture with its caption."""

    id: str
    graphic: Graphic | PlacedPicture
    caption: Caption
    alt: str
    """Says what it shows, for readers who do not see it: of a chart or timeline made from the data."""
    key: str = ""


class CalloutKind(enum.StrEnum):
    """What a box is for."""

    SUMMARY = "summary"
    """The bottom line."""
    NOTE = "note"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that is read first or apart."""

    kind: CalloutKind
    title: tuple[Inline, ...]
    """A heading of its own: in navigation, and in no table of contents."""
    blocks: tuple[Block, ...]
    key: str = ""
    id: str = ""
    """Of its title, as that of a heading."""
    level: int = 1
    """Of its title, as that of a heading: one below the heading that the box stands under."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number to remember, with its doubt beside it."""

    value: tuple[Inline, ...]
    """Large: `≈ $52`."""
    unit: tuple[Inline, ...]
    """Beside it, smaller: `million [51-53]`."""
    label: tuple[Inline, ...]
    """Under it."""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A row of cards, two to four to a row."""

    cards: tuple[KeyFigure, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceItem:
    """One entry of the reference list."""

    number: int
    inlines: tuple[Inline, ...]
    key: str = ""
    spoken_name: str = ""
    """Whose work it is, in a few words, for readers who hear a link that leads here."""


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The references in the order of their numbers."""

    items: tuple[ReferenceItem, ...]
    numbered: bool = True
    """Whether the numbers are printed (a brief without markers shows names only)."""


NoteBlock: TypeAlias = "Paragraph | BulletList | NumberedList | KeyFigures"
"""What finds room in a margin."""


@dataclass(frozen=True, slots=True)
class MarginNote:
    """What explains something beside it: in the margin where a page has one, else behind its row."""

    lead: tuple[Inline, ...]
    """Bold, before the words of the first block; empty for none."""
    blocks: tuple[NoteBlock, ...]
    anchor: int = 0
    """Which block of its row it stands beside, counted from 0."""

    @property
    def said(self) -> tuple[NoteBlock, ...]:
        """The blocks with the lead where it is read: in the first of them, or as one of its own."""
        match self.lead, self.blocks:
            case (), _:
                return self.blocks
            case lead, (Paragraph() as first, *others):
                return (Paragraph((Strong(lead), TextRun(" "), *first.inlines), first.key), *others)
            case lead, _:
                return (Paragraph((Strong(lead),)), *self.blocks)


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of the brief with the notes beside it, which are read behind it. A brief is a stack of rows."""

    blocks: tuple[Block, ...]
    notes: tuple[MarginNote, ...] = ()
    """In the order of their anchors."""


Block: TypeAlias = (Heading | Paragraph | BulletList | NumberedList | Table | Exhibit | Callout | KeyFigures
                    | ReferenceList | MarginNote | Row)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's text."""

    number: int
    inlines: tuple[Inline, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a keyed block or note was made from."""

    key: str
    facts: tuple[str, ...]
    """Ids of the facts that its words and figures came from, in order."""


@dataclass(frozen=True, slots=True)
class MemoEntry:
    """One field of the memo line: what a reader must know of the paper itself."""

    field: MemoField
    label: str
    value: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands around the text, and what the file says of itself. All strings are ready to print."""

    title: str
    subtitle: str
    audience: str
    """Running head, right: `Pakistan-Belarus relations · brief for the minister`."""
    handling: str
    """Handling line at the head and the foot of each page, or empty: `OFFICIAL`."""
    date_line: str
    """Running foot, left: `as of 23 April 2021 · review due 1 April 2022`."""
    page_label: str
    """With `{page}` and `{pages}`: `page {page} of {pages}`."""
    source_label: str
    note_label: str
    """The lead words of a source line, and of a note under an exhibit: `Source`, `Note`."""
    summary: str
    """One sentence for the file's properties."""
    author: str
    language: str
    """BCP 47: `en-GB`."""
    keywords: tuple[str, ...] = ()
    relation: str = ""
    reader: str = ""
    copy: str = ""
    """The relation's folder, the audience's id and, of a numbered copy, `-copy-3-of-12`: for properties and names."""
    contents: str = ""
    """The title of a table of contents before the text, or empty for none: `Contents`."""
    watermark: str = ""
    """Large and light behind the text of each page, or empty: `DRAFT`."""
    state: StateWords | None = None
    """Whether it is a draft or cleared; None where nothing is said of that."""
    decimal_mark: str = "."
    """What stands before the decimals of a figure in the brief's language."""
    standard: PdfStandard = PdfStandard.UA1
    """What a PDF claims: `ua1` (PDF/UA-1 and PDF/A-2a) or `ua2` (PDF/UA-2 and PDF/A-4)."""
    most_pages: int | None = None
    """What it keeps to; None where it may have any number."""
    edition: str = ""
    """Tells this edition from every other, in each format alike: `2021-04-23.3f2a9c1b`."""
    origin: Origin | None = None
    """Where title and dates came from."""
    headline: tuple[Inline, ...] = ()
    """What stands largest on the first page; empty for the title."""
    standfirst: tuple[Inline, ...] = ()
    """A few sentences under it in larger type; then there is no subtitle."""
    memo: tuple[MemoEntry, ...] = ()
    """Whom the brief is to and from, its day, its handling: text, where running heads are decoration."""
    has_memo_line: bool = False
    """Whether the memo stands above the headline, as a line of boxes; else it stands small below."""
    spoken: SpokenWords = SILENT
    """What is said to readers who do not see the page, beside what is printed."""
    parts: PartNames = NAMELESS
    """What parts of a file are called that the brief itself does not name."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document:
    """One brief."""

    front: FrontMatter
    blocks: tuple[Block, ...]
    """Of a composed brief its rows, one below the other."""
    notes: tuple[Note, ...] = ()
    """Footnotes; `NoteRef.number` counts them from 1."""
    anchors: tuple[Anchor, ...] = ()
    """One for each block that has a key, then for each note, in order."""
    fallen: tuple[Fallen, ...] = ()
    """What it was composed without, so that it keeps to its pages."""
