"""`notes: essential` leaves out notes that say where a statement comes from: by what they are about, never by words."""

from __future__ import annotations

import pytest

from briefgen.compose.values.note_kinds import NOTE, NOTE_KIND, ORIGIN
from briefgen.load import load
from briefgen.model.audience_choices import NoteChoice
from briefgen.model.facts.fact import NoteKind
from briefgen.pipeline import Order, check, here, make
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

READER, SECTION = "templates/audiences/reader.yaml", "templates/sections/one.md.j2"
TEXT = "The city is not named."
TABLE = """\
{% call table("Steps") %}
| What | When |
| --- | --- |
{% for one in milestones %}
| {{ one.title }}{{ note(one.note) }} | {{ one.date|date }} |
{% endfor %}
{% endcall %}
"""
ROWS = "id,period,exporter,importer,flow,value,scale,currency,sources,note,note_kind\n"
SECTIONS = {
    "a fact": (
        "milestones.yaml", "- {{id: a, kind: other, title: A step, date: 2015, {note}}}\n",
        "{% for one in milestones %}{{ one.title }}{{ note(one.note) }}.{% endfor %}",
    ),
    "a part": (
        "mechanisms.yaml", "- {{id: a, kind: joint_commission, name: A body, sessions: [{{date: 2015, {note}}}]}}\n",
        "{% for one in mechanisms %}{{ one.name }}{{ note(one.sessions[0].note) }}.{% endfor %}",
    ),
    "a plan": (
        "milestones.yaml",
        "- {{id: a, kind: other, title: A step, date: 2022, planned: true, recorded: 2021-01-01, {note}}}\n",
        "{% for one in planned %}{{ one.title }}{{ note(one.note) }}.{% endfor %}",
    ),
    "a row": (
        "trade.csv",
        f"{ROWS}a,2019,PAK,BLR,X,15.1,1,USD,ref,{{note}}\n",
        "{% for one in observations %}{{ one.value|money }}{{ note(one.note) }}.{% endfor %}",
    ),
    "in a table": (
        "milestones.yaml", "- {{id: a, kind: other, title: A step, date: 2015, {note}}}\n",
        TABLE,
    ),
}  # fmt: skip


def text(where: str, kind: NoteKind | None, choice: str, extra: str = "") -> str:
    """The brief with one note."""
    file, record, section = SECTIONS[where]
    said = f"note: {TEXT}" + (f", note_kind: {kind}" if kind else "") + extra
    if file.endswith(".csv"):
        said = f"{TEXT},{kind or ''}"
    files = {
        **BASE,
        f"{FOLDER}/{file}": record.format(note=said),
        SECTION: f"## One\n\n{section}\n\nThe end.\n",
        READER: BASE[READER] + choice,
    }
    world = Memory({path: words.encode() for path, words in files.items()})
    result = make(world, Order(formats=("md",)), executor=here)
    assert not result.report.has_errors, [str(told) for told in result.report.diagnostics]
    return world.files["output/x-y/reader.md"].decode()


@pytest.mark.parametrize("where", SECTIONS)
@pytest.mark.parametrize("kind", [None, *NoteKind])
def test_all_notes_stand_where_all_are_asked_for(where: str, kind: NoteKind | None) -> None:
    assert [TEXT in text(where, kind, choice) for choice in ("", "notes: all\n")] == [True, True]


@pytest.mark.parametrize("where", SECTIONS)
@pytest.mark.parametrize("kind", [None, *NoteKind])
def test_essential_ones_stand_and_those_on_the_origin_fall(where: str, kind: NoteKind | None) -> None:
    found = text(where, kind, "notes: essential\n")

    assert (TEXT in found, "[^1]" in found) == ((kind is not NoteKind.ORIGIN),) * 2
    assert "The end." in found


@pytest.mark.parametrize("kind", NoteKind)
def test_a_note_that_is_kept_from_the_reader_takes_its_kind_along(kind: NoteKind) -> None:
    kept = f"note: {TEXT}, note_kind: {kind}, note_sensitivity: restricted"
    files = {
        **BASE,
        f"{FOLDER}/milestones.yaml": f"- {{id: a, kind: other, title: A step, date: 2015, {kept}}}\n",
        SECTION: "## One\n\n{% for one in milestones %}{{ one.title }}{% if one.note_kind %}, secret{% endif %}."
        "{% endfor %}\n",
    }
    world = Memory({path: words.encode() for path, words in files.items()})
    make(world, Order(formats=("md",)), executor=here)

    assert "secret" not in world.files["output/x-y/reader.md"].decode()


@pytest.mark.parametrize(
    "word", ["some", "ALL", "none", "important", "true", "[all]", "{all: true}", "origin", "1", "Essential"]
)
def test_another_word_is_told_at_its_place(word: str) -> None:
    files = {**BASE, READER: f"{BASE[READER]}notes: {word}\n", SECTION: "## One\n\nThe end.\n"}
    told = load(Memory({path: words.encode() for path, words in files.items()})).diagnostics

    assert [one.code for one in told][:1] in (["BG109"], ["BG108"], ["BG107"])
    assert all((one.place.path, one.place.line) == (READER, 6) and one.hint for one in told)


@pytest.mark.parametrize(
    "word", ["doubt", "Origin", "origins", "none", "7", "[origin]", "inferred", "x", "ORIGIN", "one side"]
)
def test_another_kind_of_note_is_told_at_its_place(word: str) -> None:
    steps = f"{FOLDER}/milestones.yaml"
    record = f"- {{id: a, kind: other, title: A step, date: 2015, note: N, note_kind: {word}}}\n"
    files = {**BASE, steps: record, SECTION: "## One\n\nThe end.\n"}
    told = load(Memory({path: words.encode() for path, words in files.items()})).diagnostics

    assert [(one.place.path, one.place.line) for one in told] == [(steps, 1)]


def test_a_note_that_falls_for_one_audience_is_not_told_as_entered_for_nobody() -> None:
    files = {
        **BASE,
        f"{FOLDER}/milestones.yaml": "- {id: a, kind: other, title: A step, date: 2015, note: N, note_kind: origin}\n",
        SECTION: "## One\n\n{% for one in milestones %}{{ one.title }}, {{ one.date|date }}{{ note(one.note) }}."
        "{% endfor %}\n",
        "templates/audiences/other.yaml": BASE[READER].replace("the reader", "the other") + "notes: essential\n",
    }
    result = check(Memory({path: words.encode() for path, words in files.items()}), Order())

    assert [told.message for told in result.report.diagnostics if "note" in told.message] == []


def test_templates_and_facts_mean_the_same_word() -> None:
    assert (NoteKind.ORIGIN.value, "note", "note_kind") == (ORIGIN, NOTE, NOTE_KIND)
    assert set(NoteChoice) == {"all", "essential"}
