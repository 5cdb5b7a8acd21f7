from __future__ import annotations

from samples.relation_files import diagnostics_of


def test_a_former_that_the_filter_writes_passes() -> None:
    found = diagnostics_of(
        {
            "templates/sections/empty.md.j2": """\
{# the former president #}
{{ "former president" }}
""",
        },
        only="BG277",
    )

    assert found == []


def test_a_typed_former_is_told_at_its_place() -> None:
    found = diagnostics_of({"templates/sections/empty.md.j2": "The former Prime Minister came.\n"}, only="BG277")

    assert found == [
        (
            "templates/sections/empty.md.j2:1:5: warning[BG277] 'former' is typed into the template, "
            "which depends on when the brief is read"
        ),
    ]


def test_a_typed_former_in_a_partial_is_told_too() -> None:
    found = diagnostics_of({"templates/partials/people.md.j2": "ex-minister\n"}, only="BG277")

    assert found == [
        (
            "templates/partials/people.md.j2:1:1: warning[BG277] 'ex-' is typed into the template, "
            "which depends on when the brief is read"
        ),
    ]
