from __future__ import annotations

from rules.records import position
from samples.relation_files import FOLDER, MINIMAL, diagnostics_of


def test_a_finished_text_passes() -> None:
    found = diagnostics_of({"positions.yaml": position(statement="Both agree in the XX session.")}, only="BG256")

    assert found == []


def test_a_gap_is_told() -> None:
    found = diagnostics_of({"positions.yaml": position(statement="Both agree on XX.")}, only="BG256")

    assert found == ["positions.yaml:3:14: error[BG256] 'a' still holds 'XX'"]


def test_template_braces_are_told() -> None:
    found = diagnostics_of({"positions.yaml": position(statement="'Both agree on {{ it }}.'")}, only="BG256")

    assert found == ["positions.yaml:3:14: error[BG256] 'a' still holds '{{'"]


def test_a_gap_in_the_name_of_a_party_is_told() -> None:
    head = MINIMAL[f"{FOLDER}/relation.yaml"].replace("adjective: Belarusian", "adjective: TODO")

    assert diagnostics_of({"relation.yaml": head}, only="BG256") == [
        "relation.yaml:4:5: error[BG256] 'TODO' still holds 'TODO'"
    ]
