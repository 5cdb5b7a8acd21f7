from __future__ import annotations

from rules.records import commission
from samples.relation_files import diagnostics_of


def of_two_levels(status: str) -> str:
    """A commission whose sources name two levels."""
    levels = [f"{{value: {level}, status: {status}}}" for level in ("foreign ministers", "foreign ministries")]
    return commission(level="foreign ministers", levels=levels)


def test_one_preferred_level_passes() -> None:
    found = diagnostics_of({"mechanisms.yaml": of_two_levels("preferred")}, only="BG235")

    assert found == []


def test_two_levels_are_told() -> None:
    found = diagnostics_of({"mechanisms.yaml": of_two_levels("asserted")}, only="BG235")

    assert found == [
        "mechanisms.yaml:6:5: warning[BG235] 'jc' meets at two levels: foreign ministers and foreign ministries"
    ]


def test_two_contested_levels_are_only_noted() -> None:
    found = diagnostics_of({"mechanisms.yaml": of_two_levels("contested")}, only="BG235")

    assert found == [
        "mechanisms.yaml:6:5: info[BG235] 'jc' meets at two levels: foreign ministers and foreign ministries"
    ]
