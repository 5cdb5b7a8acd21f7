"""Timelines that go wrong easily: no label on another, all inside, no letter too small, in every format."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from io import BytesIO
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.document import Caption, Document, Exhibit, TextRun
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.timelines import Event, Timeline, TimelineForm, TimeSign
from briefgen.render import render
from briefgen.render.charts import Box, Disc, Label, LineStroke, Polygon, Polyline, drawing_of
from briefgen.render.docx.body.timeline_table import SIGNS
from readers.docx import barriers, docx_words, part
from readers.docx import faults as word_faults
from readers.html import html_words, page
from readers.pdf import Element, structure, structure_words
from samples.drawn_geometry import faults
from samples.hard_timelines import HARD, LONGEST, UNBROKEN, event, timeline
from samples.sample_document import front

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WIDTHS = {"column": 124 * 72 / 25.4, "page": 170 * 72 / 25.4, "beside notes": 330.0, "phone": 262.5, "margin": 130.0}


def document(shown: Timeline) -> Document:
    caption = Caption("Figure 1", (TextRun("Steps"),), (TextRun("A source."),), unit=(TextRun("1947 to 2031"),))
    alt = " ".join(f"{one.when}: {one.what}." for one in shown.events)
    return Document(front(), (Exhibit("figure-1", shown, caption, alt),))


def letters(text: str) -> str:
    return "".join(text.split())


def told(shown: Timeline) -> list[str]:
    """What a drawing has to say in letters: of bands the main events alone."""
    if shown.form is TimelineForm.BANDS:
        return list(shown.landmarks().values())
    return [one.what for one in shown.events]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("name", HARD)
def test_no_label_meets_another_and_all_stand_inside(name: str, width: float) -> None:
    drawing = drawing_of(HARD[name], DEFAULT_STYLE, width)
    assert faults(drawing, DEFAULT_STYLE) == []
    assert drawing.width == width


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("name", HARD)
def test_signs_and_lines_stand_inside_too(name: str, width: float) -> None:
    drawing = drawing_of(HARD[name], DEFAULT_STYLE, width)
    for op in drawing.ops:
        match op:
            case Disc():
                points = [(op.x - op.radius, op.y - op.radius), (op.x + op.radius, op.y + op.radius)]
            case Box():
                points = [(op.x, op.y), (op.x + op.width, op.y + op.height)]
            case LineStroke():
                points = [(op.x1, op.y1), (op.x2, op.y2)]
            case Polygon() | Polyline():
                points = list(op.points)
            case _:
                points = []
        assert all(-1.1 <= x <= width + 1.1 and -1.1 <= y <= drawing.height + 1.1 for x, y in points), op


@pytest.mark.parametrize("name", HARD)
def test_no_word_is_lost_or_cut_in_a_drawing(name: str) -> None:
    ops = drawing_of(HARD[name], DEFAULT_STYLE, WIDTHS["column"]).ops
    drawn = letters("".join(op.text for op in ops if hasattr(op, "text")))
    assert [words for words in told(HARD[name]) if letters(words) not in drawn] == []


@pytest.mark.parametrize("name", HARD)
def test_every_sign_that_is_drawn_is_in_the_key_and_no_other(name: str) -> None:
    shown = HARD[name]
    assert [sign for sign, _ in shown.signs] == [
        sign for sign in TimeSign if sign in {one.sign for one in shown.events}
    ]


@pytest.mark.parametrize("name", HARD)
def test_marks_are_ink_or_grey_and_nothing_else(name: str) -> None:
    palette = DEFAULT_STYLE.palette
    colours = {op.colour for op in drawing_of(HARD[name], DEFAULT_STYLE, WIDTHS["column"]).ops}
    assert colours <= {palette.ink, palette.muted, palette.hairline, "#ffffff"}


@pytest.mark.parametrize("name", HARD)
def test_the_formats_say_the_same(name: str) -> None:
    shown = document(HARD[name])
    words = html_words(render(shown, "html", DEFAULT_STYLE).value.data)
    assert docx_words(render(shown, "docx", DEFAULT_STYLE).value.data) == words
    assert structure_words(render(shown, "pdf", DEFAULT_STYLE).value.data) == words


@pytest.mark.parametrize("name", HARD)
def test_in_a_pdf_each_event_is_an_item_with_its_date_and_its_words(name: str) -> None:
    shown = HARD[name]
    elements = list(structure(render(document(shown), "pdf", DEFAULT_STYLE).value.data).walk())
    if shown.form is TimelineForm.BANDS:
        assert [element.kind for element in elements if element.kind in {"Figure", "L"}] == ["Figure"]
        return
    (listing,) = [element for element in elements if element.kind == "L" and element.title]
    said = [" ".join(item.text().split()) for item in listing.children if isinstance(item, Element)]
    gaps = [gap.words for gap in shown.gaps]
    assert [words for words in said if words not in gaps] == [
        " ".join(f"{one.when} {one.what}".split()) for one in shown.events
    ]
    assert [words for words in said if words in gaps] in (
        [gaps] if shown.form in {TimelineForm.LIST, TimelineForm.YEARS} else [gaps, []]
    )
    assert not [element for element in elements if element.kind == "Figure"]


@pytest.mark.parametrize("name", HARD)
def test_in_word_it_is_a_table_that_fits_and_says_every_event(name: str) -> None:
    shown = HARD[name]
    data = render(document(shown), "docx", DEFAULT_STYLE).value.data
    assert (word_faults(data), barriers(data)) == ([], [])
    (table,) = part(data, "word/document.xml").iter(f"{W}tbl")
    said = letters("".join(table.itertext()))
    assert [words for words in told(shown) if letters(words) not in said] == []
    grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert sum(grid) <= 170 * 72 / 25.4 * 20 + 1
    for row in table.iter(f"{W}tr"):
        spans = [int(cell.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val")) if cell.find(f"{W}tcPr/{W}gridSpan") is not None
                 else 1 for cell in row.iter(f"{W}tc")]  # fmt: skip
        assert sum(spans) == len(grid)
    if shown.form is not TimelineForm.BANDS:
        marks = [text for text in table.itertext() if text in SIGNS.values()]
        assert marks == [SIGNS[one.sign] for one in shown.events] + [SIGNS[sign] for sign, _ in shown.signs]
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert not re.search("image|figure", " ".join(package.namelist()))


@pytest.mark.parametrize("name", HARD)
def test_on_a_narrow_screen_it_is_a_list_of_every_event(name: str) -> None:
    shown = HARD[name]
    figure = page(render(document(shown), "html", DEFAULT_STYLE).value.data).find(".//figure")
    assert [found.get("class") for found in figure.iter("div")] == ["wide", "narrow"]
    rows = figure.findall(".//div[@class='narrow']//tbody/tr")
    told_rows = [row for row in rows if row.get("class") != "empty"]
    assert len(told_rows) == len(shown.years() if shown.form is TimelineForm.BANDS else shown.events)
    assert len(rows) - len(told_rows) == len(shown.gaps)
    said = letters("".join(chain.from_iterable(row.itertext() for row in told_rows)))
    assert [words for words in told(shown) if letters(words) not in said] == []


_DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.dates().map(lambda day: str(day)[:4]),
    st.sampled_from(["2015-05-29", "2015-05", "2015", "2016"]),
)
_WORDS = st.text(st.sampled_from("aiMW漢字کتابกข-—’ "), min_size=1, max_size=150).filter(str.strip)
_EVENTS = st.lists(
    st.builds(event, _DATES, _WORDS, sign=st.sampled_from([None, *TimeSign]), main=st.booleans()),
    min_size=1,
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(_EVENTS, st.sampled_from(TimelineForm), st.sampled_from(sorted(WIDTHS.values())))
def test_of_any_events_no_label_meets_another(events: list[Event], form: TimelineForm, width: float) -> None:
    assert faults(drawing_of(timeline(form, *events), DEFAULT_STYLE, width), DEFAULT_STYLE) == []


def test_the_scale_of_a_cascade_is_true() -> None:
    months = [event(f"2015-0{number}-01", "A step", sign=TimeSign.DAY) for number in range(1, 10)]
    shown = timeline(TimelineForm.CASCADE, event("1950-01-01", "A step"), *months, event("2016-12-31", "A step"))
    discs = [op.x for op in drawing_of(shown, DEFAULT_STYLE, 350).ops if isinstance(op, Disc)][: len(shown.events)]
    years = (discs[-1] - discs[1]) / 2
    assert discs[1:-1] == sorted(discs[1:-1])
    assert discs[9] - discs[1] == pytest.approx(years * 243 / 365.25, abs=0.5)
    assert discs[1] - discs[0] < years * 2


def baselines(shown: Timeline, width: float) -> list[float]:
    """The heights of the dates, from the top."""
    whens = {one.when for one in shown.events}
    return [op.y for op in drawing_of(shown, DEFAULT_STYLE, width).ops if isinstance(op, Label) and op.text in whens]


@pytest.mark.parametrize("words", [UNBROKEN, "Wirtschaftskommission", LONGEST])
def test_steps_that_would_break_a_word_or_pile_up_go_down_the_page(words: str) -> None:
    short = [event(f"20{number}0", "A step") for number in range(4)]
    assert len(set(baselines(timeline(TimelineForm.STEPS, *short), WIDTHS["column"]))) == 1
    assert len(set(baselines(timeline(TimelineForm.STEPS, *short, event("2050", words)), 250.0))) == 5


def test_one_full_year_is_parted_rather_than_put_into_one_column() -> None:
    steps = (event("2015-05", f"Step {number}") for number in range(20))
    full = timeline(TimelineForm.YEARS, event("2014", "A step"), *steps)
    two, one = (drawing_of(full, DEFAULT_STYLE, width).height for width in (WIDTHS["column"], 250.0))
    labels = [op for op in drawing_of(full, DEFAULT_STYLE, WIDTHS["column"]).ops if isinstance(op, Label)]
    assert two < one * 0.6
    assert [op.text for op in labels].count("2015") == 2


def test_columns_break_before_a_year_where_that_costs_little() -> None:
    years = [event(f"20{year}-05", f"Step {step}") for year in (10, 11, 12, 13) for step in range(4 + (year == 10))]
    drawing = drawing_of(timeline(TimelineForm.YEARS, *years), DEFAULT_STYLE, WIDTHS["column"])
    heads = [op for op in drawing.ops if isinstance(op, Label) and op.bold]
    assert [op.text for op in heads] == ["2010", "2011", "2012", "2013"]
    assert heads[0].y == heads[2].y


@pytest.mark.parametrize("count", [1, 2, 3, 4, 12])
def test_more_events_of_a_month_than_have_room_are_a_number(count: int) -> None:
    shown = timeline(TimelineForm.BANDS, *(event("2015-08", f"Step {step}") for step in range(count)))
    ops = drawing_of(shown, DEFAULT_STYLE, WIDTHS["column"]).ops
    numbers = [op.text for op in ops if isinstance(op, Label) and op.text == str(count)]
    bars = [op for op in ops if isinstance(op, Box)]
    assert len(bars) == (count if count <= 3 else 0) + 1
    assert len(numbers) == 2 + (count > 3)


def test_where_all_events_are_main_ones_none_stands_out() -> None:
    both = [event("2015", "A step", main=True), event("2016", "Another", main=False)]
    assert timeline(TimelineForm.BANDS, *both).landmarks() == {2015: "A step"}
    assert timeline(TimelineForm.BANDS, both[0], event("2016", "Another", main=True)).landmarks() == {}
    assert timeline(TimelineForm.BANDS, both[1]).landmarks() == {}


def test_of_several_main_events_of_a_year_the_shortest_is_named() -> None:
    some = [event("2015-01", "A long one", main=True), event("2015-02", "Short", main=True), event("2015", "No")]
    assert timeline(TimelineForm.BANDS, *some).landmarks() == {2015: "Short"}


def test_years_within_a_span_are_not_empty() -> None:
    span = Event(dt.date(1950, 1, 1), dt.date(1990, 12, 31), "1950–1990", "A span", TimeSign.YEAR)
    shown = timeline(TimelineForm.LIST, span, event("1955", "A step"), event("1999", "Another"))
    assert [gap.words for gap in shown.gaps] == ["no event shown from 1991 to 1998"]


def test_on_a_narrow_screen_no_count_is_taken_for_a_day() -> None:
    some = ("2015-05", "2015-05-09", "2015-06", "2015", "2016-01")
    shown = timeline(TimelineForm.BANDS, *(event(when, "A step") for when in some))
    figure = page(render(document(shown), "html", DEFAULT_STYLE).value.data).find(".//figure")
    rows = [[cell.text_content() for cell in row] for row in figure.findall(".//div[@class='narrow']//tbody/tr")]
    assert rows == [["2015", "4", "May: 2, June, no month"], ["2016", "1", "January"]]
