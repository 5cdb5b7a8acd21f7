from __future__ import annotations

from rules.records import HEAD, contact, visit
from samples.relation_files import diagnostics_of


def test_a_visit_within_a_term_passes() -> None:
    found = diagnostics_of({"visits.yaml": visit(date="2015-05", visitor=HEAD)})

    assert found == []


def test_a_visit_outside_of_every_term_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit(date="2019", visitor=HEAD)})

    assert found == ["visits.yaml:6:12: warning[BG218] 'Head' has no office at 2019"]


def test_an_office_of_another_country_is_none_for_the_party() -> None:
    found = diagnostics_of({"visits.yaml": visit(visitor="{party: PAK, person: head}", date="2015-05")}, only="BG218")

    assert [text.partition(": ")[2] for text in found] == ["warning[BG218] 'Head' has no office of PAK at 2015-05"]


def test_the_person_of_a_contact_holds_an_office_then() -> None:
    found = diagnostics_of({"contacts.yaml": contact(person="head", during="2019/..")}, only="BG218")

    assert found == ["contacts.yaml:5:11: warning[BG218] 'Head' has no office at 2019/.."]
    assert diagnostics_of({"contacts.yaml": contact(person="head", during="2014/..")}, only="BG218") == []
    assert diagnostics_of({"contacts.yaml": contact(person="head")}, only="BG218") == []
