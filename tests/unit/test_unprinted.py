"""What is entered and shown by no audience's brief is told once for each kind and field."""

from __future__ import annotations

import pytest

from briefgen.pipeline import Order, check
from briefgen.world import Memory
from samples.composing import BASE, FOLDER

SETTINGS = "briefgen.toml"
SECTION = "templates/sections/one.md.j2"
VISITS = """\
- id: a
  kind: official
  title: A visit
  date: 2019
  visitor: {party: PAK, person: head}
  host: BLR
  venue: {city: Minsk, country: BLR}
  sources: [{ref: ref}]
- id: b
  kind: official
  title: Another
  date: 2020
  note: Nobody says who came.
  sources: [{ref: ref}]
- id: kept
  kind: official
  title: Kept back
  date: 2020
  sensitivity: restricted
  sources: [{ref: ref}]
"""
BODY = """\
- id: jc
  kind: council
  name: Council
  sessions: [{number: 1, date: 2016}, {number: 2, date: 2018, venue: {city: Minsk}}]
  sources: [{ref: ref}]
"""


def told(section: str, files: dict[str, str], order: Order | None = None) -> list[tuple[str, str, str | None]]:
    """Place, message and hint of what is told to be unprinted."""
    placed = {name if "/" in name or name == SETTINGS else f"{FOLDER}/{name}": text for name, text in files.items()}
    contents = {**BASE, SECTION: section, **placed}
    result = check(Memory({name: text.encode() for name, text in contents.items()}), order or Order())
    return [
        (str(d.place).removeprefix(f"{FOLDER}/"), d.message, d.hint)
        for d in result.report.diagnostics
        if d.code == "BG413"
    ]


WHOLE = (
    "{% for visit in visits %}{{ visit.title }} {{ visit.date|date }} {% if visit.visitor %}{{ visit.visitor|name }}"
    "{% endif %}{{ visit.kind|label }}{% if visit.venue %} in {{ visit.venue|place }}{% endif %}"
    "{{ note(visit.note) }}\n{% endfor %}"
)


def test_nothing_is_told_of_what_is_printed_whole() -> None:
    assert told(WHOLE, {"visits.yaml": VISITS}) == []


def test_a_field_is_told_once_at_its_first_place() -> None:
    section = WHOLE.replace(" in {{ visit.venue|place }}", "").replace("{{ visit.date|date }}", "")

    assert told(section, {"visits.yaml": VISITS}) == [
        (
            "visits.yaml:4:9",
            "no audience's brief shows 'date' of 'a', nor of 1 more of its kind",
            "print it in a section that shows visits, such as 'one'",
        ),
        (
            "visits.yaml:7:10",
            "no audience's brief shows 'venue' of 'a'",
            "print it in a section that shows visits, such as 'one'",
        ),
    ]


def test_a_kind_that_nothing_shows_is_told_with_the_command_that_writes_a_section() -> None:
    hint = "write a section that shows visits: briefgen new section visits"

    assert told("Nothing.", {"visits.yaml": VISITS}) == [
        ("visits.yaml:1:3", "no audience's brief shows 'a', nor 1 more of its kind", hint)
    ]


BODIES = "{% for body in mechanisms %}{{ body.name }} {{ body.kind|label }} SESSIONS{% endfor %}"


def of_bodies(sessions: str) -> list[str]:
    return [message for _, message, _ in told(BODIES.replace("SESSIONS", sessions), {"mechanisms.yaml": BODY})]


def test_what_is_asked_for_but_not_printed_is_not_shown() -> None:
    assert of_bodies("{% if body.sessions %} met{% endif %}") == [
        "no audience's brief shows 'jc/sessions/1', nor 1 more of its kind"
    ]


def test_fields_of_parts_are_told_by_themselves() -> None:
    assert of_bodies("{% for one in body.sessions %} {{ one.number }}{% endfor %}") == [
        "no audience's brief shows 'date' of 'jc/sessions/1', nor of 1 more of its kind",
        "no audience's brief shows 'venue' of 'jc/sessions/2'",
    ]


TRADE = (
    "id,period,exporter,importer,flow,value,scale,currency,reporter,sources\n"
    "t,2019,PAK,BLR,X,15.1,1000000,USD,PAK,ref\nu,2019,BLR,PAK,X,35.1,1000000,USD,PAK,ref\n"
)


@pytest.mark.parametrize("section", ["{{ trade[0].turnover|money }}", '{{ chart("bar", "Trade", trade) }}'])
def test_a_figure_shows_the_rows_it_is_computed_from_but_not_what_it_leaves_out(section: str) -> None:
    assert [message for _, message, _ in told(section, {"trade.csv": TRADE})] == [
        "no audience's brief shows 'reporter' of 't', nor of 1 more of its kind"
    ]


def test_a_timeline_shows_when_and_what() -> None:
    messages = [message for _, message, _ in told('{{ timeline("T", events()) }}', {"visits.yaml": VISITS})]

    assert messages == [
        "no audience's brief shows 'kind' of 'a', nor of 1 more of its kind",
        "no audience's brief shows 'visitor' of 'a'",
        "no audience's brief shows 'host' of 'a'",
        "no audience's brief shows 'venue' of 'a'",
        "no audience's brief shows 'note' of 'b'",
    ]


def test_another_audience_may_show_what_one_does_not() -> None:
    other = BASE["templates/audiences/reader.yaml"].replace("one", "two")
    files = {"templates/audiences/second.yaml": other, "templates/sections/two.md.j2": WHOLE, "visits.yaml": VISITS}

    assert told("Nothing.", files) == []


def test_nothing_is_told_of_some_audiences_or_where_others_read_along() -> None:
    assert told("Nothing.", {"visits.yaml": VISITS}, Order(audiences=("reader",))) == []
    assert told("Nothing.", {"visits.yaml": VISITS}, Order(discreet=True)) == []


def test_nothing_is_told_where_a_brief_could_not_be_made() -> None:
    assert told("{{ nothing }}", {"visits.yaml": VISITS}) == []
    assert told("Nothing.", {"visits.yaml": VISITS.replace("person: head", "person: haed")}) == []


def test_a_record_may_excuse_itself() -> None:
    excused = VISITS.replace("  date: 2019\n", "  date: 2019\n  ignore: [FACT-UNPRINTED]  # kept for the files\n")

    [(place, message, _)] = told("Nothing.", {"visits.yaml": excused})

    assert (place, message) == ("visits.yaml:10:3", "no audience's brief shows 'b'")


def test_what_is_planned_is_shown_with_its_day() -> None:
    plan = (
        "- {id: p, kind: official, title: A plan, date: 2022, planned: true, recorded: 2021, sources: [{ref: ref}]}\n"
    )
    section = "{% for plan in planned %}{{ plan|planned }}: {{ plan.title }} {{ plan.type }}{% endfor %}"

    messages = [message for _, message, _ in told(section, {"visits.yaml": plan})]

    assert messages == ["no audience's brief shows 'kind' of 'p'"]


AHEAD = (
    "{% for plan in planned %}{{ plan|planned }}{% if plan.title %}: {{ plan.title }}{% else %}{{ plan.type|label }}"
    "{% endif %}{% if plan.number %} {{ plan.number }}{% endif %}{% if plan.venue %} in {{ plan.venue|place }}"
    "{% endif %}\n{% endfor %}"
)


def test_what_is_planned_is_shown_under_the_names_that_all_plans_have() -> None:
    plans = (
        "- {id: p, kind: council, name: A council, created: 2022, planned: true, recorded: 2021,"
        " sources: [{ref: ref}]}\n"
    )

    messages = [message for _, message, _ in told(AHEAD, {"mechanisms.yaml": plans})]

    assert messages == ["no audience's brief shows 'kind' of 'p'"]


def test_a_planned_part_with_nothing_but_a_day_is_shown_with_it() -> None:
    sessions = "[{number: 1, date: 2016}, {date: 2022, planned: true, recorded: 2021}]"
    body = f"- {{id: jc, kind: council, name: Council, sessions: {sessions}, sources: [{{ref: ref}}]}}\n"
    printed = BODIES.replace("SESSIONS", "{{ body.sessions[0].number }} {{ body.sessions[0].date|date }}")

    assert told(printed + AHEAD, {"mechanisms.yaml": body}) == []
    assert [message for _, message, _ in told(printed, {"mechanisms.yaml": body})] == [
        "no audience's brief shows 'jc/sessions/2'"
    ]


def test_the_same_words_need_not_stand_there_twice() -> None:
    body = """\
- {id: a, kind: council, name: First, note: As the source has it., sources: [{ref: ref}]}
- {id: b, kind: council, name: Second, note: As the source has it., sources: [{ref: ref}]}
- {id: c, kind: council, name: Third, note: Otherwise., sources: [{ref: ref}]}
"""
    section = "{% for body in mechanisms %}{{ body.name }} {{ body.kind|label }}{% endfor %}{{ mechanisms[0].note }}"

    messages = [message for _, message, _ in told(section, {"mechanisms.yaml": body})]

    assert messages == ["no audience's brief shows 'note' of 'c'"]


def test_where_few_audiences_get_a_brief_that_is_said_with_one_that_might_show_it() -> None:
    few = {
        SETTINGS: 'audiences = ["reader"]\n',
        "templates/audiences/wider.yaml": (
            "name: Wider\nbrief_for: brief\nsubtitle: All\nclearance: public\nsections: [one, bodies]\n"
        ),
        "templates/sections/bodies.md.j2": "{% for body in mechanisms %}{{ body.name }}\n{% endfor %}",
    }
    section = "{% for visit in visits %}{{ visit.title }}\n{% endfor %}"

    step = "print it in a section that shows mechanisms, such as 'bodies'"
    other = "; or make the brief of 'wider' too, whose sections show mechanisms"
    found = {(message, hint) for _, message, hint in told(section, {**few, "mechanisms.yaml": BODY})}
    assert found == {
        ("no brief that is made shows 'jc'", step + other),
        ("no brief that is made shows 'jc/sessions/1', nor 1 more of its kind", step + other),
    }


def test_the_section_that_says_most_of_a_kind_is_the_one_to_print_it_in() -> None:
    more = {
        "templates/sections/aside.md.j2": "{% if visits %}They met.{% endif %}",
        "templates/sections/journeys.md.j2": "{{ visits|count }}: {% for one in visits %}{{ one.title }}{% endfor %}",
    }
    hints = {hint for _, _, hint in told("{{ visits|map(attribute='title')|joined }}", {**more, "visits.yaml": VISITS})}

    assert hints == {"print it in a section that shows visits, such as 'journeys'"}
