"""The next step where the system refuses to write, by what it says of it."""

from __future__ import annotations

import errno

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_NOT_ALLOWED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def untouched(error: OSError, option: str) -> str:
    """The hint where a brief keeps its last edition; `option` names another folder for what was to be written."""
    return f"the last edition of this brief is untouched, all files of it; {mended_by(error, option)}, then run again"


def mended_by(error: OSError, option: str) -> str:
    """What lets the next run write, as the beginning of a sentence."""
    if error.errno in _NO_ROOM:
        return "make room there"
    if error.errno in _NOT_ALLOWED:
        return f"let briefgen write there, or choose another folder with {option}"
    return "mend the folder"
