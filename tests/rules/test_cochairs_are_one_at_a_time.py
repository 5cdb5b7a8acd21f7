from __future__ import annotations

from relation_files import diagnostics_of


def test_a_successor_passes() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": """\
- {id: head, name: Head, sort_name: Head, terms: [{title: M, party: BLR, level: minister, held: ../2021}]}
- {id: tail, name: Tail, sort_name: Tail, terms: [{title: M, party: BLR, level: minister, held: ../2021}]}
""",
            "mechanisms.yaml": """\
- id: jc
  kind: joint_commission
  name: JC
  cochairs:
    - {party: BLR, person: head, during: 2015/2017}
    - {party: BLR, person: tail, during: 2018/2021}
  sources: [{ref: ref}]
""",
        },
        only="BG262",
    )

    assert found == []


def test_two_at_a_time_are_told() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": """\
- {id: head, name: Head, sort_name: Head, terms: [{title: M, party: BLR, level: minister, held: ../2021}]}
- {id: tail, name: Tail, sort_name: Tail, terms: [{title: M, party: BLR, level: minister, held: ../2021}]}
""",
            "mechanisms.yaml": """\
- id: jc
  kind: joint_commission
  name: JC
  cochairs:
    - {party: BLR, person: head, during: 2015/2018}
    - {party: BLR, person: tail, during: 2018/2021}
  sources: [{ref: ref}]
""",
        },
        only="BG262",
    )

    assert found == [
        "mechanisms.yaml:6:42: warning[BG262] 'jc' has two co-chairs of BLR in 2018/2021",
    ]
