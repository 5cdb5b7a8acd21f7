"""When somebody saves a file that briefs are made from."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from watchfiles import DefaultFilter, awatch

from briefgen.world import INPUTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

_SETTLED_MS = 20
"""How long nothing more must happen: an editor that saves touches a file more than once."""
_AT_MOST_MS = 400
_SETTINGS = "briefgen.toml"


async def saves(root: Path, end: asyncio.Event) -> AsyncIterator[None]:
    """Once when all is watched, then for each save in the workspace, also of a file or folder that was not there.

    What is saved while the last save is seen to is told next, once.
    """
    told: asyncio.Queue[None] = asyncio.Queue()
    watching: dict[str, asyncio.Task[None]] = {}

    async def watch(path: Path, *, deep: bool) -> None:
        async for found in awatch(
            path, watch_filter=DefaultFilter(), debounce=_AT_MOST_MS, step=_SETTLED_MS, stop_event=end, recursive=deep
        ):
            if deep or any(_is_input(name, root) for _, name in found):
                told.put_nowait(None)

    def watch_folders() -> None:
        for name in INPUTS:
            if name not in watching and (root / name).is_dir():
                watching[name] = asyncio.create_task(watch(root / name, deep=True))

    watching[""] = asyncio.create_task(watch(root, deep=False))
    watch_folders()
    try:
        await asyncio.sleep(0)  # until each has begun
        yield
        while not end.is_set():
            await told.get()
            await asyncio.sleep(_SETTLED_MS / 1000)  # what is saved at once in several folders is one save
            while not told.empty():
                told.get_nowait()
            watch_folders()
            yield
    finally:
        for task in watching.values():
            task.cancel()


def at_each_save(root: Path, do: Callable[[], None]) -> None:
    """Do something now and after each save in the workspace, until this process is stopped."""

    async def forever() -> None:
        async for _ in saves(root, asyncio.Event()):
            do()

    asyncio.run(forever())


def _is_input(name: str, root: Path) -> bool:
    return name in {str(root / one) for one in (_SETTINGS, *INPUTS)}
