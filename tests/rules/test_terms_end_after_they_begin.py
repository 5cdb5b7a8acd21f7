from __future__ import annotations

from rules.records import person
from samples.relation_files import diagnostics_of


def test_a_term_that_is_over_later_passes() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": person(
                terms=["{title: President, party: BLR, level: head_of_state, held: 2015/2019, over_by: 2021}"]
            )
        },
        only="BG264",
    )

    assert found == []


def test_a_term_that_is_over_before_it_begins_is_told() -> None:
    found = diagnostics_of(
        {
            "data/people.yaml": person(
                terms=["{title: President, party: BLR, level: head_of_state, held: 2015/2019, over_by: 2014}"]
            )
        },
        only="BG264",
    )

    assert found == ["data/people.yaml:5:7: error[BG264] the term of 'Head' is over by 2014, but held 2015/2019"]
