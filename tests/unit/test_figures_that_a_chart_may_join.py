"""A band goes on and a stack adds up only over what is measured alike; else the same figures stand apart."""

from __future__ import annotations

import pytest

from briefgen.model.charts import Chart, ChartKind, Panels
from briefgen.model.document import Exhibit
from briefgen.model.traversal import in_rows
from briefgen.world import Memory
from samples.composing import composed, loaded
from samples.hard_charts import HardChart, flow

YEARS = (2015, 2016, 2017, 2018, 2019, 2020)
A_STATISTIC = {"reporter": "PAK", "valuation": "FOB"}
SOLD = {"reporter": "PAK", "valuation": "FOB"}
LANDED = {"reporter": "BLR", "valuation": "CIF"}


def placed(kind: str, rows: list[str], what: str = "exports", given: str = "trade") -> tuple[Chart | None, list[str]]:
    """The chart that a call places, and the codes of what is told of it."""
    files = HardChart(kind, f'chart("{kind}", "T", {given}, what="{what}")', rows).files()
    document, told = composed(loaded(Memory({path: text.encode() for path, text in files.items()})), "reader")
    graphics = [block.graphic for block in in_rows(document.blocks) if isinstance(block, Exhibit)]
    assert not any(isinstance(graphic, Panels) for graphic in graphics)
    return next((graphic for graphic in graphics if isinstance(graphic, Chart)), None), [one.code for one in told]


def sold(*years: int, **basis: str) -> list[str]:
    """What the first party sold in some years, a little more in each."""
    return [flow(year, "out", 10 + year % 10, **basis) for year in years]


def bought(*years: int, **basis: str) -> list[str]:
    """What the second party sold in some years."""
    return [flow(year, "in", 30 + year % 10, **basis) for year in years]


def of_both(*years: int, **basis: str) -> list[str]:
    """Turnover of some years."""
    return [flow(year, "both", 50 + year % 10, **basis) for year in years]


def drawn(kind: str, rows: list[str], what: str = "exports") -> ChartKind:
    chart, told = placed(kind, rows, what)
    assert told == []
    assert chart is not None
    return chart.kind


@pytest.mark.parametrize(
    ("early", "late", "kind"),
    [
        ({}, {}, ChartKind.AREA),
        ({"reporter": "BLR"}, {"reporter": "BLR"}, ChartKind.AREA),
        ({}, {"scale": "1000"}, ChartKind.AREA),
        ({}, {"reporter": "BLR"}, ChartKind.LINE),
        ({}, {"reporter": ""}, ChartKind.LINE),
        ({"reporter": ""}, {}, ChartKind.LINE),
        ({}, {"year": "unknown"}, ChartKind.LINE),
        ({"year": "unknown"}, {"reporter": "BLR"}, ChartKind.LINE),
    ],
)
def test_a_band_goes_on_only_over_figures_of_one_measure(
    early: dict[str, str], late: dict[str, str], kind: ChartKind
) -> None:
    rows = [*of_both(*YEARS[:3], **early), *of_both(*YEARS[3:], **late)]

    assert drawn("area", rows, "turnover") is kind


UNLIKE = [
    (SOLD, LANDED),
    (SOLD, {"reporter": "BLR", "valuation": "unknown"}),
    ({"reporter": "PAK", "valuation": "unknown"}, {"reporter": "BLR", "valuation": "FOB"}),
    (SOLD, {"reporter": "", "valuation": "FOB"}),
    (SOLD, {"reporter": "PAK", "valuation": "CIF", "year": "unknown"}),
    (SOLD, {"reporter": "BLR", "valuation": "FOB", "worded": "imports"}),
]
ALIKE = [
    (A_STATISTIC, A_STATISTIC),
    (SOLD, {"reporter": "PAK", "valuation": "CIF"}),
    (SOLD, {"reporter": "BLR", "valuation": "FOB"}),
    ({"reporter": "", "valuation": "unknown"}, {"reporter": "", "valuation": "unknown"}),
]
APART = {"area": ChartKind.LINE, "stacked": ChartKind.COLUMN, "pie": ChartKind.BAR}


@pytest.mark.parametrize("kind", list(APART))
@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_flows_that_may_not_be_added_are_made_no_whole(kind: str, one: dict[str, str], other: dict[str, str]) -> None:
    assert drawn(kind, [*sold(*YEARS[:4], **one), *bought(*YEARS[:4], **other)]) is APART[kind]


@pytest.mark.parametrize("kind", list(APART))
@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_flows_that_may_be_added_are(kind: str, one: dict[str, str], other: dict[str, str]) -> None:
    rows = [*sold(*YEARS[:4], **one), *bought(*YEARS[:4], **other)]
    is_known = bool(one["reporter"])
    apart = {"area": ChartKind.COLUMN} if not is_known else {}  # no line goes over years that nobody says are alike

    assert drawn(kind, rows) is apart.get(kind, ChartKind(kind))


@pytest.mark.parametrize("years", [YEARS[:3], YEARS[:1], YEARS[:-1]])
def test_a_pie_asks_its_own_year_alone(years: tuple[int, ...]) -> None:
    newest = [*sold(2020, **SOLD), *bought(2020, reporter="PAK", valuation="CIF")]

    assert drawn("pie", [*sold(*years, **SOLD), *bought(*years, **LANDED), *newest]) is ChartKind.PIE
    assert drawn("stacked", [*sold(*years, **SOLD), *bought(*years, **LANDED), *newest]) is ChartKind.COLUMN


@pytest.mark.parametrize("pair", [("USD", "PKR"), ("EUR", "USD"), ("BYN", "EUR")])
def test_bands_of_two_currencies_are_refused_and_not_taken_for_a_change_of_measure(pair: tuple[str, str]) -> None:
    rows = [*of_both(*YEARS[:3], currency=pair[0]), *of_both(*YEARS[3:], currency=pair[1])]

    assert placed("area", rows, "turnover") == (None, ["BG417"])


@pytest.mark.parametrize(
    ("periods", "codes"),
    [
        (("2019-01/2019-04", "2020-01/2020-05"), ["BG414"]),
        (("2019-01/2019-05", "2019-06/2019-12"), ["BG414"]),
        (("2018-01/2018-02", "2018-03/2018-10"), ["BG414"]),
        (("2019-02/2019-05", "2019-06/2019-10"), ["BG414"]),
        (("2017-01/2018-12", "2018-01/2019-06"), ["BG414"]),
        (("2019-01/2019-09", "2020-01/2020-08"), ["BG414"]),
        (("2019-01/2019-04", "2019-05"), ["BG414"]),
        (("2019-01/2019-04", "2020-01/2020-04"), []),
        (("2019-01/2019-04", "2019-05/2019-08"), []),
        (("2019-01/2019-09", "2020-01/2020-09"), []),
    ],
)
def test_spans_of_several_lengths_have_no_axis_in_common_whatever_they_are_called(
    periods: tuple[str, ...], codes: list[str]
) -> None:
    chart, told = placed("bar", [flow(period, "both", 9) for period in periods], "turnover", "trade + trade_periods")

    assert told == codes
    assert (chart is None) is bool(codes)
