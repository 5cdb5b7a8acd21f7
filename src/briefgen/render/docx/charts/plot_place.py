"""Where the plot of a native chart stands: where the drawing of the other formats has it, as far as Word lets it."""

from __future__ import annotations

from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from briefgen.model.charts import ChartKind
from briefgen.records import dataclass
from briefgen.render.charts.lettering import Lettering
from briefgen.render.docx.charts.chart_axes import MOST_NAMED, Beyond

if TYPE_CHECKING:
    from briefgen.model.charts import Chart
    from briefgen.model.looks.style import Style
    from briefgen.render.charts import Drawing
    from briefgen.render.docx.charts.native_layout import NativeLayout

_NAMES, _BROKEN, _MOST_BESIDE = 0.5, 0.3, 0.4
"""Shares of the width: for names that the drawing has above their bars, for words of breaks, and at most for the values
behind lines."""
_ABOVE, _GAP, _LEAST_HEIGHT = 14.0, 8.0, 48.0
"""Points: for labels over columns, around words, and the least that programs draw a chart in."""
_ROW, _HEADING = 1.15, 1.4
"""Leadings from one name of a row to the next, and that words over the plot take."""


_APART = 4.0
"""Between two names of categories, in points."""
_ROUND = (1, 2, 5, 10, 20, 50, 100)
_SIGN, _LINE_SIGN, _OF_LEGEND = 18.0, 36.0, 0.9
"""What the sign of a series takes before its name in a legend, in points; and how much of the width a legend takes."""


@dataclass(frozen=True, slots=True)
class PlotPlace:
    """The plot within a chart, in points."""

    width: float
    height: float
    """Of the whole chart."""
    left: float
    right: float
    top: float
    foot: float
    beyond: Beyond
    """What labels need of the value axis behind its ends."""
    nudges: tuple[float, ...] = ()
    """For each series, by which share of the height the label at the end of its line is moved down, off the others."""
    every: int = 1
    """How many categories there are from one whose name is written to the next: so many that no name breaks."""

    def step(self, rows: int) -> float:
        """The room of one of so many categories, in points."""
        return (self.right - self.left) / rows

    @property
    def xml(self) -> str:
        """The layout of the plot area, by its inner edges."""
        numbers = {
            "x": self.left / self.width,
            "y": self.top / self.height,
            "w": (self.right - self.left) / self.width,
            "h": (self.foot - self.top) / self.height,
        }
        written = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in numbers.items())
        modes = '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        return f"<c:layout><c:manualLayout>{modes}{written}</c:manualLayout></c:layout>"


def plot_place(
    chart: Chart, made: NativeLayout, drawing: Drawing, style: Style, *, is_headed: bool = False
) -> PlotPlace:
    """The place of a chart that has axes, for a drawing of its width."""
    [plot] = drawing.plots
    letters, width = Lettering.of(style), drawing.width
    left, right = plot.x, plot.x + plot.width
    top, foot, tail = plot.y, plot.y + plot.height, drawing.height - plot.y - plot.height
    is_crowded = made.has_heading and not _has_room_above(chart)
    more_rows = _legend_rows(chart, width, letters) - 1 if made.has_legend else 0
    headings = is_crowded + (is_headed and not made.has_sides)
    shift = letters.leading * (_HEADING * headings + _ROW * more_rows + _room_for_name(chart))
    top, foot = top + shift, foot + shift
    span, beyond = chart.ticks[-1] - chart.ticks[0], Beyond()
    match chart.kind:
        case ChartKind.BAR:
            left = max(left or width * _NAMES, width * _BROKEN if chart.breaks else 0.0)
            low = _room_for_negative(chart, letters, plot.width) / plot.width
            beyond = Beyond(_share(span, low), _share(span, (width - plot.x - plot.width) / plot.width))
            foot = max(foot, top + _rows_height(made, left, letters))
            right = width
        case ChartKind.COLUMN if chart.labels_all:
            over = _share(span, _ABOVE / plot.height)
            top, beyond = max(top - _ABOVE, 0.0), Beyond(over if chart.ticks[0] < 0 else Decimal(0), over)
        case ChartKind.LINE:
            right = width - min(_value_width(made, letters), width * _MOST_BESIDE)
        case _:
            pass
    height = max(foot + tail, _LEAST_HEIGHT)
    is_line = chart.kind is ChartKind.LINE
    nudges = _nudges(chart, made, plot.height, letters.leading, height) if is_line else ()
    every = 1 if chart.kind is ChartKind.BAR else _every(chart, letters, right - left)
    return PlotPlace(width, height, left, right, top, foot, beyond, nudges, every)


def _every(chart: Chart, letters: Lettering, room: float) -> int:
    """How far apart names stand that do not touch: a round number, as people count periods."""
    least = max(_widest_name(chart, letters) / room * len(chart.categories), len(chart.categories) / MOST_NAMED)
    return next((step for step in _ROUND if step >= least), ceil(least))


def _widest_name(chart: Chart, letters: Lettering) -> float:
    """What the longest word of the names of categories takes; lines of names end at blanks."""
    return max((letters.width(word) + _APART for name in chart.categories for word in name.split()), default=0.0)


def _legend_rows(chart: Chart, width: float, letters: Lettering) -> int:
    """How many rows programs make of the names of the series above the plot."""
    rows, used = 1, 0.0
    for series in chart.series:
        wide = letters.width(series.name) + (_LINE_SIGN if chart.kind is ChartKind.LINE else _SIGN)
        if used and used + wide > width * _OF_LEGEND:
            rows, used = rows + 1, 0.0
        used += wide
    return rows


def _room_for_name(chart: Chart) -> float:
    """Leadings for the name of an only series: the drawing has it over the plot too, and closer, but for lines."""
    if chart.lone_party is None:
        return 0.0
    return _HEADING if chart.kind is ChartKind.LINE else _HEADING / 2


def _has_room_above(chart: Chart) -> bool:
    """Whether the drawing has names over its plot, where Word puts them too."""
    return chart.kind in {ChartKind.COLUMN, ChartKind.STACKED} and not chart.sides


def _share(span: Decimal, share: float) -> Decimal:
    return (span * Decimal(f"{share:.4f}")).normalize()


def _room_for_negative(chart: Chart, letters: Lettering, plot: float) -> float:
    """What labels take left of the axis behind bars of negative values, in points; the drawing has them elsewhere."""
    span, first = float(chart.ticks[-1] - chart.ticks[0]), float(chart.ticks[0])
    ends = [
        (float(point.value if point.low is None else point.low), letters.width(point.label, bold=True))
        for series in chart.series
        for point in series.points
        if point and point.value < 0
    ]
    return max([0.0, *(wide + _GAP - (end - first) / span * plot for end, wide in ends)])


def _rows_height(made: NativeLayout, left: float, letters: Lettering) -> float:
    """What rows need whose names Word breaks into lines of the room that they have."""
    lines = [len(letters.wrapped(str(name or ""), left - _GAP)) for name in made.categories.said]
    return len(lines) * max(lines, default=1) * letters.leading * _ROW if max(lines, default=1) > 1 else 0.0


def _value_width(made: NativeLayout, letters: Lettering) -> float:
    said = (str(label) for one in made.series if one.labels for label in one.labels.said if label)
    return max((letters.width(label, bold=True) for label in said), default=0.0) + _GAP * 1.5


def _nudges(chart: Chart, made: NativeLayout, tall: float, leading: float, height: float) -> tuple[float, ...]:
    """Moves the labels at the ends of lines apart, the upper ones first."""
    span = float(chart.ticks[-1] - chart.ticks[0]) or 1.0
    ends = []
    for number, one in enumerate(made.series):
        at = [n for n, label in enumerate(one.labels.said if one.labels else ()) if label]
        value = one.values.said[at[-1]] if at else None
        if isinstance(value, Decimal):
            ends.append((float(chart.ticks[-1] - value) / span * tall, number))
    moved, low = [0.0] * len(made.series), float("-inf")
    for y, number in sorted(ends):
        placed = max(y, low)
        moved[number], low = (placed - y) / height, placed + leading
    return tuple(moved)
