from __future__ import annotations

from rules.records import assessment, book, other_book, references
from samples.relation_files import diagnostics_of


def test_a_cause_that_two_sources_give_passes() -> None:
    found = diagnostics_of(
        {
            "references.json": references(book(), other_book()),
            "assessments.yaml": assessment(
                id="a", text="Trade grew due to the treaty.", sources="[{ref: ref}, {ref: other}]"
            ),
        },
        only="BG254",
    )

    assert found == []


def test_a_cause_that_one_source_gives_is_told() -> None:
    found = diagnostics_of({"assessments.yaml": assessment(id="a", text="Trade grew due to the treaty.")}, only="BG254")

    assert found == ["assessments.yaml:1:3: info[BG254] 'a' claims a cause (due to) that fewer than two sources give"]
