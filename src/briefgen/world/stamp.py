"""What tells without reading that a file is the one it was, and when that can be relied on."""

from __future__ import annotations

from typing import NamedTuple

_COARSE, _FINE = 2_000_000_000, 100_000_000
"""Nanoseconds: no file system keeps times coarser than the one; a clock that shows parts of milliseconds ticks more
often than the other."""
_MILLISECOND = 1_000_000


class Stamp(NamedTuple):
    """Of a file."""

    size: int
    modified: int
    """Nanoseconds; whoever copies or unpacks a file can set it."""
    changed: int
    """Nanoseconds; set by the system alone, when the file or its name was changed, where the system keeps that."""
    number: int
    """The system's own for the file."""
    device: int
    """The file system that it lies on."""

    def is_settled(self, moment: Stamp) -> bool:
        """Whether every change since a moment, that is the making of another file, would show in another stamp.

        A change within the grain of a file system's times would not; another file system may have another clock.
        """
        grain = _FINE if moment.modified % _MILLISECOND else _COARSE
        return self.device == moment.device and max(self.modified, self.changed) < moment.modified - grain
