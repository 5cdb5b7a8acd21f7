"""Charts of trade: a missing year breaks the line instead of hiding in it."""

from __future__ import annotations

from briefgen.model.charts import Chart
from briefgen.model.document import Document, Exhibit
from briefgen.model.traversal import in_rows
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

_HEAD = "id,period,exporter,importer,flow,value,scale,currency,reporter,year_basis,sources"
_SECTION = '{{ chart("line", "Turnover", trade, what="turnover") }}\n'


def brief(*periods: str) -> Document:
    """A brief whose one section is a line chart over some periods."""
    rows = [
        f"t{n},{period},PAK,BLR,TURNOVER,{n + 1}0,1,USD,PAK,{'' if period.startswith('FY') else 'calendar'},ref"
        for n, period in enumerate(periods)
    ]
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": "\n".join([_HEAD, *rows]) + "\n",
        "templates/sections/one.md.j2": _SECTION,
    }
    document, said = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")
    assert said == []
    return document


def chart(*periods: str) -> Chart:
    """The chart of such a brief."""
    exhibit = next(in_rows(brief(*periods).blocks))
    assert isinstance(exhibit, Exhibit)
    assert isinstance(exhibit.graphic, Chart)
    return exhibit.graphic


def test_a_missing_year_stands_on_the_axis_without_a_point() -> None:
    made = chart("2015", "2016", "2018")

    assert made.categories == ("2015", "2016", "2017", "2018")
    assert [point is not None for point in made.series[0].points] == [True, True, False, True]


def test_a_gap_is_told_to_those_who_do_not_see_the_chart() -> None:
    exhibit = next(in_rows(brief("2015", "2017").blocks))

    assert isinstance(exhibit, Exhibit)
    assert "no figure in 2016" in exhibit.alt


def test_a_month_beside_a_year_is_no_year() -> None:
    assert chart("2015", "2016-06").categories == ("2015",)


def test_a_missing_period_of_any_kind_breaks_the_line() -> None:
    assert chart("2016-06", "2016-08").categories == ("Jun 2016", "Jul 2016", "Aug 2016")
    assert chart("2016-Q3", "2017-Q2").categories == ("Q3 2016", "Q4 2016", "Q1 2017", "Q2 2017")
    assert chart("2015-H2", "2016-H2").categories == ("H2 2015", "H1 2016", "H2 2016")
    fiscal = [f"FY {first}/{first - 1999:02d}" for first in (2015, 2016, 2017)]
    assert chart("FY2015-16", "FY2017-18").categories == tuple(fiscal)


def test_a_chart_of_what_both_sold_says_what_it_lacks_where_one_side_is_on_record() -> None:
    row = "t,2019,PAK,BLR,X,10,1,USD,PAK,calendar,ref"
    files = {**BASE, f"{FOLDER}/trade.csv": f"{_HEAD}\n{row}\n", "templates/sections/one.md.j2": _SECTION}
    _, said = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")

    assert [d.hint for d in said if d.code == "BG418"] == [
        "enter what both sides sold, or choose other figures or periods"
    ]
