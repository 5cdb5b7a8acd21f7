"""A workspace laid over what briefgen ships."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from briefgen.model.template_files import TEMPLATES
from briefgen.world.disk import Disk
from briefgen.world.interface import World
from briefgen.world.memory import NOTHING
from briefgen.world.shipped_disk import ShippedDisk

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from briefgen.world.outputs import Outputs
    from briefgen.world.stamp import Stamp

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
        return _is_template(path) and self._shipped.is_there(path) and not self.own.is_there(path)

    def stamps(self, paths: Sequence[str]) -> Sequence[Stamp | None]:
        """Of the workspace's files, and of shipped ones where it has none."""
        lent = [path for path in paths if self.is_shipped(path)]
        found = dict(zip(lent, self._shipped.stamps(lent), strict=True))
        own = [path for path in paths if path not in found]
        found.update(zip(own, self.own.stamps(own), strict=True))
        return [found[path] for path in paths]

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

    @property
    def outputs(self) -> Outputs:
        """The workspace's."""
        return self.own.outputs

    def today(self) -> dt.date:
        """The calendar's date."""
        return self.own.today()


def _is_template(path: str) -> bool:
    top, *steps = path.split("/")
    return top == TEMPLATES and bool(steps) and ".." not in steps


def shipped_root() -> Path:
    """The folder of what briefgen ships, data/ and templates/: in the wheel beside the code, in a checkout its top."""
    packed = Path(__file__).parents[1] / "shipped"
    return packed if packed.is_dir() else Path(__file__).parents[3]


@cache
def packaged() -> World:
    """What briefgen brings along, whatever the workspace: a part of the program."""
    return ShippedDisk(shipped_root())


def is_source(root: Path) -> bool:
    """Whether a folder is a checkout of briefgen: its templates are what is shipped, and no copies of it."""
    return (root / "src" / "briefgen" / "world" / "__init__.py").is_file()


def laid_over_shipped(root: Path) -> Overlay[Disk]:
    """The workspace in a folder, over what briefgen ships; a checkout of briefgen is whole by itself."""
    return Overlay(Disk(root), NOTHING if is_source(root) else ShippedDisk(shipped_root()))
