"""Whether this process has read anything of a workspace.

One that has not may be copied to make briefs in: nothing that a reader may not see is in its memory.
"""

from __future__ import annotations


class _Reading:
    has_begun = False


def note_read() -> None:
    """Something of a workspace is about to be read."""
    _Reading.has_begun = True


def has_read() -> bool:
    """Whether anything was, since this process began."""
    return _Reading.has_begun
