"""Standard output and error that never stop the work: what cannot be said any more is left unsaid, and remembered."""

from __future__ import annotations

import errno
import io
import os
import select
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, TextIO

_STREAMS = 3
"""Input, output, errors."""
_NONE = -1
"""The number of a stream that was closed before this process began; its own may be another file's by now."""


class Said:
    """What became of the words of one stream; no record, which `--version` would load nothing else for."""

    def __init__(self) -> None:
        self.fault: OSError | None = None
        """The first that stopped them."""

    @property
    def is_lost(self) -> bool:
        """Whether they could not be written; a reader that has read enough and went away loses nothing."""
        return self.fault is not None and self.fault.errno != errno.EPIPE

    @property
    def why(self) -> str:
        """What stopped them; empty where nothing did."""
        if self.fault is None:
            return ""
        return "it is closed" if self.fault.errno == errno.EBADF else str(self.fault.strerror)


class Outlet(io.RawIOBase):
    """The end of a stream, whose writes always succeed: after the first fault they go nowhere."""

    def __init__(self, descriptor: int, said: Said) -> None:
        super().__init__()
        self._descriptor, self._said = descriptor, said

    def writable(self) -> bool:
        """It is."""
        return True

    def fileno(self) -> int:
        """The number that the system knows it by."""
        return self._descriptor

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return os.isatty(self._descriptor)

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - whatever holds bytes
        """As many bytes as were taken, or all of them where none can be."""
        view = memoryview(data)
        while self._said.fault is None:
            try:
                return os.write(self._descriptor, view)
            except BlockingIOError:  # a pipe that was set not to wait, by whoever made it
                select.select((), (self._descriptor,), ())
            except OSError as error:
                self._said.fault = error
        return view.nbytes


def guard_standard_streams() -> dict[str, Said]:
    """Put an outlet under both streams of this process; name → what becomes of its words."""
    said = {"output": Said(), "error": Said()}
    sys.stdout = _guarded(sys.stdout, said["output"])
    sys.stderr = _guarded(sys.stderr, said["error"])
    _take_closed_numbers()
    return said


def _take_closed_numbers() -> None:
    """What was closed when this process began leads nowhere from now on: no other file gets its number."""
    for number in range(_STREAMS):
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)  # the lowest number that is free


def _guarded(stream: TextIO | None, said: Said) -> TextIO:
    if stream is None:
        return io.TextIOWrapper(io.BufferedWriter(Outlet(_NONE, said)), encoding="utf-8")
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):  # no stream of the system
        return stream
    if sys.platform == "win32" and stream.isatty():  # where letters go to the console by a way of their own
        return stream
    stream.flush()
    # Characters that the encoding does not have are escaped: no word is worth a brief.
    return io.TextIOWrapper(
        io.BufferedWriter(Outlet(descriptor, said)),
        encoding=stream.encoding,
        errors="backslashreplace",
        line_buffering=stream.isatty(),
    )
