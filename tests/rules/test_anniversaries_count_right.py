from __future__ import annotations

from rules.records import milestone
from samples.relation_files import diagnostics_of


def test_twenty_five_years_later_pass() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": milestone(id="rel", date="1994")
            + milestone(id="an", kind="anniversary", date="2019~", counts_from="rel", years="25 years")
        },
    )

    assert found == []


def test_another_year_is_told() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": milestone(id="rel", date="1994")
            + milestone(id="an", kind="anniversary", date="2018", counts_from="rel", years="25 years")
        }
    )

    assert found == ["milestones.yaml:9:9: warning[BG221] 1994 + 25 = 2019, but 'an' is dated 2018"]
