"""What publishing may ask of a file system: steps that a loss of power cannot tear, each of them one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from briefgen.world.stamp import Stamp


class Outputs(Protocol):
    """Files that are made. Paths are relative to the workspace or absolute, with forward slashes.

    Every call raises OSError where the system refuses it.
    """

    def read(self, path: str) -> bytes:
        """A whole file."""

    def stamp(self, path: str) -> Stamp | None:
        """Of a file; None where no file stands."""

    def is_folder(self, path: str) -> bool:
        """Whether a folder stands there, or a link to one."""

    def names(self, folder: str) -> list[str]:
        """Names in a folder in sorted order; empty where there is none."""

    def create(self, path: str, data: bytes) -> None:
        """A new file where nothing stands, and the folders to it; its bytes outlive a loss of power."""

    def append(self, path: str, data: bytes) -> None:
        """Bytes at the end of a file, which is made where there is none; they outlive a loss of power."""

    def keep(self, path: str, copy: str) -> None:
        """The file as it is now, under a second name that what happens to the first does not touch."""

    def move(self, source: str, target: str) -> None:
        """A file under another name, in one step, over the file that had it; and the folders to it."""

    def sync(self, folder: str) -> None:
        """Until the names in a folder outlive a loss of power."""

    def remove(self, path: str) -> None:
        """A file less; nothing where there is none."""

    def clear(self, folder: str) -> None:
        """A folder less, with the files in it; nothing where there is none."""
