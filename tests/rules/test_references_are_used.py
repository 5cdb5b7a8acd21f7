from __future__ import annotations

from relation_files import diagnostics_of


def test_a_named_reference_passes() -> None:
    found = diagnostics_of(
        {
            "positions.yaml": """\
- id: a
  parties: [PAK, BLR]
  statement: Both agree.
  sources: [{ref: ref}]
""",
        },
        only="BG246",
    )

    assert found == []


def test_a_stray_reference_is_told() -> None:
    found = diagnostics_of(
        {
            "references.json": """\
[{"id": "ref", "type": "book", "title": "T", "author": [{"family": "A"}]},
 {"id": "other", "type": "book", "title": "U", "author": [{"family": "B"}]}]
""",
            "positions.yaml": """\
- id: a
  parties: [PAK, BLR]
  statement: Both agree.
  sources: [{ref: ref}]
""",
        },
        only="BG246",
    )

    assert found == [
        "references.json:2:2: warning[BG246] no fact names 'other'",
    ]
