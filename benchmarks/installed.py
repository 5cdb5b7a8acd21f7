"""What `pip install .` brings into a new virtual environment, by package.

    python benchmarks/installed.py

The environment is made, weighed, installed into and weighed again: what it held before, pip and setuptools, is its own.
Weights are those of the disk, as `du -sm` tells them (blocks, in units of 2^20), and of the files' contents (in 10^6).
Ends with 1 where more comes than the bar.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[1]
BAR = 115
"""On the disk, of all that is brought."""
BLOCK = 512


@dataclass(frozen=True)
class Weight:
    """Of files."""

    disk: float = 0
    contents: float = 0

    def __add__(self, other: Weight) -> Weight:
        return Weight(self.disk + other.disk, self.contents + other.contents)

    def __sub__(self, other: Weight) -> Weight:
        return Weight(self.disk - other.disk, self.contents - other.contents)


def main() -> int:
    """0 where what is brought keeps the bar, else 1."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder, with_pip=True, symlinks=True)
        bare = weight(folder.rglob("*"))
        python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        subprocess.run([python, "-m", "pip", "install", "-q", "-c", "constraints.txt", "."], cwd=ROOT, check=True)
        whole = weight(folder.rglob("*"))
        parts = packages(next(folder.rglob("site-packages")))
    brought = whole - bare
    for package, part in sorted(parts.items(), key=lambda item: -item[1].disk):
        show(package, part)
    show("the whole environment", whole)
    show("of it before: pip, setuptools", bare)
    show("brought", brought)
    return 0 if brought.disk <= BAR else 1


def packages(site: Path) -> dict[str, Weight]:
    """The weight of each package's own files."""
    return {
        found.metadata["Name"]: weight(Path(str(found.locate_file(file))) for file in found.files or [])
        for found in distributions(path=[str(site)])
    }


def weight(paths: Iterable[Path]) -> Weight:
    """Of files and folders themselves, without what links lead to."""
    total = Weight()
    for path in paths:
        if path.is_symlink() or path.exists():
            found = path.lstat()
            contents = 0 if path.is_dir() else found.st_size
            total += Weight(getattr(found, "st_blocks", -(-contents // BLOCK)) * BLOCK / 2**20, contents / 1e6)
    return total


def show(what: str, part: Weight) -> None:
    """A line."""
    print(f"{what:30} {part.disk:6.1f} on the disk {part.contents:6.1f} MB of contents")


if __name__ == "__main__":
    sys.exit(main())
