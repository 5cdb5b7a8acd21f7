from __future__ import annotations

from samples.relation_files import diagnostics_of


def test_a_shown_section_passes() -> None:
    found = diagnostics_of({"templates/sections/empty.md.j2": "Nothing.\n"}, only="BG272")

    assert found == []


def test_a_section_that_nobody_shows_is_told() -> None:
    found = diagnostics_of({"templates/sections/spare.md.j2": "Nothing.\n"}, only="BG272")

    assert found == ["templates/sections/spare.md.j2:1:1: info[BG272] no audience shows the section 'spare'"]
