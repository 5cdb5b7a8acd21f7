"""The real outside: a folder of a file system, and the calendar."""

from __future__ import annotations

import datetime as dt
import errno
import operator
import os
import stat
from functools import reduce
from typing import TYPE_CHECKING

from briefgen.world.disk_outputs import DiskOutputs
from briefgen.world.first_read import note_read
from briefgen.world.interface import DATA, INPUTS
from briefgen.world.memory import NOTHING
from briefgen.world.routed_outputs import RoutedOutputs
from briefgen.world.stamp import Stamp
from briefgen.world.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from briefgen.world.interface import World
    from briefgen.world.outputs import Outputs

EPOCH = "SOURCE_DATE_EPOCH"
"""The environment's own day, as reproducible-builds.org defines it: seconds since 1970, in UTC."""


_PIECE = 2**16
"""Bytes that are read at once: who asks for more is given room for all of it, however short the file."""
_HAS_PLAIN_LINKS = os.name == "posix"
"""Elsewhere folders lead away that no link is, and no system says when a file was changed."""
_NO_NAMES = frozenset({"", os.curdir, os.pardir})


class Disk:
    """The real one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._root = os.path.realpath(root)

    def read(self, path: str, limit: int) -> bytes:
        """At most `limit` + 1 bytes of a file inside its fence."""
        note_read()
        descriptor = _open_regular(self._inside(path))
        try:
            # Asked of what is open: a link may lead elsewhere by now, and what was checked is to be what is read.
            self._check_fence(path, _real_path(descriptor, self._named(path)))
            return b"".join(_pieces(descriptor, limit + 1))
        finally:
            os.close(descriptor)

    def is_there(self, path: str) -> bool:
        """Whether anything has that name, a link to nothing too; what cannot be told counts as there: reading tells."""
        try:
            os.lstat(self._named(path))
        except (FileNotFoundError, ValueError):
            return False
        except OSError:
            return True
        return True

    def list(self, folder: str) -> list[str]:
        """Names in a folder in sorted order."""
        note_read()
        try:
            return sorted(os.listdir(self._inside(folder)))  # noqa: PTH208 - names alone
        except FileNotFoundError:
            if self._is_barred(folder):
                raise
            return []

    def stamps(self, paths: Sequence[str]) -> Sequence[Stamp | None]:
        """Of files with nothing but folders above them."""
        if not _HAS_PLAIN_LINKS:
            return [None] * len(paths)
        above = {path.rpartition("/")[0] for path in paths}
        plain = {folder for folder in above if self._is_plain(folder)}
        return [self._stamp(path) if path.rpartition("/")[0] in plain else None for path in paths]

    def _is_plain(self, folder: str) -> bool:
        """Whether it is a folder of the workspace, and no link leads to it."""
        try:
            return not folder or not self._meets_a_link(folder)
        except OSError:
            return False

    def _stamp(self, path: str) -> Stamp | None:
        """Of a file that is no link."""
        try:
            found = os.lstat(self._named(path))
        except OSError:
            return None
        if not stat.S_ISREG(found.st_mode):
            return None
        return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)

    def _inside(self, path: str) -> str:
        """The real path of something in the workspace; raises OSError where a link leads out of its fence."""
        named = self._named(path)
        if _HAS_PLAIN_LINKS and not self._meets_a_link(path):
            return named
        real = os.path.realpath(named, strict=True)
        self._check_fence(path, real)
        return real

    def _meets_a_link(self, path: str) -> bool:
        """Whether a way into the workspace is anything but folders, each in the last; raises OSError where it ends."""
        at = self._root
        for step in path.split("/"):
            if step in _NO_NAMES:
                return True
            at = os.path.join(at, step)  # noqa: PTH118 - as fast as may be: thousands of files are read in a run
            if stat.S_ISLNK(os.lstat(at).st_mode):
                return True
        return False

    def _named(self, path: str) -> str:
        return os.path.join(self._root, path)  # noqa: PTH118 - likewise

    def _check_fence(self, path: str, real: str) -> None:
        fence = fence_of(path)
        if not _lies_in(real, os.path.join(self._root, *fence)):  # noqa: PTH118 - likewise
            raise OSError(errno.EXDEV, f"a link leads out of {'/'.join(fence) or 'the workspace'}")

    def _check_where(self, path: str) -> None:
        """What is read is changed inside its fence alone; briefs may go through a link wherever their owner wants."""
        if path.split("/", maxsplit=1)[0] in INPUTS:
            self._check_fence(path, os.path.realpath((self.root / path).parent))

    def _is_barred(self, folder: str) -> bool:
        """Whether something else than a folder stands in the way, such as a link to nothing: a fault, no absence."""
        steps = folder.split("/")
        ways = (self.root.joinpath(*steps[: number + 1]) for number in range(len(steps)))
        return any(os.path.lexists(way) and not way.is_dir() for way in ways)

    def is_shipped(self, path: str) -> bool:  # noqa: ARG002 - nothing is shipped under a folder by itself
        """Never: all of it is its own."""
        return False

    @property
    def shipped(self) -> World:
        """Nothing."""
        return NOTHING

    def replace(self, path: str, data: bytes) -> None:
        """Write beside the target, sync, then rename over it."""
        self._check_where(path)
        write_whole(self.root / path, data)

    def remove(self, path: str) -> None:
        """Take a file away."""
        self._check_where(path)
        (self.root / path).unlink()

    @property
    def outputs(self) -> Outputs:
        """Those beside the inputs, or wherever an absolute path or the address of a store leads."""
        return RoutedOutputs(DiskOutputs(self.root))

    def today(self) -> dt.date:
        """The calendar's date, in UTC; that of SOURCE_DATE_EPOCH where it is set, so that a run can be repeated."""
        if epoch := os.environ.get(EPOCH):
            return _day_of(epoch)
        return dt.datetime.now(tz=dt.UTC).date()  # noqa: TID251 - the one place that may ask the clock


def fence_of(path: str) -> tuple[str, ...]:
    """The folder that a file must really lie in: a file of one relation is not data of another, and no template."""
    steps = tuple(step for step in path.split("/") if step)
    return steps[: 2 if steps[:1] == (DATA,) and len(steps) > 2 else 1] if len(steps) > 1 else ()  # noqa: PLR2004 - data/RELATION/...


def _open_regular(path: str) -> int:
    """Open a file and nothing else: a pipe would keep the reader waiting for ever."""
    flags = (getattr(os, name, 0) for name in ("O_RDONLY", "O_BINARY", "O_CLOEXEC", "O_NONBLOCK", "O_NOFOLLOW"))
    descriptor = os.open(path, reduce(operator.or_, flags))
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, "a folder, pipe or device stands there instead of a file")


def _pieces(descriptor: int, most: int) -> Iterator[bytes]:
    """So many bytes of an open file, or all of it."""
    while most > 0 and (piece := os.read(descriptor, min(most, _PIECE))):
        most -= len(piece)
        yield piece


def _lies_in(real: str, folder: str) -> bool:
    """Whether a path is that of a folder or of something in it; both are real paths."""
    path, top = os.path.normcase(real), os.path.normcase(folder)
    return path == top or path.startswith(top.rstrip(os.sep) + os.sep)


def _real_path(descriptor: int, path: str) -> str:
    """Where an open file lies, asked of the system where it tells, else of the names."""
    try:
        return os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115 - as it stands there
    except OSError:
        return os.path.realpath(path)


def _day_of(epoch: str) -> dt.date:
    """The day of so many seconds; what is no number, or beyond the calendar, is no day."""
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"{EPOCH} holds no time: {epoch}") from None
