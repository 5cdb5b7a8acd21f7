"""What a run costs in which nothing has changed: a workspace of 1,000 briefs, made once, then asked for again.

    python benchmarks/unchanged.py [RELATIONS]

Both sides are the command, as people run it, with all that starts and ends; times are processor time of all its
processes. The second run reads every input to compare it. Ends with 1 where a bar is not met.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, os.fspath(Path(__file__).parents[1] / "tests"))
from samples.growing_relation import Counts, growing_relation

RELATIONS = 200
AUDIENCES = 5
MOST_MS, MOST_SHARE = 0.5, 0.02
TURNS = 3


def main() -> int:
    """Print a table for README.md; 1 where a bar is not met."""
    relations = int(sys.argv[1]) if len(sys.argv) > 1 else RELATIONS
    with tempfile.TemporaryDirectory() as name:
        desk = Path(name) / "desk"
        briefs = workspace(desk, relations) * AUDIENCES
        made = seconds(desk) * 1000 / briefs
        again = min(seconds(desk) for _ in range(TURNS)) * 1000 / briefs
    print("| briefs | making one, ms CPU | one that is as it was, ms CPU | share |\n|--:|--:|--:|--:|")
    print(f"| {briefs:,} | {made:.1f} | {again:.2f} | {again / made:.4f} |")
    return int(again > MOST_MS or again / made > MOST_SHARE)


def workspace(desk: Path, relations: int) -> int:
    """A folder with so many relations, each with its own facts."""
    for number in range(relations):
        for path, text in growing_relation(Counts()).items():
            top, _, rest = path.partition("/")
            folder, _, inside = rest.partition("/")
            target = desk / (f"{top}/{folder}-{number:04}/{inside}" if top == "data" and inside else path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    return relations


def seconds(desk: Path) -> float:
    """Processor time of one run, which must go well."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "briefgen", "make", "--format", "html", "--quiet"]
    done = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(done.stderr)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
