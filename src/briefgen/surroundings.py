"""What the system that briefgen runs on refuses it: told by codes of its own with the next step, never as our fault."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from briefgen.diagnostics import NOWHERE, Diagnostic, Extra, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_FILES = frozenset({errno.EMFILE, errno.ENFILE})
_NO_THREAD = "can't start new thread"
"""What Python says, by a kind of error that other things have too."""
_NO_ROOM = ("failed to map segment", "cannot allocate memory")
"""What the loader of shared libraries says where there is no memory for one."""


def no_process(error: OSError) -> Diagnostic:
    """The process that makes briefs cannot be started."""
    if refused := refusal_in(error):
        return refused
    message = f"no process can be started to make briefs in: {error.strerror or error}"
    return _said("BG801", message, "end other programs, or let this user have more processes (ulimit -u)")


def ended_from_outside(signal_name: str, audience: str) -> Diagnostic:
    """What makes briefs was ended twice, by nobody that briefgen knows."""
    message = f"what makes '{audience}' was ended from outside by {signal_name}, and so it was when it was tried again"
    return _said("BG802", message, "a system that runs out of memory does so: give it more, or end other programs")


def stood_still(seconds: float, audience: str) -> Diagnostic:
    """What makes briefs was given no turn, twice."""
    message = f"what makes '{audience}' did nothing for {seconds:.0f} s, and so it was when it was tried again"
    return _said("BG803", message, "see whether something stops programs on this machine, and run briefgen again")


def no_memory(megabytes: float | None = None) -> Diagnostic:
    """The system gives no more memory, less than briefgen would allow itself."""
    message = "the system gives briefgen no more memory" + (f" than {megabytes:.0f} MB" if megabytes else "")
    return _said("BG804", message, "end other programs, or let it have more (ulimit -v, or the limit of the container)")


def no_current_folder() -> Diagnostic:
    """The folder that the command is called in was taken away."""
    hint = "change into a folder that is there, and call briefgen again"
    return _said("BG806", "the current folder is not there any more", hint)


def no_locks(folder: str) -> Diagnostic:
    """The file system of the output knows no locks."""
    message = f"{folder} lies on a file system without locks, so two runs could mix their files"
    return _said("BG807", message, "choose a folder on another disk with --output")


def no_time(said: str) -> Diagnostic:
    """The environment sets a day that is none."""
    return _said("BG808", said, "give SOURCE_DATE_EPOCH as seconds since 1970, or unset it")


def no_cluster(address: str, said: str) -> Diagnostic:
    """A scheduler that does not answer, or has nobody to do anything."""
    hint = "see whether it runs, with a worker at least, and is called by its whole address and with its certificates"
    return _said("BG810", f"the cluster at {address} does nothing for briefgen: {said}", hint)


def other_code(worker: str, its_code: str, our_code: str) -> Diagnostic:
    """A machine of a cluster would make other files."""
    message = f"{worker} has another briefgen, or other libraries: its code is {its_code}, the code here {our_code}"
    return _said("BG811", message, f"install the same there: {Extra.CLUSTER.installed_by}")


def ended_on_cluster(audience: str) -> Diagnostic:
    """Several machines of a cluster were lost with a brief in hand."""
    message = f"the machines that made '{audience}' were lost, again and again"
    return _said("BG802", message, "look at the logs of the cluster's workers: a machine out of memory ends programs")


def refusal_in(error: BaseException) -> Diagnostic | None:
    """What the system refused, where that is what went wrong; None where it is a fault of ours."""
    for cause in _chain(error):
        match cause:
            case MemoryError():
                return no_memory()
            case OSError(errno=errno.ENOMEM):
                return no_memory()
            case OSError(errno=number) if number in _NO_FILES:
                hint = "close other programs, or let a program have more open files (ulimit -n 256)"
                return _said("BG805", f"no more files may be open: {cause.strerror}", hint)
            case RuntimeError() if str(cause) == _NO_THREAD:
                return no_process(OSError(errno.EAGAIN, "no more threads are allowed"))
            case ImportError() if any(words in str(cause) for words in _NO_ROOM):
                return no_memory()
            case ImportError() if not (cause.name or "").startswith("briefgen"):
                hint = "install briefgen anew, in an environment of its own"
                return _said("BG809", f"a library cannot be loaded: {cause}", hint)
            case _:
                pass
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error, and what it came from."""
    while error:
        yield error
        error = error.__cause__ or error.__context__


def _said(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, NOWHERE, message, hint)
