"""What is kept for the next command: read again only where no other user can have written it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from briefgen.world import UserCache, user_cache

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is kept where an owner cannot be told")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own folder of caches."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "briefgen" / "some"


def test_what_is_kept_is_there_again_for_its_user_alone(home: Path) -> None:
    UserCache("some").keep("one", b"words")

    assert UserCache("some").read("one") == b"words"
    assert UserCache("some").read("other") is None
    assert [stat.st_mode & 0o077 for stat in (home.stat(), (home / "one").stat())] == [0, 0]
    assert os.listdir(home) == ["one"]  # noqa: PTH208 - nothing unfinished is left


def test_a_folder_or_file_that_others_may_write_to_is_not_read(home: Path) -> None:
    UserCache("some").keep("one", b"words")
    (home / "one").chmod(0o622)
    assert UserCache("some").read("one") is None

    (home / "one").chmod(0o600)
    home.chmod(0o777)
    assert UserCache("some").read("one") is None
    home.chmod(0o700)
    assert UserCache("some").read("one") == b"words"


def test_nor_is_one_of_somebody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    UserCache("some").keep("one", b"words")
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)

    assert UserCache("some").read("one") is None


def test_a_link_is_not_followed(home: Path, tmp_path: Path) -> None:
    UserCache("some").keep("one", b"words")
    (tmp_path / "elsewhere").write_bytes(b"of somebody")
    (home / "two").symlink_to(tmp_path / "elsewhere")

    assert UserCache("some").read("two") is None


def test_where_nothing_can_be_kept_nothing_is_and_nobody_is_told(tmp_path: Path) -> None:
    (tmp_path / "briefgen").write_bytes(b"")
    UserCache("some").keep("one", b"words")

    assert UserCache("some").read("one") is None


def test_of_many_the_oldest_go(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_cache, "_MOST", 4)
    for number in range(5):
        UserCache("some").keep(str(number), b"")
        if (home / str(number)).exists():
            os.utime(home / str(number), (number, number))

    assert sorted(os.listdir(home)) == ["2", "3", "4"]  # noqa: PTH208 - names alone


def test_of_a_write_that_ends_in_the_middle_nothing_stays(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = UserCache("some")
    cache.keep("one", b"whole")
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:2]))

    cache.keep("one", b"another")
    cache.keep("two", b"another")

    assert (cache.read("one"), cache.read("two")) == (b"whole", None)
    assert [path.name for path in home.rglob("*") if path.is_file()] == ["one"]
