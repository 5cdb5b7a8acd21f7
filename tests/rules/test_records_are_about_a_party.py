from __future__ import annotations

import pytest

from samples.relation_files import diagnostics_of


def project(parties: str, more: str = "") -> dict[str, str]:
    record = f"- {{id: p, kind: industrial_park, name: Park{parties}, sources: [{{ref: ref}}]{more}}}\n"
    return {"projects.yaml": record}


@pytest.mark.parametrize("parties", ["", ", parties: []", ", parties: [PAK]", ", parties: [CHN, BLR]"])
def test_a_record_that_names_a_party_or_nobody_passes(parties: str) -> None:
    assert diagnostics_of(project(parties), only="BG281") == []


def test_a_record_about_others_alone_is_told_at_their_names() -> None:
    found = diagnostics_of(
        {
            **project(", parties: [CHN, IND]"),
            "assessments.yaml": "- {id: a, kind: profile, about: [CHN], text: A hub., sources: [{ref: ref}]}\n",
        },
        only="BG281",
    )

    assert found == [
        "assessments.yaml:1:33: error[BG281] 'a' is about CHN, and no party of this relation (PAK and BLR)",
        "projects.yaml:1:55: error[BG281] 'p' is about CHN, IND, and no party of this relation (PAK and BLR)",
    ]


def test_a_record_may_excuse_itself() -> None:
    record = """\
- id: p
  kind: industrial_park
  name: Park
  parties: [CHN]
  sources: [{ref: ref}]
  ignore: [GEO-STRAY]  # it bears on both parties
"""

    assert diagnostics_of({"projects.yaml": record}, only="BG281") == []
