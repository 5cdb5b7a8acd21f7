from __future__ import annotations

from rules.records import HEAD, visit
from samples.relation_files import FOLDER, diagnostics_of

BESIDE = "- {id: m, parties: [PAK], organisation: oic, role: member, sources: [{ref: ref}]}\n"


def test_whoever_a_record_names_passes() -> None:
    files = {"visits.yaml": visit(visitor=HEAD), "memberships.yaml": BESIDE}

    assert diagnostics_of(files, only="BG283") == []


def test_a_person_and_an_organisation_that_nobody_names_are_told() -> None:
    assert diagnostics_of({}, only="BG283") == [
        "data/organisations.yaml:1:3: info[BG283] no record of a relation names 'oic'",
        "data/people.yaml:1:3: info[BG283] no record of a relation names 'head'",
    ]


def test_a_record_of_another_relation_names_them_as_well() -> None:
    files = {"memberships.yaml": BESIDE, "data/a-b/visits.yaml": visit(visitor=HEAD)}
    files |= {"data/a-b/relation.yaml": HEAD_OF_BOTH, "data/a-b/references.json": "[]"}

    assert diagnostics_of(files, only="BG283") == []


def test_nothing_is_told_where_a_record_could_not_be_read() -> None:
    assert [found for found in diagnostics_of({"visits.yaml": "- {id: a}\n"}, only="BG283") if "BG283" in found] == []


HEAD_OF_BOTH = f"""\
title: {FOLDER}
parties:
  - {{id: PAK, name: Pakistan, adjective: Pakistani}}
  - {{id: BLR, name: Belarus, adjective: Belarusian}}
as_of: 2021-04-23
default_sensitivity: public
"""
