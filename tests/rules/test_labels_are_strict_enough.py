from __future__ import annotations

import pytest

from rules.records import contact, line_to_take, position, relation
from samples.relation_files import diagnostics_of


@pytest.mark.parametrize("label", [None, "official", "restricted"])
def test_a_label_that_the_kind_allows_passes(label: str | None) -> None:
    record = line_to_take(sensitivity=label)

    assert diagnostics_of({"lines_to_take.yaml": record}, only="BG290") == []


def test_a_public_line_to_take_is_told() -> None:
    assert diagnostics_of({"lines_to_take.yaml": line_to_take(sensitivity="public")}, only="BG290") == [
        "lines_to_take.yaml:5:16: warning[BG290] 'a' is labelled public, but a line to take counts as official at least"
    ]


def test_so_is_one_whose_file_is_public() -> None:
    head = relation(default_sensitivity="official", file_sensitivity="{lines_to_take: public}")
    found = diagnostics_of({"relation.yaml": head, "lines_to_take.yaml": line_to_take()}, only="BG290")

    assert [line.partition(" warning")[0] for line in found] == ["lines_to_take.yaml:1:3:"]


def test_other_kinds_may_be_public() -> None:
    files = {"contacts.yaml": contact(sensitivity="public"), "positions.yaml": position(sensitivity="public", id="b")}

    assert diagnostics_of(files, only="BG290") == []
