"""Files that are made, in a dict."""

from __future__ import annotations

import errno

from briefgen.world.first_read import note_read
from briefgen.world.stamp import Stamp


class MemoryOutputs:
    """Over the dict of a world in memory; its files have no times."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def read(self, path: str) -> bytes:
        """A whole file."""
        note_read()
        if path not in self.files:
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", path)
        return self.files[path]

    def stamp(self, path: str) -> Stamp | None:
        """Its size, and a time that stands still: no file is older than another."""
        data = self.files.get(path)
        return None if data is None else Stamp(len(data), 0, 0, 0, 0)

    def is_folder(self, path: str) -> bool:
        """Whether any file lies in it."""
        return any(name.startswith(f"{path}/") for name in self.files)

    def names(self, folder: str) -> list[str]:
        """Names in a folder in sorted order."""
        prefix = f"{folder.rstrip('/')}/"
        return sorted({name[len(prefix) :].split("/")[0] for name in self.files if name.startswith(prefix)})

    def create(self, path: str, data: bytes) -> None:
        """A new file where nothing stands."""
        if path in self.files or self.is_folder(path):
            raise FileExistsError(errno.EEXIST, "File exists", path)
        self.files[path] = data

    def append(self, path: str, data: bytes) -> None:
        """Bytes at the end of a file."""
        self.files[path] = self.files.get(path, b"") + data

    def keep(self, path: str, copy: str) -> None:
        """The same bytes under a second name."""
        self.files[copy] = self.read(path)

    def move(self, source: str, target: str) -> None:
        """A file under another name."""
        if self.is_folder(target):
            raise IsADirectoryError(errno.EISDIR, "Is a directory", target)
        self.files[target] = self.read(source)
        del self.files[source]

    def sync(self, folder: str) -> None:
        """Nothing: there is no power to lose."""

    def remove(self, path: str) -> None:
        """A file less."""
        self.files.pop(path, None)

    def clear(self, folder: str) -> None:
        """A folder less."""
        for name in [name for name in self.files if name.startswith(f"{folder}/")]:
            del self.files[name]
