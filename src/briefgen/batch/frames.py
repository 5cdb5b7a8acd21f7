"""How two processes hand each other messages through a pipe: each a length of eight bytes, then that many bytes.

No `multiprocessing`: its connections unpickle what comes, and one side of this pipe has run templates. With the length
in front, a message that a dying process left unfinished is told from a whole one.
"""

from __future__ import annotations

import struct
from typing import IO

_LENGTH = struct.Struct(">Q")
LARGEST = 1 << 30
"""Of one message, in bytes: who reads makes room for as many as it is told, and whoever wrote may be hostile."""
COULD_NOT_BEGIN = 71
"""The exit status of a process that the system refused what it needs to begin, which its last words say."""


def send(pipe: IO[bytes], *parts: bytes) -> None:
    """Write one message for each part; raises OSError where nobody reads any more."""
    for part in parts:
        pipe.write(_LENGTH.pack(len(part)))
        pipe.write(part)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """The next message; None where the other side is gone, or what it says is no message."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > LARGEST:
        return None
    body = pipe.read(length)
    return body if len(body) == length else None
