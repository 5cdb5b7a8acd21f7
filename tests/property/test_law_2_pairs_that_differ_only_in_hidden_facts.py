"""Law 2: whatever is hidden from a reader, the reader's files and the log of the run are the same to the byte.

The same comparison must find every leak that is put into the pipeline on purpose.
"""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from samples.hidden_facts import PAIRS, Hidden, assert_alike, handed_over, hidden_facts, published, touched_after
from samples.leaks import LEAKS, OTHER_NEEDS

PAIRS_OF_JOBS = 100
PAIRS_OF_RUNS = 15
PAIRS_FOR_A_LEAK = 40


@settings(max_examples=PAIRS, report_multiple_bugs=False)
@given(hidden_facts(), hidden_facts())
def test_two_relations_that_differ_only_in_hidden_facts_give_the_same_files(one: Hidden, other: Hidden) -> None:
    assert_alike(published(one), published(other))


@settings(max_examples=PAIRS_OF_JOBS)
@given(hidden_facts(), hidden_facts())
def test_what_makes_the_brief_is_handed_the_same(one: Hidden, other: Hidden) -> None:
    """Its memory then holds nothing of what is hidden, and not the line that a visible fact stands on either."""
    (first,), (second,) = handed_over(one), handed_over(other)

    assert first == second
    assert "Embassy opens" in first


@settings(max_examples=PAIRS_OF_RUNS)
@given(hidden_facts(), hidden_facts())
def test_a_run_after_hidden_facts_have_changed_touches_no_file_of_a_reader(one: Hidden, other: Hidden) -> None:
    assert touched_after(one, other) == []


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_is_found(leak: str, monkeypatch: pytest.MonkeyPatch) -> None:
    LEAKS[leak](monkeypatch)
    asked = {"formats": ("html",), "audiences": ("reader",), **OTHER_NEEDS.get(leak, {})}
    told = partial(published, formats=asked["formats"], audiences=asked["audiences"])

    @settings(
        max_examples=PAIRS_FOR_A_LEAK,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(hidden_facts(), hidden_facts())
    def compare(one: Hidden, other: Hidden) -> None:
        assert_alike(told(one), told(other))

    with pytest.raises(AssertionError):
        compare()
