from __future__ import annotations

from rules.records import agreement
from samples.relation_files import diagnostics_of


def test_a_date_to_the_day_passes() -> None:
    found = diagnostics_of(
        {"agreements.yaml": agreement(signed="2015-08-10", sources=["{ref: ref, quote: 'signed on 10 August 2015'}"])},
        only="BG225",
    )

    assert found == []


def test_a_month_where_the_quote_names_the_day_is_told() -> None:
    found = diagnostics_of(
        {
            "agreements.yaml": agreement(
                signed="2015-08", sources=["{ref: ref, quote: 'signed on 10th of August 2015'}"]
            )
        },
        only="BG225",
    )

    assert found == [
        "agreements.yaml:4:11: info[BG225] 'a' is dated 2015-08, but its words name the day: '10th of August 2015'"
    ]


def test_a_session_is_held_against_words_of_its_own_alone() -> None:
    found = diagnostics_of(
        {
            "mechanisms.yaml": """\
- id: jc
  kind: council
  name: Council
  created: 2015-05-29
  sources: [{ref: ref, quote: set up on 29 May 2015}]
  sessions:
    - {number: 1, date: 2015-05}
    - {number: 2, date: 2016-02, sources: [{ref: ref, quote: met on 10 February 2016}]}
""",
        },
        only="BG225",
    )

    assert [line.split(": ", 1)[0] for line in found] == ["mechanisms.yaml:8:25"]
