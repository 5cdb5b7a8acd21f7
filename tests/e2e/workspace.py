"""The shipped workspace, copied, and the installed command run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "briefgen"]
AUDIENCES = ("business", "minister", "parliament", "public", "researcher")


def copied(folder: Path) -> Path:
    """A copy of data/ and templates/ in a folder."""
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def briefgen(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command, run in a folder."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def change(path: Path, old: str, new: str) -> None:
    """Replace a text that must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
