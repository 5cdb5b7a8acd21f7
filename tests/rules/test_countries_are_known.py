from __future__ import annotations

from briefgen.load import load
from briefgen.validate import validate
from samples.relation_files import diagnostics_of, world


def test_iso_codes_pass() -> None:
    found = diagnostics_of(
        {"memberships.yaml": "- {id: m, parties: [PAK], organisation: oic, role: member, sources: [{ref: ref}]}\n"}
    )

    assert found == []


def test_a_code_that_iso_does_not_have_is_told() -> None:
    found = diagnostics_of(
        {"memberships.yaml": "- {id: m, parties: [PKA], organisation: oic, role: member, sources: [{ref: ref}]}\n"}
    )

    assert found == ["memberships.yaml:1:20: error[BG203] 'PKA' is no country code (ISO 3166-1 alpha-3)"]


def test_a_code_within_a_term_a_venue_an_actor_or_a_part_is_told() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": """\
- id: head
  name: Head
  sort_name: Head
  terms:
    - {title: President, party: BYL, level: head_of_state, held: 2015}
""",
            "visits.yaml": """\
- id: a
  kind: official
  title: Visit
  visitor: {party: BYL}
  venue: {country: BYL}
  sources: [{ref: ref}]
""",
            "mechanisms.yaml": """\
- id: jc
  kind: council
  name: Council
  sources: [{ref: ref}]
  cochairs: [{party: BYL, person: head}]
""",
        },
        only="BG203",
    )

    assert [line.split(" ", 1)[0] for line in found] == [
        "data/people.yaml:5:7:", "mechanisms.yaml:5:22:", "visits.yaml:4:12:", "visits.yaml:5:10:",
    ]  # fmt: skip


def test_the_world_stands_for_a_country_in_trade_alone() -> None:
    found = diagnostics_of(
        {
            "trade.csv": "id,period,exporter,importer,flow,value,scale,currency,sources\n"
            "a,2019,PAK,WLD,X,5,1000000,USD,ref\n",
            "visits.yaml": "- {id: v, kind: official, title: V, host: WLD, sources: [{ref: ref}]}\n",
        },
        only="BG203",
    )

    assert [line.split(" ", 1)[0] for line in found] == ["visits.yaml:1:43:"]


def test_a_name_or_a_shorter_code_is_told_the_code() -> None:
    parties = "parties: [PK, India, Atlantis]"
    written = f"- {{id: p, kind: other, name: Park, {parties}, sources: [{{ref: ref}}]}}\n"
    found = validate(load(world({"projects.yaml": written})).value)

    how = "write the code of ISO 3166-1 alpha-3: three capital letters, such as PAK"
    assert [d.hint for d in found if d.code == "BG203"] == ["write PAK", "write IND", how]
