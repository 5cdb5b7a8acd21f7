from __future__ import annotations

import pytest

from rules.records import agreement, commitment, investment, programme, restriction
from samples.relation_files import diagnostics_of


def test_an_entry_into_force_in_the_month_of_signature_passes() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(id="t", signed="2015-08-10", in_force="2015-08")})

    assert found == []


def test_an_entry_into_force_before_signature_is_told() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(id="t", signed="2015-08-10", in_force="2015-07")})

    assert found == ["agreements.yaml:5:13: error[BG209] 't' has in_force 2015-07, before signed 2015-08-10"]


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("investments.yaml", investment(announced="2015", agreed="2015", begun="2016", completed="2018")),
        ("investments.yaml", investment(completed="2016", cancelled="2015")),
        ("commitments.yaml", commitment(due="2021", done="2020")),
        ("commitments.yaml", commitment(due="2020", done="2021")),
        ("commitments.yaml", commitment(due="2019-05")),
        ("programmes.yaml", programme(span="2015/2020", adopted="2016")),
        ("restrictions.yaml", restriction(since="2015", until="2015")),
    ],
)
def test_what_is_due_may_be_done_before_or_after(name: str, record: str) -> None:
    assert diagnostics_of({name: record}, only="BG209") == []


@pytest.mark.parametrize(
    ("name", "record", "said"),
    [
        ("investments.yaml", investment(announced="2016", agreed="2015"), "has agreed 2015, before announced 2016"),
        ("investments.yaml", investment(agreed="2016", begun="2015"), "has begun 2015, before agreed 2016"),
        ("investments.yaml", investment(begun="2016", completed="2015"), "has completed 2015, before begun 2016"),
        (
            "investments.yaml",
            investment(announced="2016", cancelled="2015"),
            "has cancelled 2015, before announced 2016",
        ),
        ("commitments.yaml", commitment(due="2019-04"), "has due 2019-04, before made 2019-05"),
        ("commitments.yaml", commitment(done="2018"), "has done 2018, before made 2019-05"),
        ("programmes.yaml", programme(span="2010/2014", adopted="2016"), "has span 2010/2014, before adopted 2016"),
        ("restrictions.yaml", restriction(since="2016", until="2015"), "has until 2015, before since 2016"),
        ("restrictions.yaml", restriction(announced="2016", since="2015"), "has since 2015, before announced 2016"),
    ],
)
def test_stages_and_due_dates_in_an_order_that_cannot_be_are_told(name: str, record: str, said: str) -> None:
    (found,) = diagnostics_of({name: record}, only="BG209")

    assert found.endswith(f"error[BG209] 'a' {said}")
