"""Progress: a live line on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

import click
from rich.console import Console
from rich.status import Status

if TYPE_CHECKING:
    from types import TracebackType

    from briefgen.pipeline import Made


class Progress:
    """Shows each brief as it is done."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._status = Status("making briefs", console=console) if console.is_terminal else None

    def __enter__(self) -> Self:
        if self._status:
            self._status.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._status:
            self._status.stop()

    def brief(self, made: Made) -> None:
        """One brief is done."""
        for path in made.files:
            self._say(path)
        if self._status:
            self._status.update(f"made {made.relation}/{made.audience}")

    def _say(self, path: str) -> None:
        """A result, above the live line where both are on one terminal."""
        if self._status and sys.stdout.isatty():
            self._status.console.print(path, highlight=False, markup=False)
        else:
            click.echo(path)
