"""Names that leave a plot no room stand in a key below it; labels of a stack do not lie on each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from briefgen.model.charts import Chart, ChartKind, Point, Series
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.render.charts import Box, Label, drawing_of
from briefgen.render.charts.lettering import Lettering
from readers.docx import part
from samples.charts import C, chart, word_file
from samples.drawn_geometry import faults

SHORT = ("Pakistan to Belarus", "Belarus to Pakistan")
ONE = "United Kingdom of Great Britain and Northern Ireland"
OTHER = "Democratic Republic of the Congo and Overseas Territories"
LONG = [
    (f"{ONE} to {OTHER}", f"{OTHER} to {ONE}"),
    ("Plurinational State of Bolivia to Saint Vincent and the Grenadines", "Saint Vincent to Bolivia"),
    ("Bosnia and Herzegovina to Federated States of Micronesia", "Federated States of Micronesia to Bosnia"),
    ("Lao People’s Democratic Republic to Islamic Republic of Iran (all goods)", "Iran to Lao"),
    ("a " * 60 + "b", "c"),
]
WIDTHS = [167.0, 351.0, 482.0]
KINDS = list(ChartKind)


def labels(graphic: Chart, width: float) -> list[Label]:
    return [op for op in drawing_of(graphic, DEFAULT_STYLE, width).ops if isinstance(op, Label)]


def span(label: Label) -> tuple[float, float]:
    wide = Lettering.of(DEFAULT_STYLE).width(label.text, bold=label.bold)
    left = {"start": label.x, "middle": label.x - wide / 2, "end": label.x - wide}[label.anchor]
    return left, left + wide


@pytest.mark.parametrize("names", LONG)
@pytest.mark.parametrize("width", WIDTHS[1:])
@pytest.mark.parametrize("kind", KINDS)
def test_names_stay_on_the_page_and_are_there_in_full(kind: ChartKind, width: float, names: tuple[str, str]) -> None:
    drawn = labels(chart(kind, names), width)

    assert all(left + 1 >= 0 and right <= width + 1 for left, right in map(span, drawn))
    said = " ".join(label.text for label in drawn)
    for name in names:
        assert all(word in said for word in name.split(" "))


@pytest.mark.parametrize("names", [SHORT, *LONG])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not ChartKind.PIE])
def test_the_plot_keeps_half_of_the_width(kind: ChartKind, width: float, names: tuple[str, str]) -> None:
    [plot] = drawing_of(chart(kind, names), DEFAULT_STYLE, width).plots

    assert plot.width >= width / 2 - 0.1
    assert plot.x >= 0
    assert plot.x + plot.width <= width


@pytest.mark.parametrize("names", [SHORT, *LONG])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_label_lies_on_another_or_reaches_out(kind: ChartKind, width: float, names: tuple[str, str]) -> None:
    assert faults(drawing_of(chart(kind, names), DEFAULT_STYLE, width), DEFAULT_STYLE) == []


@pytest.mark.parametrize("kind", [ChartKind.BAR, ChartKind.DOT])
def test_names_wrap_within_42_millimetres_flush_right(kind: ChartKind) -> None:
    names = ("Bosnia and Herzegovina to Sierra Leone", "Sierra Leone to Bosnia and Herzegovina")
    drawn = [label for label in labels(chart(kind, names), 482) if label.anchor == "end"]
    sizes = [Lettering.of(DEFAULT_STYLE).width(label.text) for label in drawn]

    assert max(sizes) <= 42 / 25.4 * 72
    assert len({label.x for label in drawn}) == 1
    assert len(drawn) == 2 * 2 * 4


@pytest.mark.parametrize("kind", [ChartKind.BAR, ChartKind.LINE, ChartKind.AREA])
def test_short_names_stand_beside_what_they_name(kind: ChartKind) -> None:
    graphic = chart(kind, SHORT)
    keys = [op for op in drawing_of(graphic, DEFAULT_STYLE, 351).ops if isinstance(op, Box) and op.x == 0]

    assert keys == []
    assert {label.text for label in labels(graphic, 351)} >= set(SHORT)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_name_that_is_shortened_stands_whole_under_the_chart(width: float) -> None:
    name = "very " * 60 + "long"
    said = " ".join(label.text for label in labels(chart(ChartKind.BAR, (name, "c")), width))

    assert "\N{HORIZONTAL ELLIPSIS} = very" in said
    assert said.endswith("long")


def test_a_drawing_is_as_high_as_what_stands_in_it() -> None:
    for kind in KINDS:
        for names in (SHORT, *LONG):
            drawing = drawing_of(chart(kind, names), DEFAULT_STYLE, 351)
            assert max(op.y for op in drawing.ops if isinstance(op, Label)) <= drawing.height


def stack(*parts: str, kind: ChartKind = ChartKind.STACKED) -> Chart:
    """A stack of values in each of two years."""
    series = tuple(
        Series(f"part {n}", (Point(Decimal(value), label=value, signed=value),) * 2, n) for n, value in enumerate(parts)
    )
    top = sum(map(Decimal, parts), Decimal(0))
    return Chart(kind, ("2019", "2020"), series, "US dollars", (Decimal(0), top), ("0", f"{top}"))


@pytest.mark.parametrize("kind", [ChartKind.STACKED, ChartKind.AREA])
@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        (("1", "2", "9000"), ["9000"]),
        (("9000", "1", "2"), ["9000"]),
        (("1", "9000", "2"), ["1", "9000", "2"]),
        (("1", "9000"), ["1", "9000"]),
        (("40", "60"), ["40", "60"]),
        (("10", "10", "80"), ["10", "10", "80"]),
        (("5", "5", "5", "85"), ["85"]),
        (("2", "96", "2"), ["2", "96", "2"]),
        (("8", "92"), ["8", "92"]),
        (("0", "0", "100"), ["100"]),
        (("1", "1"), ["1", "1"]),
    ],
)
def test_labels_of_a_stack_are_readable_or_left_out(kind: ChartKind, parts: tuple[str, ...], shown: list[str]) -> None:
    graphic = stack(*parts, kind=kind)
    if kind is ChartKind.AREA:  # a label beside its band would stand in another one
        shown = [value for value in shown if Decimal(value) * 10 >= sum(map(Decimal, parts))]
    told = [series.points[0].label for series in graphic.series if series.points[0] and graphic.printed(series, 0)]
    drawn = [label.text for label in labels(graphic, 351) if label.bold and label.text in parts]

    assert told == shown
    assert sorted(drawn) == sorted(shown * 2)


def test_a_label_that_is_left_out_is_left_out_in_word_too() -> None:
    root = part(word_file(stack("1", "2", "9000")), "word/charts/chart1.xml")
    told = ["".join(one.itertext()) for one in root.iter(f"{C}dLbl")]

    assert told == ["9000", "9000"]


def test_beside_the_axis_of_a_stack_nothing_changes_for_other_kinds() -> None:
    apart = replace(stack("1", "2", "9000"), kind=ChartKind.COLUMN)

    assert all(apart.printed(series, 0) for series in apart.series)
