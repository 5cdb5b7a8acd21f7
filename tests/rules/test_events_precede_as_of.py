from __future__ import annotations

from rules.records import visit
from samples.relation_files import diagnostics_of


def test_an_event_of_the_month_of_the_as_of_date_passes() -> None:
    found = diagnostics_of({"visits.yaml": visit(date="2021-04")})

    assert found == []


def test_an_event_after_the_as_of_date_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit(date="2021-05")})

    assert found == ["visits.yaml:5:9: warning[BG208] 'a' is dated 2021-05, but the data is as of 2021-04-23"]
