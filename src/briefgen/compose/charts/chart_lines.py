"""What stands above and below a chart: a headline, what is shown and in which unit, and what its shapes mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.charts import Panels
from briefgen.model.document import TextRun

if TYPE_CHECKING:
    from briefgen.compose.charts.chart_specs import DrawnChart
    from briefgen.model.document import Exhibit, Inline


def with_lines(exhibit: Exhibit, headline: tuple[Inline, ...], made: DrawnChart) -> Exhibit:
    """The exhibit of a chart with its unit line and key.

    With a headline the plain title goes into the unit line: `Trade in each direction, million US dollars`.
    """
    plain, graphic = exhibit.caption.title, made.graphic
    unit = "" if isinstance(graphic, Panels) else graphic.unit
    if headline:
        line: tuple[Inline, ...] = (*plain, TextRun(f", {unit}")) if unit else plain
    else:
        line = (TextRun(unit[:1].upper() + unit[1:]),) if unit else ()
    alt = made.alt
    caption = replace(exhibit.caption, title=headline or plain, unit=line)
    return replace(exhibit, caption=caption, alt=alt)
