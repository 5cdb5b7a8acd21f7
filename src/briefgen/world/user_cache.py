"""What is kept for the next command of the same user: safe to lose, never run, and never a secret.

It lies where the user's other caches lie. What another user could have written there is not read: nothing is, where the
folder or the file belongs to somebody else, or others may write to it.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 512
"""Files of a folder; of more, the older half goes."""
_LARGEST = 2**24
"""Of a file, in bytes."""
_OF_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_LINKLESS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class UserCache:
    """A folder of it."""

    def __init__(self, name: str) -> None:
        self._path = _home() / "briefgen" / name

    def read(self, name: str) -> bytes | None:
        """What is kept under a name; None where nothing is that this user alone can have written."""
        with suppress(OSError):
            folder = self._opened()
            try:
                file = os.open(name, os.O_RDONLY | _LINKLESS, dir_fd=folder)
                try:
                    return os.read(file, _LARGEST) if _is_own(file, stat.S_ISREG) else None
                finally:
                    os.close(file)
            finally:
                os.close(folder)
        return None

    def keep(self, name: str, data: bytes) -> None:
        """Keep it, if that can be: whole under its name, or not at all."""
        with suppress(OSError):
            self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder = self._opened()
            try:
                _put(folder, name, data)
                _make_room(folder)
            finally:
                os.close(folder)

    def _opened(self) -> int:
        """The folder; raises OSError where it is not there, or not this user's own."""
        if sys.platform == "win32":
            raise OSError  # whose a file is cannot be told in this way
        folder = os.open(self._path, os.O_RDONLY | os.O_DIRECTORY | _LINKLESS)
        if _is_own(folder, stat.S_ISDIR):
            return folder
        os.close(folder)
        raise PermissionError


def code_stamps(*folders: Path) -> str:
    """What tells the code in some folders from another: what it kept need not hold for the next."""
    stamps = []
    for folder in folders:
        with os.scandir(folder) as entries:
            stamps += [
                f"{entry.name} {(found := entry.stat()).st_size} {found.st_mtime_ns}"
                for entry in entries
                if entry.name.endswith(".py")
            ]
    return "\n".join(sorted(stamps))


def _home() -> Path:
    """Where the platform has the caches of its user."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(given):  # noqa: PTH117 - a text that may be empty
        return Path(given)
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - which raises nothing where there is none
    return home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"


def _is_own(opened: int, is_such: Callable[[int], bool]) -> bool:
    found = os.fstat(opened)
    return is_such(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & _OF_OTHERS


def _put(folder: int, name: str, data: bytes) -> None:
    """Write a file beside its place and rename it; raises OSError, and then leaves nothing behind."""
    waiting = f".{name}.{os.getpid()}"
    file = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _LINKLESS, 0o600, dir_fd=folder)
    try:
        try:
            if os.write(file, data) != len(data):  # a disk that is nearly full takes the beginning
                raise OSError
        finally:
            os.close(file)
        os.rename(waiting, name, src_dir_fd=folder, dst_dir_fd=folder)
    except OSError:
        with suppress(OSError):
            os.unlink(waiting, dir_fd=folder)
        raise


def _make_room(folder: int) -> None:
    names = os.listdir(folder)
    if len(names) > _MOST:
        by_age = sorted(names, key=lambda name: os.stat(name, dir_fd=folder).st_mtime_ns)
        for name in by_age[: len(by_age) // 2]:
            os.unlink(name, dir_fd=folder)
