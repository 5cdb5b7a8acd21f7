"""Outputs that a trial run writes to, and nobody keeps: what stands on the disk is read, and never touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.world import MemoryOutputs

if TYPE_CHECKING:
    from briefgen.world import Outputs, Stamp


class TrialOutputs:
    """A layer in memory over the real ones: so a trial knows the last edition, as the run that follows it will."""

    def __init__(self, below: Outputs) -> None:
        self._below = below
        self._new = MemoryOutputs({})
        self._gone: set[str] = set()

    def read(self, path: str) -> bytes:
        """A whole file."""
        return self._layer(path).read(path)

    def stamp(self, path: str) -> Stamp | None:
        """Of a file."""
        return self._layer(path).stamp(path)

    def is_folder(self, path: str) -> bool:
        """Whether a folder stands there."""
        return self._new.is_folder(path) or self._below.is_folder(path)

    def names(self, folder: str) -> list[str]:
        """Names in a folder in sorted order."""
        below = (name for name in self._below.names(folder) if f"{folder.rstrip('/')}/{name}" not in self._gone)
        return sorted({*below, *self._new.names(folder)})

    def create(self, path: str, data: bytes) -> None:
        """A new file where nothing stands."""
        if self.stamp(path) is not None:
            raise FileExistsError(path)
        self._new.create(path, data)

    def append(self, path: str, data: bytes) -> None:
        """Bytes at the end of a file."""
        before = self.read(path) if self.stamp(path) is not None else b""
        self._new.files[path] = before + data

    def keep(self, path: str, copy: str) -> None:
        """The same bytes under a second name."""
        self._new.files[copy] = self.read(path)

    def move(self, source: str, target: str) -> None:
        """A file under another name."""
        self._new.files[target] = self.read(source)
        self.remove(source)

    def sync(self, folder: str) -> None:
        """Nothing: what is here need not outlive anything."""

    def remove(self, path: str) -> None:
        """A file less."""
        self._new.remove(path)
        self._gone.add(path)

    def clear(self, folder: str) -> None:
        """A folder less: what was put there; what stands on the disk is no trial's to clear."""
        self._new.clear(folder)

    def _layer(self, path: str) -> Outputs:
        return self._new if path in self._new.files or path in self._gone else self._below
