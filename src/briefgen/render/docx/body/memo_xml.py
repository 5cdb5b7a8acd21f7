"""What a Word file opens with: the memo line as a small table, or in the margin, the title, and what is under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.document import Row, TextRun
from briefgen.model.traversal import heading_of, plain_text
from briefgen.records import replace
from briefgen.render.docx.body.file_order import margin_filled
from briefgen.render.docx.body.row_heights import text_height, text_width
from briefgen.render.docx.package.directed_runs import text_runs
from briefgen.render.docx.package.style_parts import margin_frame
from briefgen.render.docx.package.table_styles import BETWEEN_BOXES
from briefgen.render.docx.package.word_styles import STYLE_IN_MARGIN
from briefgen.render.docx.package.wordprocessingml import attribute, paragraph, run, twips
from briefgen.render.headline import parted_headline
from briefgen.render.memo_rows import memo_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from briefgen.model.document import Block, FrontMatter, Inline, MemoEntry
    from briefgen.model.looks.style import Style
    from briefgen.render.docx.body.runs import InlineWriter

_LABEL, _STRONG = (f'<w:rStyle w:val="{name}"/>' for name in ("MemoLabel", "Strong"))
_POINTS_PER_MM = 72 / 25.4
_MORE, _TWIPS = 1.02, 20
"""How much wider Word may set words than they are measured; and its units in a point."""


def opening_xml(front: FrontMatter, inlines: InlineWriter, measure: float, slots: AbstractSet[str]) -> str:
    """All that stands before contents and text; `measure` is that of the page, its column of notes too, in points.

    Title and subtitle stand here only where no cover has them.
    """
    words = parted_headline(front, inlines.style)
    title = paragraph("Title", inlines.runs(words, "title")) if "briefgen:title" not in slots else ""
    under = "" if "briefgen:subtitle" in slots else _under(front, inlines)
    if front.has_memo_line:
        return _boxes(front.memo, inlines, measure) + title + under
    if title and inlines.style.page.margin_mm:
        return _beside(front.memo, inlines) + title + under
    return title + under + "".join(paragraph("MemoList", _entry(entry, inlines, "<w:tab/>")) for entry in front.memo)


def opening_heights(front: FrontMatter, style: Style) -> tuple[float, float]:
    """About how high the headline with what is under it becomes, and the memo in the margin beside it, in points."""
    under = ("standfirst", front.standfirst) if front.standfirst else ("subtitle", (TextRun(front.subtitle),))
    column = style.page.column_mm * _POINTS_PER_MM
    headed = (("title", heading_of(front)), under)
    height = sum(text_height(words, name, style, column) for name, words in headed if plain_text(words))
    margin = style.page.margin_mm * _POINTS_PER_MM
    is_beside = margin and not front.has_memo_line
    return height, sum(text_height(_said(entry), "side", style, margin) for entry in front.memo if is_beside)


def with_room_beside_memo(style: Style, front: FrontMatter, blocks: Sequence[Block]) -> Style:
    """The style with as much room under the headline as keeps the first notes of the margin below the memo in it.

    Notes of a row of several blocks find a later one to stand beside; a style out of a Word file is its house's own.
    """
    first = blocks[0] if blocks else None
    headed, memo = opening_heights(front, style)
    lacking = round(margin_filled(memo) - headed, 1)
    is_needed = isinstance(first, Row) and first.notes and len(first.blocks) == 1 and not front.contents
    if style.word or not is_needed or lacking <= 0:
        return style
    name = "standfirst" if front.standfirst else "subtitle" if front.subtitle else "title"
    roomy = replace(style.text[name], space_after=style.text[name].space_after + lacking)
    return replace(style, text={**style.text, name: roomy})


def _beside(memo: Sequence[MemoEntry], inlines: InlineWriter) -> str:
    """A note in the margin beside the headline, a paragraph to each field."""
    frame = margin_frame(inlines.style)
    return "".join(
        paragraph(STYLE_IN_MARGIN, f"{run(entry.label, _STRONG)}{run(' ')}{inlines.runs(entry.value, 'side')}", frame)
        for entry in memo
    )


def _said(entry: MemoEntry) -> tuple[Inline, ...]:
    return (TextRun(f"{entry.label} "), *entry.value)


def _under(front: FrontMatter, inlines: InlineWriter) -> str:
    if front.standfirst:
        return paragraph("Standfirst", inlines.runs(front.standfirst, "standfirst"))
    return paragraph("Subtitle", text_runs(front.subtitle)) if front.subtitle else ""


def _entry(entry: MemoEntry, inlines: InlineWriter, between: str) -> str:
    return f"{run(entry.label, _LABEL)}<w:r>{between}</w:r>{inlines.runs(entry.value, 'memo')}"


def _boxes(memo: Sequence[MemoEntry], inlines: InlineWriter, measure: float) -> str:
    """A cell to each field: its label, and the value in the line below."""
    if not memo:
        return ""
    rows = memo_rows(memo)
    widths = _widths(rows, inlines.style, measure)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = ""
    for number, row in enumerate(rows):
        cells = "".join(
            _cell(width, _entry(entry, inlines, "<w:br/>")) for width, entry in zip(widths, row, strict=False)
        )
        cells += "".join(_cell(width, "") for width in widths[len(row) :])
        # Boxes have no head; but a table without one is a fault to Word's checker of accessibility.
        head = "" if number else "<w:tblHeader/>"
        body += f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"
    title = attribute(", ".join(entry.label for entry in memo))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="MemoLine"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{title}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _cell(width: int, runs: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph("Memo", runs)}</w:tc>'


def _widths(rows: Sequence[Sequence[MemoEntry]], style: Style, measure: float) -> list[int]:
    """As much for each column as its words take in one line, and what is left in equal parts.

    Where the page is too narrow for that, each has room for its longest word, an address, say, and gives up as much of
    the rest as the others do.
    """
    columns = [[row[at] for row in rows if at < len(row)] for at in range(len(rows[0]))]
    whole = [max(_line(entry, style) for entry in column) for column in columns]
    if (left := measure - sum(whole)) >= 0:
        return [twips(one + left / len(whole)) for one in whole]
    words = [max(_longest_word(entry, style) for entry in column) for column in columns]
    share = max(measure - sum(words), 0.0) / (sum(whole) - sum(words) or 1.0)
    found = [least + (most - least) * share for least, most in zip(words, whole, strict=True)]
    return [twips(one * min(measure / sum(found), 1.0)) for one in found]


def _line(entry: MemoEntry, style: Style) -> float:
    """What a field takes where neither its label nor its value goes on in a second line, in points."""
    return max(_room(entry.label, style), _room(plain_text(entry.value), style))


def _longest_word(entry: MemoEntry, style: Style) -> float:
    return max(_room(word, style) for word in f"{entry.label} {plain_text(entry.value)}".split(" "))


def _room(words: str, style: Style) -> float:
    return text_width((TextRun(words),), "memo", style) * _MORE + BETWEEN_BOXES / _TWIPS
