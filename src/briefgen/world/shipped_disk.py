"""The files that briefgen ships, on a disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefgen.world.disk import Disk

if TYPE_CHECKING:
    from pathlib import Path


class ShippedDisk(Disk):
    """A part of the program: no name comes or goes while it runs, and nobody has laid a link into it.

    It is asked for a name some hundred times by a command, most of them to learn that the workspace has no such file.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._names: dict[str, frozenset[str]] = {}
        """Folder → what is in it, of those that were asked about."""

    def is_there(self, path: str) -> bool:
        """Whether it is shipped."""
        folder, _, name = path.rpartition("/")
        if folder not in self._names:
            self._names[folder] = self._listed(folder)
        return name in self._names[folder]

    def _listed(self, folder: str) -> frozenset[str]:
        try:
            return frozenset(os.listdir(self._named(folder)))  # noqa: PTH208 - names alone
        except OSError:
            return frozenset()

    def _meets_a_link(self, path: str) -> bool:
        return not self.is_there(path) and super()._meets_a_link(path)
