"""An outside that is a dict and a day: for tests and trials."""

from __future__ import annotations

import datetime as dt
import errno
from typing import TYPE_CHECKING

from briefgen.world.first_read import note_read
from briefgen.world.memory_outputs import MemoryOutputs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.world.interface import World
    from briefgen.world.outputs import Outputs
    from briefgen.world.stamp import Stamp


class Memory:
    """Files in a dict, and a day that stands still."""

    def __init__(self, files: dict[str, bytes], day: dt.date = dt.date(2026, 1, 1)) -> None:
        self.files = dict(files)
        self.day = day

    def read(self, path: str, limit: int) -> bytes:
        """At most `limit` + 1 bytes of a file."""
        note_read()
        if path not in self.files:
            raise FileNotFoundError(2, "No such file or directory", path)
        return self.files[path][: limit + 1]

    def is_there(self, path: str) -> bool:
        """Whether there is such a file."""
        return path in self.files

    def list(self, folder: str) -> list[str]:
        """Names in a folder in sorted order."""
        prefix = folder.rstrip("/") + "/"
        if any(prefix.startswith(f"{path}/") for path in self.files):
            raise NotADirectoryError(errno.ENOTDIR, "Not a directory", folder)
        return sorted({p[len(prefix) :].split("/")[0] for p in self.files if p.startswith(prefix)})

    def is_shipped(self, path: str) -> bool:  # noqa: ARG002 - nothing is shipped under files in memory
        """Never: all of it is its own."""
        return False

    def stamps(self, paths: Sequence[str]) -> Sequence[Stamp | None]:
        """None: there are no times in a dict."""
        return [None] * len(paths)

    @property
    def shipped(self) -> World:
        """Nothing."""
        return NOTHING

    def replace(self, path: str, data: bytes) -> None:
        """Put a whole file in place."""
        self.files[path] = data

    def remove(self, path: str) -> None:
        """Take a file away."""
        if self.files.pop(path, None) is None:
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", path)

    @property
    def outputs(self) -> Outputs:
        """In the same dict."""
        return MemoryOutputs(self.files)

    def today(self) -> dt.date:
        """The day it was made with."""
        return self.day


NOTHING: World = Memory({})
"""What stands under a world that is laid over nothing."""
