from __future__ import annotations

import pytest

from rules.records import position
from samples.relation_files import FOLDER, MINIMAL, diagnostics_of


def test_a_finished_text_passes() -> None:
    found = diagnostics_of({"positions.yaml": position(statement="Both agree in the XX session.")}, only="BG256")

    assert found == []


@pytest.mark.parametrize("gap", ["TODO", "TBD", "FIXME", "???", "Lorem ipsum", "lorem ipsum"])
def test_a_gap_is_told(gap: str) -> None:
    found = diagnostics_of({"positions.yaml": position(statement=f"'Both agree on {gap}.'")}, only="BG256")

    assert found == [f"positions.yaml:3:14: error[BG256] 'a' still holds '{gap}'"]


@pytest.mark.parametrize(
    ("statement", "gap"),
    [
        ("Both agree on XX.", "XX"), ("XXX", "XXX"), ("The visit of XX, in spring.", "XX"), ("A share of XX%.", "XX"),
        ("They met XX; nothing came of it.", "XX"), ("The Embassy XXXX", "XXXX"), ("both visits XXXIV", ""),
    ],
)  # fmt: skip
def test_what_may_be_a_gap_is_a_warning(statement: str, gap: str) -> None:
    found = diagnostics_of({"positions.yaml": position(statement=f"'{statement}'")}, only="BG256")

    assert found == [f"positions.yaml:3:14: warning[BG256] 'a' may still hold a gap: '{gap}'"] * bool(gap)


@pytest.mark.parametrize(
    "statement",
    [
        "Super Bowl XXX", "He watched Super Bowl XXX.", "The World Cup XX, held at home.", "Article XX.", "Pius XX",
        "The XX session met.", "Both agree on {{ it }}.", "{% if %}", "A set {{1}}, {{2}}.", "Size XXL", "MXX, of 1020",
    ],
)  # fmt: skip
def test_numerals_and_braces_are_text(statement: str) -> None:
    assert diagnostics_of({"positions.yaml": position(statement=f"'{statement}'")}, only="BG256") == []


def test_a_gap_in_the_name_of_a_party_is_told() -> None:
    head = MINIMAL[f"{FOLDER}/relation.yaml"].replace("adjective: Belarusian", "adjective: TODO")

    assert diagnostics_of({"relation.yaml": head}, only="BG256") == [
        "relation.yaml:4:5: error[BG256] 'TODO' still holds 'TODO'"
    ]
