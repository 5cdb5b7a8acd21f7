"""A timeline of few events is drawn; one of more is a list by year, which goes on overleaf in every format."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from briefgen.model.charts import Timeline
from briefgen.model.document import Caption, Exhibit, Table
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.traversal import every_block, plain_text
from briefgen.pipeline import Order, make
from briefgen.render.charts import drawing_of
from briefgen.world import Memory
from samples.composing import BASE, FOLDER, composed, loaded

if TYPE_CHECKING:
    from collections.abc import Sequence

_EMU_PER_POINT, _TEXT_HEIGHT, _TEXT_WIDTH = 12_700, (297 - 25 - 22) * 72 / 25.4, (210 - 40) * 72 / 25.4
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


def shown(call: str, facts: str) -> Table | Exhibit:
    document, said = composed(loaded(Memory(files(call, facts))), "reader")
    assert [told.code for told in said] == []
    (found,) = [block for block in every_block(document.blocks) if isinstance(block, Table | Exhibit)]
    return found


def words(table: Table) -> list[list[str]]:
    return [[plain_text(cell.inlines) for cell in row] for row in table.rows]


def caption(of: Table | Exhibit) -> Caption:
    assert of.caption is not None
    return of.caption


ALL = 'timeline("Steps", events())'


@pytest.mark.parametrize("count", [1, 2, 7, 12, 16])
def test_few_events_are_drawn(count: int) -> None:
    made = shown(ALL, milestones([f"Step {number}" for number in range(count)]))
    assert isinstance(made, Exhibit)
    assert isinstance(made.graphic, Timeline)
    assert len(made.graphic.events) == count
    assert caption(made).label == "Figure 1"


@pytest.mark.parametrize("count", [17, 40, 74, 200, 401])
def test_more_events_are_listed_by_year(count: int) -> None:
    made = shown(ALL, milestones([f"Step {number}" for number in range(count)]))
    assert isinstance(made, Table)
    years = words(made)
    assert [year for year, _ in years] == [str(1900 + number) for number in range(-(-count // 4))]
    told = [event for _, events in years for event in re.findall(r"Step \d+", events)]
    assert told == [f"Step {number}" for number in range(count)]
    assert caption(made).label == "Table 1"
    assert plain_text(caption(made).note) == ""


def test_events_of_one_year_stand_apart_in_words_too() -> None:
    made = shown(ALL, milestones([f"Step {number}" for number in range(17)]))
    assert isinstance(made, Table)
    assert words(made)[0] == ["1900", "Jan 1900: Step 0; Feb 1900: Step 1; Mar 1900: Step 2; Apr 1900: Step 3"]
    assert words(made)[4] == ["1904", "Jan 1904: Step 16"]


@pytest.mark.parametrize("title", ["A step " * 14 + "on", "Step " * 30 + "on"])
def test_events_of_many_words_are_listed_too(title: str) -> None:
    assert isinstance(shown(ALL, milestones([title] * 15)), Table)


def test_what_bold_words_are_is_said() -> None:
    made = shown(ALL, milestones([f"Step {number}" for number in range(20)], majors=[3]))
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
    assert isinstance(made.graphic, Timeline)
    assert [event.what for event in made.graphic.events] == [f"Step {number}" for number in kept]
    note = plain_text(caption(made).note)
    assert note == f"{most} of 20 events are shown: main events before others, and newer before older."
    assert made.alt.startswith(f"Timeline of {most} events." if most > 1 else "Timeline of one event.")


def test_where_all_are_shown_nothing_is_said() -> None:
    made = shown('timeline("Steps", events(), most=20)', milestones(["A step"] * 9))
    assert plain_text(caption(made).note) == ""


def test_what_is_left_out_is_said_behind_the_note_of_the_template() -> None:
    made = shown('timeline("Steps", events(), most=2, note="Of both.")', milestones(["A step"] * 5))
    assert plain_text(caption(made).note).startswith("Of both. 2 of 5 events are shown")


@pytest.mark.parametrize("words", ["Step", "A longer step of the two", "Agreement on the avoidance of double taxation"])
@pytest.mark.parametrize("spread", [0, 1, 4])
def test_letters_of_a_drawing_are_never_too_small(words: str, spread: int) -> None:
    facts = "".join(
        f"- {{id: m-{number}, kind: other, date: {2000 + number * spread // 4}-05-1{number % 9}, title: {words}, "
        f"sources: [{{ref: ref}}]}}\n"
        for number in range(16)
    )
    made = shown(ALL, facts)
    if isinstance(made, Exhibit) and isinstance(made.graphic, Timeline):
        height = drawing_of(made.graphic, DEFAULT_STYLE, _TEXT_WIDTH).height
        assert DEFAULT_STYLE.text["figure"].size * min(1.0, _TEXT_HEIGHT * 0.8 / height) >= _SMALLEST


@pytest.mark.parametrize("count", [12, 16, 74])
def test_no_picture_of_a_word_file_is_taller_than_the_page(count: int) -> None:
    world = Memory(files(ALL, milestones([f"A step of some words {number}" for number in range(count)])))
    result = make(world, Order(formats=("docx",)))
    (made,) = result.briefs
    with zipfile.ZipFile(BytesIO(world.files[made.files[0]])) as package:
        body = package.read("word/document.xml").decode()
    heights = [int(height) / _EMU_PER_POINT for height in re.findall(r'<wp:extent cx="\d+" cy="(\d+)"', body)]
    assert all(height < _TEXT_HEIGHT for height in heights)
    assert bool(heights) == (count <= 16)
