from __future__ import annotations

from rules.records import visit
from samples.relation_files import diagnostics_of


def test_two_records_with_two_ids_pass() -> None:
    found = diagnostics_of({"visits.yaml": visit() + visit(id="b")}, only="BG201")

    assert found == []


def test_an_id_used_twice_is_told_at_its_second_place() -> None:
    found = diagnostics_of({"visits.yaml": visit() + visit()}, only="BG201")

    assert found == ["visits.yaml:5:7: error[BG201] the id 'a' is used twice, first in data/x-y/visits.yaml:1"]
