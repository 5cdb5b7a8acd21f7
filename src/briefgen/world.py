"""The outside: files and the calendar. One real body, one in memory for tests and trials.

A workspace holds only what a team changes: an `Overlay` lays it over the files that briefgen ships, and whoever reads
through it gets the one or the other without asking.
"""

from __future__ import annotations

import datetime as dt
import errno
import operator
import os
import stat
import tempfile
from contextlib import suppress
from functools import reduce
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from briefgen.model.template_files import TEMPLATES

DATA = "data"
INPUTS = (DATA, TEMPLATES, "kinds")
"""Folders of a workspace that are read."""
EPOCH = "SOURCE_DATE_EPOCH"
"""The environment's own day, as reproducible-builds.org defines it: seconds since 1970, in UTC."""


class World(Protocol):
    """What the program may ask of the outside. Paths are relative to the workspace, with forward slashes."""

    def read(self, path: str, limit: int) -> bytes:
        """At most `limit` + 1 bytes of a file; raises OSError, also where something else than a file stands there."""

    def is_there(self, path: str) -> bool:
        """Whether anything has that name: a file, or what stands in its place."""

    def list(self, folder: str) -> list[str]:
        """Names in a folder in sorted order; empty when there is none; raises OSError, also where no folder stands."""

    def is_shipped(self, path: str) -> bool:
        """Whether who reads that path gets a file that briefgen ships: nothing of the workspace's own stands there."""

    @property
    def shipped(self) -> World:
        """What briefgen ships under the same paths, also where the workspace has its own; empty for a bare world."""

    def replace(self, path: str, data: bytes) -> None:
        """Put a whole file in place or leave the old one; raises OSError."""

    def remove(self, path: str) -> None:
        """Take a file away; raises OSError."""

    def today(self) -> dt.date:
        """The calendar's date; raises ValueError where the environment sets one that is none."""


class Disk:
    """The real one."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, path: str, limit: int) -> bytes:
        """At most `limit` + 1 bytes of a file inside its fence."""
        with os.fdopen(_open_regular(self._inside(path)), "rb") as file:
            # Asked of what is open: a link may lead elsewhere by now, and what was checked is to be what is read.
            self._check_fence(path, _real_path(file.fileno(), self.root / path))
            return file.read(limit + 1)

    def is_there(self, path: str) -> bool:
        """Whether anything has that name, a link to nothing too; what cannot be told counts as there: reading tells."""
        try:
            (self.root / path).lstat()
        except (FileNotFoundError, ValueError):
            return False
        except OSError:
            return True
        return True

    def list(self, folder: str) -> list[str]:
        """Names in a folder in sorted order."""
        try:
            return sorted(entry.name for entry in Path(self._inside(folder)).iterdir())
        except FileNotFoundError:
            if self._is_barred(folder):
                raise
            return []

    def _inside(self, path: str) -> str:
        """The real path of something in the workspace; raises OSError where a link leads out of its fence."""
        real = os.path.realpath(self.root / path, strict=True)
        self._check_fence(path, real)
        return real

    def _check_fence(self, path: str, real: str) -> None:
        fence = fence_of(path)
        if not Path(real).is_relative_to(Path(os.path.realpath(self.root), *fence)):
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
        target = self.root / path
        self._check_where(path)
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

    def remove(self, path: str) -> None:
        """Take a file away."""
        self._check_where(path)
        (self.root / path).unlink()

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


def _real_path(descriptor: int, path: Path) -> str:
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
        if any(prefix.startswith(f"{path}/") for path in self.files):
            raise NotADirectoryError(errno.ENOTDIR, "Not a directory", folder)
        return sorted({p[len(prefix) :].split("/")[0] for p in self.files if p.startswith(prefix)})

    def is_shipped(self, path: str) -> bool:  # noqa: ARG002 - nothing is shipped under files in memory
        """Never: all of it is its own."""
        return False

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

    def today(self) -> dt.date:
        """The day it was made with."""
        return self.day


NOTHING: World = Memory({})
"""What stands under a world that is laid over nothing."""
OwnT = TypeVar("OwnT", bound=World)


class Overlay(Generic[OwnT]):
    """A workspace laid over what briefgen ships: under templates/, its own file takes the place of the shipped one.

    Only templates are read from beneath: data, settings and briefs are the workspace's alone, and so is all writing.
    """

    def __init__(self, own: OwnT, shipped: World) -> None:
        self.own = own
        self._shipped = shipped

    def read(self, path: str, limit: int) -> bytes:
        """At most `limit` + 1 bytes of the workspace's file, or else of the shipped one."""
        return (self._shipped if self.is_shipped(path) else self.own).read(path, limit)

    def is_there(self, path: str) -> bool:
        """Whether the workspace has it, or briefgen ships it."""
        return self.own.is_there(path) or self.is_shipped(path)

    def list(self, folder: str) -> list[str]:
        """Names in both; raises OSError where the workspace's own folder cannot be read: none is no answer then."""
        own = self.own.list(folder)
        return sorted({*own, *self._shipped.list(folder)}) if _is_template(folder) else own

    def is_shipped(self, path: str) -> bool:
        """Whether the workspace leaves a template to briefgen; whatever stands in its place is the workspace's."""
        return _is_template(path) and not self.own.is_there(path) and self._shipped.is_there(path)

    @property
    def shipped(self) -> World:
        """What briefgen ships."""
        return self._shipped

    def replace(self, path: str, data: bytes) -> None:
        """Put a whole file into the workspace."""
        self.own.replace(path, data)

    def remove(self, path: str) -> None:
        """Take a file out of the workspace."""
        self.own.remove(path)

    def today(self) -> dt.date:
        """The calendar's date."""
        return self.own.today()


def _is_template(path: str) -> bool:
    top, *steps = path.split("/")
    return top == TEMPLATES and bool(steps) and ".." not in steps


def shipped_root() -> Path:
    """The folder of what briefgen ships, data/ and templates/: in the wheel beside the code, in a checkout its top."""
    packed = Path(__file__).parent / "shipped"
    return packed if packed.is_dir() else Path(__file__).parents[2]


def is_source(root: Path) -> bool:
    """Whether a folder is a checkout of briefgen: its templates are what is shipped, and no copies of it."""
    return (root / "src" / "briefgen" / "world.py").is_file()


def laid_over_shipped(root: Path) -> Overlay[Disk]:
    """The workspace in a folder, over what briefgen ships; a checkout of briefgen is whole by itself."""
    return Overlay(Disk(root), NOTHING if is_source(root) else Disk(shipped_root()))
