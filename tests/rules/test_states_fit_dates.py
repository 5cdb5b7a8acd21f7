from __future__ import annotations

from relation_files import diagnostics_of


def test_a_signed_treaty_passes() -> None:
    found = diagnostics_of(
        {
            "agreements.yaml": """\
- id: a
  kind: treaty
  title: Treaty
  signed: 2015
  state: signed
  sources:
    - {ref: ref, quote: 'the agreement'}
""",
        },
        only="BG232",
    )

    assert found == []


def test_a_signed_treaty_in_force_is_told() -> None:
    found = diagnostics_of(
        {
            "agreements.yaml": """\
- id: a
  kind: treaty
  title: Treaty
  signed: 2015
  state: signed
  in_force: 2016
  sources:
    - {ref: ref, quote: 'the agreement'}
""",
        },
        only="BG232",
    )

    assert found == [
        "agreements.yaml:5:10: warning[BG232] 'a' is signed, but in force 2016",
    ]


def test_a_signed_treaty_under_negotiation_is_told() -> None:
    found = diagnostics_of(
        {
            "agreements.yaml": """\
- id: a
  kind: treaty
  title: Treaty
  signed: 2015
  state: negotiating
  sources:
    - {ref: ref, quote: 'the agreement'}
""",
        },
        only="BG232",
    )

    assert found == [
        "agreements.yaml:5:10: warning[BG232] 'a' is negotiating, but signed 2015",
    ]
