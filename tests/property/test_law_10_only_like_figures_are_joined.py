"""Law 10: over drawn series no change, sum, share, chart or sentence joins unlike units, spans or bases.

What is alike is written out here from docs/time.md, on the rows as they are typed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefgen.load import load
from briefgen.model.charts import Chart, ChartKind, Panels
from briefgen.model.document import Exhibit
from briefgen.model.traversal import in_rows
from briefgen.model.values.date import parse_date
from briefgen.view import Request, view
from briefgen.world import Disk, Memory, Overlay, shipped_root
from readers.document_words import document_words, words_of_inlines
from samples.composing import BASE, FOLDER, composed

if TYPE_CHECKING:
    from briefgen.model.view import Figure, TradeYear, View

HEADER = "id,period,exporter,importer,flow,value,scale,currency,reporter,valuation,year_basis,worded_as,sources\n"
AS_OF = "2024-01-01"
SPANS = {
    # period → months, and what part of a year it is
    "2019": (12, "01"), "2020": (12, "01"), "2021": (12, "01"), "2022": (12, "01"), "FY2019-20": (12, "fiscal"),
    "2020/21": (12, "fiscal"), "2021-22": (12, "fiscal"), "2021-03": (1, "03"), "2022-03": (1, "03"),
    "2022-04": (1, "04"), "2021-Q1": (3, "01"), "2022-Q1": (3, "01"), "2022-Q2": (3, "04"), "2021-H1": (6, "01"),
    "2022-H1": (6, "01"), "2022-H2": (6, "07"), "2021~": (0, ""),
    **{f"2020-{n:02d}": (1, f"{n:02d}") for n in range(1, 13)},
    **{f"2020-Q{n}": (3, f"{3 * n - 2:02d}") for n in range(1, 5)}, "2021-H2": (6, "07"),
}  # fmt: skip
PARTS = frozenset(f"2020-{part}" for part in (*(f"{n:02d}" for n in range(1, 13)), "Q1", "Q2", "Q3", "Q4"))
WAYS = {"PAK,BLR": "PAK", "BLR,PAK": "BLR"}


@dataclass(frozen=True)
class Row:
    """A row as it is typed."""

    period: str
    way: str = "PAK,BLR"
    flow: str = "X"
    value: int = 5
    scale: str = "1"
    unit: str = "USD"
    reporter: str = "PAK"
    valuation: str = "FOB"
    basis: str = "calendar"
    side: str = ""

    def text(self, name: str) -> str:
        """A line of the table; a period that says fiscal by its form says nothing else."""
        basis = "" if self.is_fiscal else self.basis
        return (
            f"{name},{self.period},{self.way},{self.flow},{self.value},{self.scale},{self.unit},{self.reporter},"
            f"{self.valuation},{basis},{self.side},ref\n"
        )

    @property
    def is_fiscal(self) -> bool:
        """By its form."""
        return SPANS.get(self.period, (0, ""))[1] == "fiscal"

    @property
    def seen_from(self) -> str:
        """From which side it is told; empty where that is not known."""
        exporter, importer = self.way.split(",")
        by_reporter = {exporter: "exports", importer: "imports"}.get(self.reporter, "")
        if self.side and by_reporter and self.side != by_reporter:
            return ""
        return by_reporter or self.side

    @property
    def knows_its_year(self) -> bool:
        """Whether it says which year it counts, or need not."""
        return self.is_fiscal or SPANS.get(self.period, (1, ""))[0] not in {0, 12} or self.basis == "calendar"


_PLAIN = st.builds(
    Row, period=st.sampled_from([period for period in SPANS if period not in PARTS]), way=st.sampled_from([*WAYS]),
    flow=st.sampled_from(["X", "X", "TURNOVER", "BALANCE"]), value=st.integers(1, 99),
    scale=st.sampled_from(["1", "1000"]),
)  # fmt: skip
_ODD = [
    {"unit": "EUR"}, {"reporter": "BLR"}, {"reporter": ""}, {"reporter": "", "side": "exports"}, {"valuation": "CIF"},
    {"valuation": ""}, {"basis": ""}, {"side": "imports"},
]  # fmt: skip


@st.composite
def series(draw: st.DrawFn) -> list[Row]:
    """Some rows, now and then all parts of a year, and among them some that are unlike the others."""
    rows = draw(st.lists(_PLAIN, min_size=1, max_size=8))
    for parts in ([f"2020-{n:02d}" for n in range(1, 13)], [f"2020-Q{n}" for n in range(1, 5)], ["2021-H1", "2021-H2"]):
        if draw(st.booleans()):
            way, flow = draw(st.sampled_from([*WAYS])), draw(st.sampled_from(["X", "TURNOVER"]))
            rows += [Row(period, way, flow, value=number) for number, period in enumerate(parts, 1)]
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(rows) - 1))
        rows[at] = replace(rows[at], **draw(st.sampled_from(_ODD)))  # type: ignore[arg-type]
    return rows


def _files(rows: list[Row]) -> dict[str, str]:
    table = HEADER + "".join(row.text(f"r{number}") for number, row in enumerate(rows))
    relation = BASE[f"{FOLDER}/relation.yaml"].replace("2021-04-23", AS_OF)
    return {**BASE, f"{FOLDER}/relation.yaml": relation, f"{FOLDER}/trade.csv": table}


def _view(rows: list[Row]) -> View:
    files = {**_files(rows), "templates/sections/one.md.j2": "Words.\n"}
    workspace = load(Memory({name: text.encode() for name, text in files.items()})).value
    return view(workspace.relations[0], workspace.audiences[0], Request(as_of=parse_date(AS_OF))).value


def _rows_of(figure: Figure, rows: list[Row]) -> list[Row]:
    return [rows[int(fact.fact[1:])] for fact in figure.origin.facts]


def _check_joined_flows(rows: list[Row]) -> None:
    """What one direction and the other may be added by: one statistic, or one side valued alike."""
    assert len({row.unit for row in rows}) == 1
    if len({row.way for row in rows}) < 2:
        return
    reporters = {row.reporter for row in rows}
    if len(reporters) > 1:
        assert "" not in reporters
        assert len({row.seen_from for row in rows}) == 1
        assert rows[0].seen_from
        assert len({row.valuation for row in rows}) == 1
        assert rows[0].valuation


def _check_sum(figure: Figure, rows: list[Row]) -> None:
    """A sum of parts is of all of them, each once, all alike."""
    assert len(rows) in {2, 4, 12}
    assert len({row.period for row in rows}) == len(rows)
    assert len({(row.unit, row.reporter, row.valuation, row.seen_from) for row in rows}) == 1 or rows[0].flow != "X"
    assert len({(row.unit, row.reporter) for row in rows}) == 1
    assert len({row.period[:4] for row in rows}) == 1
    assert figure.period
    assert str(figure.period)[:4] == rows[0].period[:4]
    assert figure.quantity.base_value == sum(row.value * int(row.scale) for row in rows)


def _span(year: TradeYear) -> tuple[int, str]:
    return SPANS[{"FY2020-21": "2020/21", "FY2021-22": "2021-22"}.get(str(year.period), str(year.period))]


def _check_change(name: str, later: TradeYear, earlier: TradeYear, rows: list[Row]) -> None:
    assert _span(later) == _span(earlier)
    assert _span(later)[0]
    assert str(later.period) != str(earlier.period)
    figures = [one.exports[name] if name in WAYS.values() else getattr(one, name) for one in (earlier, later)]
    before, after = (_rows_of(figure, rows) for figure in figures)
    both = [*before, *after]
    assert len({row.unit for row in both}) == 1
    assert all(row.reporter for row in both)
    assert {row.reporter for row in before} == {row.reporter for row in after}
    assert all(row.knows_its_year for row in both)
    if name in WAYS.values():
        assert len({row.seen_from for row in both}) == 1
        assert len({row.valuation for row in both}) == 1
        assert both[0].seen_from
        assert both[0].valuation
    if "fiscal" in _span(later):
        assert len({row.reporter for row in both}) == 1
    if all(row.flow == "X" for row in both):
        for way in WAYS:
            assert len({row.valuation for row in both if row.way == way} - {""}) <= 1


# Two dozen rows are told as they were drawn: to shrink them takes minutes.
@settings(max_examples=200, phases=(Phase.generate,))
@given(rows=series())
def test_no_change_sum_or_share_of_a_view_joins_what_is_unlike(rows: list[Row]) -> None:
    seen = _view(rows)
    by_length: dict[str, TradeYear] = {}
    for year in (*seen.trade_periods, *seen.trade):
        figures = [figure for figure in (*year.exports.values(), year.turnover, year.balance) if figure]
        for figure in figures:
            own = _rows_of(figure, rows)
            if figure.summed_from:
                _check_sum(figure, own)
            elif figure.derived:
                _check_joined_flows(own)
        if year.shares:
            _check_joined_flows([row for figure in year.exports.values() for row in _rows_of(figure, rows)])
        for indicator in year.indicators:
            if indicator.figure and indicator.name != "annual_growth_of_turnover":
                _check_joined_flows(_rows_of(indicator.figure, rows)) if "mirror" not in indicator.name else None
        by_length[str(year.period)] = year
    for year in by_length.values():
        for name in year.changes:
            assert year.against
            earlier = next(one for one in by_length.values() if one.period == year.against)
            _check_change(name, year, earlier, rows)
            assert name not in [of for told in year.not_compared for of in told.of]


_WORDS = ("rose", "fell", "risen", "fallen", "rises", "falls", "higher", "lower", "highest", "lowest")
_SECTIONS = ("summary", "key_figures", "trade", "sensitivities", "questions")


@settings(max_examples=40, phases=(Phase.generate,))
@given(rows=series())
def test_no_word_of_change_stands_where_nothing_may_be_compared(rows: list[Row]) -> None:
    unknown = [replace(row, reporter="", side="") for row in rows]
    sections = "".join(f"  - {name}\n" for name in _SECTIONS if name != "trade")
    trade = "  - trade: {chart: true, line: true, balance: true, table: true, indicators: true}\n"
    audience = f"name: R\nbrief_for: b\nsubtitle: s\nclearance: restricted\nsections:\n{sections}{trade}"
    files = {**_files(unknown), "templates/audiences/reader.yaml": audience}
    world = Overlay(Memory({name: text.encode() for name, text in files.items()}), Disk(shipped_root()))
    document, _ = composed(load(world).value, "reader", Request(as_of=parse_date(AS_OF)))

    alts = [block.alt for block in in_rows(document.blocks) if isinstance(block, Exhibit)]
    told = " ".join([*document_words(document), *alts]).replace("Do not claim that trade rose or fell", "")
    for block in in_rows(document.blocks):
        if isinstance(block, Exhibit):  # what its shapes mean is no word on its figures
            told = told.replace(" ".join(words_of_inlines(block.caption.legend).split()), "", 1)
    for word in _WORDS:
        assert word not in told, word
    for block in in_rows(document.blocks):
        graphic = block.graphic if isinstance(block, Exhibit) else None
        charts = graphic.charts if isinstance(graphic, Panels) else (graphic,)
        for chart in charts:
            assert not (isinstance(chart, Chart) and chart.kind in {ChartKind.LINE, ChartKind.AREA} and _joins(chart))


def _joins(chart: Chart) -> bool:
    """Whether a line leads from one point to another."""
    return any(sum(point is not None for point in one.points) > 1 for one in chart.series)
