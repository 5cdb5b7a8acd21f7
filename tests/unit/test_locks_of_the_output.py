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
