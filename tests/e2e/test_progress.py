"""Progress: plain lines where nobody watches, a live line on a terminal that results never run into."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from e2e.workspace import COMMAND, briefgen, copied

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_terminal_each_file_is_a_plain_line(tmp_path: Path) -> None:
    done = briefgen(copied(tmp_path), "make", "-a", "public", "-f", "html")

    assert done.stdout.splitlines() == ["output/pakistan-belarus/public.html", "1 file in output/"]
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_on_a_terminal_a_result_has_a_line_of_its_own(tmp_path: Path) -> None:
    import pty

    above, below = pty.openpty()
    command = [*COMMAND, "make", "-a", "public", "-f", "html"]
    with subprocess.Popen(command, cwd=copied(tmp_path), stdin=below, stdout=below, stderr=below) as running:
        os.close(below)
        seen = b"".join(iter(lambda: _read(above), b""))
        assert running.wait(timeout=60) == 0
    os.close(above)

    lines = seen.decode().replace("\x1b[2K", "\r").replace("\r", "\n").split("\n")
    assert "output/pakistan-belarus/public.html" in lines


def _read(descriptor: int) -> bytes:
    """What a terminal shows next; nothing once its last writer is gone, which Linux tells as an error."""
    try:
        return os.read(descriptor, 4096)
    except OSError:
        return b""
