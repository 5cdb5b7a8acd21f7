"""A line for each diagnostic: for editors and for eyes that know the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics.printers.visible import visible

if TYPE_CHECKING:
    from briefgen.diagnostics.diagnostic import Diagnostic


def print_short(diagnostic: Diagnostic) -> str:
    """One line: `path:line:column: error[BG204] message`."""
    head = f"{diagnostic.severity}[{diagnostic.code}] {visible(diagnostic.message)}"
    return f"{visible(str(diagnostic.place))}: {head}" if diagnostic.place.path else head
