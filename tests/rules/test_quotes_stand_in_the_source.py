from __future__ import annotations

from rules.records import position
from samples.relation_files import diagnostics_of

ARCHIVED = """\
The two parliaments have
created ‘friendship groups’ of their own.
"""


def test_a_quote_across_a_line_break_passes() -> None:
    found = diagnostics_of(
        {
            "data/x-y/archive/ref.txt": ARCHIVED,
            "positions.yaml": position(sources=["{ref: ref, quote: \"parliaments have created 'friendship groups'\"}"]),
        },
        only="BG248",
    )

    assert found == []


def test_a_quote_with_a_word_left_out_is_told() -> None:
    found = diagnostics_of(
        {
            "data/x-y/archive/ref.txt": ARCHIVED,
            "positions.yaml": position(sources=["{ref: ref, quote: \"parliaments created 'friendship groups'\"}"]),
        },
        only="BG248",
    )

    assert found == ["positions.yaml:5:7: warning[BG248] the archived text of 'ref' does not hold the quote of 'a'"]
