"""What the process of its own costs, and how long hostile templates last in it.

    python benchmarks/process.py

Whole runs of the program, taking turns: every shipped brief in every format, made in the process that reads the
data, and in one of its own. Then every template of `tests/samples/attacks.py`.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.batch import OwnProcess
from briefgen.pipeline import Order, make
from briefgen.world import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
TURNS = 7
RUN = """
from pathlib import Path
from briefgen.pipeline import Order, make, here
from briefgen.world import Disk
order = Order(formats=("pdf", "docx", "html"), output={output!r}, force=True)
"""
WAYS = {
    "one process": "make(Disk(Path('.')), order)",
    "its own process": "from briefgen.batch import OwnProcess\n"
    "with OwnProcess(order.formats) as executor: make(Disk(Path('.')), order, executor=executor)",
}


def main() -> None:
    """Print two tables for README.md."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in WAYS}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(TURNS):
            for name, way in WAYS.items():
                taken[name].append(measured([sys.executable, "-c", RUN.format(output=folder) + way]))
    print("| way | best, s by the clock | best, s CPU |\n|---|--:|--:|")
    best = {name: [min(times[kind] for times in all_times) for kind in (0, 1)] for name, all_times in taken.items()}
    for name, (wall, cpu) in best.items():
        print(f"| {name} | {wall:.2f} | {cpu:.2f} |")
    one, own = best["one process"], best["its own process"]
    print(f"\nIts own process takes {own[0] / one[0]:.2f} of the time and {own[1] / one[1]:.2f} of the CPU.\n")
    attacks()


def measured(command: Sequence[str]) -> tuple[float, float]:
    """Seconds by the clock and of processor time, of a command and all that it starts."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, used


def attacks() -> None:
    """How long each hostile template lasts, with the honest brief after it, and the most memory that one took."""
    sys.path.insert(0, os.fspath(ROOT / "tests"))
    from samples.attacks import BOMBS, PARTIALS
    from samples.composing import BASE

    reader = BASE["templates/audiences/reader.yaml"]
    seconds: dict[str, float] = {}
    for name, template in BOMBS.items():
        files = {
            **BASE,
            "templates/audiences/zoe.yaml": reader.replace("[one]", "[calm]"),
            "templates/sections/one.md.j2": template,
            "templates/sections/calm.md.j2": "{{ title }}.\n",
            **{f"templates/{path}": text for path, text in PARTIALS.items()},
        }
        world = Memory({path: text.encode() for path, text in files.items()})
        with OwnProcess(("docx",)) as executor:
            start = time.perf_counter()
            result = make(world, Order(formats=("docx",)), executor=executor)
            seconds[name] = time.perf_counter() - start
        if result.briefs[1].failed:
            print(f"{name}: the next brief was not made")
    longest = max(seconds, key=lambda name: seconds[name])
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    print(f"{len(seconds)} hostile templates: at most {seconds[longest]:.1f} s ({longest}), {most:.0f} MB.")


if __name__ == "__main__":
    main()
