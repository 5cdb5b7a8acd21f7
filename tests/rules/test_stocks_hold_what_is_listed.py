from __future__ import annotations

from relation_files import diagnostics_of


def test_an_open_count_passes() -> None:
    found = diagnostics_of(
        {
            "agreements.yaml": """\
- id: a
  kind: treaty
  title: Treaty
  signed: 2015
  sources:
    - {ref: ref, quote: 'the agreement'}
- id: stock
  kind: stock
  title: Documents
  count: '> 80 documents'
  sources: [{ref: ref}]
""",
        },
        only="BG230",
    )

    assert found == []


def test_fewer_counted_than_listed_is_told() -> None:
    found = diagnostics_of(
        {
            "agreements.yaml": """\
- id: a
  kind: treaty
  title: Treaty
  signed: 2015
  sources:
    - {ref: ref, quote: 'the agreement'}
- id: b
  kind: treaty
  title: Treaty
  signed: 2016
  sources:
    - {ref: ref, quote: 'the agreement'}
- id: stock
  kind: stock
  title: Documents
  count: '1 document'
  sources: [{ref: ref}]
""",
        },
        only="BG230",
    )

    assert found == [
        "agreements.yaml:16:10: warning[BG230] 'stock' counts 1, 2 are listed",
    ]


def test_a_complete_list_below_the_count_is_told() -> None:
    found = diagnostics_of(
        {
            "agreements.yaml": """\
- id: a
  kind: treaty
  title: Treaty
  signed: 2015
  sources:
    - {ref: ref, quote: 'the agreement'}
- id: stock
  kind: stock
  title: Documents
  count: '3 documents'
  list_complete: true
  sources: [{ref: ref}]
""",
        },
        only="BG230",
    )

    assert found == [
        "agreements.yaml:10:10: warning[BG230] 'stock' counts 3, 1 are listed",
    ]
