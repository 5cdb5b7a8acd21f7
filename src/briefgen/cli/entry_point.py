"""The command with its streams: nothing it meets gives a traceback, and nobody who stops listening stops the work."""

from __future__ import annotations

import sys
import traceback

import click

from briefgen.cli import main
from briefgen.cli.standard_streams import guard_standard_streams
from briefgen.pipeline.exit_codes import ExitCode

_REPORTS: dict[str, tuple[str, ...]] = {"make": (), "check": ("output", "error")}
"""Command → the streams with what it is asked for, where that is not output: lines about made files are no report."""


def exit_code_of_command() -> int:
    """Do what the arguments of this process say; its exit code."""
    said = guard_standard_streams()
    code = _code()
    sys.stdout.flush()
    sys.stderr.flush()
    command = "" if {"-h", "--help"}.intersection(sys.argv) else "".join(sys.argv[1:2])
    lost = [name for name in _REPORTS.get(command, ("output",)) if said[name].is_lost]
    if not lost or code > ExitCode.INPUTS:
        return code
    click.echo(f"error[BG601] standard {lost[0]} cannot be written: {said[lost[0]].why}", err=True)
    sys.stderr.flush()
    return ExitCode.OUTPUT


def _code() -> int:
    try:
        given = main.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else ExitCode.WELL
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told in a line
        asked = error.__cause__
        if asked and not isinstance(asked, Exception):  # to stop, as a class was made: Python up to 3.11 wraps it
            raise asked from None
        return _told(error)
    return given if isinstance(given, int) else ExitCode.WELL


def _told(error: Exception) -> int:
    # What tells it is loaded now: few commands need it.
    from briefgen.diagnostics import print_human
    from briefgen.surroundings import refusal_in

    if refused := refusal_in(error):
        click.echo(print_human(refused), err=True)
        return ExitCode.SURROUNDINGS
    from briefgen.cli.output import keep_traceback

    path = keep_traceback(traceback.format_exc())
    message = f"error[BG900] a fault of briefgen's own: {type(error).__name__}"
    click.echo(f"{message}\n      hint: please report it, with what {path} holds", err=True)
    return ExitCode.FAULT
