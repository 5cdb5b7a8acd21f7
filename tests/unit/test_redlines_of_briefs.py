"""Redlines of a desk's briefs: of which editions there is one, and what keeps the older words from coming back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.diagnostics import Severity
from briefgen.load import load
from briefgen.model.editions.differences import taken_back
from briefgen.model.editions.snapshot import KeptFact, KeptFigure, KeptWords, Snapshot
from briefgen.model.origin import OriginKind
from briefgen.model.values.date import parse_day
from briefgen.model.values.quantity import parse_quantity
from briefgen.pipeline import Order, here, make
from briefgen.pipeline.editions.changes_between import EditionsAsked
from briefgen.pipeline.editions.redlines import redlines
from briefgen.reading import read_trace
from briefgen.view import Request, known_facts, view
from briefgen.world import Disk, MemoryOutputs, Overlay, shipped_root
from readers.word_revisions import accepted, as_it_is, rejected
from samples.relation_files import FOLDER, world

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic, Report
    from briefgen.pipeline.editions.redlines import Redline
    from briefgen.world import Memory

ROOT = Path(__file__).parents[2]
READER = "name: Reader\nbrief_for: brief\nsubtitle: All\nclearance: public\nsections: [steps]\n"
STEPS = "## Steps\n{% for step in milestones %}\n\n{{ step.title }} ({{ step.date|date }}).\n{% endfor %}\n\nThe end.\n"
BRIDGE = "- {id: bridge, kind: other, title: The bridge over the river opens, date: 2015-08}\n"
FERRY = "- {id: ferry, kind: other, title: The ferry to the island sails, date: 2016}\n"
MILESTONES, OUT = f"{FOLDER}/milestones.yaml", "output/x-y/reader.docx"


@pytest.fixture
def desk() -> Memory:
    """A workspace whose brief was made once."""
    made = world(
        {
            "templates/sections/steps.md.j2": STEPS,
            "templates/audiences/reader.yaml": READER,
            "milestones.yaml": BRIDGE + FERRY,
        }
    )
    del made.files["templates/audiences/all.yaml"]
    run(made)
    return made


def run(desk: Memory) -> bytes:
    result = make(desk, Order(formats=("docx",)))
    assert [brief.failed for brief in result.briefs] == [False], result.report.diagnostics
    return desk.files[OUT]


def change(desk: Memory, old: str, new: str) -> None:
    """Replace a text of the milestones that must be there."""
    text = desk.files[MILESTONES].decode()
    assert old in text
    desk.files[MILESTONES] = text.replace(old, new).encode()


def asked(desk: Memory, since: int | None = None, until: int = 0) -> tuple[Report, list[Redline]]:
    return redlines(desk, Order(), EditionsAsked(since, until), here)


def errors(report: Report) -> list[Diagnostic]:
    return [told for told in report.diagnostics if told.severity is Severity.ERROR]


def codes(report: Report) -> list[str]:
    return [told.code for told in errors(report)]


def texts(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def test_what_stands_in_the_output_is_held_against_what_the_data_say_now(desk: Memory) -> None:
    old = run(desk)
    change(desk, "2015-08", "2015-08-11")
    report, (found,) = asked(desk)

    assert codes(report) == []
    assert found.path == "x-y/reader.redline.docx"
    assert (found.old.number, found.new.number) == (1, 0)
    assert rejected(found.data) == as_it_is(old)
    assert desk.files[OUT] == old
    assert accepted(found.data) == as_it_is(run(desk))


def test_a_fact_that_came_is_no_hindrance(desk: Memory) -> None:
    change(desk, FERRY, FERRY + "- {id: road, kind: other, title: The road opens, date: 2017}\n")
    report, (found,) = asked(desk)

    assert codes(report) == []
    assert "The road opens" in texts(found.data)


@pytest.mark.parametrize(
    "new", ["", FERRY.replace("date:", "sensitivity: restricted, date:")], ids=["deleted", "hidden"]
)
def test_what_is_told_no_more_does_not_come_back(desk: Memory, new: str) -> None:
    change(desk, FERRY, new)
    report, found = asked(desk)

    assert found == []
    assert codes(report) == ["BG614"]
    (told,) = errors(report)
    assert "ferry" not in told.message
    assert "1 of kind milestone" in told.message
    assert "--from" in str(told.hint)


def test_a_field_that_is_told_no_more_does_not_come_back(desk: Memory) -> None:
    change(desk, "sails, date: 2016}", "sails, date: 2016, note: Nobody was on board of the first one.}")
    run(desk)
    change(desk, ", note: Nobody was on board of the first one.", "")
    report, found = asked(desk, since=2)

    assert (codes(report), found) == (["BG614"], [])


def test_two_kept_editions_are_held_against_what_may_be_told_today(desk: Memory) -> None:
    run(desk)
    change(desk, "2015-08", "2015-08-11")
    run(desk)
    change(desk, FERRY, "")
    report, found = asked(desk, since=2)

    assert (codes(report), found) == (["BG614"], [])


def test_words_that_are_hidden_elsewhere_are_found_in_the_older_file(desk: Memory) -> None:
    """A template said what a fact says that is hidden now: no snapshot knows it, but the gate does."""
    hidden = "- {id: tunnel, kind: other, title: The tunnel under the mountain, date: 2018, sensitivity: restricted}\n"
    steps = "templates/sections/steps.md.j2"
    desk.files[steps] = desk.files[steps].replace(b"The end.", b"The tunnel under the mountain is dug.")
    run(desk)
    desk.files[steps] = desk.files[steps].replace(b"The tunnel under the mountain is dug.", b"The end.")
    change(desk, FERRY, FERRY + hidden)
    report, found = asked(desk, since=2)

    assert (codes(report), found) == (["BG604"], [])
    assert "--from" in str(errors(report)[0].hint)


def test_of_a_file_that_somebody_changed_there_is_no_redline(desk: Memory) -> None:
    desk.files[OUT] += b" "
    change(desk, "2015-08", "2015-08-11")
    report, found = asked(desk)

    assert (codes(report), found) == (["BG613"], [])
    assert "edition 1 of x-y/reader is not kept as it was made" in errors(report)[0].message


def test_where_nothing_is_new_there_is_no_redline(desk: Memory) -> None:
    report, found = asked(desk)

    assert (codes(report), found) == ([], [])


def test_a_redline_is_the_same_each_time(desk: Memory) -> None:
    change(desk, "2015-08", "2015-08-11")

    assert asked(desk)[1] == asked(desk)[1]


# ---------------------------------------------------------------- what was taken back


def fact(**fields: str) -> KeptFact:
    return KeptFact("visit", "A visit", fields={name: KeptWords(words) for name, words in fields.items()})


def test_a_field_that_says_something_else_is_not_taken_back() -> None:
    key = ("visits", "v")
    old, now = Snapshot({key: fact(what="talks")}), Snapshot({key: fact(what="other talks", note="new")})

    assert taken_back(old, now) == {}
    assert taken_back(now, old) == {"visit": 1}


def test_what_was_planned_and_is_done_is_not_taken_back() -> None:
    planned = KeptFact("visit", "A visit", is_planned=True, when=parse_day("2021-05-02"))
    now = Snapshot({("visits", "v"): fact(what="talks")})

    assert taken_back(Snapshot({("planned", "v"): planned}), now) == {}
    assert taken_back(Snapshot({("planned", "w"): planned}), now) == {"visit": 1}


def test_a_figure_is_taken_back_with_what_it_rested_on() -> None:
    def figures(*facts: str) -> Snapshot:
        return Snapshot(figures={("trade", "2020"): KeptFigure(parse_quantity("12 USD"), "trade", facts)})

    assert taken_back(figures("a"), figures("a", "b")) == {}
    assert taken_back(figures("a", "b"), figures("a")) == {"trade": 1}
    assert taken_back(figures("a"), Snapshot()) == {"trade": 1}


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/relations/india-czechia"], ids=lambda root: root.name)
def test_every_fact_that_a_brief_rests_on_is_known_to_its_view(root: Path) -> None:
    """Else a redline of a brief in which nothing was taken back would be refused."""
    workspace = load(Overlay(Disk(root), Disk(shipped_root()))).value
    outputs = MemoryOutputs({})
    made = make(Overlay(Disk(root), Disk(shipped_root())), Order(formats=("docx",), fit=False), outputs=outputs)
    for brief in made.briefs:
        relation = next(one for one in workspace.relations if one.slug == brief.relation)
        audience = next(one for one in workspace.audiences if one.id == brief.audience)
        known = known_facts(view(relation, audience, Request()).value)
        trace = read_trace(".docx", outputs.read(brief.files[0]))

        assert trace
        assert {cause.id for cause in trace.causes if cause.kind is OriginKind.FACT} <= known
    assert made.briefs
