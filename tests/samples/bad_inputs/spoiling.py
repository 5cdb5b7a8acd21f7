"""How a sound workspace is spoilt in one place, and what is to be said of it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Change: TypeAlias = Callable[[Path], object]

MAKE = ("make", "-f", "all")
INPUTS, USAGE, OUTPUT, LIMIT = 1, 2, 5, 7
"""Exit codes."""


@dataclass(frozen=True, slots=True)
class Case:
    """A change to a workspace that has been made into briefs once."""

    change: Change
    told: str
    """How a line begins that says so: place, severity, code, and as much of the message as tells it from others."""
    code: int = INPUTS
    arguments: tuple[str, ...] = MAKE
    makes: bool = False
    """Whether briefs are made all the same."""
    hinted: bool = True
    """Whether a next step is named."""


def swap(path: str, old: str, new: str | bytes) -> Change:
    """Put something in place of a text that must be there."""

    def change(folder: Path) -> None:
        data = (folder / path).read_bytes()
        assert old.encode() in data, f"{path} does not hold {old!r}"
        (folder / path).write_bytes(data.replace(old.encode(), _bytes(new), 1))

    return change


def whole(path: str, content: str | bytes) -> Change:
    """Write a file anew."""

    def change(folder: Path) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(_bytes(content))

    return change


def gone(path: str) -> Change:
    """Take a file or folder away."""
    return lambda folder: shutil.rmtree(folder / path) if (folder / path).is_dir() else (folder / path).unlink()


def _instead(path: str, make: Callable[[Path], object]) -> Change:
    def change(folder: Path) -> None:
        if (folder / path).exists():
            gone(path)(folder)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        make(folder / path)

    return change


def pipe(path: str) -> Change:
    """A named pipe in place of a file: whoever opens it waits."""
    return _instead(path, os.mkfifo)


def folder(path: str) -> Change:
    """A folder in place of a file."""
    return _instead(path, os.mkdir)


def link(path: str, target: str) -> Change:
    """A symbolic link in place of a file."""
    return _instead(path, lambda where: where.symlink_to(target))


def copy(path: str, target: str) -> Change:
    """A file or folder once more, under another name."""

    def change(root: Path) -> None:
        if (root / path).is_dir():
            shutil.copytree(root / path, root / target)
        else:
            shutil.copy(root / path, root / target)

    return change


def each(*changes: Change) -> Change:
    """Several changes, one after another."""

    def change(root: Path) -> None:
        for one in changes:
            one(root)

    return change


def nothing(_: Path) -> None:
    """Leave the workspace as it is."""


def _bytes(content: str | bytes) -> bytes:
    """Text in UTF-8; half a surrogate pair as a careless program writes it."""
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
