"""A Dask cluster of two workers on this machine, started as an operator does, each part in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECONDS_TO_BEGIN = 120
_OTHER_CODE = "import briefgen.batch.many_machines.cluster_task as task\ntask.code_digest = lambda: {code!r}\n"


@dataclass(frozen=True, slots=True)
class RunningCluster:
    """Where it is called, and the numbers of its workers."""

    address: str
    workers: tuple[int, ...]


@contextmanager
def running_cluster(code: str = "") -> Iterator[RunningCluster]:
    """Scheduler and workers, which say that they have some other code where one is given."""
    with ExitStack() as started:
        folder = Path(started.enter_context(tempfile.TemporaryDirectory()))
        said = folder / "scheduler.json"
        _begin(started, folder, "scheduler", "--port", "0", "--host", "127.0.0.1", "--scheduler-file", str(said))
        address = _address_in(said)
        options = ["--no-nanny", "--nthreads", "1", "--host", "127.0.0.1"]
        if code:
            other = folder / "other_code.py"
            other.write_text(_OTHER_CODE.format(code=code), encoding="utf-8")
            options += ["--preload", str(other)]
        yield RunningCluster(address, tuple(_begin(started, folder, "worker", address, *options) for _ in range(2)))


def _begin(started: ExitStack, folder: Path, part: str, *options: str) -> int:
    command = [sys.executable, "-m", f"distributed.cli.dask_{part}", *options, "--no-dashboard"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    started.callback(process.wait)
    started.callback(process.kill)
    return process.pid


def _address_in(said: Path) -> str:
    """Where the scheduler says that it is called."""
    last = time.monotonic() + _SECONDS_TO_BEGIN
    while time.monotonic() < last:
        try:
            return str(json.loads(said.read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError):
            time.sleep(0.1)
    raise TimeoutError("the scheduler did not begin")
