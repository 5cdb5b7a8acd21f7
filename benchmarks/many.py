"""What several jobs bring: many small briefs, made by one and by two, in turns.

    python benchmarks/many.py [RELATIONS] [--jobs N] [--rounds N] [--format md]

Both sides are the command, as people run it, from nothing; a ratio is taken round by round, and the middle one counts.
It is by the clock, and holds on a machine that does nothing else. Where others use it too, the share of processor time
that the process that was called takes for itself tells how far jobs can help: no other can take it from it. Ends with 1
where the bar is not met.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

sys.path.insert(0, os.fspath(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, os.fspath(Path(__file__).parent))
from unchanged import AUDIENCES, workspace

RELATIONS = 400
LEAST = 1.8
"""Times as fast by the clock with two jobs."""
_BETWEEN_LOOKS = 0.2


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command."""

    wall: float
    """Seconds."""
    called: float
    """Seconds of processor time of the process that was called."""
    all: float
    """And of all processes together."""
    megabytes: float
    """At most, of any process."""


def main() -> int:
    """Print a table for README.md; 1 where the bar is not met."""
    asked = argparse.ArgumentParser()
    asked.add_argument("relations", type=int, nargs="?", default=RELATIONS)
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--format", default="md")
    given = asked.parse_args()
    sides = (1, given.jobs)
    with tempfile.TemporaryDirectory() as name:
        desk = Path(name) / "desk"
        briefs = workspace(desk, given.relations) * AUDIENCES
        rounds = [{jobs: run(desk, given.format, jobs) for jobs in sides} for _ in range(given.rounds)]
    print(f"| jobs | ms by the clock | ms CPU | called process | MB, largest process |\n{'|--:' * 5}|")
    for jobs in sides:
        told = [one[jobs] for one in rounds]
        wall, cpu = (
            statistics.median(times) * 1000 / briefs for times in ([t.wall for t in told], [t.all for t in told])
        )
        share = statistics.median(t.called / t.all for t in told)
        print(f"| {jobs} | {wall:.0f} | {cpu:.0f} | {share:.0%} | {max(t.megabytes for t in told):.0f} |")
    ratio = statistics.median(one[1].wall / one[given.jobs].wall for one in rounds)
    print(f"\n{briefs:,} briefs: {ratio:.2f} times as fast with {given.jobs} jobs (load {os.getloadavg()[0]:.1f})")
    return int(ratio < LEAST)


def run(desk: Path, form: str, jobs: int) -> Run:
    """Make all briefs from nothing, which must go well."""
    for left in ("output", ".briefgen"):
        shutil.rmtree(desk / left, ignore_errors=True)
    command = [sys.executable, "-m", "briefgen", "make", "--format", form, "--quiet", "--jobs", str(jobs)]
    begun = time.monotonic()
    called = subprocess.Popen(command, cwd=desk, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seen: dict[int, float] = {}
    most = 0.0
    while called.poll() is None:
        most = max(most, looked_at(called.pid, seen))
        time.sleep(_BETWEEN_LOOKS)
    if called.returncode:
        raise SystemExit(f"briefgen ended with {called.returncode}")
    return Run(time.monotonic() - begun, seen[called.pid], sum(seen.values()), most)


def looked_at(pid: int, seen: dict[int, float]) -> float:
    """Note the processor time of a process and of all below it; the memory of the largest, in MB."""
    most = 0.0
    try:
        of_all = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.Error:
        return most
    for one in of_all:
        try:
            times = one.cpu_times()
            most = max(most, one.memory_info().rss / 1e6)
        except psutil.Error:
            continue
        seen[one.pid] = times.user + times.system
    return most


if __name__ == "__main__":
    raise SystemExit(main())
