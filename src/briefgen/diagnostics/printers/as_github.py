"""Diagnostics as workflow commands: GitHub Actions shows each beside its line in a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics.codes import CODES
from briefgen.diagnostics.diagnostic import Severity
from briefgen.diagnostics.printers.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.diagnostics.diagnostic import Diagnostic

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def print_github(diagnostics: Sequence[Diagnostic]) -> str:
    """A line for each: `::error file=...,line=4,col=9,title=BG204 TRD-SUM::message`.

    What stands in a file that briefgen ships is shown beside no line: the message names it.
    """
    return "\n".join(map(_command, diagnostics))


def _command(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    title = f"{diagnostic.code} {CODES[diagnostic.code][0]}"
    known: dict[str, str | int] = {"title": title}
    if not place.is_shipped:
        known = {"file": place.path, "line": place.line, "col": place.column, **known}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in known.items() if value)
    hint = f"%0Ahint: {_data(diagnostic.hint)}" if diagnostic.hint else ""
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{_data(_message(diagnostic))}{hint}"


def _message(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.place}: {diagnostic.message}" if diagnostic.place.is_shipped else diagnostic.message


def _data(text: str) -> str:
    """A message with `%` escaped, as the runner's own toolkit does; line breaks are made visible before."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    """A property, in which colons and commas are escaped too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
