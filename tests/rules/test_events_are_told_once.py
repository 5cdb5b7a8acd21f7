from __future__ import annotations

from rules.records import milestone, visit_of_the_head
from samples.relation_files import diagnostics_of


def test_two_visits_of_two_months_pass() -> None:
    found = diagnostics_of(
        {"visits.yaml": visit_of_the_head(date="2015-05") + visit_of_the_head(id="b", date="2015-08")}, only="BG222"
    )

    assert found == []


def test_a_second_visit_of_the_same_month_is_told() -> None:
    found = diagnostics_of(
        {"visits.yaml": visit_of_the_head(date="2015-05") + visit_of_the_head(id="b", date="2015-05-28")}, only="BG222"
    )

    assert found == ["visits.yaml:8:3: warning[BG222] 'b' and 'a' look like one event (official, 2015-05-28)"]


def test_a_milestone_that_names_the_visitor_is_told() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": visit_of_the_head(date="2015-05"),
            "milestones.yaml": milestone(id="m", title="Head in town", date="2015-05"),
        },
        only="BG222",
    )

    assert found == ["visits.yaml:1:3: warning[BG222] 'a' and 'm' look like one event (other, 2015-05)"]
