"""A process that makes briefs, from a new interpreter: where none can be forked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

from briefgen.batch.frames import send
from briefgen.batch.import_paths import whole_paths
from briefgen.batch.interpreter_start import start_with
from briefgen.world import EPOCH

_START = start_with("from briefgen.batch.worker import main", "main(sys.stdin.buffer, *sys.argv[1:])")
_UNHEEDED = frozenset({EPOCH})
"""Of the environment: files are to be the same wherever they are made, and libraries look at it."""


class SpawnedWorker:
    """Its number, its pipes and its end."""

    def __init__(self, formats: tuple[str, ...], errors: IO[bytes]) -> None:
        command = [sys.executable, "-P", "-c", _START, str(os.getpid()), *formats]
        pipe = subprocess.PIPE
        environment = {name: value for name, value in os.environ.items() if name not in _UNHEEDED}
        # In a folder that is there, as the current one may be gone.
        self._process = subprocess.Popen(  # noqa: S603 - our own
            command, stdin=pipe, stdout=pipe, stderr=errors, cwd=Path(__file__).parent, env=environment
        )
        self.pid = self._process.pid
        self.jobs, self.said = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        with suppress(OSError):  # whoever waits for an answer finds out
            send(self.jobs, json.dumps(list(whole_paths())).encode())

    def wait(self) -> int:
        """What it ended with, as `subprocess` tells it."""
        return self._process.wait()

    def kill(self) -> None:
        """End it."""
        self._process.kill()
