"""What stands in the memory of a process, as Linux shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psutil


def holds(process: psutil.Process, text: str) -> bool:
    """Whether a text stands anywhere in what a process can write to."""
    wanted = text.encode()
    of = Path(f"/proc/{process.pid}")
    with (of / "maps").open(encoding="utf-8") as maps, (of / "mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            first, last = (int(end, 16) for end in span.split("-"))
            if rights.startswith("rw") and "[v" not in line:
                memory.seek(first)
                if wanted in memory.read(last - first):
                    return True
    return False
