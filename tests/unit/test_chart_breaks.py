"""What may not be compared is parted by a break with its words, and no line goes over one, nor over two points."""

from __future__ import annotations

import pytest

from briefgen.model.charts import Chart, ChartKind
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.charts import Label, Polyline, drawing_of
from briefgen.render.charts.drawing_parts import DASHES
from samples.hard_charts import FEW, HardChart, both_ways, flow

UNLIKE, UNKNOWN = "counted differently: do not compare", "not known to be counted alike: do not compare"
KINDS = ["bar", "column", "line", "dot"]


def drawn(kind: str, rows: list[str], what: str = "exports") -> Chart:
    graphic = HardChart(kind, f'chart("{kind}", "T", trade, what="{what}")', rows).exhibit().graphic
    assert isinstance(graphic, Chart)
    return graphic


def years(*numbers: int, **basis: str) -> list[str]:
    return both_ways([(year, 10 + year % 3, 20 + year % 4) for year in numbers], **basis)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"reporter": "BLR"}, UNLIKE),
        ({"valuation": "CIF"}, UNLIKE),
        ({"reporter": ""}, UNKNOWN),
        ({"valuation": "unknown"}, UNKNOWN),
        ({"year": "unknown"}, UNKNOWN),
        ({"reporter": "BLR", "valuation": "unknown"}, UNLIKE),
    ],
)
def test_figures_that_are_counted_unlike_are_parted(kind: str, other: dict[str, str], words: str) -> None:
    chart = drawn(kind, [*years(2017, 2018), *years(2019, 2020, **other)])
    told = [(one.before, one.words) for one in chart.breaks]

    assert (2, words) in told
    assert (1, words) not in told


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rows", [FEW, years(2018, 2019, 2020), years(2010, 2011)])
def test_figures_that_are_counted_alike_are_not(kind: str, rows: list[str]) -> None:
    assert drawn(kind, rows).breaks == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_break_is_drawn_as_dashes_with_its_words(kind: str) -> None:
    chart = drawn(kind, [*years(2018), *years(2019, reporter="BLR")])
    ops = drawing_of(chart, DEFAULT_STYLE, 351.5).ops
    dashes = [op for op in ops if isinstance(op, Polyline) and op.dash == DASHES]

    assert len(dashes) == 1
    assert [op.text for op in ops if isinstance(op, Label) and op.text == UNLIKE] == [UNLIKE]


@pytest.mark.parametrize("kind", ["bar", "dot"])
@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((2010, 2012), "no figure for 2011"),
        ((2010, 2013), "no figure for 2011 to 2012"),
        ((2000, 2020), "no figure for 2001 to 2019"),
    ],
)
def test_rows_say_which_years_are_missing_between_them(kind: str, numbers: tuple[int, ...], words: str) -> None:
    assert [(one.words, one.is_gap) for one in drawn(kind, years(*numbers)).breaks] == [(words, True)]


@pytest.mark.parametrize(("last", "count"), [(2012, 3), (2020, 11), (2045, 36)])
def test_columns_have_room_for_years_in_which_nothing_is_known(last: int, count: int) -> None:
    rows = [flow(2010, "both", 5), flow(last, "both", 7)]
    if last > 2020:
        rows = [flow(last - 61, "both", 5), flow(last - 26, "both", 7)]
    chart = drawn("column", rows, "turnover")

    assert len(chart.categories) == count
    assert chart.breaks == ()
    assert chart.gap == "no figure"


def lines_of(chart: Chart) -> list[int]:
    """How many points each line of a drawing joins."""
    ops = drawing_of(chart, DEFAULT_STYLE, 351.5).ops
    return [len(op.points) for op in ops if isinstance(op, Polyline) and op.dash != DASHES]


@pytest.mark.parametrize(
    ("numbers", "joined"),
    [
        ((2010, 2011, 2012), [3]),
        ((2010, 2011, 2013, 2014, 2015), [3]),
        ((2010, 2011, 2012, 2014, 2015), [3]),
        ((2010, 2011, 2012, 2014, 2016, 2017, 2018), [3, 3]),
        ((2006, 2008, 2010, 2011, 2012, 2013), [4]),
    ],
)
def test_a_line_joins_no_fewer_than_three_points_and_stops_at_gaps(numbers: tuple[int, ...], joined: list[int]) -> None:
    chart = drawn("line", [flow(year, "both", 5 + year % 3) for year in numbers], "turnover")

    assert chart.kind is ChartKind.LINE
    assert lines_of(chart) == joined


@pytest.mark.parametrize("numbers", [(2010,), (2010, 2011), (2010, 2011, 2013, 2014), (2010, 2012, 2014, 2016)])
def test_fewer_are_columns(numbers: tuple[int, ...]) -> None:
    chart = drawn("line", [flow(year, "both", 5 + year % 3) for year in numbers], "turnover")

    assert chart.kind is ChartKind.COLUMN


def test_no_line_goes_over_a_break() -> None:
    rows = [*years(2008, 2009, 2010, 2011), *years(2012, 2013, 2014, reporter="BLR")]
    chart = drawn("line", rows)

    assert chart.kind is ChartKind.LINE
    assert sorted(lines_of(chart)) == [3, 3, 4, 4]


@pytest.mark.parametrize("kind", ["bar", "dot"])
def test_a_row_without_a_figure_says_so(kind: str) -> None:
    chart = drawn(kind, [flow(2019, "out", 5), flow(2019, "in", 6), flow(2020, "in", 7)])
    ops = drawing_of(chart, DEFAULT_STYLE, 351.5).ops

    assert [op.text for op in ops if isinstance(op, Label) and op.text == "no figure"] == ["no figure"]
