"""Files that are made, in a store on another machine: whatever fsspec reaches."""

from __future__ import annotations

import errno
import hashlib
import posixpath
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from briefgen.world.first_read import note_read
from briefgen.world.stamp import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fsspec import AbstractFileSystem

_ELSEWHERE = 0
"""The number of a file system that no stamp of this machine has, so that no time there is held against one here."""


class StoreOutputs:
    """By whole addresses. A file that is written there appears whole or not at all, as stores promise.

    A move is a copy and the loss of the first in most of them. A run that is killed between the two leaves both, which
    the next one finds as the journal has them, by their digests.
    """

    def __init__(self) -> None:
        self._systems: dict[str, AbstractFileSystem] = {}
        self._known: set[tuple[int, str]] = set()
        """Buckets, and folders at the top, that are there."""

    def __getstate__(self) -> dict[str, Any]:
        """What another process gets: it finds its own way there."""
        return {"_systems": {}, "_known": set()}

    def read(self, path: str) -> bytes:
        """A whole file."""
        note_read()
        with self._asked(path) as (system, at):
            return bytes(system.cat_file(at))

    def stamp(self, path: str) -> Stamp | None:
        """Of a file: its size, and a number that is another one where anything that the store says of it is."""
        with suppress(FileNotFoundError, NotADirectoryError), self._asked(path) as (system, at):
            said = system.info(at)
            if said["type"] == "file":
                return Stamp(int(said["size"] or 0), 0, 0, _number_of(said), _ELSEWHERE)
        return None

    def is_folder(self, path: str) -> bool:
        """Whether any file lies in it, or a folder stands there without one."""
        with self._asked(path) as (system, at):
            return bool(system.isdir(at))

    def names(self, folder: str) -> list[str]:
        """Names in a folder in sorted order."""
        with suppress(FileNotFoundError, NotADirectoryError), self._asked(folder) as (system, at):
            found = (posixpath.basename(name.rstrip("/")) for name in system.ls(at, detail=False))
            return sorted({name for name in found if name} - {posixpath.basename(at)})
        return []

    def create(self, path: str, data: bytes) -> None:
        """A new file where nothing stands."""
        if self.stamp(path) is not None:
            raise FileExistsError(errno.EEXIST, "File exists", path)
        self._write(path, data)

    def append(self, path: str, data: bytes) -> None:
        """Bytes at the end of a file: most stores know no such thing, and take it whole again."""
        before = self.read(path) if self.stamp(path) is not None else b""
        self._write(path, before + data)

    def keep(self, path: str, copy: str) -> None:
        """The same bytes under a second name."""
        self._write(copy, self.read(path))

    def move(self, source: str, target: str) -> None:
        """A file under another name: never less than one of the two."""
        with self._asked(source) as (system, at), self._asked(target) as (_, there):
            self._make_folder(system, there)
            if _renames(system):
                system.mv(at, there)
            else:
                system.cp_file(at, there)
                system.rm_file(at)

    def sync(self, folder: str) -> None:
        """Nothing: what a store has taken, it keeps."""

    def remove(self, path: str) -> None:
        """A file less."""
        with suppress(FileNotFoundError), self._asked(path) as (system, at):
            if system.exists(at):
                system.rm_file(at)

    def clear(self, folder: str) -> None:
        """A folder less; what cannot go is no harm, and goes with the next run."""
        with suppress(OSError), self._asked(folder) as (system, at):
            if system.exists(at):
                system.rm(at, recursive=True)

    def _write(self, path: str, data: bytes) -> None:
        with self._asked(path) as (system, at):
            self._make_folder(system, at)
            system.pipe_file(at, data)

    def _make_folder(self, system: AbstractFileSystem, path: str) -> None:
        """The folders to a file, in what is there: nobody wants a new bucket for a slip of the pen."""
        top = path[: path.find("/", 1)]
        if (id(system), top) not in self._known and system.exists(top):
            self._known.add((id(system), top))
        if (id(system), top) in self._known:
            system.makedirs(posixpath.dirname(path), exist_ok=True)

    @contextmanager
    def _asked(self, address: str) -> Iterator[tuple[AbstractFileSystem, str]]:
        """Who reaches it, without what it remembers of before, and its name there; raises OSError alone."""
        try:
            system = self._system(address)
            system.invalidate_cache()
            yield system, system._strip_protocol(address)  # noqa: SLF001 - the only way that fsspec has to that
        except Exception as error:  # libraries of stores raise what they like
            if isinstance(error, OSError) and error.errno and error.strerror:
                raise
            said = " ".join(str(error).split()) or type(error).__name__
            raise OSError(_error_number(error), said, address) from error

    def _system(self, address: str) -> AbstractFileSystem:
        from fsspec.core import url_to_fs  # seldom needed, and slow to load

        top = "/".join(address.split("/", 3)[:3])
        if top not in self._systems:
            self._systems[top] = url_to_fs(address)[0]
        return self._systems[top]


def _number_of(said: Mapping[str, Any]) -> int:
    """Another one for whatever else a store says of a file: its mark of the bytes, its time, its version."""
    return int(hashlib.sha256(repr(sorted(said.items())).encode("utf-8", "surrogatepass")).hexdigest()[:15], 16)


def _error_number(error: Exception) -> int:
    """The system's, where a library named the kind of an error without it."""
    numbers = {FileNotFoundError: errno.ENOENT, PermissionError: errno.EACCES, NotADirectoryError: errno.ENOTDIR}
    return next((number for kind, number in numbers.items() if isinstance(error, kind)), errno.EIO)


def _renames(system: AbstractFileSystem) -> bool:
    """Whether it knows a name's change as one step."""
    from fsspec import AbstractFileSystem

    return type(system).mv is not AbstractFileSystem.mv
