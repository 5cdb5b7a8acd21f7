from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.model.charts import Chart, ChartKind, Point, Series
from briefgen.model.document import Exhibit
from briefgen.model.traversal import in_rows
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

TRADE = """\
id,period,exporter,importer,flow,value,op,scale,currency,reporter,valuation,year_basis,sources
a,2019,PAK,BLR,X,15.1,about,1000000,USD,PAK,FOB,calendar,ref
b,2019,BLR,PAK,X,35.1,about,1000000,USD,PAK,FOB,calendar,ref
c,2020,PAK,BLR,X,15,about,1000000,USD,PAK,FOB,calendar,ref
d,2020,BLR,PAK,X,37,about,1000000,USD,PAK,FOB,calendar,ref
"""


WORDS = {
    ChartKind.BAR: "A bar chart", ChartKind.COLUMN: "A column chart", ChartKind.STACKED: "A chart of stacked columns",
    ChartKind.LINE: "A line chart", ChartKind.AREA: "A chart of stacked bands", ChartKind.PIE: "A pie chart",
    ChartKind.DOT: "A chart of dots",
}  # fmt: skip


def made(call: str, trade: str = TRADE) -> tuple[Chart | None, str, list[str]]:
    """The chart that a call places, its alternative text, and what was said."""
    files = {
        **BASE,
        f"{FOLDER}/trade.csv": trade,
        "templates/sections/one.md.j2": f"---\nabout: Charts.\noptions: {{}}\n---\n{{{{ {call} }}}}\n",
    }
    document, said = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    exhibit = next((block for block in in_rows(document.blocks) if isinstance(block, Exhibit)), None)
    graphic = exhibit.graphic if exhibit else None
    assert graphic is None or isinstance(graphic, Chart)
    return graphic, exhibit.alt if exhibit else "", [f"{d.message} / {d.hint}" for d in said]


@pytest.mark.parametrize(
    ("kind", "points", "printed"),
    [
        (ChartKind.LINE, 3, {""}),
        (ChartKind.BAR, 9, {"about 1"}),
        (ChartKind.BAR, 32, {"about 1"}),
        (ChartKind.DOT, 32, {"about 1"}),
        (ChartKind.COLUMN, 3, {"about 1"}),
        (ChartKind.COLUMN, 4, {"≈ 1"}),
        (ChartKind.COLUMN, 13, {"≈ 1"}),
        (ChartKind.COLUMN, 14, {""}),
        (ChartKind.COLUMN, 32, {""}),
    ],
)
def test_columns_print_words_then_signs_then_nothing_and_lines_their_newest_value(
    kind: ChartKind, points: int, printed: set[str]
) -> None:
    value = Point(Decimal(1), label="about 1", signed="≈ 1")
    one = Series("One", (*(value,) * points, None), 0)
    other = Series("Other", (None,) * points + (value,), 1)
    drawn = Chart(kind, ("",) * (points + 1), (one, other), "percent", (), ())

    assert {drawn.printed(one, place) for place in range(points - 1)} == printed
    assert drawn.printed(one, points) == ""
    if kind is ChartKind.LINE:
        assert drawn.printed(one, points - 1) == "about 1"


@pytest.mark.parametrize("kind", list(ChartKind))
def test_every_kind_can_be_asked_for_and_says_itself_in_words(kind: ChartKind) -> None:
    graphic, alt, said = made(f'chart("{kind}", "Trade", trade)')

    assert said == []
    assert graphic is not None
    two_points = {ChartKind.LINE: ChartKind.COLUMN, ChartKind.AREA: ChartKind.COLUMN}
    assert graphic.kind is two_points.get(kind, kind)
    assert "about 37" in alt
    assert alt.startswith("Trade. A ")
    assert alt.split(";")[0].endswith(WORDS[graphic.kind])


def test_a_stack_reaches_up_to_the_sum_of_its_parts() -> None:
    apart, _, _ = made('chart("column", "Trade", trade)')
    stacked, _, _ = made('chart("stacked", "Trade", trade)')

    assert apart is not None
    assert stacked is not None
    assert [int(graphic.ticks[-1]) for graphic in (apart, stacked)] == [40, 60]


def test_a_pie_shows_the_last_period_and_a_slice_per_direction() -> None:
    graphic, _, _ = made('chart("pie", "Trade", trade)')

    assert graphic is not None
    assert graphic.categories == ("Pakistan to Belarus", "Belarus to Pakistan")
    assert [s.name for s in graphic.series] == ["2020"]
    assert [p.label for p in graphic.series[0].points if p] == ["about 15", "about 37"]


@pytest.mark.parametrize(
    ("kind", "instead"),
    [
        ("stacked", "column"),
        ("area", "column"),
        ("pie", "bar"),
        ("line", "column"),
        ("column", "column"),
        ("bar", "bar"),
    ],
)
def test_where_a_value_is_missing_nothing_is_drawn_as_a_whole(kind: str, instead: str) -> None:
    graphic, alt, said = made(f'chart("{kind}", "Trade", trade)', TRADE.replace("c,2020,PAK", "c,2018,PAK"))

    assert said == []
    assert graphic is not None
    assert graphic.kind.value == instead
    assert "no figure" in alt


@pytest.mark.parametrize(("kind", "instead"), [("line", "column"), ("area", "column"), ("bar", "bar")])
@pytest.mark.parametrize("odd", [",PAK,FOB,|,,FOB,", "c,2020|c,FY2020-21", ",PAK,FOB,|,PAK,,"])
def test_what_may_not_be_compared_is_on_no_line(kind: str, instead: str, odd: str) -> None:
    old, new = odd.split("|")
    trade = TRADE.replace(old, new).replace("calendar", "" if "FY" in new else "calendar")
    graphic, alt, _ = made(f'chart("{kind}", "Trade", trade)', trade)

    assert graphic is not None
    assert graphic.kind.value == instead
    assert "higher" not in alt
    assert "lower" not in alt


def test_a_kind_that_is_not_there_and_a_pie_of_one_value_are_told() -> None:
    _, _, said = made('chart("ring", "Trade", trade)')
    ring = "'kind' of 'chart' cannot be 'ring' / choose one of: area, bar, column, dot, line, pie, stacked"
    assert said == [ring]

    _, _, said = made('chart("pie", "Trade", trade, what="turnover")')
    pie = "a pie cannot show 'turnover': it is one value a period / a pie shows exports; choose bar or line"
    assert said == [pie]


@pytest.mark.parametrize("what", ["turnovr", "shares", "origin", ""])
def test_what_a_chart_cannot_show_is_told(what: str) -> None:
    _, _, said = made(f'chart("bar", "Trade", trade, what="{what}")')

    hint = "did you mean 'turnover'?" if what == "turnovr" else "choose one of: balance, exports, turnover"
    assert said == [f"'what' of 'chart' cannot be '{what}' / {hint}"]
