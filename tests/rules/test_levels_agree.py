from __future__ import annotations

from relation_files import diagnostics_of


def test_one_preferred_level_passes() -> None:
    found = diagnostics_of(
        {
            "mechanisms.yaml": """\
- id: jc
  kind: joint_commission
  name: JC
  level: foreign ministers
  levels:
    - {value: foreign ministers, status: preferred}
    - {value: foreign ministries, status: preferred}
  sources: [{ref: ref}]
""",
        },
        only="BG235",
    )

    assert found == []


def test_two_levels_are_told() -> None:
    found = diagnostics_of(
        {
            "mechanisms.yaml": """\
- id: jc
  kind: joint_commission
  name: JC
  level: foreign ministers
  levels:
    - {value: foreign ministers, status: asserted}
    - {value: foreign ministries, status: asserted}
  sources: [{ref: ref}]
""",
        },
        only="BG235",
    )

    assert found == [
        "mechanisms.yaml:6:5: warning[BG235] 'jc' meets at two levels: foreign ministers and foreign ministries",
    ]


def test_two_contested_levels_are_only_noted() -> None:
    found = diagnostics_of(
        {
            "mechanisms.yaml": """\
- id: jc
  kind: joint_commission
  name: JC
  level: foreign ministers
  levels:
    - {value: foreign ministers, status: contested}
    - {value: foreign ministries, status: contested}
  sources: [{ref: ref}]
""",
        },
        only="BG235",
    )

    assert found == [
        "mechanisms.yaml:6:5: info[BG235] 'jc' meets at two levels: foreign ministers and foreign ministries",
    ]
