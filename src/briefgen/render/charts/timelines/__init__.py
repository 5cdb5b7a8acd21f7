"""Timelines as drawings: whatever the form, a label has a row of its own, so that no two can meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from briefgen.model.timelines import TimelineForm
from briefgen.render.charts.timelines.cascade import cascade_drawing
from briefgen.render.charts.timelines.event_rows import rows_drawing
from briefgen.render.charts.timelines.month_bands import bands_drawing
from briefgen.render.charts.timelines.steps import has_room_for_steps, steps_drawing
from briefgen.render.charts.timelines.time_signs import sign_ops
from briefgen.render.charts.timelines.year_columns import years_drawing

if TYPE_CHECKING:
    from briefgen.model.looks.style import Style
    from briefgen.model.timelines import Timeline
    from briefgen.render.charts.drawing_operations import Drawing

__all__ = ["sign_ops", "timeline_drawing"]

_LEAST_SCALE = 260.0
"""Points: narrower, a scale of time or of months has no room beside its words."""


def timeline_drawing(timeline: Timeline, style: Style, width: float) -> Drawing:
    """A timeline to a width, in its form where the width has room for it: else down the page."""
    match timeline.form:
        case TimelineForm.STEPS:
            is_fitting = has_room_for_steps(timeline, style, width)
            return (steps_drawing if is_fitting else rows_drawing)(timeline, style, width)
        case TimelineForm.LIST:
            return rows_drawing(timeline, style, width)
        case TimelineForm.CASCADE:
            return (cascade_drawing if width >= _LEAST_SCALE else rows_drawing)(timeline, style, width)
        case TimelineForm.YEARS:
            return years_drawing(timeline, style, width)
        case TimelineForm.BANDS:
            return (bands_drawing if width >= _LEAST_SCALE else years_drawing)(timeline, style, width)
        case _:
            assert_never(timeline.form)
