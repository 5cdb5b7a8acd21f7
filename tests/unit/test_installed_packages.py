"""What is installed is told as `importlib.metadata` tells it, which takes long to load."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, distributions, requires
from typing import TYPE_CHECKING

import pytest

from briefgen.world import installed_packages
from briefgen.world.installed_packages import installed_version, required_packages, text_of_package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def alone_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A path on which but one folder stands, twice."""
    monkeypatch.setattr(sys, "path", [str(tmp_path / "first"), str(tmp_path / "none.zip"), str(tmp_path / "second")])
    installed_packages._folders.cache_clear()
    yield tmp_path
    installed_packages._folders.cache_clear()


def test_every_package_here_has_the_version_that_the_standard_library_tells() -> None:
    first: dict[str, str] = {}
    for one in distributions():
        first.setdefault(one.name, one.version)

    assert {name: installed_version(name) for name in first} == first
    assert required_packages("briefgen") == requires("briefgen")


def test_a_name_is_found_however_it_is_written_and_the_first_on_the_path_is_meant(alone_on_the_path: Path) -> None:
    for top, version in (("first", "2.0"), ("second", "1.0")):
        (alone_on_the_path / top / f"Ruamel.yaml_x-{version}.dist-info").mkdir(parents=True)
    (alone_on_the_path / "first/Ruamel.yaml_x-2.0.dist-info/METADATA").write_text(
        "Name: ruamel.yaml-x\nRequires-Dist: one>=1\nRequires-Dist: two; extra == 'x'\n\nRequires-Dist: none\n"
    )

    assert installed_version("ruamel-yaml-X") == "2.0"
    assert required_packages("ruamel_yaml.x") == ["one>=1", "two; extra == 'x'"]
    assert text_of_package("ruamel-yaml-x", "RECORD") == ""


@pytest.mark.usefixtures("alone_on_the_path")
def test_what_is_not_there_is_told_as_the_standard_library_tells_it() -> None:
    with pytest.raises(PackageNotFoundError):
        installed_version("nothing")
    with pytest.raises(PackageNotFoundError):
        text_of_package("nothing", "RECORD")


def test_a_package_that_an_older_installer_left_is_found_too(alone_on_the_path: Path) -> None:
    left = alone_on_the_path / "second/older.egg-info"
    left.mkdir(parents=True)
    left.joinpath("PKG-INFO").write_text("Metadata-Version: 2.1\nName: older\nVersion: 0.9\n")

    assert installed_version("older") == "0.9"
