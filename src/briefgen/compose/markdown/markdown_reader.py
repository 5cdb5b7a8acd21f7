"""Markdown with tokens to blocks and inlines. The only parser of templates' own text; data are never in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from briefgen.compose.markdown.authorship import Authorship, OfTemplate
from briefgen.compose.markdown.dates_after_words import tell_of_dates
from briefgen.compose.markdown.figure_columns import FigureColumns
from briefgen.compose.markdown.left_over import (
    LeftOver,
    around,
    hashes_of_no_heading,
    left_over,
    notes_nobody_refers_to,
    open_bracket,
)
from briefgen.compose.markdown.markdown_tree import BREAKS, tree_of
from briefgen.compose.markdown.pipe_tables import broken_tables, table_of, table_of_cells
from briefgen.compose.markdown.plain_tables import plain_table
from briefgen.compose.markdown.tidy_inlines import merge, tidy
from briefgen.compose.values.placeholders import AbsentSlot, BlockSlot, CiteSlot, EdgeSlot, NoteSlot, RefSlot, TextSlot
from briefgen.diagnostics import echo
from briefgen.late_patterns import late_pattern
from briefgen.model.document import (
    Block,
    BulletList,
    Cell,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    NoteRef,
    NumberedList,
    Paragraph,
    Strong,
    TextRun,
)
from briefgen.model.traversal import plain_text
from briefgen.model.values.address import AddressError, parse_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.markdown.markdown_tree import MarkdownNode
    from briefgen.compose.markdown.plain_tables import PlainTable
    from briefgen.compose.source.source_map import Lined
    from briefgen.compose.values.placeholders import Slot
    from briefgen.diagnostics import Place

_LETTERS = late_pattern("(?:%[89A-Fa-f][0-9A-Fa-f])+")
"""Letters beyond ASCII, as the reader of Markdown writes them in addresses."""
_TOP = 2
"""`##` is a section's heading: `#` would be the brief's own title."""
_DEEPEST = 4
_NBSP = "\u00a0"
"""Keeps a marker on the line of the words it belongs to."""


class TextRead(NamedTuple):
    """The blocks of a text, and whether a fault in it was told, which may be why they are no others."""

    blocks: tuple[Block, ...]
    is_told: bool


class _Parser(MarkdownIt):
    """Takes every address for a link, so that those that briefs cannot have are seen and told."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the name that the parser asks for
        """Whether a link is one."""
        return True


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables and footnotes; HTML is text, and what stands behind a backslash a piece of its own."""
    made = _Parser("commonmark", {"html": False}).enable("table").use(footnote_plugin)
    return made.disable("text_join")


class MarkdownReader:
    """Converts one section's Markdown, in the order of the document."""

    def __init__(self, brief: Brief, lined: Lined, written: Authorship | None = None) -> None:
        self.brief, self.lined, self._written = brief, lined, written or OfTemplate(brief)
        self._shift = 0
        """Levels that headings are set lower than they are typed."""
        self._footnotes: dict[int, MarkdownNode] = {}
        self._breaks: dict[MarkdownNode, int] = {}
        self._in_note = False
        self._note_place = lined.place(0)
        """Of the footnote that is being read."""
        self.told = False
        """Whether something in the text was told to be wrong, or not there: its shape is no other fault then."""

    def blocks(self) -> tuple[Block, ...]:
        """All blocks of the text."""
        if (plain := plain_table(self.lined.text)) is not None:
            return self._plain_table(plain)
        found: dict[str, Any] = {}
        root = tree_of(parser().parse(self.lined.text, found))
        for line, message, hint in broken_tables(self.lined.text, root):
            self._error("BG403", self.lined.place(line), message, hint)
        notes = found.get("footnotes", {}).get("refs", {})
        asked = (label.removeprefix(":") for label, number in notes.items() if number >= 0)
        for line, message, hint in notes_nobody_refers_to(self.lined.text, asked):
            self._told(line, LeftOver("[^", message, hint))
        typed = [int(node.tag[1:]) for node in root.walk() if node.type == "heading"]
        self._shift = self._written.shift(min(typed)) if typed else 0
        for block in root.children:
            if block.type == "footnote_block":
                self._footnotes.update({int(note.meta["id"]): note for note in block.children})
        return tuple(self._blocks(root.children))

    def _plain_table(self, plain: PlainTable) -> tuple[Block, ...]:
        """A table in whose cells is no markup."""
        cells = [[Cell(self._plain(cell, line)) for cell in cells] for line, cells in plain.rows]
        table = table_of_cells(plain.align, cells, self._columns)
        return (table,) if table.rows else ()

    @property
    def _columns(self) -> FigureColumns:
        return FigureColumns(self.brief.figures, self.brief.wording.phrases)

    def _plain(self, words: str, line: int) -> tuple[Inline, ...]:
        read: list[Inline] = []
        for piece in self.brief.slots.pieces(words):
            if type(piece) is TextSlot:  # most cells
                read += (_of_value(piece),) if piece.text else ()
            elif isinstance(piece, str):
                read.append(self._written.run(piece, self.lined.place(line)))
            else:
                read += self._slot(piece)
        return tidy(read)

    def _blocks(self, nodes: Sequence[MarkdownNode]) -> Iterable[Block]:
        for node in nodes:
            yield from self._block(node)

    def _block(self, node: MarkdownNode) -> Iterable[Block]:
        match node.type:
            case "paragraph":
                yield from self._paragraph(node)
            case "heading":
                yield self._heading(node)
            case "bullet_list":
                if items := self._items(node):
                    yield BulletList(items)
            case "ordered_list":
                if items := self._items(node):
                    yield NumberedList(items, int(node.attrs.get("start", 1)))
            case "table":
                table = table_of(node, self.inlines, self._columns)
                if table.rows:
                    yield table
            case "footnote_block":
                return
            case _:
                self._refuse(node)

    def _paragraph(self, node: MarkdownNode) -> Iterable[Block]:
        alone = self.brief.slots.alone(node.children[0].content)
        if alone:
            yield from alone.build()
            return
        if sign := hashes_of_no_heading(node.children[0].content):
            self._told(node.map[0] if node.map else 0, sign)
        inlines = self.inlines(node.children[0])
        if inlines:
            yield Paragraph(inlines)

    def _heading(self, node: MarkdownNode) -> Heading:
        typed = int(node.tag[1:])
        level = typed + self._shift
        if not _TOP <= level <= _DEEPEST:
            hint = (
                f"no heading deeper than '{'#' * (_DEEPEST - self._shift)}' has room here"
                if self._shift
                else "begin sections at '##'; '####' is the deepest"
            )
            self._problem(node, f"a heading of level {typed} has no place in a section", hint)
        self._no_gap(node, level)
        self._written.stand_under(self.brief.heading_level)
        inlines = self.inlines(node.children[0])
        words = self.brief.slots.plain(node.children[0].content)
        heading = Heading(min(max(level - 1, 1), 3), inlines, self.brief.heading_id(words))
        self.brief.crossrefs.heading(heading.id, plain_text(inlines))
        return heading

    def _no_gap(self, node: MarkdownNode, level: int) -> None:
        """Warn of a heading more than one level below the last: it is set one below it."""
        above = self.brief.heading_level
        if _TOP <= level <= _DEEPEST and level > above + 1:
            typed, meant = level - self._shift, above + 1 - self._shift
            under = f"one of level {above - self._shift}" if above >= _TOP else "the title"
            message = f"a heading of level {typed} stands under {under}: it is set as level {meant}"
            line = node.map[0] if node.map else 0
            known, found = self.told, LeftOver("#" * typed, message, f"write '{'#' * meant}'")
            self._told(line, found)
            self.told = known  # it is a heading all the same: nothing else is wrong by this
        self.brief.heading_level = min(level, above + 1)

    def _items(self, node: MarkdownNode) -> tuple[tuple[Block, ...], ...]:
        items = (tuple(self._blocks(item.children)) for item in node.children)
        return tuple(item for item in items if item)

    def _refuse(self, node: MarkdownNode) -> None:
        what = {"fence": "a code block", "code_block": "a code block", "hr": "a rule", "blockquote": "a block quote"}
        hint = (
            "use a callout for text that stands apart" if node.type == "blockquote" else "indent less than four blanks"
        )
        self._problem(node, f"{what.get(node.type, node.type)} cannot be shown in a brief", hint)

    def _problem(self, node: MarkdownNode, message: str, hint: str) -> None:
        line = node.map[0] if node.map else 0
        self._error("BG406", self.lined.place(line), message, hint)

    def _error(self, code: str, place: Place, message: str, hint: str) -> None:
        self.told = True
        self.brief.problems.report.error(code, place, message, hint)

    # ------------------------------------------------------------ inlines

    def inlines(self, node: MarkdownNode) -> tuple[Inline, ...]:
        """The inlines of a node, with adjoining plain words joined and the ends trimmed."""
        self._tell_left_over(node)
        return tidy(found for child in node.children for found in self._inline(child))

    def _inline(self, node: MarkdownNode) -> Iterable[Inline]:
        match node.type:
            case "text" | "text_special":
                pieces = list(self.brief.slots.pieces(node.content))
                tell_of_dates(pieces, self.brief, lambda word: self._written.place_of(self._place(node), word))
                for piece in pieces:
                    yield from self._own_words(node, piece) if isinstance(piece, str) else self._slot(piece)
            case "softbreak":
                if not node.next_sibling or not self.brief.slots.clings(node.next_sibling.content):
                    yield self._written.run(" ", self._place(node))
            case "hardbreak":
                yield LineBreak()
            case "strong":
                yield Strong(self._nested(node))
            case "em":
                yield Emphasis(self._nested(node))
            case "link":
                yield from self._link(node)
            case "footnote_ref":
                yield from self._footnote(node)
            case "inline":
                for child in node.children:
                    yield from self._inline(child)
            case _:
                what = {"image": "an image", "code_inline": "code"}.get(node.type, node.type)
                sign = {"image": "![", "code_inline": "`"}.get(node.type, "")
                hint = "take it out, or write it as words"
                self._problem_inline(node, f"{what} cannot be shown in a brief", hint, sign)
                yield TextRun(node.content)

    def _nested(self, node: MarkdownNode) -> tuple[Inline, ...]:
        return merge(found for child in node.children for found in self._inline(child))

    def _slot(self, slot: Slot) -> Iterable[Inline]:
        match slot:
            case TextSlot():
                if slot.text:
                    yield _of_value(slot)
            case CiteSlot():
                yield from self._cite(slot)
            case NoteSlot():
                pieces = self.brief.slots.pieces(self.brief.standing(slot.text))
                words = (TextRun(p, slot.origin) if isinstance(p, str) else p for p in pieces)
                yield self._noted(i for w in words for i in ((w,) if isinstance(w, TextRun) else self._slot(w)))
            case RefSlot():
                yield self.brief.crossrefs.ask(slot.name, slot.place)
            case BlockSlot():
                message = "a table, chart, timeline, picture, callout or prose must stand in a paragraph of its own"
                self._error("BG406", self.lined.place(0), message, "put blank lines around it")
            case AbsentSlot():
                self.told = True
            case EdgeSlot():
                pass  # taken out before a text is read

    def _cite(self, slot: CiteSlot) -> Iterable[Inline]:
        cite = self.brief.citations.cite(slot.refs, slot.locators)
        if cite and self.brief.citations.in_footnotes and not self._in_note:
            yield NoteRef(self.brief.add_note((cite,)))
        elif cite:
            yield TextRun(_NBSP)
            yield cite

    def _noted(self, inlines: Iterable[Inline]) -> NoteRef:
        """A footnote of some inlines; what they cite stands in it."""
        self._in_note = True
        words = tidy(inlines)
        self._in_note = False
        return NoteRef(self.brief.add_note(words))

    def _link(self, node: MarkdownNode) -> Iterable[Inline]:
        # As it was typed, but for what stands for a letter of ASCII: that means something else than the letter.
        typed = _LETTERS.sub(lambda found: unquote(found[0]), str(node.attrs.get("href", "")))
        url = self.brief.slots.plain(typed)
        if not self.brief.slots.lacks(typed):
            try:
                yield Link(parse_address(url), self._nested(node))
            except AddressError as error:
                hint = "link to http, https or mailto addresses"
                self._problem_inline(node, f"the address '{echo(url)}' {error}", hint, url)
            else:
                return
        yield from self._nested(node)

    def _footnote(self, node: MarkdownNode) -> Iterable[Inline]:
        note = self._footnotes.get(int(node.meta["id"]))
        if note is None:
            return
        self._note_place = self._place(node)
        paragraphs = [child for child in note.children if child.type == "paragraph"]
        for child in note.children:
            if child.type == "paragraph":
                self._tell_left_over(child.children[0])
            elif child.type != "footnote_anchor":
                self._problem(
                    child, "a footnote holds more than paragraphs of words", "put lists and tables into the text"
                )
        inlines = (
            i
            for p in paragraphs
            for c in p.children[0].children
            if c.type != "footnote_anchor"
            for i in self._inline(c)
        )
        yield self._noted(inlines)

    def _own_words(self, node: MarkdownNode, words: str) -> Iterable[Inline]:
        """Words of the text itself."""
        yield self._written.run(words, self._place(node))

    def _problem_inline(self, node: MarkdownNode, message: str, hint: str, sign: str) -> None:
        place = self._written.place_of(self._place(node), sign) if sign else self._place(node)
        self._error("BG406", place, message, hint)

    def _tell_left_over(self, node: MarkdownNode) -> None:
        """Warn of marks that are printed as they were typed."""
        typed = [inner for inner in node.walk() if inner.type in {"text", "text_special"}]
        found = [
            (inner, sign)
            for inner in typed
            if inner.type == "text" and (sign := left_over(inner.content, *around(inner)))
        ]
        if not any("[" in sign.sign for _, sign in found):
            alone = open_bracket((inner.content, inner.type == "text_special") for inner in typed)
            found += [(typed[alone[0]], alone[1])] if alone else []
        for inner, sign in found:
            self._warn(self._place(inner), sign)

    def _told(self, line: int, found: LeftOver) -> None:
        self._warn(self.lined.place(line), found)

    def _warn(self, place: Place, found: LeftOver) -> None:
        self.told = True
        at = self._written.place_of(place, found.sign)
        report = self.brief.problems.report
        here = ("BG406", at.path, at.line)
        told = any((one.code, one.place.path, one.place.line) == here for one in report.diagnostics)
        if told and not found.sign.strip("{}"):
            return  # whoever read the template has told what was meant
        report.warning("BG406", at, found.message, found.hint)

    def _place(self, node: MarkdownNode) -> Place:
        """The template's line for an inline: that of the block around it, and the breaks before it."""
        parent, breaks = node, 0
        while parent.parent is not None and not parent.map:
            breaks += self._breaks_before(parent)
            parent = parent.parent
        if not parent.map:  # words of a note that stands in its sentence: `^[...]`
            return self._note_place
        return self.lined.place(parent.map[0] + breaks)

    def _breaks_before(self, node: MarkdownNode) -> int:
        """How many lines end before an inline in what holds it; counted once for all that it holds."""
        if node not in self._breaks:
            found = 0
            for sibling in node.parent.children if node.parent else ():
                self._breaks[sibling] = found
                found += sibling.type in BREAKS
        return self._breaks[node]


def _of_value(slot: TextSlot) -> TextRun:
    return TextRun(slot.text, slot.origin, slot.language, slot.value)
