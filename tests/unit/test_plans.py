"""What is planned is told as a plan, from the day it became known to the last day it is planned for; never as done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.compose import Ingredients, compose
from briefgen.model.document import Exhibit
from briefgen.model.looks.style import DEFAULT_STYLE
from briefgen.model.timelines import Timeline, TimeSign
from briefgen.model.traversal import in_rows
from briefgen.model.values.date import parse_date
from briefgen.render.charts.drawing_operations import Disc
from briefgen.render.charts.timelines import timeline_drawing
from briefgen.view import Request, SharedWork, cover, view
from briefgen.world import Memory
from readers.document_words import document_words
from samples.composing import BASE, FOLDER, composed, loaded
from samples.relation_files import diagnostics_of

if TYPE_CHECKING:
    from briefgen.model.document import Document
    from briefgen.model.view import View
    from briefgen.model.workspace import Workspace

FILES = {
    f"{FOLDER}/visits.yaml": """\
- {id: past, kind: official, title: They came, date: 2020-02, major: true, sources: [{ref: ref}]}
- id: next
  kind: official
  title: Visit of the Prime Minister
  date: 2021-05-12
  planned: true
  recorded: 2021-04-01
  visitor: {party: BLR, person: head}
  major: true
  sources: [{ref: other}]
- {id: some-day, kind: working, title: Visit of officials, planned: true, recorded: 2021-04-20, sources: [{ref: ref}]}
""",
    f"{FOLDER}/agreements.yaml": """\
- {id: treaty, kind: treaty, title: A treaty, signed: 2021, in_force: 2022, state: signed, planned: true, recorded: 2021-03, signed_during: next, sources: [{ref: ref}]}
""",  # noqa: E501 - a record is one line
    f"{FOLDER}/mechanisms.yaml": """\
- id: jc
  kind: joint_commission
  name: Joint Commission
  sources: [{ref: ref}]
  sessions: [{number: 1, date: 2019-03}, {number: 2, date: 2021-06, planned: true, recorded: 2021-04}]
- id: only
  kind: council
  name: A council that is to meet for the first time
  sources: [{ref: ref}]
  sessions: [{number: 1, date: 2021-05, planned: true, recorded: 2021-04}]
- {id: body, kind: council, name: A council to be, created: 2022, planned: true, recorded: 2021-02, sources: [{ref: ref}], sessions: [{number: 1, date: 2020}]}
""",  # noqa: E501 - a record is one line
    f"{FOLDER}/recommendations.yaml": (
        "- {id: ask, action: Prepare., area: politics, facts: [past, next], sources: [{ref: ref}]}\n"
    ),
}


def workspace(template: str = "Words.\n", **files: str) -> Workspace:
    written = {**BASE, **FILES, "templates/sections/one.md.j2": template, **files}
    return loaded(Memory({name: text.encode() for name, text in written.items()}))


def seen(as_of: str) -> View:
    made = workspace()
    return view(made.relations[0], made.audiences[0], Request(parse_date(as_of))).value


def plans(as_of: str) -> set[str]:
    return {item.id for item in seen(as_of).planned}


@pytest.mark.parametrize(
    ("as_of", "known"),
    [
        ("2021-01-31", set()),
        ("2021-03-31", {"body", "treaty"}),
        ("2021-04-01", {"body", "treaty", "next", "jc/sessions/2", "only/sessions/1"}),
        ("2021-04-20", {"body", "treaty", "next", "jc/sessions/2", "only/sessions/1", "some-day"}),
        ("2021-05-12", {"body", "treaty", "next", "jc/sessions/2", "only/sessions/1", "some-day"}),
        ("2021-05-13", {"body", "treaty", "jc/sessions/2", "only/sessions/1", "some-day"}),
        ("2021-06-01", {"body", "treaty", "jc/sessions/2", "some-day"}),
        ("2022-01-01", {"body", "some-day"}),
        ("2023-01-01", {"some-day"}),
    ],
)
def test_a_plan_is_told_from_when_it_was_known_to_its_last_day(as_of: str, known: set[str]) -> None:
    assert plans(as_of) == known


@pytest.mark.parametrize("as_of", ["2021-04-23", "2021-05-12", "2021-05-13", "2030"])
def test_it_is_never_among_what_has_happened_whatever_the_day(as_of: str) -> None:
    made = seen(as_of)
    happened = {item.id for items in made.items.values() for item in items}
    sessions = [
        part.id for item in made.items["mechanisms"] for part in item.fields["sessions"]  # type: ignore[attr-defined]
    ]  # fmt: skip

    assert happened == {"past", "jc", "only", "ask"}
    assert sessions == ["jc/sessions/1"]
    (ask,) = made.items["recommendations"]
    assert ask.fields["facts"] == ("past",)


def test_its_fields_do_not_say_that_it_was_done() -> None:
    by_id = {item.id: item.fields for item in seen("2021-04-23").planned}

    assert not {"signed", "in_force", "state"} & set(by_id["treaty"])
    assert "created" not in by_id["body"]
    assert "sessions" not in by_id["body"]
    assert (str(by_id["treaty"]["date"]), by_id["treaty"]["signed_during"]) == ("2021", "next")
    session = by_id["jc/sessions/2"]
    assert (str(session["date"]), session["number"], str(session["of"])) == ("2021-06", 2, "Joint Commission")
    assert (by_id["some-day"]["date"], by_id["some-day"]["of"]) == (None, None)


def test_the_owner_is_told_what_has_become_of_it() -> None:
    made = workspace()
    found = cover(
        made.relations[0], SharedWork(made.relations[0], parse_date("2021-05-13")).contract(made.audiences[0]), ()
    )
    reasons = {verdict.fact: verdict.reason for verdict in found.verdicts}

    assert reasons["next"] == "overtaken"
    assert reasons["only"] == "section absent"
    assert reasons["body/sessions/1"] == "parent"


def words(document: Document) -> str:
    """What the one section says."""
    return " ".join(document_words(document)).partition("Words: ")[2]


def test_counts_registers_and_events_do_not_know_it() -> None:
    template = (
        "Words: {{ visits|count }} visit, {{ events()|count }} event, {{ facts()|map(attribute='id')|list|joined }}, "
        "{{ agreements|count }} agreements, {{ mechanisms[0].sessions|count }} session, "
        "{{ 'found' if find('next') else 'not found' }}, {{ planned|count }} plans.\n"
    )
    document, said = composed(workspace(template), "reader")

    assert said == []
    assert words(document) == (
        "1 visit, 1 event, ask, jc, jc/sessions/1, only and past, 0 agreements, 1 session, not found, 6 plans."
    )


def test_its_words_are_of_the_future_and_only_its_own() -> None:
    template = "Words: {% for x in planned %}{{ x|planned }}/{{ x|planned('short') }}; {% endfor %}end.\n"
    document, said = composed(workspace(template), "reader")
    wrong, faults = composed(workspace("Words: {% for x in visits %}{{ x|planned }}{% endfor %}end.\n"), "reader")

    assert said == []
    assert words(document).split("; ") == [
        "planned for 2021/planned for 2021", "planned for May 2021/planned for May 2021",
        "planned for 12 May 2021/planned for 12 May 2021", "planned for June 2021/planned for Jun 2021",
        "planned for 2022/planned for 2022", "planned, with no date given/planned, with no date given", "end.",
    ]  # fmt: skip
    assert [fault.message for fault in faults] == ["'planned' cannot print item"]
    assert words(wrong) == "end."


def test_a_plan_until_some_year_needs_no_for() -> None:
    files = {f"{FOLDER}/visits.yaml": FILES[f"{FOLDER}/visits.yaml"].replace("date: 2021-05-12", "date: ../2027")}
    template = "Words: {{ planned|selectattr('id', 'equalto', 'next')|map('planned')|list|joined }}.\n"
    document, _ = composed(workspace(template, **files), "reader")

    assert words(document) == "planned to take place by 2027."


def timeline(template: str) -> tuple[Timeline, str]:
    document, said = composed(workspace(template), "reader")
    assert said == []
    (exhibit,) = [block for block in in_rows(document.blocks) if isinstance(block, Exhibit)]
    assert isinstance(exhibit.graphic, Timeline)
    return exhibit.graphic, exhibit.alt


def test_a_timeline_marks_it_as_planned_and_counts_it_apart() -> None:
    drawn, alt = timeline("{{ timeline('Steps', events() + planned|list) }}\n")

    assert [
        (event.when, event.sign is TimeSign.PLANNED)
        for event in drawn.events
        if event.what.startswith(("They", "Visit"))
    ] == [
        ("Feb 2020", False),
        ("planned for 12 May 2021", True),
    ]
    assert alt.startswith("Timeline of one event. Planned beside what has happened: 3. ")
    assert "Planned for 12 May 2021: Visit of the Prime Minister." in alt
    assert (TimeSign.PLANNED, "planned") in drawn.signs


def test_its_mark_is_hollow_and_the_key_says_so() -> None:
    with_plans, _ = timeline("{{ timeline('Steps', events() + planned|list) }}\n")
    without, _ = timeline("{{ timeline('Steps', events()) }}\n")

    def holes(drawn: Timeline) -> int:
        ops = timeline_drawing(drawn, DEFAULT_STYLE, 400).ops
        return sum(isinstance(op, Disc) and op.colour == "#ffffff" for op in ops)

    assert (holes(with_plans), holes(without)) == (4, 0)
    assert TimeSign.PLANNED not in dict(without.signs)


def test_the_checks_do_not_take_it_for_what_was() -> None:
    files = {name.removeprefix(f"{FOLDER}/"): text for name, text in FILES.items()}
    found = diagnostics_of(files)
    codes = {line.partition("[")[2].partition("]")[0] for line in found}

    assert not codes & {"BG208", "BG212", "BG218", "BG226", "BG230", "BG231", "BG232", "BG286"}
    assert ["'body' is planned, and" in line for line in found if "[BG285]" in line] == [True]


def test_people_and_sources_of_a_plan_are_known_to_the_brief() -> None:
    made = seen("2021-04-23")

    assert set(made.people) == {"head"}
    assert set(made.references) == {"ref", "other"}
    assert set(seen("2021-05-13").people) == set()


def test_what_does_not_happen_is_told_neither_as_a_plan_nor_as_done() -> None:
    text = "- {id: p, parties: [PAK], statement: We agree., planned: true, recorded: 2020, sources: [{ref: ref}]}\n"
    made = workspace(**{f"{FOLDER}/positions.yaml": text})
    known = view(made.relations[0], made.audiences[0], Request(parse_date("2021-04-23"))).value

    assert known.items["positions"] == ()
    assert "p" not in {item.id for item in known.planned}


def test_a_relation_of_plans_alone_is_not_empty() -> None:
    text = "- {id: v, kind: state, title: A visit, planned: true, recorded: 2020, sources: [{ref: ref}]}\n"
    made = loaded(Memory({name: words.encode() for name, words in {
        **BASE, "templates/sections/one.md.j2": "Words.\n", f"{FOLDER}/visits.yaml": text,
    }.items()}))  # fmt: skip

    assert view(made.relations[0], made.audiences[0], Request()).diagnostics == ()


def test_a_body_outlives_a_plan_that_nobody_asked_after() -> None:
    sessions = "[{number: 1, date: 2021-05, planned: true, recorded: 2021-04}, {number: 2, date: 2023}]"
    text = f"- {{id: b, kind: council, name: A body, sources: [{{ref: ref}}], sessions: {sessions}}}\n"
    made = workspace(**{f"{FOLDER}/mechanisms.yaml": text})

    def bodies(day: str) -> list[str]:
        found = view(made.relations[0], made.audiences[0], Request(parse_date(day))).value
        return [item.id for item in found.items["mechanisms"]]

    assert [bodies(day) for day in ("2021-03-31", "2021-04-01", "2022")] == [[], ["b"], ["b"]]


def test_a_timeline_holds_what_happened_and_what_is_planned_and_nothing_else_that_has_a_time() -> None:
    (visit,) = seen("2021-04-23").items["visits"]
    lasting = replace(visit, happened=None)
    made = workspace("{{ timeline('Steps', visits) }}\n")
    known = view(made.relations[0], made.audiences[0], Request()).value
    shown = replace(known, items={**known.items, "visits": (lasting,)})
    outcome = compose(Ingredients(shown, made.sections, made.partials, made.wording.of(known)))

    assert not [block for block in in_rows(outcome.value.blocks) if isinstance(block, Exhibit)]
