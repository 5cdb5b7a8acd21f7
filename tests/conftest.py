"""What all tests share: their floors, how hypothesis draws its examples, and how golden files are made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import example_profiles
from floors import FLOORS, floor_of, on

if TYPE_CHECKING:
    from collections.abc import Generator

example_profiles.register()
# An assertion there tells as much as one in a test.
pytest.register_assert_rewrite("samples", "readers", "conformance.judges")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what the tests compare with."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew, then read the diff")


def pytest_itemcollected(item: pytest.Item) -> None:
    """A test has the marker of its floor."""
    if marker := FLOORS[floor_of(item.path)]:
        item.add_marker(marker)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Generator[None]:
    """What commands keep for the next one lies in a folder of the run's own, not in that of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Modules are imported as on their floor."""
    if not isinstance(collector, pytest.Module):
        return (yield)
    with on(floor_of(collector.path)):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Tests run as on their floor, with all that is set up and put away for them."""
    with on(floor_of(item.path)):
        return (yield)
