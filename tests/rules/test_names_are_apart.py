from __future__ import annotations

from relation_files import diagnostics_of


def test_two_names_pass() -> None:
    found = diagnostics_of(
        {
            "mechanisms.yaml": """\
- id: a
  kind: working_group
  name: Working Group on Industrial Cooperation
  sources: [{ref: ref}]
- id: b
  kind: working_group
  name: Working Group on Agricultural Cooperation
  sources: [{ref: ref}]
""",
        },
        only="BG234",
    )

    assert found == []


def test_a_name_within_another_is_told() -> None:
    found = diagnostics_of(
        {
            "mechanisms.yaml": """\
- id: a
  kind: joint_commission
  name: Joint Commission on Trade and Economic Cooperation
  sources: [{ref: ref}]
- id: b
  kind: joint_commission
  name: Joint Economic Commission
  sources: [{ref: ref}]
""",
        },
        only="BG234",
    )

    assert found == [
        (
            "mechanisms.yaml:7:9: info[BG234] 'Joint Economic Commission' and 'Joint Commission on Trade "
            "and Economic Cooperation' may be one body under two names"
        ),
    ]
