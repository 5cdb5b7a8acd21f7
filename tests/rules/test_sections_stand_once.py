from __future__ import annotations

from rules.records import audience
from samples.relation_files import diagnostics_of


def test_two_sections_pass() -> None:
    found = diagnostics_of(
        {
            "templates/sections/more.md.j2": "More.\n",
            "templates/audiences/all.yaml": audience(sections="[empty, more]"),
        },
        only="BG273",
    )

    assert found == []


def test_a_section_listed_twice_is_told() -> None:
    found = diagnostics_of({"templates/audiences/all.yaml": audience(sections="[empty, empty]")}, only="BG273")

    assert found == ["templates/audiences/all.yaml:5:19: warning[BG273] 'all' lists the section 'empty' twice"]
