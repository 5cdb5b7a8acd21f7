from __future__ import annotations

from samples.relation_files import MINIMAL, diagnostics_of

SECTION, READER = "templates/sections/empty.md.j2", "templates/audiences/all.yaml"


def test_a_copy_that_differs_passes() -> None:
    assert diagnostics_of({}, only="BG279", shipped={SECTION: "Other.\n"}) == []


def test_a_copy_that_says_the_same_is_told() -> None:
    assert diagnostics_of({}, only="BG279", shipped={SECTION: MINIMAL[SECTION]}) == [
        "templates: info[BG279] sections/empty.md.j2 says the same as what briefgen ships"
    ]


def test_several_are_told_in_one_note_whatever_their_line_ends() -> None:
    shipped = {path: MINIMAL[path].replace("\n", "\r\n") for path in (SECTION, READER)}

    assert diagnostics_of({}, only="BG279", shipped=shipped) == [
        "templates: info[BG279] 2 files, such as audiences/all.yaml, say the same as what briefgen ships"
    ]


def test_files_that_are_no_templates_are_nobodys_copies() -> None:
    same = {"templates/schemas/trade.schema.json": "{}", "templates/audiences/.hidden.yaml": "x"}

    assert diagnostics_of(same, only="BG279", shipped=same) == []
