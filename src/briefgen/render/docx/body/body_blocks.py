"""Blocks as paragraphs and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Caption,
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
from briefgen.model.timelines import Timeline
from briefgen.records import dataclass, replace
from briefgen.render.docx.body.bookmarks import AnchorKind, reference_place
from briefgen.render.docx.body.column_widths import plain
from briefgen.render.docx.body.file_order import in_file_order, stands_in_text
from briefgen.render.docx.body.timeline_table import timeline_xml
from briefgen.render.docx.body.word_tables import cards_xml, figures_xml, table_xml
from briefgen.render.docx.package.numbering import BOX_BULLETS, BULLETS, FIRST_BEGUN
from briefgen.render.docx.package.style_parts import margin_frame
from briefgen.render.docx.package.word_styles import (
    DEEPEST_CONTINUED,
    EXHIBIT_ALONE,
    LAST_IN_BOX,
    OVER_UNIT,
    SOURCE_BESIDE,
    STYLE_IN_MARGIN,
    STYLE_IN_TEXT,
    box_title,
    heading_text,
)
from briefgen.render.docx.package.wordprocessingml import UNPARTED, field, paragraph, run
from briefgen.render.lead_in import leads_in, with_what_follows
from briefgen.render.table_columns import table_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from briefgen.model.document import FrontMatter, NoteBlock, ReferenceItem
    from briefgen.render.docx.body.drawings import ShownExhibit
    from briefgen.render.docx.body.runs import InlineWriter
    from briefgen.render.docx.package.theme import Theme


class BodyWriter:
    """Writes the body; counts what Word wants counted."""

    def __init__(
        self,
        inlines: InlineWriter,
        theme: Theme,
        front: FrontMatter,
        picture: Callable[[Exhibit, float], ShownExhibit],
        beside: AbstractSet[str],
    ) -> None:
        self.inlines, self.theme, self.front, self.picture, self.beside = inlines, theme, front, picture, beside
        self.style = style = inlines.style
        self._begun = FIRST_BEGUN - 1
        self._numbers: dict[str, str] = {}
        self.marks = inlines.marks
        self.measure = style.page.column_mm * 72 / 25.4

    @property
    def full_measure(self) -> float:
        """The width of the memo line: the column and the margin."""
        return self.style.page.full_mm * 72 / 25.4

    def blocks(self, blocks: Sequence[Block]) -> str:
        """All blocks of a body."""
        return "".join(self._in_row(block, behind, is_alone=True) for block, behind in with_what_follows(blocks))

    def _block(self, block: Block, behind: Block | None = None) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                words = self._words(block, AnchorKind.PARAGRAPH)
                return paragraph("BodyText", words, _kept(block, behind)) if block.inlines else ""
            case BulletList():
                return self._list(block.items, "ListBullet", BULLETS)
            case NumberedList():
                return self._numbered(block, 0)
            case Table():
                return self._table(block)
            case Exhibit():
                return self._exhibit(block)
            case MarginNote():
                key = (
                    STYLE_IN_TEXT
                    if self.style.page.margin_mm and stands_in_text(block, self.style)
                    else STYLE_IN_MARGIN
                )
                return "".join(self._noted(said, key) for said in block.said)
            case Row():
                return "".join(
                    self._in_row(inner, behind, is_alone=not block.notes)
                    for inner, behind in with_what_follows(in_file_order(block, self.style))
                )
            case Callout():
                return self._callout(block)
            case KeyFigures():
                return cards_xml(block, self.front.parts.key_figures, self.inlines, self.measure, self.marks)
            case ReferenceList():
                return self._references(block)

    def _in_row(self, block: Block, behind: Block | None, *, is_alone: bool) -> str:
        """A block of a row; a table that needs it has the full measure where no note stands beside it."""
        if isinstance(block, Table) and is_alone:
            return self._table(block, table_width(block, self.style, is_alone=True))
        return self._block(block, behind)

    def _noted(self, block: NoteBlock, key: str) -> str:
        """A block of a note, as paragraphs of the margin's styles, or of the one for notes in the text."""
        match block:
            case Paragraph():
                words = self._words(block, AnchorKind.PARAGRAPH, "side")
                return paragraph(key, words, self._frame(key)) if block.inlines else ""
            case BulletList():
                return self._list(block.items, key, BULLETS)
            case NumberedList():
                return self._numbered(block, 0, key)
            case KeyFigures() if key == STYLE_IN_TEXT:
                return self._block(block)
            case KeyFigures():
                return figures_xml(block, self.inlines, margin_frame(self.style))

    def _frame(self, key: str) -> str:
        """The frame of a paragraph of some style."""
        return margin_frame(self.style) if key in {STYLE_IN_MARGIN, SOURCE_BESIDE} else ""

    def _heading(self, block: Heading) -> str:
        """A heading; without words there is none."""
        if not plain(block.inlines).strip():
            return ""
        runs = self.marks.target(block.id, self.inlines.runs(block.inlines, heading_text(block.level)))
        return paragraph(f"Heading{block.level}", self.marks.anchor(block.key, AnchorKind.HEADING, runs))

    # ------------------------------------------------------------ lists

    def _list(self, items: Sequence[Sequence[Block]], style: str, number: int, level: int = 0) -> str:
        return "".join(self._item(item, style, number, level) for item in items)

    def _numbered(self, block: NumberedList, level: int, style: str = "ListNumber") -> str:
        self._begun += 1
        return self._list(block.items, style, self._begun, level)

    def _item(self, item: Sequence[Block], style: str, number: int, level: int) -> str:
        """An item's first paragraph carries the number; further ones stand under its text."""
        frame = self._frame(style)
        numbering = frame + _numbered(number, level)
        out: list[str] = []
        for index, block in enumerate(item):
            match block:
                case Paragraph() if index == 0:
                    out.append(paragraph(style, self._words(block, AnchorKind.ITEM), _kept(block) + numbering))
                case Paragraph():
                    words = self._words(block, AnchorKind.ITEM)
                    out.append(paragraph(_inner(style, _continued(level)), words, _kept(block) + frame))
                case BulletList():
                    out.append(self._list(block.items, _inner(style, "ListBullet"), BULLETS, level + 1))
                case NumberedList():
                    out.append(self._numbered(block, level + 1, _inner(style, "ListNumber")))
                case _:
                    out.append(self._block(block))
        return "".join(out)

    # ------------------------------------------------------------ exhibits

    def _caption(self, caption: Caption, exhibit: Table | Exhibit) -> str:
        """The label, counted by a field and the target of links, and the title."""
        word, _, number = caption.label.rpartition(" ")
        counted = run(f"{word}{UNPARTED}") + self._counted(word, number) if word else run(caption.label)
        label = self.marks.target(exhibit.id, counted)
        between = run(". ") if caption.label and caption.title else ""
        runs = f"{label}{between}{self.inlines.runs(caption.title, 'caption')}"
        style = OVER_UNIT if caption.unit else "Caption"
        made = paragraph(style, self.marks.anchor(_part(exhibit.key, "cap"), AnchorKind.CAPTION, runs))
        if not caption.unit:
            return made
        unit = self.inlines.runs(caption.unit, "unit")
        return made + paragraph("Unit", self.marks.anchor(_part(exhibit.key, "unit"), AnchorKind.CAPTION, unit))

    def _counted(self, word: str, number: str) -> str:
        """A number that Word counts on; the further parts of a table that is printed in several repeat the first's."""
        repeats = " \\c" if self._numbers.get(word) == number else ""
        self._numbers[word] = number
        return field(f"SEQ {word} \\* ARABIC{repeats}", number)

    def _around(self, exhibit: Table | Exhibit, caption: Caption) -> tuple[str, str]:
        """What stands before an exhibit and behind it: its source in the margin, and its title; or its source below."""
        above = self._caption(caption, exhibit)
        if exhibit.id in self.beside:
            return self._lines(caption, exhibit.key, SOURCE_BESIDE) + above, ""
        return above, self._lines(caption, exhibit.key, "SourceLine")

    def _lines(self, caption: Caption, key: str, style: str) -> str:
        """Key, source and note of an exhibit, in one paragraph as on paper."""
        lines = (
            ("key", "", caption.legend),
            ("src", f"{self.front.source_label}: ", caption.source),
            ("note", f"{self.front.note_label}: ", caption.note),
        )
        said = [
            (part, (run(label) if label else "") + self.inlines.runs(words, "source"))
            for part, label, words in lines
            if words
        ]
        if not said:
            return ""
        runs = run(" ").join(words for _, words in said)
        return paragraph(style, self.marks.anchor(_part(key, said[0][0]), AnchorKind.SOURCE, runs), self._frame(style))

    def _table(self, table: Table, measure: float = 0.0) -> str:
        above, below = self._around(table, table.caption) if table.caption else ("", "")
        body = table_xml(
            table, self.inlines, self.marks, measure or self.measure, self.front.decimal_mark, is_followed=bool(below)
        )
        return f"{above}{body}{below}"

    def _exhibit(self, exhibit: Exhibit) -> str:
        above, below = self._around(exhibit, exhibit.caption)
        graphic = exhibit.graphic
        if isinstance(graphic, Timeline):
            return above + self._timeline(graphic, exhibit) + below
        shown = self.picture(exhibit, self.measure)
        if not shown.sheets:
            picture = self.marks.anchor(exhibit.key, AnchorKind.FIGURE, shown.runs)
        else:
            said = "\n".join(sheet.text for sheet in shown.sheets)
            picture = self.marks.anchor(exhibit.key, AnchorKind.CHART, shown.runs, said=said)
        return above + paragraph("Exhibit" if below else EXHIBIT_ALONE, picture) + below

    def _timeline(self, timeline: Timeline, exhibit: Exhibit) -> str:
        """A table; its anchor stands in the first cell."""
        begun, rows = timeline_xml(
            timeline,
            (plain(exhibit.caption.title), exhibit.alt),
            (self.style.palette, self.theme),
            self.measure,
            lambda runs: self.marks.anchor(exhibit.key, AnchorKind.TABLE, runs),
        )
        self.marks.table(exhibit.key, rows)
        return f"<w:tbl>{begun}{''.join(rows)}</w:tbl>"

    def _callout(self, callout: Callout) -> str:
        """A box: paragraphs whose styles have its ground and bar, the last one with the room behind it."""
        kind = "Caution" if callout.kind is CalloutKind.CAUTION else "Callout"
        title = self.inlines.runs(callout.title, "callout_title")
        head: list[_Inset | str] = []
        if title:
            named = self.marks.anchor(callout.key, AnchorKind.TITLE, self.marks.target(callout.id, title))
            head = [_Inset(box_title(kind, callout.level), named)]
        rows = [*head, *(row for block in callout.blocks for row in self._inset(block, kind))]
        if rows and isinstance(rows[-1], _Inset):
            rows[-1] = replace(rows[-1], style=LAST_IN_BOX.get(rows[-1].style, rows[-1].style))
        return "".join(row.written if isinstance(row, _Inset) else row for row in rows)

    def _inset(self, block: Block, kind: str) -> list[_Inset | str]:
        """A block inside a box; what is no text stands as it is."""
        match block:
            case Paragraph():
                return [_Inset(kind, self._words(block, AnchorKind.PARAGRAPH, "callout"), kept=_kept(block))]
            case BulletList():
                rows: list[_Inset | str] = []
                for item in block.items:
                    first, *rest = [row for part in item for row in self._inset(part, kind)] or [""]
                    rows += [_bulleted(first, kind) if isinstance(first, _Inset) else first, *rest]
                return rows
            case _:
                return [self._block(block)]

    # ------------------------------------------------------------ references

    def _references(self, block: ReferenceList) -> str:
        """The list; its numbers are Word's own, so that citations follow when a source comes in."""
        out: list[str] = []
        last = None
        for item in block.items:
            if block.numbered and (last is None or item.number != last + 1):
                self._begun += 1
            last = item.number
            out.append(self._reference(item, _numbered(self._begun) if block.numbered else ""))
        return "".join(out)

    def _reference(self, item: ReferenceItem, numbering: str) -> str:
        runs = self.marks.target(reference_place(item.number), self.inlines.runs(item.inlines, "reference"))
        return paragraph("ReferenceEntry", self.marks.anchor(item.key, AnchorKind.REFERENCE, runs), numbering)

    def _words(self, block: Paragraph, kind: AnchorKind, text: str = "body") -> str:
        return self.marks.anchor(block.key, kind, self.inlines.runs(block.inlines, text))


@dataclass(frozen=True, slots=True)
class _Inset:
    """A paragraph of a box."""

    style: str
    runs: str
    numbering: str = ""
    kept: str = ""

    @property
    def written(self) -> str:
        """Its XML."""
        return paragraph(self.style, self.runs, self.kept + self.numbering)


def _bulleted(inset: _Inset, kind: str) -> _Inset:
    """An item's first paragraph in a box."""
    return replace(inset, style=f"{kind}Bullet", numbering=_numbered(BOX_BULLETS))


def _numbered(number: int, level: int = 0) -> str:
    """That a paragraph is an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _kept(block: Block, behind: Block | None = None) -> str:
    """That a paragraph stays with what it leads in."""
    return "<w:keepNext/>" if leads_in(block, behind) else ""


def _continued(level: int) -> str:
    """The style of an item's further paragraphs; Word has five."""
    return f"ListContinue{min(level + 1, DEEPEST_CONTINUED)}" if level else "ListContinue"


def _inner(style: str, wanted: str) -> str:
    """The style of what stands in an item: in the margin, the margin's."""
    return style if style in {STYLE_IN_MARGIN, STYLE_IN_TEXT} else wanted


def _part(key: str, part: str) -> str:
    """The key of one of the paragraphs around an exhibit."""
    return f"{key}_{part}" if key else ""
