"""Law 5: over rows of any units and scales no axis, sum, share, change or column joins what is unlike."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.model.charts import Chart, Panels
from briefgen.model.document import Exhibit, Table, TextRun
from briefgen.model.traversal import in_rows, plain_text
from briefgen.model.values.date import parse_date
from briefgen.view import Request, view
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from briefgen.model.document import Document
    from briefgen.model.view import Figure, View

HEAD = "id,period,exporter,importer,flow,value,op,half_unit,scale,currency,sources\n"
UNITS = {"USD": "US dollars", "EUR": "euros", "PKR": "Pakistani rupees"}
SCALES = {1: "", 1000: "thousand ", 1_000_000: "million ", 1_000_000_000: "billion "}
DIRECTIONS = (("PAK", "BLR"), ("BLR", "PAK"))
ROW = st.tuples(
    st.integers(2015, 2019),
    st.sampled_from([*((*pair, "X") for pair in DIRECTIONS), ("PAK", "BLR", "TURNOVER"), ("BLR", "PAK", "BALANCE")]),
    st.integers(1, 99999).map(lambda n: Decimal(n).scaleb(-1)),
    st.sampled_from(list(SCALES)),
    st.sampled_from(["USD", "USD", "EUR", "PKR"]),
)
ROWS = st.lists(ROW, min_size=1, max_size=12, unique_by=lambda row: (row[0], row[1]))
CALLS = "\n\n".join(
    f'{{{{ chart("{kind}", "{kind} {what}", trade, what="{what}", data=true) }}}}'
    for kind in ("line", "column", "bar", "stacked")
    for what in ("exports", "turnover", "balance")
)


def made(rows: list[tuple[int, tuple[str, str, str], Decimal, int, str]]) -> tuple[View, Document]:
    """What is seen and printed of some rows."""
    lines = [
        f"r{n},{year},{one},{other},{flow},{value},about,,{scale},{unit},ref"
        for n, (year, (one, other, flow), value, scale, unit) in enumerate(rows)
    ]
    files = {
        **BASE, f"{FOLDER}/trade.csv": HEAD + "\n".join(lines) + "\n",
        "templates/sections/one.md.j2": f"## S\n\n{CALLS}\n",
    }  # fmt: skip
    workspace = loaded(Memory({path: text.encode() for path, text in files.items()}))
    document, said = composed(workspace, "reader")
    assert {d.code for d in said} <= {"BG417", "BG418"}
    seen = view(workspace.relations[0], workspace.audiences[0], Request(as_of=parse_date("2030-01-01"))).value
    return seen, document


def of(figure: Figure, rows: list[tuple[int, tuple[str, str, str], Decimal, int, str]]) -> set[str]:
    """The units of the rows that a figure leans on."""
    return {rows[int(fact.fact.removeprefix("r"))][4] for fact in figure.origin.facts}


@given(ROWS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_sum_share_or_change_leans_on_two_units(
    rows: list[tuple[int, tuple[str, str, str], Decimal, int, str]],
) -> None:
    seen, _ = made(rows)
    for year in seen.trade:
        figures = [*year.exports.values(), *year.shares.values(), year.turnover, year.balance, year.net]
        figures += [change.estimate for change in year.changes.values()]
        figures += [indicator.figure for indicator in year.indicators]
        for figure in filter(None, figures):
            assert len(of(figure, rows)) == 1
            if figure.quantity.unit != "%" and figure.quantity.unit:
                assert of(figure, rows) == {figure.quantity.unit}
        assert set(year.currencies) == {
            f.quantity.unit for f in (*year.exports.values(), year.turnover, year.balance) if f
        }


@given(ROWS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_axis_has_one_unit_and_every_point_its_true_size(
    rows: list[tuple[int, tuple[str, str, str], Decimal, int, str]],
) -> None:
    _, document = made(rows)
    charts = [
        chart
        for block in in_rows(document.blocks)
        if isinstance(block, Exhibit) and isinstance(block.graphic, Chart | Panels)
        for chart in (block.graphic.charts if isinstance(block.graphic, Panels) else (block.graphic,))
    ]
    assert charts or not any(row[1][2] for row in rows)
    for chart in charts:
        points = [point for series in chart.series for point in series.points if point and point.origin]
        leant = [rows[int(fact.fact.removeprefix("r"))] for p in points if p.origin for fact in p.origin.facts]
        assert len({row[4] for row in leant}) == 1
        scale = next(s for s, word in SCALES.items() if chart.unit == f"{word}{UNITS[leant[0][4]]}")
        for point in points:
            if point.origin and len(point.origin.facts) == 1:
                _, _, value, stated, _ = rows[int(point.origin.facts[0].fact.removeprefix("r"))]
                assert abs(point.value) * scale == value * stated
            ends = [end for end in (point.low, point.high) if end is not None]
            assert all(chart.ticks[0] <= end <= chart.ticks[-1] for end in (point.value, *ends))


@given(ROWS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_table_of_a_chart_joins_two_units(
    rows: list[tuple[int, tuple[str, str, str], Decimal, int, str]],
) -> None:
    _, document = made(rows)
    for table in (block for block in in_rows(document.blocks) if isinstance(block, Table)):
        facts = {
            fact.fact
            for row in table.rows
            for cell in row
            for inline in cell.inlines
            if isinstance(inline, TextRun) and inline.origin
            for fact in inline.origin.facts
        }
        units = {rows[int(fact.removeprefix("r"))][4] for fact in facts}
        assert len(units) == 1
        assert table.caption is not None
        assert UNITS[units.pop()].casefold() in plain_text(table.caption.unit).casefold()
