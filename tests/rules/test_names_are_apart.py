from __future__ import annotations

from rules.records import commission
from samples.relation_files import diagnostics_of


def test_two_names_pass() -> None:
    found = diagnostics_of(
        {
            "mechanisms.yaml": commission(id="a", kind="working_group", name="Working Group on Industrial Cooperation")
            + commission(id="b", kind="working_group", name="Working Group on Agricultural Cooperation")
        },
        only="BG234",
    )

    assert found == []


def test_a_name_within_another_is_told() -> None:
    found = diagnostics_of(
        {
            "mechanisms.yaml": commission(id="a", name="Joint Commission on Trade and Economic Cooperation")
            + commission(id="b", name="Joint Economic Commission")
        },
        only="BG234",
    )

    assert found == [
        (
            "mechanisms.yaml:7:9: info[BG234] 'Joint Economic Commission' and 'Joint Commission on Trade "
            "and Economic Cooperation' may be one body under two names"
        ),
    ]
