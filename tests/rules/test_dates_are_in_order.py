from __future__ import annotations

from rules.records import agreement
from samples.relation_files import diagnostics_of


def test_an_entry_into_force_in_the_month_of_signature_passes() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(id="t", signed="2015-08-10", in_force="2015-08")})

    assert found == []


def test_an_entry_into_force_before_signature_is_told() -> None:
    found = diagnostics_of({"agreements.yaml": agreement(id="t", signed="2015-08-10", in_force="2015-07")})

    assert found == ["agreements.yaml:5:13: error[BG209] 't' has in_force 2015-07, before signed 2015-08-10"]
