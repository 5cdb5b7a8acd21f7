from __future__ import annotations

from relation_files import diagnostics_of


def test_a_cause_that_two_sources_give_passes() -> None:
    found = diagnostics_of(
        {
            "references.json": """\
[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}]},
 {"id": "other", "type": "book", "title": "U", "author": [{"family": "B"}]}]
""",
            "assessments.yaml": """\
- id: a
  kind: assessment
  text: Trade grew due to the treaty.
  sources: [{ref: ref}, {ref: other}]
""",
        },
        only="BG254",
    )

    assert found == []


def test_a_cause_that_one_source_gives_is_told() -> None:
    found = diagnostics_of(
        {
            "assessments.yaml": """\
- id: a
  kind: assessment
  text: Trade grew due to the treaty.
  sources: [{ref: ref}]
""",
        },
        only="BG254",
    )

    assert found == [
        "assessments.yaml:1:3: info[BG254] 'a' claims a cause (due to) that fewer than two sources give",
    ]
