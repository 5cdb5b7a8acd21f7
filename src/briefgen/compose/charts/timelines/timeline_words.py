"""What a timeline says beside its events: key, empty stretches, and all of it as sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefgen.model.timelines import BandWords, Gap, TimelineForm, TimeSign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.compose.brief_state import Brief
    from briefgen.compose.wording.numbers_money_dates import Wording
    from briefgen.model.timelines import Event, Timeline
    from briefgen.model.wording.phrases import Phrases

_LONG_EMPTY = 3
"""A stretch of so many empty years is told; where events stand by year, every empty year is."""
_NO_MONTH = 13
"""Behind the twelve."""
_BY_YEAR = frozenset({TimelineForm.YEARS, TimelineForm.BANDS})


def key_of(events: Sequence[Event], phrases: Phrases) -> tuple[tuple[TimeSign, str], ...]:
    """The signs that occur, in the order of their fineness, with their meaning."""
    found = {event.sign for event in events}
    return tuple((sign, phrases.time_signs[sign]) for sign in TimeSign if sign in found)


def gaps_of(events: Sequence[Event], form: TimelineForm, phrases: Phrases) -> tuple[Gap, ...]:
    """The empty years between events: of those that are shown, for others may have been left out."""
    least = 1 if form in _BY_YEAR else _LONG_EMPTY
    found: list[Gap] = []
    last = 0
    for index, event in enumerate(events):
        first, until = last + 1, event.start.year - 1
        if last and until - first + 1 >= least:
            phrase = phrases.no_event if first == until else phrases.no_events
            found.append(Gap(index, phrase.format(first=first, last=until)))
        last = max(last, event.end.year)
    return tuple(found)


def band_words(brief: Brief) -> BandWords:
    """The heads of bands in the brief's language."""
    months, phrases = brief.wording.cldr.months, brief.wording.phrases
    return BandWords(
        tuple(months.letters), tuple(months.alone), phrases.no_month, phrases.count, phrases.landmark, phrases.total
    )


def note_of(timeline: Timeline, phrases: Phrases) -> str:
    """What must be known to read the drawing: that steps are no scale, and what dashes leave out."""
    if timeline.form is not TimelineForm.STEPS:
        return ""
    gaps = "; ".join(gap.words for gap in timeline.gaps)
    return f"{phrases.even_steps} {phrases.dashes.format(gaps=gaps)}" if gaps else phrases.even_steps


def alt_of(timeline: Timeline, sentences: Sequence[str], wording: Wording) -> str:
    """What a timeline shows, as sentences in order of time: one for each event, or for each year of bands."""
    phrases = wording.phrases
    planned = sum(event.sign is TimeSign.PLANNED for event in timeline.events)
    happened = len(timeline.events) - planned
    told = [phrases.timeline_alt.format(count=wording.counted(happened))]
    told += [phrases.timeline_alt_planned.format(count=planned)] if planned else []
    told += _counted(timeline, wording) if timeline.form is TimelineForm.BANDS else _each(timeline, sentences)
    return " ".join(told).replace("\u00a0", " ")


def _each(timeline: Timeline, sentences: Sequence[str]) -> Iterator[str]:
    for index, sentence in enumerate(sentences):
        yield from _gap(timeline, index)
        yield sentence


def _gap(timeline: Timeline, index: int) -> Iterator[str]:
    words = timeline.gap_before(index)
    if words:
        yield f"{words[:1].upper()}{words[1:]}."


def _counted(timeline: Timeline, wording: Wording) -> Iterator[str]:
    """Of bands, each year with its months; the events themselves stand in a list."""
    at, phrases = 0, wording.phrases
    for year, events in timeline.years():
        yield from _gap(timeline, at)
        at += len(events)
        months = in_months(events, timeline.bands, wording)
        yield phrases.band.format(year=year, count=wording.counted(len(events)), months=months)


def in_months(events: Sequence[Event], words: BandWords | None, wording: Wording) -> str:
    """`2 in May and 1 in June`: the events of one year by month, those known to the year only at the end."""
    phrases, names = wording.phrases, words.month_names if words else ()
    counted = Counter(event.month or _NO_MONTH for event in events)
    parts = [
        (phrases.with_no_month if month == _NO_MONTH else phrases.in_month).format(
            count=wording.counted(count, choose_by=len(events)), month=names[month - 1] if month <= len(names) else ""
        )
        for month, count in sorted(counted.items())
    ]
    return wording.joined(parts)
