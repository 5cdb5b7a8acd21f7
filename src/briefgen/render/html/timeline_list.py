"""A timeline on a narrow page: its words as a list down the page, which wraps at any width."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from briefgen.model.timelines import TimelineForm
from briefgen.render.bidirectional import plain_html
from briefgen.render.charts import Drawing
from briefgen.render.charts.svg import drawing_svg
from briefgen.render.charts.timelines import sign_ops

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.model.looks.style import Style
    from briefgen.model.timelines import BandWords, Event, Timeline, TimeSign

_SIDE, _SIZE = 11.0, 8.5


def timeline_list(timeline: Timeline, style: Style) -> str:
    """Date, sign and event in rows; of bands, each year with its count, its main event and its months."""
    heads, words = timeline.heads, timeline.bands
    if timeline.form is TimelineForm.BANDS and words:
        return _table((heads.year, words.count, words.landmark), _bands(timeline, words))
    key = " ".join(f"<span>{_sign(sign, style)} {escape(meaning)}</span>" for sign, meaning in timeline.signs)
    table = _table((heads.date, heads.mark, heads.event), _rows(timeline, style))
    return f'{table}<p class="timeline-key source">{key}</p>'


def _table(heads: Sequence[str], rows: Iterator[str]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    return f'<table class="timeline"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _rows(timeline: Timeline, style: Style) -> Iterator[str]:
    for index, event in enumerate(timeline.events):
        gap = timeline.gap_before(index)
        if gap:
            yield f'<tr class="empty"><td></td><td></td><td>{escape(gap)}</td></tr>'
        yield _row(event, style)


def _row(event: Event, style: Style) -> str:
    date = f'<th scope="row">{plain_html(event.when)}</th>'
    return f"<tr>{date}<td>{_sign(event.sign, style)}</td><td>{plain_html(event.what)}</td></tr>"


def _bands(timeline: Timeline, words: BandWords) -> Iterator[str]:
    landmarks, at = timeline.landmarks(), 0
    for year, events in timeline.years():
        gap = timeline.gap_before(at)
        at += len(events)
        if gap:
            yield f'<tr class="empty"><td></td><td></td><td>{escape(gap)}</td></tr>'
        main = f"{plain_html(landmarks[year])}<br>" if year in landmarks else ""
        months = Counter(event.month or len(words.month_names) + 1 for event in events)
        names = (*words.month_names, words.no_month)
        by_month = ", ".join(_counted(names[month - 1], count) for month, count in sorted(months.items()))
        yield f'<tr><th scope="row">{year}</th><td>{len(events)}</td><td>{main}{by_month}</td></tr>'


def _counted(month: str, count: int) -> str:
    """`May`, or `May: 2`: a number behind a month would be read as its day."""
    return escape(f"{month}: {count}" if count > 1 else month)


def _sign(sign: TimeSign, style: Style) -> str:
    """The sign as it is drawn; a date says in words how finely it is known."""
    ops = sign_ops(sign, _SIDE / 2, _SIDE / 2, _SIZE, style.palette.ink)
    svg = drawing_svg(Drawing(_SIDE, _SIDE, ops), style)
    return svg.replace("<svg ", '<svg class="sign" aria-hidden="true" ', 1)
