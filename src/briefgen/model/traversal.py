"""The one walk over a document: what a block says, what stands in it, and the same with other words.

Whatever has to look at every word of a brief comes by here, so that a new kind of block is added in one place and
nothing overlooks it. Writers alone have matches of their own: they say how a block looks, not what is in it.
"""

from __future__ import annotations

import enum
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from briefgen.model.charts import Chart, LocatorMap, Panels
from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    Caption,
    Cite,
    CrossRef,
    Document,
    Emphasis,
    Exhibit,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    LineBreak,
    Link,
    MarginNote,
    NoteRef,
    NumberedList,
    Paragraph,
    ReferenceList,
    Row,
    Strong,
    Table,
    TextRun,
)
from briefgen.model.placed_picture import PlacedPicture
from briefgen.model.timelines import Timeline
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefgen.model.charts import Graphic
    from briefgen.model.document import FrontMatter, Note, NoteBlock
    from briefgen.model.origin import Origin

Run: TypeAlias = tuple[Inline, ...]
"""Inlines that stand together: a paragraph, a cell, a label of a chart."""
Leaf: TypeAlias = TextRun | Cite | NoteRef | CrossRef | LineBreak
"""An inline that holds no others."""


_HOLDERS = frozenset({Strong, Emphasis, Link})


class Role(enum.Enum):
    """Where a unit of text stands."""

    FRONT = "front matter"
    HEADING = "heading"
    TEXT = "paragraph"
    LABEL = "label of an exhibit"
    """`Table 2`."""
    CAPTION = "title of an exhibit"
    UNIT = "unit line of an exhibit"
    ROW = "row of a table"
    ALT = "alternative text"
    PICTURE = "alternative text of a picture"
    """Which says what nothing else does."""
    AXIS = "names and scale of a drawing"
    POINT = "value of a chart"
    EVENT = "event of a timeline"
    KEY = "key of an exhibit"
    SOURCE = "source line"
    REMARK = "note under an exhibit"
    BOX = "box"
    CARD = "key figure"
    LEAD = "lead of a margin note"
    ENTRY = "entry of the reference list"
    FOOTNOTE = "footnote"


_FIXED = frozenset({Role.FRONT, Role.LABEL, Role.ALT, Role.PICTURE, Role.AXIS, Role.POINT, Role.EVENT})
"""Units that are strings of the document, no inlines of it: `mapped` leaves them alone."""
_CHILDLESS = frozenset({Heading, Paragraph, Table, Exhibit, KeyFigures, ReferenceList})


class TextUnit(NamedTuple):
    """What is read in one go: a paragraph, the cells of a row, the parts of a key figure."""

    role: Role
    runs: tuple[Run, ...]
    number: int = 0
    """Of an entry of the reference list, or a footnote."""
    under: tuple[str, ...] = ()
    """Of a value in a chart: the names of its series and category, which are units of their own."""


# ---------------------------------------------------------------- reading


def parts(block: Block) -> tuple[TextUnit | Block, ...]:
    """The units of a block and the blocks directly in it, in the order of the document."""
    return tuple(_parts(block))


def _parts(block: Block) -> Iterator[TextUnit | Block]:
    match block:
        case Heading():
            yield TextUnit(Role.HEADING, (block.inlines,))
        case Paragraph():
            yield TextUnit(Role.TEXT, (block.inlines,))
        case BulletList() | NumberedList():
            yield from chain.from_iterable(block.items)
        case Table():
            rows = (TextUnit(Role.ROW, tuple([cell.inlines for cell in row])) for row in (block.header, *block.rows))
            yield from _captioned(block.caption, rows)
        case Exhibit():
            yield from _captioned(block.caption, _shown(block.graphic, block.alt))
        case MarginNote():
            yield TextUnit(Role.LEAD, (block.lead,))
            yield from block.blocks
        case Row():
            yield from block.blocks
            yield from block.notes
        case Callout():
            yield TextUnit(Role.BOX, (block.title,))
            yield from block.blocks
        case KeyFigures():
            yield from (TextUnit(Role.CARD, (card.value, card.unit, card.label)) for card in block.cards)
        case ReferenceList():
            yield from (TextUnit(Role.ENTRY, (item.inlines,), item.number) for item in block.items)


def _captioned(caption: Caption | None, body: Iterable[TextUnit]) -> Iterator[TextUnit]:
    if caption:
        yield _fixed(Role.LABEL, caption.label)
        yield TextUnit(Role.CAPTION, (caption.title,))
        yield from _if_any(Role.UNIT, caption.unit)
    yield from body
    if caption:
        yield from _if_any(Role.KEY, caption.legend)
        yield TextUnit(Role.SOURCE, (caption.source,))
        yield TextUnit(Role.REMARK, (caption.note,))


def _if_any(role: Role, run: Run) -> Iterator[TextUnit]:
    if run:
        yield TextUnit(role, (run,))


def _shown(graphic: Graphic | PlacedPicture, alt: str) -> Iterator[TextUnit]:
    if isinstance(graphic, PlacedPicture):
        yield _fixed(Role.PICTURE, alt, origin=graphic.origin)
    else:
        yield _fixed(Role.ALT, alt)
        yield from _drawn(graphic)


def _drawn(graphic: Graphic) -> Iterator[TextUnit]:
    match graphic:
        case Chart():
            yield from _charted(graphic)
        case Panels():
            yield from chain.from_iterable(map(_charted, graphic.charts))
        case LocatorMap():
            yield _fixed(Role.AXIS, *(country.name for country in graphic.countries))
        case Timeline():
            yield from _timed(graphic)


def _timed(timeline: Timeline) -> Iterator[TextUnit]:
    """Key and events; where a year stands above its events, it is read with the first of them."""
    words = timeline.bands
    heads = (
        (*words.months, *words.month_names, words.no_month, words.count, words.landmark, words.total) if words else ()
    )
    columns = (timeline.heads.year, timeline.heads.date, timeline.heads.mark, timeline.heads.event)
    around = (*columns, *(label for _, label in timeline.signs), *(gap.words for gap in timeline.gaps), *heads)
    yield _fixed(Role.AXIS, *filter(None, around))
    for event in timeline.events:
        yield _fixed(Role.EVENT, event.when, event.what, origin=event.origin)


def _charted(chart: Chart) -> Iterator[TextUnit]:
    broken = (one.words for one in chart.breaks)
    around = (chart.unit, *chart.sides, *chart.tick_labels, *chart.categories, *broken, *filter(None, (chart.gap,)))
    yield _fixed(Role.AXIS, *around)
    for series in chart.series:
        yield _fixed(Role.AXIS, series.name)
        for category, point in zip(chart.categories, series.points, strict=True):
            if point:
                yield _fixed(Role.POINT, point.label, origin=point.origin, under=(series.name, category))


def _fixed(role: Role, *words: str, origin: Origin | None = None, under: tuple[str, ...] = ()) -> TextUnit:
    return TextUnit(role, tuple((TextRun(word, origin),) for word in words), under=under)


def children(block: Block) -> tuple[Block, ...]:
    """The blocks directly in a block."""
    return () if type(block) in _CHILDLESS else tuple(p for p in _parts(block) if not isinstance(p, TextUnit))


def every_block(blocks: Iterable[Block]) -> list[Block]:
    """All blocks, nested ones after the block that holds them."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        found += every_block(children(block))
    return found


def in_rows(blocks: Iterable[Block]) -> Iterator[Block]:
    """What stands in the column of rows, and whatever stands in none."""
    for block in blocks:
        if isinstance(block, Row):
            yield from block.blocks
        else:
            yield block


def text_units(blocks: Iterable[Block]) -> list[TextUnit]:
    """All units of some blocks, those of nested blocks too."""
    found: list[TextUnit] = []
    for block in blocks:
        for part in _parts(block):
            if isinstance(part, TextUnit):
                found.append(part)
            else:
                found += text_units((part,))
    return found


def document_units(document: Document) -> list[TextUnit]:
    """All that a brief says: what stands around the text, the text, and its footnotes."""
    return [*front_units(document.front), *text_units(document.blocks), *note_units(document.notes)]


def note_units(notes: Iterable[Note]) -> list[TextUnit]:
    """The units of footnotes."""
    return [TextUnit(Role.FOOTNOTE, (note.inlines,), note.number) for note in notes]


def front_units(front: FrontMatter) -> list[TextUnit]:
    """What is printed around the text; the file's properties are not."""
    mark = (front.state.mark,) if front.state else ()
    around = (front.subtitle, front.audience, front.handling, *mark, front.watermark, front.contents)
    memo = (TextUnit(Role.FRONT, ((TextRun(entry.label),), entry.value)) for entry in front.memo)
    return [
        *(_fixed(Role.FRONT, words, origin=front.origin) for words in (front.title, front.date_line)),
        *(TextUnit(Role.FRONT, (run,)) for run in (front.headline, front.standfirst) if run),
        *memo,
        _fixed(Role.FRONT, *around, front.page_label, front.source_label, front.note_label),
    ]


def heading_of(front: FrontMatter) -> Run:
    """The words of the first page's heading: the headline, else the title."""
    return front.headline or (TextRun(front.title, front.origin),)


def runs(found: Iterable[TextUnit]) -> list[Run]:
    """The runs of some units, empty ones left out."""
    return [run for unit in found for run in unit.runs if run]


def leaves(inlines: Sequence[Inline]) -> Sequence[Leaf]:
    """Every inline that holds no others, in order."""
    if _HOLDERS.isdisjoint(map(type, inlines)):  # nearly always: every word of a brief comes by here several times
        return inlines  # type: ignore[return-value]  # as was just asked
    found: list[Leaf] = []
    for inline in inlines:
        match inline:
            case Strong() | Emphasis() | Link():
                found += leaves(inline.inlines)
            case TextRun() | Cite() | NoteRef() | CrossRef() | LineBreak():
                found.append(inline)
    return found


def inlines_in(blocks: Iterable[Block]) -> list[Leaf]:
    """Every inline of the text, nested ones too; not the strings of drawings."""
    said = (unit for unit in text_units(blocks) if unit.role not in _FIXED)
    return [leaf for run in runs(said) for leaf in leaves(run)]


def origins_in(found: Iterable[TextUnit]) -> list[Origin]:
    """Where each text of some units came from, as often as it is said."""
    return [leaf.origin for run in runs(found) for leaf in leaves(run) if type(leaf) is TextRun and leaf.origin]


def refs_in(found: Iterable[TextUnit]) -> tuple[str, ...]:
    """Ids of the references that the facts behind some units lean on, each once, in order."""
    return tuple(dict.fromkeys([one.ref for o in origins_in(found) for fact in o.facts for one in fact.sources]))


def plain_text(inlines: Sequence[Inline]) -> str:
    """The words of inlines without their markers, on one line: what a heading is called elsewhere."""
    words: list[str] = []
    for leaf in leaves(inlines):
        match leaf:
            case TextRun() | CrossRef():
                words.append(leaf.text)
            case LineBreak():
                words.append(" ")
            case Cite() | NoteRef():
                pass
    return "".join(words).strip()


# ---------------------------------------------------------------- rewriting

RunChange: TypeAlias = "Callable[[Run], Run]"
BlockChange: TypeAlias = "Callable[[Block], Block]"


def mapped(block: Block, change: RunChange) -> Block:
    """The block with each run of it and of the blocks in it changed; strings of drawings stay."""
    return _rebuilt(block, change, lambda inner: mapped(inner, change))


def with_children(block: Block, inner: BlockChange) -> Block:
    """The block as it is, with each block directly in it changed."""
    return _rebuilt(block, lambda run: run, inner) if children(block) else block


def regrouped(row: Row, groups: Sequence[Sequence[Block]]) -> Row:
    """The row with other blocks in the place of each; the notes of one that is gone go with it."""
    if not row.blocks:  # notes that stand beside what another section says
        return row
    starts = [sum(map(len, groups[:at])) for at in range(len(groups))]
    notes = tuple(replace(note, anchor=starts[note.anchor]) for note in row.notes if groups[note.anchor])
    return Row(tuple(block for group in groups for block in group), notes)


def _rebuilt(block: Block, change: RunChange, inner: BlockChange) -> Block:
    """The block with each of its own runs changed, and each block directly in it."""
    match block:
        case Heading() | Paragraph():
            return block if (own := change(block.inlines)) is block.inlines else replace(block, inlines=own)
        case BulletList() | NumberedList():
            return replace(block, items=tuple(tuple(map(inner, item)) for item in block.items))
        case Table():
            return _table(block, change)
        case Exhibit():
            return replace(block, caption=_caption(block.caption, change))
        case MarginNote():
            lead = change(block.lead)  # in the order of reading; and a block stays of its kind
            return replace(block, lead=lead, blocks=cast("tuple[NoteBlock, ...]", tuple(map(inner, block.blocks))))
        case Row():
            blocks = tuple(map(inner, block.blocks))
            return Row(blocks, cast("tuple[MarginNote, ...]", tuple(map(inner, block.notes))))
        case Callout():
            return replace(block, title=change(block.title), blocks=tuple(map(inner, block.blocks)))
        case KeyFigures():
            cards = (KeyFigure(change(card.value), change(card.unit), change(card.label)) for card in block.cards)
            return replace(block, cards=tuple(cards))
        case ReferenceList():
            return replace(block, items=tuple(replace(item, inlines=change(item.inlines)) for item in block.items))


def _table(table: Table, change: RunChange) -> Table:
    """In the order of reading, as `parts` has it: what numbers notes and markers counts on it."""
    caption = table.caption
    above = (change(caption.title), change(caption.unit)) if caption else ((), ())
    header, *rows = (  # a table has many cells, and most stay as they are
        tuple(c if (said := change(c.inlines)) is c.inlines else replace(c, inlines=said) for c in row)
        for row in (table.header, *table.rows)
    )
    if caption:
        caption = _changed_caption(caption, above, change)
    return replace(table, header=header, rows=tuple(rows), caption=caption)


def _caption(caption: Caption, change: RunChange) -> Caption:
    return _changed_caption(caption, (change(caption.title), change(caption.unit)), change)


def _changed_caption(caption: Caption, above: tuple[Run, Run], change: RunChange) -> Caption:
    """With what stands above changed already, and what stands below changed now."""
    title, unit = above
    legend, source, note = change(caption.legend), change(caption.source), change(caption.note)
    return Caption(caption.label, title, source, note, unit, legend)


def replaced(inlines: Sequence[Inline], change: Callable[[Leaf], Iterable[Inline]]) -> Run:
    """The inlines with others in the place of each that holds no others; those that hold them stay around."""
    made: list[Inline] = []
    for inline in inlines:
        match inline:
            case Strong() | Emphasis() | Link():
                made.append(replace(inline, inlines=replaced(inline.inlines, change)))
            case TextRun() | Cite() | NoteRef() | CrossRef() | LineBreak():
                made += change(inline)
    return tuple(made)
