"""Which form a timeline takes: by the number of its events, or the one that is asked for where it holds them.

What counts is how much room words need, in letters, so that every format takes the same form.
"""

from __future__ import annotations

import enum
import unicodedata
from math import ceil
from typing import TYPE_CHECKING, assert_never

from briefgen.model.timelines import TimelineForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.model.timelines import Timeline


class WantedForm(enum.StrEnum):
    """The form that a template asks for."""

    AUTO = "auto"
    """By the number of events."""
    STEPS = "steps"
    LIST = "list"
    CASCADE = "cascade"
    YEARS = "years"
    BANDS = "bands"
    TABLE = "table"
    """A table by year, which goes on overleaf."""


_FEW, _SOME, _MANY = 6, 15, 40
"""Up to so many events stand as steps, in a list, by year; more are counted by month."""
_MOST_IN_CASCADE, _MOST_BANDS = 30, 36
_MOST_LINES = 38
"""Lines of letters that a drawing takes at the most: what stays well under the height of a page."""
_STEP_LETTERS, _STEP_LINES, _LEAST_STEPS = 66, 5, 2
"""Letters that stand beside each other across a column of text, for all steps together."""
_LIST_LETTERS, _CASCADE_LETTERS, _YEAR_LETTERS, _WHEN_LETTERS = 45, 30, 18, 14


def form_of(drafts: Mapping[TimelineForm, Timeline], wanted: WantedForm) -> TimelineForm | None:
    """The form that holds the events; None where only a table does. Each form has its own empty stretches."""
    if wanted is WantedForm.TABLE:
        return None
    asked = _asked(wanted)
    tried = ((asked,) if asked else ()) + _by_count(len(drafts[TimelineForm.LIST].events))
    return next((form for form in tried if holds(drafts[form])), None)


def is_as_wanted(form: TimelineForm | None, wanted: WantedForm) -> bool:
    """Whether a timeline has the form that is asked for."""
    return wanted in {WantedForm.AUTO, WantedForm.TABLE} or form is _asked(wanted)


def _asked(wanted: WantedForm) -> TimelineForm | None:
    return None if wanted in {WantedForm.AUTO, WantedForm.TABLE} else TimelineForm(wanted.value)


def _by_count(count: int) -> tuple[TimelineForm, ...]:
    """The forms for so many events, the first that holds them."""
    if count <= _FEW:
        return TimelineForm.STEPS, TimelineForm.LIST
    if count <= _SOME:
        return (TimelineForm.LIST,)
    return (TimelineForm.YEARS,) if count <= _MANY else (TimelineForm.BANDS,)


def holds(timeline: Timeline) -> bool:
    """Whether a timeline's form has a row for every label, in a drawing that stays under the height of a page."""
    count = len(timeline.events)
    match timeline.form:
        case TimelineForm.STEPS:
            is_few = _LEAST_STEPS <= count <= _FEW
            return is_few and all(_is_step(words, _STEP_LETTERS // count) for words in _words(timeline))
        case TimelineForm.LIST:
            return _lines(timeline, _LIST_LETTERS) + len(timeline.gaps) <= _MOST_LINES
        case TimelineForm.CASCADE:
            return count <= _MOST_IN_CASCADE and _lines(timeline, _CASCADE_LETTERS) <= _MOST_LINES
        case TimelineForm.YEARS:
            return _lines(timeline, _YEAR_LETTERS) + len(timeline.gaps) <= 2 * _MOST_LINES
        case TimelineForm.BANDS:
            return len(timeline.years()) + len(timeline.gaps) <= _MOST_BANDS
        case _:
            assert_never(timeline.form)


def _words(timeline: Timeline) -> Sequence[str]:
    return [words for event in timeline.events for words in (event.when, event.what)]


def _is_step(words: str, letters: int) -> bool:
    """Whether words stand in the column of one step, none of them broken."""
    longest = max(map(_room, words.split()), default=0)
    return longest <= letters and _room(words) * 1.25 <= letters * _STEP_LINES


def _lines(timeline: Timeline, letters: int) -> int:
    return sum(
        max(ceil(_room(event.what) / letters), ceil(_room(event.when) / _WHEN_LETTERS), 1) for event in timeline.events
    )


def _room(words: str) -> int:
    """How many letters' room words take: those of East Asian scripts are as wide as two."""
    return sum(1 + (unicodedata.east_asian_width(letter) in "WF") for letter in words)
