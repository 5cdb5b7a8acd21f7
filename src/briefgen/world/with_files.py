"""A world in which some files say something else: what would be so, if they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.world.memory import Memory

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from briefgen.world.interface import World
    from briefgen.world.outputs import Outputs
    from briefgen.world.stamp import Stamp


class WithFiles:
    """Another world, but for some files. Nothing is written."""

    def __init__(self, world: World, files: Mapping[str, bytes]) -> None:
        self._world, self._own = world, Memory(dict(files))

    def read(self, path: str, limit: int) -> bytes:
        """At most `limit` + 1 bytes of a file."""
        return (self._own if self._own.is_there(path) else self._world).read(path, limit)

    def is_there(self, path: str) -> bool:
        """Whether either has it."""
        return self._own.is_there(path) or self._world.is_there(path)

    def list(self, folder: str) -> list[str]:
        """Names in both."""
        return sorted({*self._world.list(folder), *self._own.list(folder)})

    def is_shipped(self, path: str) -> bool:
        """As in the other world, but for these files."""
        return not self._own.is_there(path) and self._world.is_shipped(path)

    def stamps(self, paths: Sequence[str]) -> Sequence[Stamp | None]:
        """None of these files."""
        return [None if self._own.is_there(path) else self._world.stamps([path])[0] for path in paths]

    @property
    def shipped(self) -> World:
        """As in the other world."""
        return self._world.shipped

    def replace(self, path: str, data: bytes) -> None:
        """Keep it here."""
        self._own.replace(path, data)

    def remove(self, path: str) -> None:
        """Take it away here; what stands in the other world stays."""
        self._own.remove(path)

    @property
    def outputs(self) -> Outputs:
        """A place of its own."""
        return self._own.outputs

    def today(self) -> dt.date:
        """The other world's."""
        return self._world.today()
