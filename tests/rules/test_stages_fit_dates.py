from __future__ import annotations

import pytest

from rules.records import commitment, investment, programme, restriction
from samples.relation_files import diagnostics_of


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("investments.yaml", investment(stage="under_way", begun="2019")),
        ("investments.yaml", investment(stage="under_way", announced="2018")),
        ("investments.yaml", investment(stage="cancelled", begun="2019")),
        ("investments.yaml", investment(stage="completed", completed="2020")),
        ("investments.yaml", investment(stage="unknown", completed="2020")),
        ("investments.yaml", investment(announced="2018", completed="2020")),
        ("restrictions.yaml", restriction(state="suspended", since="2016")),
        ("restrictions.yaml", restriction(state="in_force", announced="2016")),
        ("programmes.yaml", programme(state="under_way", adopted="2016")),
        ("programmes.yaml", programme(state="negotiating")),
        ("commitments.yaml", commitment(state="dropped")),
        ("commitments.yaml", commitment(state="done", done="2020")),
    ],
)
def test_a_stage_that_its_dates_allow_passes(name: str, record: str) -> None:
    assert diagnostics_of({name: record}, only="BG289") == []


@pytest.mark.parametrize(
    ("name", "record", "said"),
    [
        ("investments.yaml", investment(stage="announced", completed="2020"), "announced, but completed 2020"),
        ("investments.yaml", investment(stage="agreed", begun="2019"), "agreed, but begun 2019"),
        ("investments.yaml", investment(stage="under_way", cancelled="2019"), "under way, but cancelled 2019"),
        (
            "investments.yaml",
            investment(stage="completed", completed="2022"),
            "completed, but completed 2022 lies ahead",
        ),
        (
            "investments.yaml",
            investment(stage="completed", completed="2022", begun="2019"),
            "completed, but begun 2019",
        ),
        ("restrictions.yaml", restriction(state="announced", since="2016"), "announced, but since 2016"),
        ("restrictions.yaml", restriction(state="in_force", until="2016"), "in force, but until 2016"),
        ("restrictions.yaml", restriction(state="suspended", until="2016"), "suspended, but until 2016"),
        ("programmes.yaml", programme(state="negotiating", adopted="2016"), "negotiating, but adopted 2016"),
        ("programmes.yaml", programme(state="under_way", ended="2016"), "under way, but ended 2016"),
        ("commitments.yaml", commitment(state="outstanding", done="2020"), "outstanding, but done 2020"),
    ],
)
def test_a_stage_that_its_dates_contradict_is_told(name: str, record: str, said: str) -> None:
    lines = record.splitlines()
    at = next(n for n, line in enumerate(lines, 1) if line.strip().startswith(("stage:", "state:")))

    assert diagnostics_of({name: record}, only="BG289") == [f"{name}:{at}:10: warning[BG289] 'a' is {said}"]


def test_what_is_planned_has_no_stage_yet() -> None:
    record = investment(stage="announced", agreed="2020", planned="true", recorded="2020")

    assert diagnostics_of({"investments.yaml": record}, only="BG289") == []
