from __future__ import annotations

from rules.records import embassy
from samples.relation_files import diagnostics_of


def test_a_source_that_names_the_sender_first_passes() -> None:
    found = diagnostics_of({"milestones.yaml": embassy()}, only="BG223")

    assert found == []


def test_a_source_that_names_the_host_as_the_opener_is_told() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": embassy(
                sending="PAK", host="BLR", sources=["{ref: ref, quote: 'Belarus opened the embassy of Pakistan'}"]
            )
        },
        only="BG223",
    )

    assert found == [
        (
            "milestones.yaml:5:12: warning[BG223] the source of 'embassy' words BLR as the one that opens "
            "the mission of PAK"
        ),
    ]


def test_a_corrected_sender_is_only_noted() -> None:
    found = diagnostics_of(
        {
            "milestones.yaml": embassy(
                sending="PAK",
                host="BLR",
                inferred="[sending]",
                sources=["{ref: ref, quote: 'Belarus opened the embassy of Pakistan'}"],
            )
        },
        only="BG223",
    )

    assert found == [
        (
            "milestones.yaml:5:12: info[BG223] the source of 'embassy' words BLR as the one that opens the "
            "mission of PAK"
        ),
    ]
