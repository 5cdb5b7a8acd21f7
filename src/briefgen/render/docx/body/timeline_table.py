"""Timelines as tables that an editor works on: date, sign, event; the rail is the right border of the dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from briefgen.model.document import Align
from briefgen.model.timelines import TimelineForm, TimeSign
from briefgen.render.docx.body.word_tables import CELL_STYLES
from briefgen.render.docx.package.directed_runs import text_runs
from briefgen.render.docx.package.wordprocessingml import attribute, paragraph, run, twips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefgen.model.looks.style import Palette
    from briefgen.model.timelines import BandWords, Event, Timeline
    from briefgen.render.docx.package.theme import Theme

SIGNS = {
    TimeSign.DAY: "●", TimeSign.MONTH: "▮", TimeSign.YEAR: "▯", TimeSign.SINCE: "▼", TimeSign.UNTIL: "▲",
    TimeSign.PLANNED: "○",
}  # fmt: skip
_SIGN_LOOK, _MUTED, _STRONG, _PLAIN = (
    '<w:rStyle w:val="TimeSign"/>', '<w:rStyle w:val="Muted"/>', '<w:rStyle w:val="Strong"/>', "",
)  # fmt: skip
_DATES, _YEAR, _SIGN, _DATE_IN_YEAR = 0.22, 0.1, 0.08, 0.15
"""Shares of the width."""
_BAND_YEAR, _BAND_COUNT, _BAND_ROUGH, _BAND_MAIN = 0.09, 0.08, 0.1, 0.25
_MOST_SIGNS, _NO_MONTH = 3, 13
_KEPT_WHOLE = 15
"""A timeline of up to so many rows stays on one page."""
_CENTRE, _END = Align.CENTRE, Align.END


class _Cell(NamedTuple):
    """A cell: its runs and how it stands."""

    runs: str
    width: int
    borders: str = ""
    columns: int = 1
    side: Align = Align.START
    is_head: bool = False

    @property
    def style(self) -> str:
        """The style of its paragraph."""
        return CELL_STYLES[self.side][0 if self.is_head else 1]


def timeline_xml(
    timeline: Timeline,
    named: tuple[str, str],
    look: tuple[Palette, Theme],
    measure: float,
    anchored: Callable[[str], str],
) -> tuple[str, list[str]]:
    """The table before its rows, and its rows: the first is the head, the last the key of the signs.

    `named` are its title and its description in words, `look` the colours and what they are called; `anchored` puts an
    anchor around the first words.
    """
    title, alt = named
    writer = _TimelineWriter(timeline, look, twips(measure), anchored)
    widths, rows = writer.written()
    rows.append(_row((writer.key(sum(widths), len(widths)),)))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = (
        f'<w:tblPr><w:tblStyle w:val="TimelineTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" '
        f'w:noVBand="0"/><w:tblCaption w:val="{attribute(title)}"/><w:tblDescription w:val="{attribute(alt)}"/>'
        "</w:tblPr>"
    )
    return f"{properties}<w:tblGrid>{grid}</w:tblGrid>", rows


class _TimelineWriter:
    def __init__(
        self, timeline: Timeline, look: tuple[Palette, Theme], measure: int, anchored: Callable[[str], str]
    ) -> None:
        self.timeline, self.measure, self.anchored = timeline, measure, anchored
        palette, theme = look
        edge, hair, ink = (theme.edge(value) for value in (palette.muted, palette.hairline, palette.ink))
        self.rail = f'<w:right w:val="single" w:sz="8" w:space="0" {edge}/>'
        self.dashes = f'<w:right w:val="dashed" w:sz="8" w:space="0" {edge}/>'
        self.hairline = f'<w:top w:val="single" w:sz="4" w:space="0" {hair}/>'
        self.rule = f'<w:bottom w:val="single" w:sz="8" w:space="0" {ink}/>'
        self.keep = len(timeline.events) <= _KEPT_WHOLE

    def written(self) -> tuple[list[int], list[str]]:
        """Widths of columns and rows, in the form that the timeline has."""
        match self.timeline.form:
            case TimelineForm.BANDS if self.timeline.bands:
                return self.bands(self.timeline.bands)
            case TimelineForm.YEARS | TimelineForm.BANDS:
                return self.years()
            case TimelineForm.STEPS | TimelineForm.LIST | TimelineForm.CASCADE:
                return self.rows()
            case _:
                assert_never(self.timeline.form)

    def rows(self) -> tuple[list[int], list[str]]:
        """Date, sign and event of each; empty stretches in words beside a dashed rail."""
        heads = self.timeline.heads
        date, sign = (round(self.measure * share) for share in (_DATES, _SIGN))
        widths = [date, sign, self.measure - date - sign]
        rows = [self._head((heads.date, heads.mark, heads.event), widths)]
        for index, event in enumerate(self.timeline.events):
            gap = self.timeline.gap_before(index)
            if gap:
                said = _Cell(text_runs(gap, _MUTED), widths[2])
                rows.append(_row((_Cell("", date, self.dashes), _Cell("", sign), said), keep=self.keep))
            cells = (
                _Cell(text_runs(event.when, _STRONG), date, self.rail),
                _Cell(_sign(event.sign), sign, side=_CENTRE),
                _Cell(text_runs(event.what, _PLAIN), widths[2]),
            )
            rows.append(_row(cells, keep=self.keep))
        return widths, rows

    def years(self) -> tuple[list[int], list[str]]:
        """Year, sign, date and event: the year stands with its first event."""
        heads = self.timeline.heads
        shares = (_YEAR, _SIGN, _DATE_IN_YEAR)
        fixed = [round(self.measure * share) for share in shares]
        widths = [*fixed, self.measure - sum(fixed)]
        rows, at = [self._head((heads.year, heads.mark, heads.date, heads.event), widths)], 0
        for year, events in self.timeline.years():
            gap = self.timeline.gap_before(at)
            at += len(events)
            if gap:
                said = _Cell(text_runs(gap, _MUTED), sum(widths[1:]), columns=3)
                rows.append(_row((_Cell("", widths[0]), said)))
            for number, event in enumerate(events):
                named = text_runs(str(year), _STRONG) if not number else ""
                line = self.hairline if not number else ""
                cells = (
                    _Cell(named, widths[0], line), _Cell(_sign(event.sign), widths[1], line, side=_CENTRE),
                    _Cell(text_runs(event.when_in_year, _MUTED), widths[2], line),
                    _Cell(text_runs(event.what, _PLAIN), widths[3], line),
                )  # fmt: skip
                rows.append(_row(cells))
        return widths, rows

    def bands(self, words: BandWords) -> tuple[list[int], list[str]]:
        """A row to each year: signs by month, how many, and one main event."""
        landmarks = self.timeline.landmarks()
        is_rough = any(event.month is None for event in self.timeline.events)
        year, count = round(self.measure * _BAND_YEAR), round(self.measure * _BAND_COUNT)
        rough = [round(self.measure * _BAND_ROUGH)] if is_rough else []
        main = [round(self.measure * _BAND_MAIN)] if landmarks else []
        month = (self.measure - year - count - sum(rough) - sum(main)) // 12
        widths = [year, *[month] * 12, *rough, count, *main]
        named = (self.timeline.heads.year, *words.months, *[words.no_month] * is_rough, words.count)
        rows, at = [self._head((*named, *[words.landmark] * bool(main)), widths, _CENTRE)], 0
        for number, events in self.timeline.years():
            gap = self.timeline.gap_before(at)
            at += len(events)
            if gap:
                said = _Cell(text_runs(gap, _MUTED), sum(widths[1:]), self.hairline, columns=len(widths) - 1)
                rows.append(_row((_Cell("", year, self.hairline), said)))
            months = [*range(1, 13), *[_NO_MONTH] * is_rough]
            cells = [_Cell(text_runs(str(number), _STRONG), year, self.hairline)]
            cells += [_Cell(_signs(events, each), month, self.hairline, side=_CENTRE) for each in months]
            cells.append(_Cell(run(str(len(events)), _STRONG), count, self.hairline, side=_END))
            cells += [_Cell(text_runs(landmarks.get(number, ""), _PLAIN), width, self.hairline) for width in main]
            rows.append(_row([cell._replace(width=width) for cell, width in zip(cells, widths, strict=True)]))
        rows.append(self._total(words, widths, at, bool(main)))
        return widths, rows

    def _total(self, words: BandWords, widths: Sequence[int], count: int, has_main: bool) -> str:  # noqa: FBT001 - one of two shapes
        before = widths[: -2 if has_main else -1]
        rule = self.rule.replace("w:bottom", "w:top")
        cells = [_Cell(text_runs(words.total, _STRONG), sum(before), rule, columns=len(before))]
        cells.append(_Cell(run(str(count), _STRONG), widths[len(before)], rule, side=_END))
        cells += [_Cell("", widths[-1], rule)] if has_main else []
        return _row(cells)

    def _head(self, heads: Sequence[str], widths: Sequence[int], side: Align = Align.START) -> str:
        first, *others = (text_runs(head, "") for head in heads)
        cells = [
            _Cell(head, width, self.rule, is_head=True, side=side if number else Align.START)
            for number, (head, width) in enumerate(zip((self.anchored(first), *others), widths, strict=True))
        ]
        return _row(cells, is_head=True)

    def key(self, width: int, columns: int) -> _Cell:
        """The signs that occur, each with its meaning, under all columns."""
        runs = "".join(
            f"{_sign(sign)}{text_runs(f' {meaning}', _MUTED)}{run('   ')}" for sign, meaning in self.timeline.signs
        )
        return _Cell(runs, width, columns=columns)


def _signs(events: Sequence[Event], month: int) -> str:
    found = [event.sign for event in events if (event.month or _NO_MONTH) == month]
    if len(found) > _MOST_SIGNS:
        return run(str(len(found)), _STRONG)
    return "".join(map(_sign, found))


def _sign(sign: TimeSign) -> str:
    return run(SIGNS[sign], _SIGN_LOOK)


def _row(cells: Sequence[_Cell], *, is_head: bool = False, keep: bool = False) -> str:
    """A row that is not parted."""
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(_written(cells, keep=keep or is_head))}</w:tr>"


def _written(cells: Sequence[_Cell], *, keep: bool) -> Iterator[str]:
    for cell in cells:
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        borders = f"<w:tcBorders>{cell.borders}</w:tcBorders>" if cell.borders else ""
        kept = "<w:keepNext/>" if keep else ""
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{cell.width}" w:type="dxa"/>{span}{borders}</w:tcPr>'
            f"{paragraph(cell.style, cell.runs, kept)}</w:tc>"
        )
