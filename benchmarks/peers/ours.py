"""Makes the briefs of a desk in one warm process: for each line "DESK FORMATS" prints the milliseconds of CPU a brief.

What is timed begins when the data are read and checked, and ends when the files are in place.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.pipeline import Order, make
from briefgen.pipeline.run_order import Began, RunStage
from briefgen.world import Disk, Overlay, shipped_root

if TYPE_CHECKING:
    from briefgen.pipeline.run_order import Event


def main() -> None:
    """Make what is asked for on standard input."""
    for line in sys.stdin:
        desk, formats = line.split()
        print(_made(Path(desk), tuple(formats.split(","))), flush=True)


def _made(desk: Path, formats: tuple[str, ...]) -> float:
    began = 0.0

    def progress(event: Event) -> None:
        nonlocal began
        if isinstance(event, Began) and event.stage is RunStage.MAKING:
            began = time.process_time()

    result = make(Overlay(Disk(desk), Disk(shipped_root())), Order(formats=formats, force=True), progress)
    if not result.briefs or any(brief.failed for brief in result.briefs):
        raise SystemExit(str(result.report.diagnostics))
    return (time.process_time() - began) * 1000 / len(result.briefs)


if __name__ == "__main__":
    main()
