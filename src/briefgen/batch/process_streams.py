"""What a process that works for this one says beside its messages, and how it keeps the two apart."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO


def scratch() -> IO[bytes]:
    """A file and no pipe: nobody reads while a process works, and a full pipe would stop it."""
    try:
        in_memory = getattr(os, "memfd_create", None)  # of Linux, where Python was built with a C library that has it
        if in_memory:  # no folder is tried, and what a process says never lies on a disk
            return os.fdopen(in_memory("briefgen"), "w+b")
        import tempfile  # of the process that starts others alone

        return tempfile.TemporaryFile()
    except OSError:  # no folder for such files, or a full one: no brief fails for what it might have said
        return Path(os.devnull).open("r+b", buffering=0)


def last_words(errors: IO[bytes]) -> str:
    """All that a process wrote to such a file, where that could be kept."""
    if not errors.seekable():
        return ""
    errors.seek(0)
    return errors.read().decode("utf-8", "replace")


def own_output() -> IO[bytes]:
    """Standard output for messages alone: what a library prints goes to standard error."""
    # A stray `print` between two messages would be read as the length of one.
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own
