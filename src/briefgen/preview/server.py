"""The server: on this machine's loopback alone, until it is stopped."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn

from briefgen.preview.answers import Answers
from briefgen.preview.bounded_connections import BoundedConnection
from briefgen.preview.gatekeeper import TOKEN, Gatekeeper
from briefgen.preview.open_pages import OpenPages
from briefgen.preview.saves import saves
from briefgen.preview.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import FrameType

    from briefgen.preview.workbench import Bench

LOOPBACK = "127.0.0.1"
_MOST_CONNECTIONS = 64
_MOST_UNREAD = 16_384
"""Bytes of a request that is not whole yet."""


def serve(bench: Bench, port: int, first: Mapping[str, str], opened: Callable[[str], None]) -> None:
    """Serve the page until somebody stops it; `opened` is told the address once it can be asked.

    `first` names the brief that is shown first. Raises OSError where the port is taken.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((LOOPBACK, port))
        listening.listen()
        asyncio.run(_served(bench, listening, first, opened))


class _Server(uvicorn.Server):
    """One that ends when it is asked to, as what it was started for: there is nothing left half done to tell of."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - uvicorn asks so
        """Somebody stops the preview."""
        self.should_exit = True


async def _served(
    bench: Bench, listening: socket.socket, first: Mapping[str, str], opened: Callable[[str], None]
) -> None:
    port = listening.getsockname()[1]
    end, pages, workbench = asyncio.Event(), OpenPages(), Workbench(bench)
    gate = Gatekeeper(Answers(workbench, pages, first, end), port)
    config = uvicorn.Config(
        gate, http=BoundedConnection, ws="none", lifespan="off", log_config=None, log_level="critical",
        access_log=False, server_header=False, proxy_headers=False, limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=10, timeout_graceful_shutdown=1, h11_max_incomplete_event_size=_MOST_UNREAD,
    )  # fmt: skip
    server = _Server(config)
    telling = asyncio.create_task(_tell_of_saves(workbench, pages, end))
    opened(f"http://{LOOPBACK}:{port}/?{TOKEN}={gate.token}")
    try:
        await server.serve([listening])
    finally:
        end.set()
        telling.cancel()
        with suppress(asyncio.CancelledError):
            await telling


async def _tell_of_saves(workbench: Workbench, pages: OpenPages, end: asyncio.Event) -> None:
    """Make what is looked at anew at each save; who looks is told where something came of it."""
    told: dict[object, int] = {}
    async for _ in saves(workbench.bench.world.own.root, end):
        for choice in pages.shown:
            look = await asyncio.to_thread(workbench.look, choice)
            if told.get(choice) != look.number:
                told[choice] = look.number
                pages.tell(choice, look.number)
