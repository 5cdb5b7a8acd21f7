from __future__ import annotations

from samples.relation_files import diagnostics_of


def test_iso_codes_pass() -> None:
    found = diagnostics_of(
        {"memberships.yaml": "- {id: m, parties: [PAK], organisation: oic, role: member, sources: [{ref: ref}]}\n"}
    )

    assert found == []


def test_a_code_that_iso_does_not_have_is_told() -> None:
    found = diagnostics_of(
        {"memberships.yaml": "- {id: m, parties: [PKA], organisation: oic, role: member, sources: [{ref: ref}]}\n"}
    )

    assert found == ["memberships.yaml:1:20: error[BG203] 'PKA' is no country code (ISO 3166-1 alpha-3)"]
