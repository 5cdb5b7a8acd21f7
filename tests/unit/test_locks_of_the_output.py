"""The lock of the output folder: held by another run, refused by the file system, or not to be had at all."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import pytest
from click.testing import CliRunner
from filelock import FileLock

from briefgen.cli import main
from briefgen.world.folder_lock import HeldElsewhereError, folder_lock
from samples.small_workspace import FILES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks of Windows are no flock")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def ended(desk: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    def refuse(*_: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", refuse)
    done = CliRunner().invoke(main, ["make", "--workspace", str(desk)])
    monkeypatch.undo()
    return done.exit_code, done.stderr


@pytest.mark.parametrize("name", ["ENOLCK", "ENOSYS", "EOPNOTSUPP", "ENOTSUP"])
def test_a_file_system_without_locks_is_told(desk: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = ended(desk, getattr(errno, name), monkeypatch)

    assert code == 71
    assert said.startswith("error[BG807] output lies on a file system without locks")
    assert "--output" in said


@pytest.mark.parametrize("name", ["EIO", "EROFS", "ESTALE", "ENOSPC"])
def test_one_that_fails_is_no_other_run(desk: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = ended(desk, getattr(errno, name), monkeypatch)

    assert code == 5
    assert "another run" not in said


def test_another_run_is_another_run(desk: Path) -> None:
    (desk / "output").mkdir()
    with FileLock(desk / "output" / ".briefgen.lock"):
        done = CliRunner().invoke(main, ["make", "--workspace", str(desk)])

    assert done.exit_code == 6
    assert "BG602" in done.stderr


def test_a_lock_that_was_given_back_can_be_had_again(tmp_path: Path) -> None:
    for _ in range(2):
        with folder_lock(tmp_path), pytest.raises(HeldElsewhereError):
            folder_lock(tmp_path)


def test_a_lock_is_not_written_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / ".briefgen.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        folder_lock(tmp_path)

    assert not (tmp_path / "elsewhere").exists()


def test_a_lock_that_was_taken_away_meanwhile_is_another_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fcntl.flock", lambda *_: (tmp_path / ".briefgen.lock").unlink())

    with pytest.raises(HeldElsewhereError):
        folder_lock(tmp_path)


def test_a_lock_that_somebody_else_may_take_away_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o1777)
    told = os.fstat
    monkeypatch.setattr("os.fstat", lambda file: os.stat_result([*told(file)[:4], -2, *told(file)[5:]]))

    with pytest.raises(PermissionError):
        folder_lock(tmp_path)
