"""Law 2: whatever is hidden from a reader, the reader's files and the log of the run are the same to the byte.

The same comparison must find every leak that is put into the pipeline on purpose.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from hidden_facts import Hidden, Published, hidden_facts, published
from leaks import LEAKS, OTHER_NEEDS

PAIRS = 20
PAIRS_FOR_A_LEAK = 40


def assert_alike(one: Published, other: Published) -> None:
    """Nothing tells the two runs apart."""
    assert sorted(one.files) == sorted(other.files)
    for path, data in one.files.items():
        assert data == other.files[path], path
    assert one.said == other.said


@settings(max_examples=PAIRS, report_multiple_bugs=False)
@given(hidden_facts(), hidden_facts())
def test_two_relations_that_differ_only_in_hidden_facts_give_the_same_files(one: Hidden, other: Hidden) -> None:
    assert_alike(published(one), published(other))


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_is_found(leak: str, monkeypatch: pytest.MonkeyPatch) -> None:
    LEAKS[leak](monkeypatch)
    asked = {"formats": ("html",), "audiences": ("reader",), **OTHER_NEEDS.get(leak, {})}

    @settings(
        max_examples=PAIRS_FOR_A_LEAK,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(hidden_facts(), hidden_facts())
    def compare(one: Hidden, other: Hidden) -> None:
        assert_alike(published(one, **asked), published(other, **asked))

    with pytest.raises(AssertionError):
        compare()
