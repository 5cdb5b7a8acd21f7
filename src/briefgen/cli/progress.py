"""Progress: a live line on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

import click

from briefgen.cli.terminal import beginning, columns, is_watched

if TYPE_CHECKING:
    from types import TracebackType

    from briefgen.pipeline import Made

_ERASED = "\r\x1b[2K"


class Progress:
    """Shows each brief as it is done."""

    def __init__(self) -> None:
        self._is_live = is_watched(sys.stderr)
        self._line = ""

    def __enter__(self) -> Self:
        self._show("making briefs")
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._show("")

    def brief(self, made: Made) -> None:
        """One brief is done: its files are results, above the live line."""
        line = self._line
        self._show("")
        for path in () if made.is_current else made.files:
            click.echo(path)
        self._show(f"made {made.relation}/{made.audience}" if made.files else line)

    def _show(self, line: str) -> None:
        """A line in the place of the last one, never longer than the terminal is wide: what wraps cannot be erased."""
        if self._is_live:
            click.echo(_ERASED + beginning(line, columns()), nl=False, err=True)
            self._line = line
