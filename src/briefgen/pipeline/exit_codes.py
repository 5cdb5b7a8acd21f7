"""The exit codes of a process."""

from __future__ import annotations

import enum


class ExitCode(enum.IntEnum):
    """What a process tells whoever started it; docs/commands.md says so to users."""

    WELL = 0
    INPUTS = 1
    """Errors in what was read."""
    USAGE = 2
    PARTLY = 3
    """Some briefs were made, others not."""
    CONTRACT = 4
    """An audience would have been told what it may not know."""
    OUTPUT = 5
    """Something could not be written."""
    LOCKED = 6
    """Another run holds the output."""
    LIMIT = 7
    STALE = 8
    """Something has grown old, and the workspace wants that to fail."""
    FAULT = 70
    """Our own."""
    SURROUNDINGS = 71
    """The system that briefgen runs on refused it something."""
