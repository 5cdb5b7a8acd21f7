"""What the program may ask of the outside, whatever body answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefgen.model.template_files import TEMPLATES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from briefgen.world.outputs import Outputs
    from briefgen.world.stamp import Stamp

DATA = "data"
INPUTS = (DATA, TEMPLATES, "kinds")
"""Folders of a workspace that are read."""


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

    def stamps(self, paths: Sequence[str]) -> Sequence[Stamp | None]:
        """For each file that can be read, what tells without reading whether it is another one by now.

        None where reading alone tells: where a link is on the way, or the system does not say when a file was changed.
        """

    @property
    def shipped(self) -> World:
        """What briefgen ships under the same paths, also where the workspace has its own; empty for a bare world."""

    def replace(self, path: str, data: bytes) -> None:
        """Put a whole file in place or leave the old one; raises OSError."""

    def remove(self, path: str) -> None:
        """Take a file away; raises OSError."""

    @property
    def outputs(self) -> Outputs:
        """The files that are made, and the owner's records of them."""

    def today(self) -> dt.date:
        """The calendar's date; raises ValueError where the environment sets one that is none."""
