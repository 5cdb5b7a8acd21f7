"""`briefgen`, and `python -m briefgen`: from the arguments to the exit code, whatever stops the command on its way."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

_STOPS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What asks a command to stop."""
_BY_SIGNAL = 128
"""What a signal stopped ends with this and the signal's number, as shells have it."""
_FAULT, _REFUSED = 70, 71
"""As `ExitCode` has them, which may be what cannot be loaded."""
_STOPPED = b"stopped: briefs that are made are whole, the others are as they were\n"


class Stopped(BaseException):
    """Somebody asked the command to stop."""


def run() -> NoReturn:
    """Do what the command line says, and end this process."""
    for number in _STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup sets it
            signal.signal(number, _stop)
    try:
        from briefgen.cli.entry_point import exit_code_of_command  # signals are heard while all else is loaded

        code = exit_code_of_command()
    except Stopped as stopped:
        with suppress(OSError):
            os.write(2, _STOPPED)  # past the stream, which may be in the middle of a word
        code = _BY_SIGNAL + stopped.args[0]
    except (ImportError, MemoryError, OSError) as error:  # before anything is loaded that could tell it better
        code = _told(error)
    sys.exit(code)


def _told(error: Exception) -> int:
    """Say in a line why the command cannot begin; its exit code."""
    what, code = f"error[BG809] briefgen cannot be loaded: {error}", _REFUSED
    with suppress(ImportError, MemoryError, OSError):
        from briefgen.surroundings import refusal_in

        if refused := refusal_in(error):
            what = f"error[{refused.code}] {refused.message}\n      hint: {refused.hint}"
        elif isinstance(error, ImportError):
            what, code = f"error[BG900] a fault of briefgen's own: {error}\n      hint: please report it", _FAULT
    with suppress(OSError):
        os.write(2, f"{what}\n".encode("utf-8", "backslashreplace"))
    return code


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    for each in _STOPS:  # once is enough: what is being cleared up is not to be left half done
        signal.signal(each, signal.SIG_IGN)
    raise Stopped(number)


if __name__ == "__main__":
    run()
