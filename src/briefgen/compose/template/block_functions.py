"""Functions of section templates that place blocks: tables, callouts, key figures, charts, timelines, references."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from briefgen.compose.brief_state import Counted
from briefgen.compose.charts.alt_text import data_table
from briefgen.compose.charts.chart_contents import AskedChart, chart_contents, is_drawable, origin_of, refs_of
from briefgen.compose.charts.chart_lines import with_lines
from briefgen.compose.charts.chart_specs import chart_of
from briefgen.compose.charts.charted_trade import ChartedFigures
from briefgen.compose.charts.framed_graphic import exhibit_id
from briefgen.compose.charts.one_axis import told_of_rates
from briefgen.compose.charts.timelines.timeline_forms import WantedForm
from briefgen.compose.markdown.authorship import OfTemplate
from briefgen.compose.markdown.empty_cells import names_its_rows, without_blanks
from briefgen.compose.markdown.figure_columns import typed_columns, with_unit_line
from briefgen.compose.markdown.markdown_reader import MarkdownReader, TextRead
from briefgen.compose.markdown.marked_words import MarkedWords
from briefgen.compose.markdown.row_patterns import rows_of
from briefgen.compose.markdown.tidy_inlines import tidy
from briefgen.compose.source.source_map import Lined, take_markers, without_markers
from briefgen.compose.structure.ranked_parts import Shortened
from briefgen.compose.template.budgets import DEEPEST_BLOCK_CALLS, MOST_BLOCK_CALLS, MOST_DRAWN, MOST_LISTED
from briefgen.compose.template.margin_function import narrow, note_of, notes_of
from briefgen.compose.template.picture_function import found_picture, with_room
from briefgen.compose.template.prose_texts import placed_prose
from briefgen.compose.values.template_value import figured, origins, unwrap
from briefgen.model.charts import ChartKind
from briefgen.model.comparability import PeriodForm
from briefgen.model.document import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Caption,
    Exhibit,
    Heading,
    Inline,
    KeyFigures,
    Paragraph,
    ReferenceList,
    Table,
    TextRun,
)
from briefgen.model.traversal import plain_text, refs_in, text_units
from briefgen.model.view import Item
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markupsafe import Markup

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.charts.charted_figures import Charted
    from briefgen.compose.charts.framed_graphic import FramedGraphic
    from briefgen.diagnostics import Place
    from briefgen.model.charts import Chart, Graphic

_Drawn = TypeVar("_Drawn")
_LINES_OF_HEAD = 2
"""Of a pipe table: what has no more has no row."""


class Blocks(MarkedWords):
    """The block functions of one brief; `table_of_names()` names them."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        self._depth = self._bodies = 0

    def functions(self) -> dict[str, Callable[..., object]]:
        """Function name → function."""
        return {
            "table": self.table, "callout": self.callout, "key_figures": self.key_figures, "chart": self.chart,
            "timeline": self.timeline, "reference_list": self.reference_list, "cite": self.cite, "note": self.note,
            "ref": self.ref, "margin": self.margin, "margin_note": self.margin_note, "side_notes": self.side_notes,
            "typed": self.typed, "picture": self.picture, "locator_map": self.locator_map, "prose": self.prose,
        }  # fmt: skip

    # ------------------------------------------------------------ blocks around Markdown

    def table(
        self, caption: object = "", *, rows: Sequence[object] | None = None, note: object = "", widths: str = "",
        row_header: bool = True, turned: bool = False, dash: object = "", name: object = "",
        caller: Callable[..., str],
    ) -> Markup:  # fmt: skip
        """A pipe table with caption, number, source line and note; with `rows`, its last line is written for each."""
        body, place = rows_of(rows, caller, self.brief, turned=turned), self.brief.problems.here("table")
        named, meaning = self._given(name), self.brief.said_plainly(dash) if dash else ""
        if rows is not None and not body:
            return self.brief.slots.block(tuple)
        more = self.brief.wording.phrases.more_on_record if isinstance(rows, Shortened) else ""
        said, beside = self._said(caption), self._said(note)
        if named and not str(caption):
            hint = "give the table a caption"
            self.brief.problems.at_current_line("BG404", "a table without a caption has no number to refer to", hint)
        numbers = tuple(int(width) for width in widths.split(",")) if widths else ()
        self.brief.crossrefs.expect(named if without_markers(str(body)).strip().count("\n") >= _LINES_OF_HEAD else "")

        def build() -> tuple[Block, ...]:
            blocks, is_told = self._converted(body, place)
            tables = [block for block in blocks if isinstance(block, Table)]
            if not is_told and (len(blocks) > 1 or len(tables) != len(blocks)):
                hint = "keep headings and prose outside of {% call table(...) %}"
                message = "a table call holds something else than one table"
                self.brief.problems.report.error("BG403", place, message, hint)
            for table in tables[:1]:
                self._fit(numbers, table, place)
            made = tuple(
                self._captioned(table, said, beside, numbers, row_header=row_header, told=more, dash=meaning)
                for table in tables
            )
            for table in made[:1]:
                self._name(named, table, place)
            return made

        return self.brief.slots.block(build)

    def _fit(self, widths: tuple[int, ...], table: Table, place: Place) -> None:
        """Widths that are no others than the columns, or a problem at the call."""
        columns = typed_columns(table)
        if widths and len(widths) != columns:
            message = f"the table has {columns} columns, and widths for {len(widths)} are given"
            hint = f'give each column one, as in widths="{",".join("1" for _ in range(columns))}"'
            self.brief.problems.report.error("BG404", place, message, hint)

    def _captioned(
        self, table: Table, caption: Lined, note: Lined, widths: tuple[int, ...], *, row_header: bool,
        told: str = "", dash: str = "",
    ) -> Table:  # fmt: skip
        label = self.brief.exhibit_label(Counted.TABLE)
        fitting = widths if len(widths) == len(table.align) else ()
        found = without_blanks(replace(table, id=exhibit_id(label), widths=fitting), self.brief.wording)
        made = replace(found.table, row_header=row_header and names_its_rows(found.table))
        if not caption.text:
            return made
        source = self.brief.source_line(refs_in(text_units((made,))))
        gone = self.brief.columns_told(dash, found.gone) if found.gone else ""
        remarks = (told, gone, found.folded, self.brief.dash_told(dash) if found.has_dashes else "")
        made, unit = with_unit_line(made)
        beside = self._beside(note, " ".join(filter(None, remarks)))
        return replace(made, caption=Caption(label, self._inlines(caption), source, beside, unit=unit))

    def callout(self, title: object = "", kind: str = "summary", *, caller: Callable[[], str]) -> Markup:
        """A box around Markdown."""
        body, place, said = caller(), self.brief.problems.here("callout"), self._said(title)

        def build() -> tuple[Block, ...]:
            title, (blocks, _) = self._inlines(said), self._converted(body, place)
            box = Callout(CalloutKind(kind), title, blocks, id=self.brief.box_id(plain_text(title), place))
            return (box,) if blocks else ()

        return self.brief.slots.block(build)

    def key_figures(self, *, margin: bool = False, caller: Callable[[], str]) -> Markup:
        """Cards from a bullet list: `**value** unit`, and the label on the lines below; in the margin if so asked."""
        from briefgen.compose.markdown.key_figure_card import card_of

        body, place = caller(), self.brief.problems.here("key_figures")

        def build() -> tuple[Block, ...]:
            blocks, is_told = self._converted(body, place)
            items = [item for block in blocks if isinstance(block, BulletList) for item in block.items]
            cards = [card for item in items if (card := card_of(item))]
            are_cards = len(cards) == len(items) and all(isinstance(block, BulletList) for block in blocks)
            if not are_cards and not is_told:
                hint = "write each card as '- **value** unit', a backslash, and the label on the next line"
                self.brief.problems.report.error("BG406", place, "key figures are a list of cards", hint)
            made = (KeyFigures(tuple(cards)),) if cards else ()
            return note_of((), made) if margin else made

        return self.brief.slots.block(build)

    def _converted(self, body: str, place: Place) -> TextRead:
        """The blocks of a call's body, within bounds of their own: the templates' budgets are over by then."""
        if self._bodies > MOST_BLOCK_CALLS:
            return TextRead((), is_told=True)
        self._bodies += 1
        if self._depth >= DEEPEST_BLOCK_CALLS or self._bodies > MOST_BLOCK_CALLS:
            self._bodies = MOST_BLOCK_CALLS + 1  # told once: a tree of calls has too many ends
            message = f"calls of blocks are nested deeper than {DEEPEST_BLOCK_CALLS}, or more than {MOST_BLOCK_CALLS:,}"
            self.brief.problems.report.error("BG405", place, message, "put fewer blocks into one another")
            return TextRead((), is_told=True)
        self._depth += 1
        reader = MarkdownReader(self.brief, take_markers(self.brief.standing(str(body)), place))
        blocks = reader.blocks()
        self._depth -= 1
        return TextRead(blocks, reader.told)

    def _said(self, text: object) -> Lined:
        """A caption, title or note given as an argument, with the template's line that gives it."""
        return Lined(self.brief.said(text) if text else "", (self.brief.problems.here(),))

    def _inlines(self, said: Lined) -> tuple[Inline, ...]:
        """What was said in an argument: tokens and Markdown emphasis, one line."""
        stands = Lined(self.brief.standing(said.text), said.places)
        blocks = MarkdownReader(self.brief, stands, OfTemplate(self.brief, is_argument=True)).blocks()
        return tidy(i for block in blocks if isinstance(block, Paragraph | Heading) for i in block.inlines)

    def _beside(self, note: Lined, told: str) -> tuple[Inline, ...]:
        """What stands under an exhibit: the template's note, and what is told of what it does not show."""
        said = self._inlines(note)
        return (*said, TextRun(f"{' ' if said else ''}{told}")) if told else said

    # ------------------------------------------------------------ charts and timelines

    def chart(
        self, kind: str, title: object, years: Sequence[object], *, what: str = "exports", length: str = "",
        currency: object = "", headline: object = "", note: object = "", name: object = "", data: bool = False,
    ) -> Markup:  # fmt: skip
        """A chart of trade or series, with `data` its figures as a table; nothing where there is none to draw."""
        given = [unwrap(year) for year in years]
        self.brief.use.print(field for one in given for field in figured(origin_of(one)))
        form, into = PeriodForm(length) if length else None, str(unwrap(currency) or "")
        asked = AskedChart(ChartKind(kind), ChartedFigures(what), form, into)
        charted = chart_contents(given, asked, self.brief)
        few = self._few(list(charted.periods), "chart", "periods", MOST_DRAWN) if charted else []
        named, said, seen = self._given(name), (self._said(title), self._said(note)), self._said(headline)
        if charted is None or len(few) < len(charted.periods) or not is_drawable(asked, charted, self.brief):
            return self.brief.slots.block(tuple)
        self.brief.crossrefs.expect(named if charted.figures else "")

        def build() -> tuple[Block, ...]:
            made = chart_of(asked.kind, charted, self.brief)
            if not made:
                return ()
            refs = refs_of(series for chart, _ in made.parts for series in chart.series)
            told = told_of_rates(charted, self.brief)
            plain = self._exhibit(made.graphic, *said, made.alt, refs, named, told)
            exhibit = with_lines(plain, self._inlines(seen), made, self.brief.wording.phrases)
            tables = made.parts if data else ()
            return exhibit, *(self._data(*part, plain) for part in tables if part[0].kind is not ChartKind.PIE)

        return self.brief.slots.block(build)

    def _data(self, chart: Chart, charted: Charted, exhibit: Exhibit) -> Table:
        """The figures of a chart as a table behind it."""
        label, source = self.brief.exhibit_label(Counted.TABLE), self.brief.source_line(refs_of(chart.series))
        return data_table(chart, charted, label, exhibit.caption.title, source, self.brief)

    def timeline(
        self, title: object, items: Sequence[object], *, form: str = "auto", most: int = 0, headline: object = "",
        note: object = "", name: object = "",
    ) -> Markup:  # fmt: skip
        """A timeline of dated items in a form for their number, or the one asked for; undated ones are left out."""
        from briefgen.compose.charts.timelines.placed_timeline import chosen, placed_timeline
        from briefgen.compose.charts.timelines.timeline_events import dates_of, drawn_of

        named, said, seen = self._given(name), (self._said(title), self._said(note)), self._said(headline)
        found = [item for shown in items if isinstance(item := unwrap(shown), Item)]
        found = self._few(found, "timeline", "events", MOST_LISTED)
        dated, left_out = chosen(found, most, self.brief)
        told = dated if left_out else found
        kept = {item.id for item in told}
        refs = origins(shown for shown in items if isinstance(item := unwrap(shown), Item) and item.id in kept)
        if found and not dated:
            message = "the timeline is not placed: no fact that it is given has both a title and a date"
            self.brief.problems.nothing_placed(message, "give it dated facts, such as events()", "timeline")
        if not dated:
            return self.brief.slots.block(tuple)
        self.brief.crossrefs.expect(named)
        placed = placed_timeline(dated, WantedForm(form), left_out, self.brief)
        self.brief.use.print(field for item in told for field in (drawn_of if placed.is_told else dates_of)(item))

        def build() -> tuple[Block, ...]:
            shown: list[Table | Exhibit] = []
            if placed.is_drawn:
                drawn = (placed.timeline, *said, placed.alt, refs.refs if refs else (), named, placed.note)
                shown.append(placed.titled(self._exhibit(*drawn), self._inlines(seen)))
            if placed.listed:
                behind = (Lined(placed.as_list.format(title=said[0].text), said[0].places), Lined("", ()))
                around = (*(behind if shown else said), ())
                shown.append(self._captioned(placed.listed, *around, row_header=True, told=placed.list_note))
            self._name(named, shown[0], said[0].place(0))
            return tuple(shown)

        return self.brief.slots.block(build)

    def picture(
        self, picture: object, *, width: int = 100, caption: object = "", alt: object = "", note: object = "",
        name: object = "",
    ) -> Markup:  # fmt: skip
        """A picture of the relation, or one of the templates; nothing where the brief has none of that id."""
        named, said = self._given(name), (self._said(caption), self._said(note))
        found = found_picture(self.brief, picture, width, alt, caption)
        return self._framed(with_room(self.brief, found, self.brief.problems.here("picture")), *said, named)

    def locator_map(self, title: object, *, note: object = "", name: object = "") -> Markup:
        """A map of the two parties; nothing where one has no outline."""
        from briefgen.compose.charts.map_of_parties import found_map

        named, said = self._given(name), (self._said(title), self._said(note))
        return self._framed(found_map(self.brief), *said, named)

    def _framed(self, found: FramedGraphic | None, title: Lined, note: Lined, name: str) -> Markup:
        self.brief.crossrefs.expect(name if found else "")

        def build() -> tuple[Block, ...]:
            if found is None:
                return ()
            exhibit = found.placed(self.brief, self._inlines(title), self._inlines(note))
            self._name(name, exhibit, title.place(0))
            return (exhibit,)

        return self.brief.slots.block(build)

    def _few(self, drawn: list[_Drawn], near: str, what: str, most: int) -> list[_Drawn]:
        """What a chart or timeline shows, if it can be made in a moment."""
        if len(drawn) <= most:
            return drawn
        message = f"a {near} of {len(drawn):,} {what} is too large: {most:,} at most"
        self.brief.problems.at_current_line("BG405", message, f"show fewer {what}", near)
        return []

    def _exhibit(
        self, graphic: Graphic, title: Lined, note: Lined, alt: str, refs: tuple[str, ...], name: str, told: str = ""
    ) -> Exhibit:
        label = self.brief.exhibit_label(Counted.FIGURE)
        caption = Caption(label, self._inlines(title), self.brief.source_line(refs), self._beside(note, told))
        exhibit = Exhibit(exhibit_id(label), graphic, caption, alt)
        self._name(name, exhibit, title.place(0))
        return exhibit

    def margin(self, lead: object = "", *, caller: Callable[[], str]) -> Markup:
        """A note in the margin, beside what stands before it."""
        body, place, said = caller(), self.brief.problems.here("margin"), self._said(lead)

        def build() -> tuple[Block, ...]:
            words = self._inlines(said)
            return note_of(words, narrow(self.brief, self._converted(body, place), place))

        return self.brief.slots.block(build)

    def margin_note(self, words: object, *, lead: object = "") -> Markup:
        """A note in the margin of a sentence or two."""
        said, first = self._said(words), self._said(lead)
        return self.brief.slots.block(lambda: note_of(self._inlines(first), (Paragraph(self._inlines(said)),)))

    def side_notes(self, exhibit: object, *, caller: Callable[[], str]) -> Markup:
        """A table, chart, timeline or picture with each paragraph or list of Markdown as a note beside it."""
        body, place = caller(), self.brief.problems.here("side_notes")
        slot = self.brief.slots.alone(without_markers(str(exhibit)))

        def build() -> tuple[Block, ...]:
            beside = slot.build() if slot else ()
            notes = narrow(self.brief, self._converted(body, place), place)
            first = beside[0] if len(beside) == 1 else None
            if slot is None or (beside and not isinstance(first, Table | Exhibit)):
                hint = "write {% call side_notes(chart(...)) %} notes {% endcall %}"
                self.brief.problems.report.error("BG403", place, "side notes stand beside one exhibit", hint)
            if not isinstance(first, Table | Exhibit):
                return (*beside, *notes)
            return first, *notes_of(notes)

        return self.brief.slots.block(build)

    # ------------------------------------------------------------ names and prose

    def prose(self, name: object) -> object:
        """Prose of the relation, by the name of its file; asking for one that is not there is no."""
        return placed_prose(self.brief, name)

    # ------------------------------------------------------------ sources

    def reference_list(self) -> Markup:
        """The list of references; filled when the whole brief is composed."""
        return self.brief.slots.block(lambda: (ReferenceList(()),))
