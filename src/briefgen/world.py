"""The outside: files and the calendar. One real body, one in memory for tests and trials."""

from __future__ import annotations

import datetime as dt
import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Protocol


class World(Protocol):
    """What the program may ask of the outside. Paths are relative to the workspace, with forward slashes."""

    def read(self, path: str, limit: int) -> bytes:
        """At most `limit` + 1 bytes of a file; raises OSError, also where something else than a file stands there."""

    def is_there(self, path: str) -> bool:
        """Whether anything has that name: a file, or what stands in its place."""

    def list(self, folder: str) -> list[str]:
        """Names in a folder in sorted order; empty when there is none; raises OSError."""

    def replace(self, path: str, data: bytes) -> None:
        """Put a whole file in place or leave the old one; raises OSError."""

    def today(self) -> dt.date:
        """The calendar's date."""


class Disk:
    """The real one."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, path: str, limit: int) -> bytes:
        """At most `limit` + 1 bytes of a file; a pipe would keep the reader waiting for ever."""
        where = self.root / path
        if not stat.S_ISREG(where.stat().st_mode):
            raise OSError(errno.EINVAL, "a folder, pipe or device stands there instead of a file")
        with where.open("rb") as file:
            return file.read(limit + 1)

    def is_there(self, path: str) -> bool:
        """Whether anything has that name, a link to nothing too."""
        return os.path.lexists(self.root / path)

    def list(self, folder: str) -> list[str]:
        """Names in a folder in sorted order."""
        where = self.root / folder
        return sorted(entry.name for entry in where.iterdir()) if where.is_dir() else []

    def replace(self, path: str, data: bytes) -> None:
        """Write beside the target, sync, then rename over it."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=".briefgen-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            mask = os.umask(0)
            os.umask(mask)
            Path(temporary).chmod(0o666 & ~mask)
            Path(temporary).replace(target)
        except BaseException:
            with suppress(OSError):
                Path(temporary).unlink()
            raise

    def today(self) -> dt.date:
        """The calendar's date, in UTC."""
        return dt.datetime.now(tz=dt.UTC).date()  # noqa: TID251 - the one place that may ask the clock


class Memory:
    """Files in a dict, and a day that stands still."""

    def __init__(self, files: dict[str, bytes], day: dt.date = dt.date(2026, 1, 1)) -> None:
        self.files = dict(files)
        self.day = day

    def read(self, path: str, limit: int) -> bytes:
        """At most `limit` + 1 bytes of a file."""
        if path not in self.files:
            raise FileNotFoundError(2, "No such file or directory", path)
        return self.files[path][: limit + 1]

    def is_there(self, path: str) -> bool:
        """Whether there is such a file."""
        return path in self.files

    def list(self, folder: str) -> list[str]:
        """Names in a folder in sorted order."""
        prefix = folder.rstrip("/") + "/"
        return sorted({p[len(prefix) :].split("/")[0] for p in self.files if p.startswith(prefix)})

    def replace(self, path: str, data: bytes) -> None:
        """Put a whole file in place."""
        self.files[path] = data

    def today(self) -> dt.date:
        """The day it was made with."""
        return self.day
