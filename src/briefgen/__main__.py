"""`briefgen`, and `python -m briefgen`: from the arguments to the exit code, whatever stops the command on its way."""

from __future__ import annotations

import _thread
import atexit
import gc
import os
import signal
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from types import FrameType

_STOPS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What asks a command to stop."""
_BY_SIGNAL = 128
"""What a signal stopped ends with this and the signal's number, as shells have it."""
_FAULT, _REFUSED = 70, 71
"""As `ExitCode` has them, which may be what cannot be loaded."""
_SOME_MEMORY = 2**25
"""Bytes: more than any one library takes to be loaded."""
_SOON = 0.01
"""Seconds."""
_SELDOM = (200_000, 20, 100)
"""When the collector looks for garbage in circles: what is loaded is none, and is not looked at before much is read."""
_STOPPED = b"stopped: briefs that are made are whole, the others are as they were\n"


class Stopped(BaseException):
    """Somebody asked the command to stop."""


def heed() -> None:
    """From now on, what asks this process to stop raises `Stopped`, but for what it was started to ignore."""
    sys.unraisablehook = _stopped_again
    for number in _STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup sets it
            signal.signal(number, _stop)


def run() -> NoReturn:
    """Do what the command line says, and end this process."""
    heed()
    ended: list[int] = []
    atexit.register(_leave, ended)  # what is registered first is called last
    gc.set_threshold(*_SELDOM)
    try:
        from briefgen.cli.entry_point import exit_code_of_command  # signals are heard while all else is loaded

        code = exit_code_of_command()
    except Stopped as stopped:
        with suppress(OSError):
            os.write(2, _STOPPED)  # past the stream, which may be in the middle of a word
        code = _BY_SIGNAL + stopped.args[0]
    except Exception as error:  # noqa: BLE001 - whatever kept all from being loaded that could tell it better
        code = _told(error if _has_memory() else MemoryError())
    gc.freeze()  # all goes with the process: looking through it for garbage took an eighth of a command
    ended.append(code)
    sys.exit(code)


def _leave(ended: list[int]) -> None:
    """End the process of a command that has ended, without first taking apart all that it loaded."""
    if ended:
        with suppress(OSError, ValueError):  # whoever listened is gone, which was told
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(ended[0])


def _has_memory() -> bool:
    """Whether more can be had; where it cannot, Python says of a module that is loaded whatever comes to it."""
    try:
        bytearray(_SOME_MEMORY)
    except MemoryError:
        return False
    return True


def _told(error: Exception) -> int:
    """Say in a line why the command cannot begin; its exit code."""
    if isinstance(error, MemoryError):
        what, code = "error[BG804] the system gives briefgen no more memory", _REFUSED
    else:
        what, code = f"error[BG900] a fault of briefgen's own: {error}\n      hint: please report it", _FAULT
    with suppress(Exception):  # what is to tell it may be what cannot be loaded
        from briefgen.surroundings import refusal_in

        if refused := refusal_in(error):
            what, code = f"error[{refused.code}] {refused.message}\n      hint: {refused.hint}", _REFUSED
    with suppress(OSError):
        os.write(2, f"{what}\n".encode("utf-8", "backslashreplace"))
    return code


def _stopped_again(lost: UnraisableHookArgs) -> None:
    """What is raised while Python clears something up goes nowhere: a request to stop is then heard once more."""
    if isinstance(lost.exc_value, Stopped):
        number = lost.exc_value.args[0]
        signal.signal(number, _stop)
        with suppress(RuntimeError):
            _thread.start_new_thread(_ask_to_stop, (number,))
    else:
        sys.__unraisablehook__(lost)


def _ask_to_stop(number: int) -> None:
    time.sleep(_SOON)  # what is being cleared up is done by then
    _thread.interrupt_main(signal.Signals(number))


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    for each in _STOPS:  # once is enough: what is being cleared up is not to be left half done
        signal.signal(each, signal.SIG_IGN)
    raise Stopped(number)


if __name__ == "__main__":
    run()
