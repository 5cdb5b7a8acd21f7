"""Charts draw months, quarters, half-years and fiscal years too: one form in one chart, time with its gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.model.charts import Chart, ChartKind
from briefgen.model.document import Exhibit
from briefgen.model.traversal import in_rows
from briefgen.world import Disk, Memory, Overlay, shipped_root
from samples.composing import composed, loaded
from samples.series_workspace import files, rows

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic


def drawn(table: str, call: str) -> tuple[list[Exhibit], list[Diagnostic]]:
    """The exhibits of a section, and what is told of it."""
    made = files(table, call + "\n")
    document, told = composed(loaded(Memory({path: text.encode() for path, text in made.items()})), "reader")
    return [block for block in in_rows(document.blocks) if isinstance(block, Exhibit)], told


def chart(table: str, call: str) -> Chart:
    """The one chart of a section."""
    [exhibit], told = drawn(table, call)
    assert [d.message for d in told if d.severity.value != "info"] == []
    assert isinstance(exhibit.graphic, Chart)
    return exhibit.graphic


def visitors(*periods: str, basis: str = "") -> str:
    """Visitors of some periods, one more in each."""
    return rows(*(f"v{n},visitors,{period},PAK,BLR,{100 + n},,,,BLR,{basis}" for n, period in enumerate(periods)))


MONTHS = [f"2019-{month:02d}" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("periods", "length", "shown"),
    [
        (MONTHS[:4], "month", ["Jan 2019", "Feb 2019", "Mar 2019", "Apr 2019"]),
        (["2019-01", "2019-04"], "month", ["Jan 2019", "Feb 2019", "Mar 2019", "Apr 2019"]),
        (["2018-11", "2018-12", "2019-01"], "month", ["Nov 2018", "Dec 2018", "Jan 2019"]),
        (["2018-Q3", "2018-Q4", "2019-Q2"], "quarter", ["Q3 2018", "Q4 2018", "Q1 2019", "Q2 2019"]),
        (["2018-H1", "2018-H2", "2019-H2"], "half_year", ["H1 2018", "H2 2018", "H1 2019", "H2 2019"]),
        (["FY2017-18", "FY2018-19"], "fiscal_year", ["FY 2017/18", "FY 2018/19"]),
        (["FY2016-17", "FY2018-19"], "fiscal_year", ["FY 2016/17", "FY 2017/18", "FY 2018/19"]),
        (["2017", "2019"], "year", ["2017", "2018", "2019"]),
        (["2018", *MONTHS[:3]], "month", ["Jan 2019", "Feb 2019", "Mar 2019"]),
        (["2018", *MONTHS[:3]], "year", ["2018"]),
        (["2018-Q4", *MONTHS[:3]], "quarter", ["Q4 2018"]),
        (MONTHS, "year", ["2019"]),
    ],
)
def test_a_chart_draws_the_periods_of_one_form(periods: list[str], length: str, shown: list[str]) -> None:
    basis = "fiscal" if length == "fiscal_year" else ""
    made = chart(
        visitors(*periods, basis=basis), f'{{{{ chart("column", "V", series("visitors"), length="{length}") }}}}'
    )

    assert list(made.categories) == shown


def test_a_line_of_months_stops_where_one_is_missing() -> None:
    table = visitors(*MONTHS[:4], *MONTHS[6:10])
    made = chart(table, '{{ chart("line", "V", series("visitors"), length="month") }}')

    assert made.kind is ChartKind.LINE
    assert len(made.categories) == 10
    assert [place for place, point in enumerate(made.series[0].points) if point is None] == [4, 5]
    assert made.gap == "no figure"


def test_months_of_two_sides_stand_on_one_axis() -> None:
    table = rows(
        "a,visitors,2019-01,PAK,BLR,10,,,,BLR", "b,visitors,2019-02,PAK,BLR,11,,,,BLR",
        "c,visitors,2019-02,BLR,PAK,5,,,,PAK", "d,visitors,2019-03,BLR,PAK,6,,,,PAK",
    )  # fmt: skip
    made = chart(table, '{{ chart("column", "V", series("visitors"), length="month") }}')

    assert list(made.categories) == ["Jan 2019", "Feb 2019", "Mar 2019"]
    assert [[point is not None for point in one.points] for one in made.series] == [
        [True, True, False], [False, True, True],
    ]  # fmt: skip


def test_a_stock_is_drawn_month_by_month() -> None:
    table = rows(*(f"s{n},students,2019-{n:02d},PAK,BLR,{10 + n},,,,BLR" for n in (1, 2, 3)))

    assert list(chart(table, '{{ chart("bar", "S", series("students"), length="month") }}').categories) == [
        "Jan 2019", "Feb 2019", "Mar 2019",
    ]  # fmt: skip


def test_what_is_of_another_form_is_told() -> None:
    exhibits, told = drawn(visitors("2018", "2019"), '{{ chart("bar", "V", series("visitors"), length="quarter") }}')

    assert exhibits == []
    assert any("nothing that it is given is of a quarter" in d.message for d in told)


def test_calendar_and_fiscal_years_of_a_series_are_not_one_chart() -> None:
    table = rows("a,visitors,2017,PAK,BLR,10,,,,BLR,calendar", "b,visitors,FY2018-19,PAK,BLR,11,,,,BLR,fiscal")
    exhibits, told = drawn(table, '{{ chart("bar", "V", series("visitors")) }}')

    assert exhibits == []
    [said] = [d for d in told if d.code == "BG414"]
    assert "2017, FY 2018/19" in said.message
    assert "length=" in (said.hint or "")
    assert list(chart(table, '{{ chart("bar", "V", series("visitors"), length="year") }}').categories) == ["2017"]


@pytest.mark.parametrize("kind", ["bar", "column", "dot"])
@pytest.mark.parametrize(
    ("periods", "shown"),
    [
        (("2017,calendar", "FY2018-19,fiscal"), ["2017", "FY 2018/19"]),
        (("FY2016-17,fiscal", "2018,calendar"), ["FY 2016/17", "2018"]),
        (("2017,calendar", "2018,calendar", "FY2018-19,fiscal"), ["2017", "2018", "FY 2018/19"]),
        (("FY2015-16,fiscal", "FY2016-17,fiscal", "2018,calendar"), ["FY 2015/16", "FY 2016/17", "2018"]),
    ],
)
def test_stocks_at_the_ends_of_calendar_and_fiscal_years_are_one_chart(
    kind: str, periods: tuple[str, ...], shown: list[str]
) -> None:
    told = [period.split(",") for period in periods]
    table = rows(*(f"s{n},students,{of},PAK,BLR,{10 + n},,,,BLR,{basis}" for n, (of, basis) in enumerate(told)))

    assert list(chart(table, f'{{{{ chart("{kind}", "S", series("students")) }}}}').categories) == shown


@pytest.mark.parametrize("length", ["decade", "years", "MONTH", "2019"])
def test_a_length_that_there_is_not_is_an_error(length: str) -> None:
    _, told = drawn(visitors("2018"), f'{{{{ chart("bar", "V", series("visitors"), length="{length}") }}}}')

    assert [d.severity.value for d in told if d.code == "BG404"] == ["error"]


def test_trade_takes_a_length_too() -> None:
    made = files(
        rows("a,students,2019,PAK,BLR,3"), '{{ chart("bar", "T", trade + trade_periods, length="quarter") }}\n'
    )
    made["data/x-y/trade.csv"] = (
        "id,period,exporter,importer,flow,value,scale,currency,sources\n"
        "y,2018,PAK,BLR,X,9,1000000,USD,ref\nq1,2019-Q1,PAK,BLR,X,2,1000000,USD,ref\n"
        "q3,2019-Q3,PAK,BLR,X,3,1000000,USD,ref\n"
    )
    document, _ = composed(loaded(Memory({path: text.encode() for path, text in made.items()})), "reader")
    [exhibit] = [block for block in in_rows(document.blocks) if isinstance(block, Exhibit)]

    assert isinstance(exhibit.graphic, Chart)
    assert [words for words in exhibit.graphic.categories if words != "Q2 2019"] == ["Q1 2019", "Q3 2019"]


def test_the_shipped_section_draws_months_where_there_are_some() -> None:
    made = files(visitors(*MONTHS[:5]))
    made["templates/audiences/reader.yaml"] = made["templates/audiences/reader.yaml"].replace(
        "[one]", "[{series: {chart: true, months: true}}]"
    )
    made.pop("templates/sections/one.md.j2", None)

    world = Overlay(Memory({path: text.encode() for path, text in made.items()}), Disk(shipped_root()))
    workspace = loaded(world)
    document, _ = composed(workspace, "reader")
    [exhibit] = [block for block in in_rows(document.blocks) if isinstance(block, Exhibit)]

    assert isinstance(exhibit.graphic, Chart)
    assert exhibit.graphic.categories[0] == "Jan 2019"


@pytest.mark.parametrize("empty", ['""', "none"])
def test_an_empty_length_takes_the_periods_as_they_are_given(empty: str) -> None:
    made = chart(visitors("2018", "2019"), f'{{{{ chart("bar", "V", series("visitors"), length={empty}) }}}}')

    assert list(made.categories) == ["2018", "2019"]


@pytest.mark.parametrize(("odd", "is_summed"), [("BLR", True), ("PAK", False), ("", False)])
def test_months_of_two_statistics_make_no_year(odd: str, *, is_summed: bool) -> None:
    table = rows(*(f"v{n},visitors,{month},PAK,BLR,10,,,,{odd if n == 4 else 'BLR'}" for n, month in enumerate(MONTHS)))
    exhibits, _ = drawn(table, '{{ chart("column", "V", series("visitors"), length="year") }}')

    assert bool(exhibits) is is_summed
