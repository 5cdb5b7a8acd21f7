"""Over drawn series nothing is joined that is unlike: no change, sum, share or chart across units, spans or bases."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.charts import Chart, ChartKind, Panels
from briefgen.model.document import Exhibit
from briefgen.model.facts.controlled_vocabularies import YearBasis
from briefgen.model.kinds.series import SeriesObservation
from briefgen.model.traversal import in_rows
from briefgen.view import Request, view
from briefgen.world import Memory
from samples.composing import composed, loaded
from samples.series_workspace import files, rows

UNITS = {"students": [""], "visitors": [""], "invested": ["USD", "EUR"], "net": ["USD"], "gas": [""], "refused": [""]}
STOCKS = {"students", "invested"}
PERIODS = ("2017", "2018", "2019", "2019-12-31", "2018-12-31", "2019-01", "2018-01", "2018-01/2018-03", "2018/2019",
           "2019-06-30")  # fmt: skip
QUARTERS = tuple(f"2018-{month:02d}" for month in range(1, 13))
CALL = '{{ chart("bar", "All", series("%s")) }}\n\nWords.\n'


@st.composite
def _line(draw: st.DrawFn, number: int) -> str:
    indicator = draw(st.sampled_from(sorted(UNITS)))
    one, other = draw(st.permutations(["PAK", "BLR"]))
    cells = (
        f"r{number}", indicator, draw(st.sampled_from(PERIODS)), one, other, str(draw(st.integers(1, 40))), "", "",
        draw(st.sampled_from(UNITS[indicator])), draw(st.sampled_from(["PAK", "PAK", "BLR", ""])),
        draw(st.sampled_from(["calendar", "calendar", "unknown"])),
        draw(st.sampled_from(["", "", "counted"])),
    )  # fmt: skip
    return ",".join(cells)


@st.composite
def tables(draw: st.DrawFn) -> list[str]:
    """Rows of some series, of which many are unlike, and sometimes the months of a year."""
    lines = [draw(_line(number)) for number in range(draw(st.integers(2, 14)))]
    if draw(st.booleans()):
        left_out = draw(st.sampled_from([*QUARTERS, ""]))
        changed = draw(st.sampled_from([*QUARTERS, ""]))
        name = draw(st.sampled_from(["gas", "students", "refused"]))
        lines += [
            f"m{n},{name},{month},BLR,PAK,2,,,,{'PAK' if month == changed else 'BLR'},calendar"
            for n, month in enumerate(QUARTERS)
            if month != left_out
        ]
    return lines


def _seen(lines: list[str]) -> tuple[list[SeriesObservation], object]:
    workspace = loaded(Memory({path: text.encode() for path, text in files(rows(*lines)).items()}))
    facts = [fact for fact in workspace.relations[0].facts if isinstance(fact, SeriesObservation)]
    return facts, view(workspace.relations[0], workspace.audiences[0], Request()).value


@given(tables())
@settings(max_examples=80, deadline=None)
def test_figures_are_compared_added_and_shared_only_where_they_are_alike(lines: list[str]) -> None:
    facts, seen = _seen(lines)
    by_id = {fact.id: fact for fact in facts}
    for series in seen.series:  # type: ignore[attr-defined]  # a view
        for value in (*series.values, *series.periods):
            behind = [by_id[fact.fact] for fact in value.figure.origin.facts]
            assert {fact.value.unit for fact in behind} == {value.figure.quantity.unit}
            assert {fact.subject for fact in behind} == {behind[0].subject}
            if value.figure.derived and "sum" in (value.figure.origin.formula or ""):
                _assert_adds_up(series.indicator.id, value.figure, behind)
            if value.change:
                assert value.against is not None
                assert series.indicator.id in STOCKS or value.against.months == value.period.months is not None
                assert not value.against.overlaps(value.period)
                _assert_alike([by_id[fact.fact] for fact in value.change.estimate.origin.facts], series.indicator.id)
        for indicator in series.indicators:
            behind = [by_id[fact.fact] for fact in indicator.origin.facts]
            assert len({(fact.indicator, fact.definition, fact.value.unit) for fact in behind}) == 1
            assert None not in {fact.reporter for fact in behind}
            if indicator.name == "share_of_both_directions":
                assert {fact.whose for fact in behind} == {"PAK", "BLR"}
                assert len({fact.year_basis for fact in behind if fact.period.is_in_years}) <= 1


def _assert_adds_up(indicator: str, figure: object, behind: list[SeriesObservation]) -> None:
    assert indicator not in STOCKS
    assert indicator != "refused"
    assert len({fact.reporter for fact in behind}) == 1
    assert sum(fact.period.months or 0 for fact in behind) == 12
    assert len({fact.period.lower for fact in behind}) == len(behind)
    assert figure.quantity.value == sum((fact.value.value for fact in behind), Decimal(0))  # type: ignore[attr-defined]


def _assert_alike(behind: list[SeriesObservation], indicator: str) -> None:
    """What stands behind a change: one subject, unit and known reporter; of stocks, ends on one day of the year."""
    assert len({(fact.subject, fact.value.unit, fact.reporter) for fact in behind}) == 1
    assert behind[0].reporter
    ends = {fact.period.upper for fact in behind if fact.period.upper}
    if indicator in STOCKS:
        assert len({(end.month, end.day) for end in ends}) == 1
    in_years = [fact for fact in behind if fact.period.is_in_years]
    assert {fact.year_basis for fact in in_years} <= {YearBasis.CALENDAR}


@given(tables(), st.sampled_from(["students", "invested", "gas", "gas,visitors", "invested,net", ""]))
@settings(max_examples=40, deadline=None)
def test_an_axis_has_one_unit_and_no_stock_beside_a_flow(lines: list[str], wanted: str) -> None:
    made = files(rows(*lines), CALL % wanted)
    document, _ = composed(loaded(Memory({path: text.encode() for path, text in made.items()})), "reader")
    _, seen = _seen(lines)
    drawn = [one for one in seen.series if not wanted or one.indicator.id in wanted.split(",")]  # type: ignore[attr-defined]
    for block in in_rows(document.blocks):
        if isinstance(block, Exhibit):
            graphic = block.graphic
            charts = graphic.charts if isinstance(graphic, Panels) else [graphic]
            assert all(isinstance(chart, Chart) and chart.kind is ChartKind.BAR for chart in charts)
            assert len({one.is_stock for one in drawn}) == 1
            units = {value.figure.quantity.unit for one in drawn for value in one.values}
            assert len({chart.unit.removeprefix("thousand ") for chart in charts if isinstance(chart, Chart)}) == len(
                units
            )
