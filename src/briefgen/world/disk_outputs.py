"""Files that are made, on a file system."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING

from briefgen.world.first_read import note_read
from briefgen.world.stamp import Stamp

if TYPE_CHECKING:
    from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_AT_THE_END = os.O_WRONLY | os.O_CREAT | os.O_APPEND
_AS_IT_IS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
"""Bytes and no lines, not for children, and never through a link that somebody laid there."""
_MODE = 0o666
"""Before the user's own mask."""
_CAN_SYNC_FOLDERS = os.name == "posix"
"""Elsewhere a folder cannot be opened, and its names are the system's care."""


class DiskOutputs:
    """Under the workspace, or wherever an absolute path leads."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._root = os.fspath(root)

    def read(self, path: str) -> bytes:
        """A whole file."""
        note_read()
        return (self.root / path).read_bytes()

    def stamp(self, path: str) -> Stamp | None:
        """Of a file."""
        try:
            found = os.stat(os.path.join(self._root, path))  # noqa: PTH116, PTH118 - asked of every made file in each run
        except (FileNotFoundError, NotADirectoryError):
            return None
        if not stat.S_ISREG(found.st_mode):
            return None
        return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)

    def is_folder(self, path: str) -> bool:
        """Whether a folder stands there."""
        return (self.root / path).is_dir()

    def names(self, folder: str) -> list[str]:
        """Names in a folder in sorted order."""
        try:
            return sorted(os.listdir(os.path.join(self._root, folder)))  # noqa: PTH118, PTH208 - likewise
        except (FileNotFoundError, NotADirectoryError):
            return []

    def create(self, path: str, data: bytes) -> None:
        """A new file where nothing stands."""
        self._make_folder((self.root / path).parent)
        self._write(path, data, _NEW)

    def append(self, path: str, data: bytes) -> None:
        """Bytes at the end of a file."""
        folder = (self.root / path).parent
        self._make_folder(folder)
        is_new = not (self.root / path).exists()
        self._write(path, data, _AT_THE_END)
        if is_new:
            _sync(folder)

    def keep(self, path: str, copy: str) -> None:
        """A second name of the same file: what takes its first name later is another file."""
        source, second = self.root / path, self.root / copy
        self._make_folder(second.parent)
        try:
            os.link(source, second, follow_symlinks=False)
        except (OSError, NotImplementedError):  # a file system without second names, or one that is full of them
            shutil.copy2(source, second, follow_symlinks=False)

    def move(self, source: str, target: str) -> None:
        """A file under another name."""
        self._make_folder((self.root / target).parent)
        (self.root / source).replace(self.root / target)

    def sync(self, folder: str) -> None:
        """Until its names outlive a loss of power."""
        if (self.root / folder).is_dir():
            _sync(self.root / folder)

    def remove(self, path: str) -> None:
        """A file less."""
        (self.root / path).unlink(missing_ok=True)

    def clear(self, folder: str) -> None:
        """A folder less; what cannot go is no harm, and goes with the next run."""
        whole = self.root / folder
        if whole.is_dir() and not whole.is_symlink():
            shutil.rmtree(whole, ignore_errors=True)

    def _write(self, path: str, data: bytes, how: int) -> None:
        descriptor = os.open(self.root / path, how | _AS_IT_IS, _MODE)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            if how == _NEW:
                with suppress(OSError):
                    (self.root / path).unlink()
            raise

    def _make_folder(self, folder: Path) -> None:
        """A folder with those above it, each name of which outlives a loss of power."""
        missing = list(takewhile(lambda step: not step.is_dir(), (folder, *folder.parents)))
        if missing:
            folder.mkdir(parents=True, exist_ok=True)
        for step in missing:
            _sync(step.parent)


def _sync(folder: Path) -> None:
    if not _CAN_SYNC_FOLDERS:
        return
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
