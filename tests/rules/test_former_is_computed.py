from __future__ import annotations

from rules.records import visit
from samples.relation_files import diagnostics_of


def test_a_quote_may_say_former() -> None:
    found = diagnostics_of(
        {
            "visits.yaml": visit(
                title="Sharif visits Minsk", date="2015", sources=["{ref: ref, quote: 'Former Prime Minister Sharif'}"]
            )
        },
        only="BG227",
    )

    assert found == []


def test_former_in_our_own_words_is_told() -> None:
    found = diagnostics_of(
        {"visits.yaml": visit(title="Former Prime Minister Sharif visits", date="2015")}, only="BG227"
    )

    assert found == ["visits.yaml:3:10: warning[BG227] 'a' says 'Former', which depends on when it is read"]


def test_acting_in_our_own_words_is_told() -> None:
    found = diagnostics_of({"visits.yaml": visit(title="Acting foreign minister visits", date="2015")}, only="BG227")

    assert found == ["visits.yaml:3:10: warning[BG227] 'a' says 'Acting', which depends on when it is read"]
    assert (
        diagnostics_of({"visits.yaml": visit(title="Companies acting as exporters", date="2015")}, only="BG227") == []
    )
