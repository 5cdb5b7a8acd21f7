from __future__ import annotations

from samples.relation_files import MINIMAL, diagnostics_of


def test_a_shown_section_passes() -> None:
    found = diagnostics_of({"templates/sections/empty.md.j2": "Nothing.\n"}, only="BG272")

    assert found == []


def test_a_section_that_nobody_shows_is_told() -> None:
    found = diagnostics_of({"templates/sections/spare.md.j2": "Nothing.\n"}, only="BG272")

    assert found == ["templates/sections/spare.md.j2:1:1: info[BG272] no audience shows the section 'spare'"]


def test_a_shipped_section_that_nobody_shows_is_no_finding() -> None:
    assert diagnostics_of({}, only="BG272", shipped={"templates/sections/spare.md.j2": "Nothing.\n"}) == []


def test_what_only_a_shipped_audience_shows_that_is_not_made_is_told() -> None:
    spare = MINIMAL["templates/audiences/all.yaml"].replace("[empty]", "[spare]")
    files = {"templates/sections/spare.md.j2": "Mine.\n"}
    shipped = {"templates/audiences/far.yaml": spare, "templates/sections/spare.md.j2": "Theirs.\n"}

    said = ["templates/sections/spare.md.j2:1:1: info[BG272] no audience shows the section 'spare'"]
    assert diagnostics_of(files, only="BG272", shipped=shipped) == said
    own = {**files, "templates/audiences/near.yaml": spare.replace("brief_for: brief", "brief_for: near brief")}
    assert diagnostics_of(own, only="BG272", shipped=shipped) == []
