from __future__ import annotations

from samples.relation_files import diagnostics_of


def test_a_gap_in_a_comment_passes() -> None:
    found = diagnostics_of({"templates/sections/empty.md.j2": "Done. {# TODO: outlook #}\n"}, only="BG276")

    assert found == []


def test_a_gap_is_told_at_its_place() -> None:
    found = diagnostics_of(
        {
            "templates/sections/empty.md.j2": """\
Done.

## Outlook TODO
""",
        },
        only="BG276",
    )

    assert found == ["templates/sections/empty.md.j2:3:12: error[BG276] the template still holds 'TODO'"]
