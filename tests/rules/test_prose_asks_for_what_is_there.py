"""Texts ask for facts, and for fields of them, that are on record; tests/samples/broken_prose.py has what is wrong."""

from __future__ import annotations

import pytest

from briefgen.load import load
from briefgen.validate.rules.prose_asks_for_what_is_there import prose_asks_for_what_is_there
from samples.relation_files import FOLDER, diagnostics_of, world

HEAD = "---\nsensitivity: public\nsources: [{ref: ref}]\n---\n"
FACTS = {
    "visits.yaml": """\
- id: trip
  kind: official
  title: Visit
  date: 2015
  visitor: {party: BLR, person: head}
  venue: {city: Minsk}
  sources: [{ref: ref}]
""",
    "mechanisms.yaml": """\
- id: jc
  kind: council
  name: Council
  sources: [{ref: ref}]
  sessions: [{number: 1}, {id: second, number: 2}]
""",
    "agreements.yaml": """\
- {id: pact, kind: mou, title: Pact, signed: 2022, planned: true, recorded: 2021-01, sources: [{ref: ref}]}
""",
}


def found(body: str) -> list[str]:
    return diagnostics_of({**FACTS, f"{FOLDER}/prose/words.md": f"{HEAD}{body}\n"}, only="BG292")


@pytest.mark.parametrize(
    "asked",
    [
        'fact("trip").title', 'fact("trip").date|date', 'fact("trip").id', 'fact("trip").type|label',
        'fact("trip").visitor.person|name', 'fact("trip").venue.city', 'fact("second").number', 'fact("jc").name',
        'fact("pact").title', 'fact("pact").date|date', 'fact("pact")|planned', 'fact("trip").date.lower',
    ],
)  # fmt: skip
def test_what_is_on_record_passes(asked: str) -> None:
    assert found(f"Words {{{{ {asked} }}}}.") == []


def test_each_fact_that_is_not_there_is_told_at_its_id() -> None:
    body = 'One {{ fact("tirp").title }}\nand {{ fact("pcat").title }}.'

    assert found(body) == [
        "prose/words.md:5:14: error[BG292] there is no fact 'tirp'",
        "prose/words.md:6:14: error[BG292] there is no fact 'pcat'",
    ]


def test_a_field_that_only_records_within_have_is_none_of_the_fact() -> None:
    assert found('In {{ fact("trip").city }}.') == ["prose/words.md:5:20: error[BG292] a visit has no field 'city'"]
    assert found('In {{ fact("trip").venue.date }}.') == [
        "prose/words.md:5:26: error[BG292] a venue has no field 'date'"
    ]


def test_a_part_is_asked_for_by_an_id_of_its_own() -> None:
    assert found('{{ fact("jc/sessions/1").number }}') == [
        "prose/words.md:5:10: error[BG292] 'jc/sessions/1' is a part without an id of its own"
    ]


def test_a_text_is_no_fact_for_another_nor_for_itself() -> None:
    said = diagnostics_of(
        {
            **FACTS,
            f"{FOLDER}/prose/one.md": f'{HEAD}{{{{ fact("two").title }}}}\n',
            f"{FOLDER}/prose/two.md": f'{HEAD}{{{{ fact("two").title }}}}\n',
        },
        only="BG292",
    )

    assert [line.partition(": error")[0] for line in said] == ["prose/one.md:5:10", "prose/two.md:5:10"]


def test_nothing_is_said_where_a_record_could_not_be_read() -> None:
    files = {**FACTS, f"{FOLDER}/prose/words.md": f'{HEAD}{{{{ fact("tirp").title }}}}\n'}
    relation = load(world({**files, "milestones.yaml": "- {id: broken}\n"})).value.relations[0]

    assert not relation.is_whole
    assert list(prose_asks_for_what_is_there(relation))
    said = diagnostics_of({**files, "milestones.yaml": "- {id: broken}\n"}, only="BG292")
    assert all("BG292" not in line for line in said)
