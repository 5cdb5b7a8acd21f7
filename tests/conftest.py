"""What all tests share: how hypothesis draws its examples, and how golden files are made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

# The same examples in every run, so that a red test is red for everybody; `--hypothesis-profile search` draws new ones.
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what the tests compare with."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, then read the diff")
