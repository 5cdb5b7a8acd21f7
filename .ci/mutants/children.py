"""Work in a child process that is forked, bounded and thrown away, so that nothing it loads or breaks stays."""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
from dataclasses import dataclass
from multiprocessing import get_context
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")

_MEMORY = 6 << 30
_PATIENCE = 12
"""Seconds by the clock for one of processor time: other work may run on the machine."""
_MOST = 1 << 16


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended."""

    value: Any = None
    """What the work gave; None where it did not come to its end."""
    is_late: bool = False
    """Whether it was ended because it took too long."""
    fault: str = ""
    """What it died of, if it did."""


def forked(work: Callable[[], object], seconds: float) -> Ended:
    """What some work gives, done in a child that may take so much processor time. POSIX only."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work(work, writing, int(seconds) + 1)
    os.close(writing)
    data, is_late = _read(reading, child, seconds * _PATIENCE)
    os.close(reading)
    _, status = os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    if is_late or -ended in {signal.SIGXCPU, signal.SIGKILL}:
        return Ended(is_late=True)
    return Ended(*pickle.loads(data)) if data and not ended else Ended(fault=f"ended with {ended}")  # noqa: S301 - ours


def _work(work: Callable[[], object], writing: int, seconds: int) -> None:
    """The child's life."""
    import resource  # which Windows does not have

    status = 1
    try:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(_answer(work))
        status = 0
    finally:
        os._exit(status)


def _answer(work: Callable[[], object]) -> bytes:
    try:
        return pickle.dumps((work(), False, ""))
    except BaseException as error:  # noqa: BLE001 - a mutant may raise anything, also what ends a program
        return pickle.dumps((None, False, f"{type(error).__name__}: {error}"))


def _read(pipe: int, child: int, seconds: float) -> tuple[bytes, bool]:
    parts: list[bytes] = []
    end = monotonic() + seconds
    while True:
        ready, _, _ = select.select([pipe], [], [], max(end - monotonic(), 0))
        if not ready:
            os.kill(child, signal.SIGKILL)
            return b"", True
        part = os.read(pipe, _MOST)
        if not part:
            return b"".join(parts), False
        parts.append(part)


def in_turn(work: Callable[[T], R], items: Sequence[T], jobs: int) -> Iterator[R]:
    """What some work makes of each item, in their order, by so many processes at a time."""
    with get_context("fork").Pool(jobs, _take, (work,)) as pool:
        yield from pool.imap(_do, items)


def _take(work: Callable[[Any], object]) -> None:
    """Keep the work where a worker finds it: handed on by the fork, it is not sent anew with each item."""
    _WORK.append(work)


def _do(item: Any) -> Any:  # noqa: ANN401 - what the work takes and gives
    return _WORK[-1](item)


_WORK: list[Callable[[Any], Any]] = []


def load_libraries(package: str, source: str) -> None:
    """Import what the package imports, but not the package: children then start with it."""
    for name in forked(lambda: _imported(package, source), 120).value or ():
        try:
            __import__(name)
        except Exception:  # noqa: BLE001, S112 - a child will meet it again, and say so
            continue


def _imported(package: str, source: str) -> list[str]:
    import importlib
    import pkgutil

    sys.path.insert(0, source)
    for module in pkgutil.walk_packages([f"{source}/{package}"], f"{package}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return [name for name in sys.modules if name.partition(".")[0] not in {package, "__main__"}]
