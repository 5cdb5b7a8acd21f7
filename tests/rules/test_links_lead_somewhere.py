from __future__ import annotations

from briefgen.load import load
from briefgen.validate.rules.links_lead_somewhere import links_lead_somewhere
from rules.records import milestone
from samples.relation_files import diagnostics_of, world


def test_a_link_to_a_record_passes() -> None:
    found = diagnostics_of(
        {"milestones.yaml": milestone(id="base") + milestone(id="step", counts_from="base")}, only="BG202"
    )

    assert found == []


def test_a_link_to_nothing_is_told_at_the_link() -> None:
    found = diagnostics_of(
        {"milestones.yaml": milestone(id="base") + milestone(id="step", counts_from="bose")}, only="BG202"
    )

    assert found == ["milestones.yaml:8:16: error[BG202] there is no fact 'bose'"]


def test_a_fact_of_another_kind_is_told_with_the_kind_that_is_asked_for() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": "- {id: trip, kind: official, title: Visit, sources: [{ref: ref}]}\n",
            "milestones.yaml": "- {id: step, kind: other, title: Step, counts_from: trip, sources: [{ref: ref}]}\n",
            "mechanisms.yaml": """\
- id: jc
  kind: council
  name: Council
  parent: jc/sessions/1
  sources: [{ref: ref}]
  sessions: [{number: 1}]
""",
        },
        only="BG202",
    )

    assert found == [
        "mechanisms.yaml:4:11: error[BG202] 'jc/sessions/1' is a part of another fact; parent leads to mechanisms",
        "milestones.yaml:1:53: error[BG202] 'trip' is a visit; counts_from leads to milestones",
    ]


def test_people_and_organisations_are_looked_up_wherever_they_are_named() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": """\
- id: a
  kind: official
  title: Visit
  counterparts: [{party: PAK, person: haed}]
  venue: {event: oci}
  sources: [{ref: ref}]
""",
            "projects.yaml": "- {id: p, kind: other, name: Park, part_of: oci, sources: [{ref: ref}]}\n",
        },
        only="BG202",
    )

    assert found == [
        "projects.yaml:1:45: error[BG202] there is no organisation 'oci'",
        "visits.yaml:4:17: error[BG202] there is no person 'haed'",
        "visits.yaml:5:10: error[BG202] there is no organisation 'oci'",
    ]


def test_who_is_named_is_told_by_the_id_that_belongs_there() -> None:
    people = "- {id: kobyakov, name: Andrei Kobyakov, sort_name: 'Kobyakov, Andrei', variants: [Andrey Kobyakov]}\n"
    visit = (
        "- {id: a, kind: official, title: T, visitor: {party: PAK, person: andrey-kobyakov}, sources: [{ref: ref}]}\n"
    )
    workspace = load(world({"data/people.yaml": people, "visits.yaml": visit})).value

    [found] = links_lead_somewhere(workspace.relations[0])

    assert found.diagnostic.hint == "write kobyakov"


def test_the_hint_names_the_file_in_which_people_and_organisations_stand() -> None:
    visit = "- {id: a, kind: official, title: T, visitor: {party: PAK, person: abe}, venue: {event: ticad}}\n"
    workspace = load(world({"visits.yaml": visit})).value

    assert [found.diagnostic.hint for found in links_lead_somewhere(workspace.relations[0])] == [
        "name one of data/people.yaml, or add it there",
        "name one of data/organisations.yaml, or add it there",
    ]
