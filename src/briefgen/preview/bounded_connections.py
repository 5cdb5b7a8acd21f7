"""Connections that end where nobody asks for anything: one that is opened and left would take the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

    from uvicorn.protocols.http.h11_impl import RequestResponseCycle

_SECONDS_TO_ASK = 10


class BoundedConnection(H11Protocol):
    """A connection whose requests must come in whole within some seconds."""

    _ends: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as its base has it
        """Somebody connects."""
        super().connection_made(transport)
        self._look_again()

    def data_received(self, data: bytes) -> None:
        """Something comes."""
        super().data_received(data)
        self._look_again()

    def _look_again(self) -> None:
        """While no request is under way, count the seconds; from the first byte, however slowly others follow."""
        is_asking = self._is_asking()
        if is_asking and self._ends:
            self._ends.cancel()
            self._ends = None
        elif not is_asking and self._ends is None:
            self._ends = self.loop.call_later(_SECONDS_TO_ASK, self._end_idle)

    def _end_idle(self) -> None:
        self._ends = None
        if not self._is_asking() and not self.transport.is_closing():
            self.transport.close()

    def _is_asking(self) -> bool:
        """Whether a request has come in whole, and is being answered."""
        cycle: RequestResponseCycle | None = self.cycle  # there is none before the first
        return cycle is not None and not cycle.response_complete
