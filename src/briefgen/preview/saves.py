"""When somebody saves a file that briefs are made from."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from watchfiles import DefaultFilter, awatch

from briefgen.world import INPUTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

_SETTLED_MS = 20
"""How long nothing more must happen: an editor that saves touches a file more than once."""
_AT_MOST_MS = 400
_SETTINGS = "briefgen.toml"


async def saves(root: Path, end: asyncio.Event) -> AsyncIterator[None]:
    """Once for each save in the workspace, also of a file or folder that was not there before."""
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
        while not end.is_set():
            await told.get()
            watch_folders()
            yield
    finally:
        for task in watching.values():
            task.cancel()


def _is_input(name: str, root: Path) -> bool:
    return name in {str(root / one) for one in (_SETTINGS, *INPUTS)}
