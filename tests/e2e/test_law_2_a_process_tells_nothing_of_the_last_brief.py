"""Law 2, with the process that makes briefs: it has nothing left of one brief when it makes the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from briefgen.batch import OwnProcess
from samples.hidden_facts import PAIRS, Hidden, assert_alike, hidden_facts, published

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def executor() -> Iterator[OwnProcess]:
    with OwnProcess() as process:
        yield process


@settings(max_examples=PAIRS, deadline=None)
@given(hidden_facts(), hidden_facts())
def test_a_process_that_has_made_the_brief_of_an_insider_tells_the_reader_nothing(
    executor: OwnProcess, one: Hidden, other: Hidden
) -> None:
    assert_alike(published(one, executor=executor), published(other, executor=executor))
