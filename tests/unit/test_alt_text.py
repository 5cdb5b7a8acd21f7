"""What charts say to those who do not see them, and their figures as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import Align, Document, Exhibit, Table
from briefgen.model.traversal import in_rows
from briefgen.world import Memory
from readers.document_words import words_of_inlines
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,reporter,year_basis,sources\n"
_ROW = "t{n},{period},PAK,BLR,TURNOVER,{value},{op},{half},1000000,USD,PAK,calendar,ref\n"


def _brief(values: list[tuple[str, str, str]], arguments: str = "", periods: Sequence[object] = ()) -> Document:
    told = periods or range(1995, 1995 + len(values))
    rows = "".join(
        _ROW.format(n=n, period=period, value=v, op=op, half=half)
        for n, (period, (v, op, half)) in enumerate(zip(told, values, strict=True))
    )
    section = f'{{{{ chart("line", "Turnover", trade, what="turnover"{arguments}) }}}}\n'
    files = {**BASE, f"{FOLDER}/trade.csv": _HEAD + rows, "templates/sections/one.md.j2": section}
    document, said = composed(loaded(Memory({name: text.encode() for name, text in files.items()})), "reader")
    assert said == []
    return document


def _alt(*values: tuple[str, str, str]) -> str:
    exhibit = next(in_rows(_brief(list(values)).blocks))
    assert isinstance(exhibit, Exhibit)
    return exhibit.alt


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (("10.0", "eq", "0.05"), ("12.0", "eq", "0.05"), "Turnover: higher in 1996 than in 1995."),
        (("12.0", "eq", "0.05"), ("10.0", "eq", "0.05"), "Turnover: lower in 1996 than in 1995."),
        (
            ("12", "eq", "2"),
            ("10", "eq", "2"),
            "Turnover: whether higher or lower in 1996 than in 1995 cannot be told.",
        ),
        (("10.0", "eq", "0.05"), ("10.0", "eq", "0.05"), "Turnover: whether higher or lower"),
        (("10.0", "more_than", "0.05"), ("12.0", "eq", "0.05"), "Turnover: whether higher or lower"),
    ],
)
def test_a_direction_is_named_where_the_intervals_are_apart(
    first: tuple[str, str, str], last: tuple[str, str, str], expected: str
) -> None:
    assert expected in _alt(first, last)


@pytest.mark.parametrize(
    "between",
    ["11", "5", "40", "12", "13", "9 30", "30 9", "5 5 5", "11 11.5 11.8", "100 1", "1 100"],
)
def test_what_lies_between_the_ends_is_not_told_to_rise_or_fall(between: str) -> None:
    values = [(value, "eq", "0.05") for value in ("10.0", *between.split(), "12.0")]

    for told, word in ((values, "higher"), (values[::-1], "lower")):
        alt = _alt(*told)
        assert f"Turnover: {word} in {1994 + len(told)} than in 1995." in alt
        assert not {"rises", "falls", "rose", "fell"} & set(alt.split())


@pytest.mark.parametrize(
    ("periods", "course", "extreme"),
    [
        (("2018", "2019", "2020"), "higher in 2020 than in 2018", "in 2019"),
        (("2018-03", "2019-03", "2020-03"), "higher in March 2020 than in March 2018", "in March 2019"),
        (("2018-Q2", "2019-Q2", "2020-Q2"), "higher in the second quarter of 2020 than in the second quarter of 2018", "in the second quarter of 2019"),  # noqa: E501
    ],
)  # fmt: skip
def test_the_time_of_a_course_is_told_as_that_of_its_values(
    periods: tuple[str, ...], course: str, extreme: str
) -> None:
    values = [("10.0", "eq", "0.05"), ("30.0", "eq", "0.05"), ("20.0", "eq", "0.05")]
    exhibit = next(in_rows(_brief(values, periods=periods).blocks))

    assert isinstance(exhibit, Exhibit)
    assert f"Turnover: {course}." in exhibit.alt
    assert f"Turnover: highest {extreme}, at 30.0" in exhibit.alt


def test_the_extremes_are_named_where_no_other_value_could_be_one() -> None:
    alt = _alt(("10.0", "eq", "0.05"), ("30.0", "eq", "0.05"), ("20.0", "eq", "0.05"))
    assert "Turnover: highest in 1996, at 30.0. Turnover: lowest in 1995, at 10.0." in alt
    alt = _alt(("10.0", "eq", "0.05"), ("30", "eq", "5"), ("29.0", "eq", "0.05"))
    assert "highest" not in alt
    assert "Turnover: lowest in 1995, at 10.0" in alt


def test_a_long_series_tells_its_ends_and_its_extremes() -> None:
    alt = _alt(*((f"{10 + n}.0", "eq", "0.05") for n in range(20)))
    assert "Turnover: 10.0 in 1995; 29.0 in 2014. Turnover: higher in 2014 than in 1995." in alt
    assert len(alt) < 300


def test_a_chart_can_bring_its_figures_as_a_table() -> None:
    document = _brief([("10.25", "eq", "0.005"), ("12.0", "about", "0.05")], ", data=true")
    chart, table = in_rows(document.blocks)
    assert isinstance(chart, Exhibit)
    assert isinstance(table, Table)
    assert table.align == (Align.START, Align.DECIMAL)
    words = [[words_of_inlines(cell.inlines).replace("\u00a0", " ") for cell in row] for row in table.rows]
    assert words == [["1995", "10.25"], ["1996", "≈ 12.0"]]
    assert [words_of_inlines(cell.inlines) for cell in table.header] == ["Period", "turnover"]
    assert table.caption
    assert words_of_inlines(table.caption.title) == "Turnover"
    assert words_of_inlines(table.caption.unit) == "Million US dollars"
    assert table.caption.source == chart.caption.source


@pytest.mark.parametrize(
    ("periods", "has_course", "has_extremes"),
    [
        (("2018", "2019", "2020"), True, True),
        (("2018-03", "2019-03", "2020-03"), True, True),
        (("2019-01", "2019-02", "2019-03"), False, True),
        (("2018", "2019", "2020-03"), True, False),  # the month is no year
        (("2018", "2019-03", "2020"), True, False),
        (("2017-07/2018-06", "2018-07/2019-06", "2019-07/2020-06"), True, True),
    ],
)
def test_a_month_is_not_held_against_a_year_nor_winter_against_spring(
    periods: tuple[str, ...],
    has_course: bool,  # noqa: FBT001 - a parameter of the test
    has_extremes: bool,  # noqa: FBT001
) -> None:
    values = [("10.0", "eq", "0.05"), ("30.0", "eq", "0.05"), ("20.0", "eq", "0.05")]
    exhibit = next(in_rows(_brief(values, periods=periods).blocks))

    assert isinstance(exhibit, Exhibit)
    assert (": higher in" in exhibit.alt) is has_course
    assert ("whether" in exhibit.alt) is False
    assert ("highest" in exhibit.alt) is has_extremes
