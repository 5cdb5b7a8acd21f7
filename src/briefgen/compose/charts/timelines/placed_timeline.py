"""Timelines from the view: drawn in the form that their number asks for, or a list by year where only that has room.

A drawing stays on one page, and each label has a row of its own in it; a list goes on overleaf, in every format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefgen.compose.charts.timelines.timeline_events import event_of, events_of
from briefgen.compose.charts.timelines.timeline_forms import WantedForm, form_of, is_as_wanted
from briefgen.compose.charts.timelines.timeline_words import alt_of, band_words, gaps_of, key_of, note_of
from briefgen.model.document import Align, Cell, LineBreak, Strong, Table, TextRun
from briefgen.model.timelines import Timeline, TimelineForm, TimelineHeads
from briefgen.model.traversal import leaves
from briefgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.model.document import Exhibit, Inline
    from briefgen.model.origin import Origin
    from briefgen.model.timelines import Event
    from briefgen.model.view import Item
    from briefgen.model.wording.patterns import Pattern


def chosen(items: Sequence[Item], most: int, brief: Brief) -> tuple[list[Item], str]:
    """The events that a timeline of so many has room for, and what is to be said of those left out.

    Main events go before others, and newer before older; 0 is room for all.
    """
    dated = [item for item in items if event_of(item, brief)]
    if not most or len(dated) <= most:
        return dated, ""
    first = sorted(dated, key=lambda item: (item.major is not True, *_newest_first(item)))[:most]
    kept = {item.id for item in first}
    told = brief.wording.phrases.events_left_out.format(shown=most, count=len(dated))
    return [item for item in dated if item.id in kept], told


def _newest_first(item: Item) -> tuple[int, str]:
    date = item.dated if item.is_planned else item.happened
    return (-date.sort_key[0].toordinal() if date else 0, item.id)


class PlacedTimeline(NamedTuple):
    """A timeline as a brief shows it: a drawing, a list, or bands with the list that says what they count."""

    timeline: Timeline
    is_drawn: bool
    listed: Table | None
    note: str
    """What is to be said under the drawing."""
    list_note: str
    alt: str
    as_list: Pattern
    """Behind the title of a list of what a drawing counts."""
    years: TextRun
    """From which year to which it goes."""

    def titled(self, exhibit: Exhibit, headline: tuple[Inline, ...]) -> Exhibit:
        """With its years in the unit line, and the plain title before them where a headline says what is seen."""
        plain = exhibit.caption.title
        line = (*plain, TextRun(", "), self.years) if headline else (self.years,)
        return replace(exhibit, caption=replace(exhibit.caption, title=headline or plain, unit=line))

    @property
    def is_told(self) -> bool:
        """Whether it says what happened, and not only how often."""
        return self.listed is not None or self.timeline.form is not TimelineForm.BANDS


def placed_timeline(items: Sequence[Item], wanted: WantedForm, left_out: str, brief: Brief) -> PlacedTimeline:
    """Dated items in order of time, in the form that is asked for where it holds them; another form is told."""
    told, phrases = events_of(items, brief), brief.wording.phrases
    events = tuple(one.event for one in told)
    heads = TimelineHeads(phrases.year, phrases.date, phrases.sign, phrases.event)
    plain = Timeline(events, signs=key_of(events, phrases), heads=heads)
    drafts = {form: replace(plain, form=form, gaps=gaps_of(events, form, phrases)) for form in TimelineForm}
    form = form_of(drafts, wanted)
    _tell(len(events), form, wanted, brief)
    made = drafts[form or TimelineForm.YEARS]
    if form is TimelineForm.BANDS:
        made = replace(made, bands=band_words(brief))
    is_listed = form is None or (form is TimelineForm.BANDS and wanted is not WantedForm.BANDS)
    listed, bold = timeline_list(made, brief) if is_listed else (None, "")
    beside = "" if form else left_out
    return PlacedTimeline(
        made, form is not None, listed, _joined(left_out, note_of(made, phrases)), _joined(beside, bold),
        alt_of(made, [one.sentence for one in told], brief.wording),
        phrases.as_list,
        _years(events, brief),
    )  # fmt: skip


def _years(events: Sequence[Event], brief: Brief) -> TextRun:
    """The years that the events span, with the facts that say so."""
    ends = (events[0], max(events, key=lambda event: event.end))
    low, high = ends[0].start.year, ends[1].end.year
    origins = [event.origin for event in ends if event.origin]
    words = str(low) if low == high else brief.wording.phrases.between.format(low=low, high=high)
    return TextRun(words, origins[0].joined_with(origins[1:]) if origins else None)


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _tell(count: int, form: TimelineForm | None, wanted: WantedForm, brief: Brief) -> None:
    if is_as_wanted(form, wanted):
        return
    problems = brief.problems
    shown = "a table by year" if form is None else f"the form '{form}'"
    many = "one event" if count == 1 else f"{count} events"
    message = f"the form '{wanted}' has no room for {many} with these words: the timeline takes {shown}"
    hint = "leave form= out, give it fewer events with most=, or shorten their titles"
    problems.report.warning("BG464", problems.here(wanted), message, hint)


def timeline_list(timeline: Timeline, brief: Brief) -> tuple[Table, str]:
    """The events by year, a row for each, and what is to be said of them: main events among others are set in bold."""
    is_mixed = len({event.is_main for event in timeline.events}) > 1
    phrases, rows = brief.wording.phrases, []
    for year, events in timeline.years():
        lines: list[Inline] = []
        for event in events:
            lines += [TextRun(phrases.next_event), LineBreak()] if lines else []
            lines += _line(event, is_bold=is_mixed and event.is_main)
        rows.append((Cell((TextRun(str(year), _first_origin(lines)),)), Cell(tuple(lines))))
    header = (Cell((TextRun(phrases.year),)), Cell((TextRun(phrases.events),)))
    table = Table("", (Align.START, Align.START), header, tuple(rows), None, (), row_header=True)
    return table, phrases.main_in_bold if is_mixed else ""


def _line(event: Event, *, is_bold: bool) -> tuple[Inline, ...]:
    """An event under its year, which is said once."""
    what = TextRun(event.what, event.origin)
    shown: Inline = Strong((what,)) if is_bold else what
    return (TextRun(f"{event.when_in_year}: ", event.origin), shown) if event.when_in_year else (shown,)


def _first_origin(inlines: Sequence[Inline]) -> Origin | None:
    """Where the first words came from, those in bold too."""
    return next((leaf.origin for leaf in leaves(inlines) if isinstance(leaf, TextRun) and leaf.origin), None)
