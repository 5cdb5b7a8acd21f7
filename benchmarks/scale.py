"""What a large desk takes: the shipped relation many times, for all shipped audiences in three formats.

    python benchmarks/scale.py [RELATIONS]

Runs the command from nothing, again with nothing changed, again with one relation changed, and with one relation alone;
prints processor time of all processes, the share of the process that was called, memory and bytes. docs/scale.md is
reckoned from it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, os.fspath(Path(__file__).parent))
from many import looked_at

RELATIONS = 10
_SHIPPED = Path(__file__).parents[1] / "data"
_FORMATS = ("-f", "pdf", "-f", "docx", "-f", "html")
_BETWEEN_LOOKS = 0.05


def main() -> None:
    """Print a table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else RELATIONS
    print(f"| run | s CPU | of it, called | MB | output, MB | records, MB |\n|---{'|--:' * 5}|")
    with tempfile.TemporaryDirectory() as name:
        desk = Path(name)
        for shared in _SHIPPED.glob("*.yaml"):
            (desk / "data").mkdir(exist_ok=True)
            shutil.copy(shared, desk / "data")
        for number in range(count):
            shutil.copytree(_SHIPPED / "pakistan-belarus", desk / f"data/relation-{number}")
        _run(desk, f"{count} relations from nothing", "--jobs", "1")
        _run(desk, "the same again", "--jobs", "1")
        changed = desk / "data/relation-0/milestones.yaml"
        changed.write_text(changed.read_text("utf-8").replace("title: {en: ", "title: {en: Again ", 1), "utf-8")
        _run(desk, "one of them changed", "--jobs", "1")
        _clear(desk)
        _run(desk, f"{count} relations, two jobs", "--jobs", "2")
        _clear(desk)
        _run(desk, "one relation from nothing", "relation-0", "--jobs", "1")


def _clear(desk: Path) -> None:
    for left in ("output", ".briefgen"):
        shutil.rmtree(desk / left, ignore_errors=True)


def _run(desk: Path, what: str, *words: str) -> None:
    command = [sys.executable, "-m", "briefgen", "make", "-q", *words, *_FORMATS]
    called = subprocess.Popen(command, cwd=desk, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seen: dict[int, float] = {}
    most = 0.0
    while called.poll() is None:
        most = max(most, looked_at(called.pid, seen))
        time.sleep(_BETWEEN_LOOKS)
    if called.returncode:
        raise SystemExit(f"{what}: briefgen ended with {called.returncode}")
    made, kept = (_bytes(desk / folder) / 1e6 for folder in ("output", ".briefgen"))
    share = seen[called.pid] / sum(seen.values())
    print(f"| {what} | {sum(seen.values()):.2f} | {share:.0%} | {most:.0f} | {made:.1f} | {kept:.1f} |", flush=True)


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
