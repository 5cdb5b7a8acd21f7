"""The outside: files and the calendar. One real body, one in memory for tests and trials.

A workspace holds only what a team changes: an `Overlay` lays it over the files that briefgen ships, and whoever reads
through it gets the one or the other without asking.
"""

from __future__ import annotations

from briefgen.world.disk import EPOCH, Disk, fence_of
from briefgen.world.first_read import has_read, note_read
from briefgen.world.interface import DATA, INPUTS, World
from briefgen.world.memory import NOTHING, Memory
from briefgen.world.memory_outputs import MemoryOutputs
from briefgen.world.outputs import Outputs
from briefgen.world.overlay import Overlay, is_source, laid_over_shipped, packaged, shipped_root
from briefgen.world.recollection import READ_AFRESH, ReadBefore, Recollection
from briefgen.world.stamp import Stamp
from briefgen.world.store_address import is_address, refusal_of_address
from briefgen.world.user_cache import UserCache, code_stamps
from briefgen.world.whole_files import write_whole
from briefgen.world.witness import Witness, answers_alike

__all__ = [
    "DATA",
    "EPOCH",
    "INPUTS",
    "NOTHING",
    "READ_AFRESH",
    "Disk",
    "Memory",
    "MemoryOutputs",
    "Outputs",
    "Overlay",
    "ReadBefore",
    "Recollection",
    "Stamp",
    "UserCache",
    "Witness",
    "World",
    "answers_alike",
    "code_stamps",
    "fence_of",
    "has_read",
    "is_address",
    "is_source",
    "laid_over_shipped",
    "note_read",
    "packaged",
    "refusal_of_address",
    "shipped_root",
    "write_whole",
]
