from __future__ import annotations

from rules.records import milestone
from samples.relation_files import FOLDER, MINIMAL, diagnostics_of

HEAD = MINIMAL[f"{FOLDER}/relation.yaml"]
OTHER = {
    "data/a-b/relation.yaml": HEAD.replace("PAK", "IND").replace("BLR", "BRA"),
    "data/a-b/references.json": MINIMAL[f"{FOLDER}/references.json"],
}
CHAIRED = """\
- id: jc
  kind: council
  name: Council
  sources: [{ref: ref}]
  sessions: [{number: 1, date: 2015}]
"""


def test_records_that_differ_in_anything_pass() -> None:
    same = {"milestones.yaml": milestone(id="step"), "mechanisms.yaml": CHAIRED}
    others = {
        "data/a-b/milestones.yaml": milestone(id="step", title="Another"),
        "data/a-b/mechanisms.yaml": CHAIRED.replace("2015", "2016"),
    }

    assert diagnostics_of({**OTHER, **same, **others}, only="BG282") == []


def test_the_same_record_is_told_in_the_later_of_two_relations() -> None:
    found = diagnostics_of(
        {**OTHER, "mechanisms.yaml": f"\n{CHAIRED}", "data/a-b/mechanisms.yaml": CHAIRED}, only="BG282"
    )

    assert found == ["mechanisms.yaml:2:3: warning[BG282] 'jc' stands in data/a-b too, word for word"]


def test_it_is_told_in_the_one_where_others_act() -> None:
    position = "- {id: p, parties: [PAK, BLR], statement: They agree., sources: [{ref: ref}]}\n"
    files = {"mechanisms.yaml": CHAIRED, "data/a-b/mechanisms.yaml": CHAIRED}
    files |= {"positions.yaml": position, "data/a-b/positions.yaml": position}  # told by GEO-PARTY, and not again

    assert diagnostics_of({**OTHER, **files}, only="BG282") == [
        "data/a-b/mechanisms.yaml:1:3: warning[BG282] 'jc' stands in data/x-y too, word for word"
    ]


def test_a_record_may_excuse_itself() -> None:
    excused = f"{CHAIRED}  ignore: [REL-COPY]  # it is a body of all four\n"
    both = {**OTHER, "mechanisms.yaml": excused, "data/a-b/mechanisms.yaml": CHAIRED}

    assert diagnostics_of(both, only="BG282") == []
    assert diagnostics_of(both, only="BG259") == []
