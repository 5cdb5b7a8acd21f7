"""The form of a timeline follows the number of its events and the length of their words, or what is asked for."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from briefgen.model.document import Caption, Exhibit, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.timelines import Timeline, TimelineForm
from briefgen.model.traversal import every_block, plain_text
from briefgen.pipeline import Order, make
from briefgen.render.charts import drawing_of
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXT_HEIGHT, _TEXT_WIDTH = (297 - 25 - 22) * 72 / 25.4, 124 * 72 / 25.4
_SMALLEST = 7.0


def milestones(titles: Sequence[str], majors: Sequence[int] = ()) -> str:
    return "".join(
        f"- id: m-{number}\n  kind: other\n  date: {1900 + number // 4}-0{number % 4 + 1}\n  title: {title}\n"
        f"  major: {'true' if number in majors else 'false'}\n  sources: [{{ref: ref}}]\n"
        for number, title in enumerate(titles)
    )


def files(call: str, facts: str) -> dict[str, bytes]:
    section = "---\nabout: Steps.\n---\n## Steps\n\n{{ " + call + " }}\n"
    made = {**BASE, f"{FOLDER}/milestones.yaml": facts, "templates/sections/one.md.j2": section}
    return {path: text.encode() for path, text in made.items()}


def placed(call: str, facts: str, codes: Sequence[str] = ()) -> list[Table | Exhibit]:
    document, said = composed(loaded(Memory(files(call, facts))), "reader")
    assert [told.code for told in said] == list(codes)
    return [block for block in every_block(document.blocks) if isinstance(block, Table | Exhibit)]


def shown(call: str, facts: str) -> Table | Exhibit:
    (found,) = placed(call, facts)
    return found


def drawn(block: Table | Exhibit) -> Timeline:
    assert isinstance(block, Exhibit)
    assert isinstance(block.graphic, Timeline)
    return block.graphic


def words(table: Table) -> list[list[str]]:
    return [[plain_text(cell.inlines) for cell in row] for row in table.rows]


def caption(of: Table | Exhibit) -> Caption:
    assert of.caption is not None
    return of.caption


ALL = 'timeline("Steps", events())'


@pytest.mark.parametrize(
    ("count", "form"),
    [
        (1, "list"), (2, "steps"), (3, "steps"), (6, "steps"), (7, "list"), (12, "list"), (15, "list"), (16, "years"),
        (30, "years"), (40, "years"), (41, "bands"), (60, "bands"), (120, "bands"),
    ],
)  # fmt: skip
def test_the_number_of_events_decides_the_form(count: int, form: str) -> None:
    made, *others = placed(ALL, milestones([f"Step {number}" for number in range(count)]))
    assert (drawn(made).form, len(drawn(made).events)) == (form, count)
    assert caption(made).label == "Figure 1"
    assert len(others) == (form == "bands")


@pytest.mark.parametrize("count", [41, 60, 120])
def test_what_bands_count_is_listed_below_them(count: int) -> None:
    made, listed = placed(ALL, milestones([f"Step {number}" for number in range(count)]))
    assert isinstance(listed, Table)
    assert plain_text(caption(listed).title) == f"{plain_text(caption(made).title)} (list)"
    told = [event for _, events in words(listed) for event in re.findall(r"Step \d+", events)]
    assert told == [f"Step {number}" for number in range(count)]


def test_bands_that_are_asked_for_stand_alone() -> None:
    made = shown('timeline("Steps", events(), form="bands")', milestones([f"Step {number}" for number in range(20)]))
    assert drawn(made).form is TimelineForm.BANDS
    assert isinstance(made, Exhibit)
    assert made.alt.startswith("Timeline of 20 events. In 1900: 4 events, 1 in January, 1 in February, 1 in March and")


@pytest.mark.parametrize("form", ["steps", "list", "cascade", "years", "bands"])
@pytest.mark.parametrize("count", [2, 4, 6])
def test_a_template_can_choose_the_form(form: str, count: int) -> None:
    call = f'timeline("Steps", events(), form="{form}")'
    assert drawn(shown(call, milestones([f"Step {number}" for number in range(count)]))).form == form


@pytest.mark.parametrize(
    ("form", "count", "instead"),
    [
        ("steps", 7, "list"), ("steps", 1, "list"), ("steps", 20, "years"), ("list", 41, "bands"),
        ("list", 39, "years"), ("cascade", 31, "years"), ("cascade", 60, "bands"), ("years", 80, "bands"),
        ("bands", 200, None), ("steps", 160, None),
    ],
)  # fmt: skip
def test_a_form_without_room_is_told_and_another_one_taken(form: str, count: int, instead: str | None) -> None:
    call = f'timeline("Steps", events(), form="{form}")'
    made, *_ = placed(call, milestones([f"Step {number}" for number in range(count)]), ["BG464"])
    assert isinstance(made, Table) if instead is None else drawn(made).form == instead


def test_a_table_is_never_refused() -> None:
    made = shown('timeline("Steps", events(), form="table")', milestones(["A step", "Another"]))
    assert isinstance(made, Table)
    assert caption(made).label == "Table 1"


@pytest.mark.parametrize("count", [160, 200, 401])
def test_events_of_more_years_than_a_page_has_rows_are_listed_by_year(count: int) -> None:
    made = shown(ALL, milestones([f"Step {number}" for number in range(count)]))
    assert isinstance(made, Table)
    years = words(made)
    assert [year for year, _ in years] == [str(1900 + number) for number in range(-(-count // 4))]
    told = [event for _, events in years for event in re.findall(r"Step \d+", events)]
    assert told == [f"Step {number}" for number in range(count)]
    assert caption(made).label == "Table 1"
    assert plain_text(caption(made).note) == ""


def test_events_of_one_year_stand_apart_in_words_and_the_year_is_said_once() -> None:
    made = shown('timeline("Steps", events(), form="table")', milestones([f"Step {number}" for number in range(17)]))
    assert isinstance(made, Table)
    assert words(made)[0] == ["1900", "Jan: Step 0; Feb: Step 1; Mar: Step 2; Apr: Step 3"]
    assert words(made)[4] == ["1904", "Jan: Step 16"]


@pytest.mark.parametrize(
    ("date", "when", "under"),
    [
        ("1950", "1950", ""), ("1950-03", "Mar 1950", "Mar"), ("1950-03-05", "5 Mar 1950", "5 Mar"),
        ("1950~", "about 1950", "about 1950"), ("1950?", "1950 (year uncertain)", "1950 (year uncertain)"),
        ("1950-03~", "about Mar 1950", "about Mar 1950"), ("1950/1953", "1950–1953", "1950–1953"),
        ("1950-03-05/1950-03-08", "5–8 Mar 1950", "5–8 Mar"), ("1950-03/1950-05", "Mar–May 1950", "Mar–May"),
        ("1950/..", "since 1950", "since 1950"), ("1950-03/..", "since Mar 1950", "since Mar"),
        ("../1950", "by 1950", "by 1950"), ("../1950-03-05", "by 5 Mar 1950", "by 5 Mar"),
        ("1950-12-30/1951-01-02", "30 Dec 1950–2 Jan 1951", "30 Dec 1950–2 Jan 1951"),
    ],
)  # fmt: skip
def test_a_date_keeps_its_doubt_and_says_its_year_once(date: str, when: str, under: str) -> None:
    facts = f"- {{id: m, kind: other, date: {date}, title: A step, sources: [{{ref: ref}}]}}\n"
    (event,) = drawn(shown(ALL, facts)).events
    assert (event.when.replace("\u00a0", " "), event.when_in_year.replace("\u00a0", " ")) == (when, under)


@pytest.mark.parametrize(
    ("date", "sign"),
    [
        ("1950", "year"), ("1950-03", "month"), ("1950-03-05", "day"), ("1950/1953", "year"), ("1950/..", "since"),
        ("../1950", "until"), ("1950-03-05/1950-03-08", "day"), ("1950-03/1950-05", "year"),
        ("1950-03-05/1951", "year"),
        ("1950~", "year"), ("1950-03-01/1950-03-31", "day"), ("1950-03-01/1950-06-01", "year"),
        ("1950-03/1950-03-20", "month"),
    ],
)  # fmt: skip
def test_no_sign_says_more_than_its_date(date: str, sign: str) -> None:
    facts = f"- {{id: m, kind: other, date: {date}, title: A step, sources: [{{ref: ref}}]}}\n"
    made = drawn(shown(ALL, facts))
    assert [event.sign for event in made.events] == [sign]
    assert [known for known, _ in made.signs] == [sign]


def test_what_sources_differ_on_and_what_they_imply_is_told() -> None:
    facts = (
        "- {id: a, kind: other, date: 1950, title: A step, status: contested, sources: [{ref: ref}]}\n"
        "- {id: b, kind: other, date: 1951-02, title: Another, inferred: [date], sources: [{ref: ref}]}\n"
        "- {id: c, kind: other, date: 1952, title: A third, inferred: [title], sources: [{ref: ref}]}\n"
    )
    made = shown(ALL, facts)
    assert [(event.when, event.what) for event in drawn(made).events] == [
        ("1950", "A step (sources differ)"), ("Feb 1951 (inferred)", "Another"), ("1952", "A third"),
    ]  # fmt: skip
    assert isinstance(made, Exhibit)
    assert (
        made.alt
        == "Timeline of 3 events. 1950: A step (sources differ). February 1951 (inferred): Another. 1952: A third."
    )


def test_empty_years_are_named_as_not_shown() -> None:
    facts = "".join(
        f"- {{id: m-{year}, kind: other, date: {year}, title: A step, sources: [{{ref: ref}}]}}\n"
        for year in (1950, 1952, 1956, 1957, 1961, 1990, 1991, 1992)
    )
    listed = drawn(shown('timeline("Steps", events(), form="list")', facts))
    by_year = drawn(shown('timeline("Steps", events(), form="years")', facts))
    assert [gap.words for gap in listed.gaps] == [
        "no event shown from 1953 to 1955", "no event shown from 1958 to 1960", "no event shown from 1962 to 1989",
    ]  # fmt: skip
    assert next(gap.words for gap in by_year.gaps) == "no event shown in 1951"
    alt = shown_alt('timeline("Steps", events(), form="list")', facts)
    assert "1952: A step. No event shown from 1953 to 1955. 1956: A step." in alt


def shown_alt(call: str, facts: str) -> str:
    made = shown(call, facts)
    assert isinstance(made, Exhibit)
    return made.alt


@pytest.mark.parametrize("title", ["A step " * 14 + "on", "Step " * 30 + "on"])
def test_events_of_many_words_are_listed_in_a_table(title: str) -> None:
    assert isinstance(shown(ALL, milestones([title] * 15)), Table)


def test_what_bold_words_are_is_said() -> None:
    made = shown('timeline("Steps", events(), form="table")', milestones(["Step"] * 20, majors=[3]))
    assert plain_text(caption(made).note) == "Main events are set in bold."


@pytest.mark.parametrize(
    ("most", "majors", "kept"),
    [
        (3, [], [17, 18, 19]),
        (3, [0], [0, 18, 19]),
        (3, [0, 1, 2, 3], [1, 2, 3]),
        (3, [0, 1, 2], [0, 1, 2]),
        (1, [5], [5]),
        (5, [19, 4], [4, 16, 17, 18, 19]),
    ],
)
def test_main_events_go_before_others_and_newer_before_older(most: int, majors: list[int], kept: list[int]) -> None:
    facts = milestones([f"Step {number}" for number in range(20)], majors)
    made = shown(f'timeline("Steps", events(), most={most})', facts)
    assert isinstance(made, Exhibit)
    assert [event.what for event in drawn(made).events] == [f"Step {number}" for number in kept]
    note = plain_text(caption(made).note)
    assert note.startswith(f"{most} of 20 events are shown: main events before others, and newer before older.")
    assert made.alt.startswith(f"Timeline of {most} events." if most > 1 else "Timeline of one event.")


def test_where_all_are_shown_nothing_is_said() -> None:
    made = shown('timeline("Steps", events(), most=20)', milestones(["A step"] * 9))
    assert plain_text(caption(made).note) == ""


def test_what_is_left_out_is_said_behind_the_note_of_the_template() -> None:
    made = shown('timeline("Steps", events(), most=2, note="Of both.")', milestones(["A step"] * 5))
    assert plain_text(caption(made).note).startswith("Of both. 2 of 5 events are shown")


@pytest.mark.parametrize("words", ["Step", "A longer step of the two", "Agreement on the avoidance of double taxation"])
@pytest.mark.parametrize("spread", [0, 1, 4])
@pytest.mark.parametrize("form", list(TimelineForm))
@pytest.mark.parametrize("count", [6, 16, 60])
def test_letters_of_a_drawing_are_never_too_small(words: str, spread: int, form: str, count: int) -> None:
    events = "".join(
        f"- {{id: m-{number}, kind: other, date: {2000 + number * spread // 4}-05-1{number % 9}, title: {words}, "
        f"sources: [{{ref: ref}}]}}\n"
        for number in range(count)
    )
    document, _ = composed(loaded(Memory(files(f'timeline("Steps", events(), form="{form}")', events))), "reader")
    for made in every_block(document.blocks):
        if isinstance(made, Exhibit) and isinstance(made.graphic, Timeline):
            height = drawing_of(made.graphic, DEFAULT_STYLE, _TEXT_WIDTH).height
            assert DEFAULT_STYLE.text["figure"].size * min(1.0, _TEXT_HEIGHT * 0.8 / height) >= _SMALLEST


@pytest.mark.parametrize("count", [1, 6, 12, 30, 60, 200])
def test_a_word_file_has_a_table_and_no_picture(count: int) -> None:
    titles = [f"A step of some words {number}" for number in range(count)]
    world = Memory(files(ALL, milestones(titles)))
    (made,) = make(world, Order(formats=("docx",))).briefs
    with zipfile.ZipFile(BytesIO(world.files[made.files[0]])) as package:
        body = package.read("word/document.xml").decode()
    assert "<w:drawing>" not in body
    assert "<w:tblHeader/>" in body
    listed = body.partition("</w:tbl>")[2 if 40 < count < 160 else 0]
    assert re.findall(r"A step of some words \d+(?=<)", listed) == titles
