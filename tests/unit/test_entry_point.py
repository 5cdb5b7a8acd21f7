"""The command's last resort: whatever goes wrong inside briefgen ends with 70, a line, and no traceback."""

from __future__ import annotations

import errno
import sys
import tempfile
from typing import TYPE_CHECKING, NoReturn

import pytest

from briefgen.cli import entry_point, main

if TYPE_CHECKING:
    from pathlib import Path


def fail(*_: object, **__: object) -> NoReturn:
    raise RuntimeError("unforeseen")


def refuse(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def ended(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["briefgen", "check"])
    monkeypatch.setattr(main, "main", fail)
    return entry_point.exit_code_of_command()


def test_a_fault_is_told_with_the_file_that_holds_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    code = ended(monkeypatch)
    said = capsys.readouterr().err
    (kept,) = tmp_path.iterdir()

    assert (code, "Traceback" in said) == (70, False)
    assert str(kept) in said
    assert "RuntimeError: unforeseen" in kept.read_text(encoding="utf-8")


def test_it_is_told_though_no_file_can_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    code = ended(monkeypatch)
    said = capsys.readouterr().err

    assert (code, "Traceback" in said) == (70, False)
    assert "no file, since none can be written (No space left on device)" in said


class AskedToStop(BaseException):
    """What a signal raises."""


class Named:
    """Is told its name while a class is made."""

    def __set_name__(self, *_: object) -> None:
        raise AskedToStop


def test_a_request_to_stop_is_heard_while_a_class_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["briefgen", "check"])
    monkeypatch.setattr(main, "main", lambda **_: type("Made", (), {"name": Named()}))

    with pytest.raises(AskedToStop):
        entry_point.exit_code_of_command()
