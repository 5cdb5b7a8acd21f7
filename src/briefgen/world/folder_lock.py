"""The lock of a folder, which one run holds at a time; it ends with the process, so that a killed run leaves none."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

_NAME = ".briefgen.lock"
_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK})
"""What a system says of a lock that somebody else has."""


class HeldElsewhereError(Exception):
    """Another run has the lock."""


def folder_lock(folder: Path) -> AbstractContextManager[object]:
    """The lock of a folder that is there, held until the block ends; raises HeldElsewhereError, or OSError."""
    if sys.platform == "win32":
        from filelock import FileLock, Timeout  # which knows its locks, and takes 20 ms to load

        try:
            return FileLock(folder / _NAME, fallback_to_soft=False).acquire(timeout=0)
        except Timeout:
            raise HeldElsewhereError from None
    held = open(folder / _NAME, "a", opener=_opened)  # noqa: SIM115 - whoever asks for it closes it
    try:
        _lock(held.fileno(), folder)
    except BaseException:
        held.close()
        raise
    return held


def _opened(path: str, flags: int) -> int:
    """Opened, but not through a link, nor waiting for what reads a pipe."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK, 0o666)


def _lock(file: int, folder: Path) -> None:
    import fcntl  # which Windows has not

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            raise HeldElsewhereError from None
        raise
    one, around = os.fstat(file), folder.stat()
    if one.st_nlink == 0:  # it was taken away meanwhile, and another run may have made one anew
        raise HeldElsewhereError
    if around.st_mode & stat.S_ISVTX and one.st_uid not in {os.geteuid(), around.st_uid}:  # who could take it away
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder / _NAME))
