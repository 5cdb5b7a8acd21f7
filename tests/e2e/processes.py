"""What tests of other processes ask of the system."""

from __future__ import annotations

import time

REFUSALS = {
    "OSError(24, 'Too many open files')": "BG805",
    "OSError(23, 'Too many open files in system')": "BG805",
    "OSError(12, 'Cannot allocate memory')": "BG804",
    "MemoryError()": "BG804",
    "ImportError('x.so: failed to map segment from shared object', name='lxml.etree')": "BG804",
    "ImportError('libfreetype.so.6: cannot open shared object file', name='PIL._imagingft')": "BG809",
    "ModuleNotFoundError('No module named babel', name='babel')": "BG809",
}
"""How a process is refused what it needs → the code that it is told with."""


def is_gone(number: int) -> bool:
    """Whether a process has ended within half a minute."""
    for _ in range(300):
        try:
            with open(f"/proc/{number}/stat") as stat:  # noqa: PTH123 - a file of the system
                if stat.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except OSError:
            return True
        time.sleep(0.1)
    return False
