"""Files that are made, here and in stores: by their paths."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from briefgen.world.store_address import is_address
from briefgen.world.store_outputs import StoreOutputs

if TYPE_CHECKING:
    from briefgen.world.outputs import Outputs
    from briefgen.world.stamp import Stamp


class RoutedOutputs:
    """What has the address of a store goes there, all else to the disk."""

    def __init__(self, disk: Outputs) -> None:
        self._disk = disk
        self._stores = StoreOutputs()

    def _of(self, path: str) -> Outputs:
        return self._stores if is_address(path) else self._disk

    def read(self, path: str) -> bytes:
        """A whole file."""
        return self._of(path).read(path)

    def stamp(self, path: str) -> Stamp | None:
        """Of a file."""
        return self._of(path).stamp(path)

    def is_folder(self, path: str) -> bool:
        """Whether a folder stands there."""
        return self._of(path).is_folder(path)

    def names(self, folder: str) -> list[str]:
        """Names in a folder in sorted order."""
        return self._of(folder).names(folder)

    def create(self, path: str, data: bytes) -> None:
        """A new file where nothing stands."""
        self._of(path).create(path, data)

    def append(self, path: str, data: bytes) -> None:
        """Bytes at the end of a file."""
        self._of(path).append(path, data)

    def keep(self, path: str, copy: str) -> None:
        """The file as it is now under a second name, also from a store to the disk."""
        there, here = self._of(path), self._of(copy)
        if there is here:
            there.keep(path, copy)
        else:
            here.create(copy, there.read(path))

    def move(self, source: str, target: str) -> None:
        """A file under another name, in one step: which there is not between two machines."""
        if self._of(source) is not self._of(target):
            raise OSError(errno.EXDEV, "lies on another machine", target)
        self._of(source).move(source, target)

    def sync(self, folder: str) -> None:
        """Until the names in a folder outlive a loss of power."""
        self._of(folder).sync(folder)

    def remove(self, path: str) -> None:
        """A file less."""
        self._of(path).remove(path)

    def clear(self, folder: str) -> None:
        """A folder less."""
        self._of(folder).clear(folder)
