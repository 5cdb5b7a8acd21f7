"""What all tests share: how hypothesis draws its examples, and how golden files are made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    import pytest

# The same examples in every run, so that a red test is red for everybody; `--hypothesis-profile search` draws new ones.
# Both start from hypothesis's own defaults by name: where `CI` is set, others hold, which never draw anything new.
# How long a machine takes over an example says nothing of the code.
_ANYWHERE = settings(settings.get_profile("default"), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", _ANYWHERE, derandomize=True, database=None)
settings.register_profile("search", _ANYWHERE, max_examples=1000, print_blob=True)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what the tests compare with."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, then read the diff")
