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
    ("kind", "points", "prints"),
    [
        (ChartKind.LINE, 8, True),
        (ChartKind.LINE, 9, False),
        (ChartKind.AREA, 9, False),
        (ChartKind.BAR, 9, True),
        (ChartKind.BAR, 32, True),
        (ChartKind.COLUMN, 14, True),
        (ChartKind.COLUMN, 15, False),
    ],
)
def test_up_to_eight_points_of_a_line_and_fourteen_columns_print_their_values(
    kind: ChartKind,
    points: int,
    prints: bool,  # noqa: FBT001
) -> None:
    value = Point(Decimal(1))
    one = Series("One", (*(value,) * (points - 1), None), 0)
    other = Series("Other", (None, value), 1)
    drawn = Chart(kind, (), (one, other), "percent", (), ())

    assert drawn.prints_labels is prints


@pytest.mark.parametrize("kind", list(ChartKind))
def test_every_kind_can_be_asked_for_and_says_itself_in_words(kind: ChartKind) -> None:
    graphic, alt, said = made(f'chart("{kind}", "Trade", trade)')

    assert said == []
    assert graphic is not None
    assert graphic.kind is kind
    assert "≈ 37" in alt
    assert alt.split(",")[0].lower().replace(" chart", "").endswith(kind.value if kind != "stacked" else "column")


def test_a_stack_reaches_up_to_the_sum_of_its_parts() -> None:
    apart, _, _ = made('chart("column", "Trade", trade)')
    stacked, _, _ = made('chart("stacked", "Trade", trade)')

    assert apart is not None
    assert stacked is not None
    assert [int(graphic.ticks[-1]) for graphic in (apart, stacked)] == [40, 60]


def test_a_pie_shows_the_last_period_and_a_slice_per_direction() -> None:
    graphic, _, _ = made('chart("pie", "Trade", trade)')

    assert graphic is not None
    assert graphic.categories == ("Pakistan → Belarus", "Belarus → Pakistan")
    assert [s.name for s in graphic.series] == ["2020"]
    assert [p.label for p in graphic.series[0].points if p] == ["≈\u00a015", "≈\u00a037"]


@pytest.mark.parametrize(
    ("kind", "instead"),
    [("stacked", "column"), ("area", "line"), ("pie", "bar"), ("line", "line"), ("column", "column"), ("bar", "bar")],
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
    assert "rises" not in alt
    assert "falls" not in alt


def test_a_kind_that_is_not_there_and_a_pie_of_one_value_are_told() -> None:
    _, _, said = made('chart("donut", "Trade", trade)')
    donut = "'kind' of 'chart' cannot be 'donut' / choose one of: area, bar, column, line, pie, stacked"
    assert said == [donut]

    _, _, said = made('chart("pie", "Trade", trade, what="turnover")')
    pie = "a pie cannot show 'turnover': it is one value a period / a pie shows exports; choose bar or line"
    assert said == [pie]


@pytest.mark.parametrize("what", ["turnovr", "shares", "origin", ""])
def test_what_a_chart_cannot_show_is_told(what: str) -> None:
    _, _, said = made(f'chart("bar", "Trade", trade, what="{what}")')

    hint = "did you mean 'turnover'?" if what == "turnovr" else "choose one of: balance, exports, turnover"
    assert said == [f"'what' of 'chart' cannot be '{what}' / {hint}"]
