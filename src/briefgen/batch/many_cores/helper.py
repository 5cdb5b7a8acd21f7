"""A process that knows the facts of some briefs: it makes their views, looks through their files, and stages them.

Templates run in a process of its own, which it starts and holds to limits like any other; what is hidden never goes
there. It ends with whoever started it: its standard input is open as long as that one lives.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
import threading
from typing import TYPE_CHECKING

from briefgen.batch.frames import receive, send
from briefgen.batch.many_cores.shipments import NO_MORE, Unpacker
from briefgen.batch.own_process import OwnProcess
from briefgen.batch.process_streams import own_output
from briefgen.pipeline.sharing import outcomes_in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.batch.many_machines.cluster import Cluster
    from briefgen.pipeline.sharing import BriefToMake


def main(arguments: list[str]) -> None:
    """Make every brief that is asked for; what came of each is said in the order in which they were asked for.

    The arguments are the address of a cluster, or nothing; how many briefs are under way at once; formats to expect.
    """
    address, at_once, *formats = arguments
    said = own_output()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process stops it
    asked: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    with _executor(address, formats) as executor:
        threading.Thread(target=_hear, args=(asked, executor), daemon=True).start()
        unpacker = Unpacker(asked.get())
        for outcome in outcomes_in_turn(unpacker.room, _briefs(unpacker, asked), executor, int(at_once)):
            send(said, pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL))


def _executor(address: str, formats: list[str]) -> Cluster | OwnProcess:
    if not address:
        return OwnProcess(tuple(formats))
    from briefgen.batch.many_machines.cluster import Cluster  # the extra may not be installed

    return Cluster(address)


def _briefs(unpacker: Unpacker, asked: queue.SimpleQueue[bytes]) -> Iterator[BriefToMake]:
    while (bundle := asked.get()) != NO_MORE:
        yield from unpacker.briefs(bundle)


def _hear(asked: queue.SimpleQueue[bytes], executor: Cluster | OwnProcess) -> None:
    """All that is asked for; who asks and is gone before the end wants nothing of this process any more."""
    message: bytes | None = b"anything"
    while message != NO_MORE:
        message = receive(sys.stdin.buffer)
        if message is None:
            executor.__exit__(None, None, None)
            os._exit(1)  # without clearing up, which may wait for something: what was staged is nobody's now
        asked.put(message)
