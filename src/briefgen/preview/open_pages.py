"""Who is told of a new making: the open pages of each brief."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.preview.brief_choice import BriefChoice

MOST = 24
"""Pages that may be open at once."""

Line = asyncio.Queue[int]
"""The numbers of makings that one page is to be told of: the newest alone."""


class OpenPages:
    """Knows which brief each of them shows."""

    def __init__(self) -> None:
        self._lines: dict[Line, BriefChoice] = {}

    def open(self, choice: BriefChoice) -> Line | None:
        """A line to one more page; None where there are too many."""
        if len(self._lines) >= MOST:
            return None
        line: Line = asyncio.Queue(maxsize=1)
        self._lines[line] = choice
        return line

    def close(self, line: Line) -> None:
        """The page is gone."""
        self._lines.pop(line, None)

    @property
    def shown(self) -> list[BriefChoice]:
        """The briefs that are looked at, each once, the last opened first."""
        return list(dict.fromkeys(reversed(self._lines.values())))

    def tell(self, choice: BriefChoice, number: int) -> None:
        """Have each page of a brief know that there is a new making."""
        for line, shown in self._lines.items():
            if shown == choice:
                if line.full():
                    line.get_nowait()
                line.put_nowait(number)
