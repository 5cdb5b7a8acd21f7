"""A process that begins with nothing of this one: it finds what this one finds, and knows what it is told."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from briefgen.batch.frames import send
from briefgen.batch.import_paths import whole_paths
from briefgen.batch.interpreter_start import start_with

if TYPE_CHECKING:
    from collections.abc import Sequence

_START = start_with("from importlib import import_module", "import_module(sys.argv[1]).main(sys.argv[2:])")


def started(module: str, arguments: Sequence[str], errors: IO[bytes]) -> subprocess.Popen[bytes]:
    """A new process that runs `main` of a module with its pipes; raises OSError where none can be started."""
    command = [sys.executable, "-P", "-c", _START, module, *arguments]
    pipe = subprocess.PIPE
    process = subprocess.Popen(  # noqa: S603 - our own
        command, stdin=pipe, stdout=pipe, stderr=errors, cwd=Path(__file__).parent
    )
    with suppress(OSError):  # whoever waits for what it says finds out
        send(cast("IO[bytes]", process.stdin), json.dumps(list(whole_paths())).encode())
    return process
