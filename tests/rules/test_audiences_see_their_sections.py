from __future__ import annotations

from rules.records import audience
from samples.relation_files import diagnostics_of


def test_a_section_of_shown_facts_passes() -> None:
    found = diagnostics_of(
        {
            "templates/sections/positions.md.j2": "Positions.\n",
            "templates/audiences/all.yaml": audience(hide="{kinds: [forums]}", sections="[empty, positions]"),
        },
        only="BG274",
    )

    assert found == []


def test_a_section_of_hidden_facts_is_told() -> None:
    found = diagnostics_of(
        {
            "templates/sections/positions.md.j2": "Positions.\n",
            "templates/audiences/all.yaml": audience(hide="{kinds: [positions]}", sections="[empty, positions]"),
        },
        only="BG274",
    )

    assert found == [
        ("templates/audiences/all.yaml:6:19: warning[BG274] 'all' lists the section 'positions', but hides positions"),
    ]
