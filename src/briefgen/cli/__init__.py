"""The command line: options in, diagnostics and progress out, exit code."""

from __future__ import annotations

from importlib import import_module
from typing import cast

import click

from briefgen import __version__
from briefgen.cli.guidance.command_lists import ListedWhole

__all__ = ["main"]


_COMMANDS = {
    "audiences": "audiences",
    "changes": "tell_changes",
    "check": "check",
    "completion": "completion",
    "data": "data",
    "explain": "explain",
    "fields": "fields",
    "init": "init",
    "make": "make",
    "migrate": "migrate",
    "new": "new",
    "preview": "preview",
    "schema": "schema",
    "style": "style",
    "trace": "trace",
    "verify": "verify_output",
}
"""Command → the function of its module; one is loaded when it is asked for, since some need all of briefgen."""


class _Commands(ListedWhole):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click asks so
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - likewise
        if cmd_name not in _COMMANDS:
            return None
        from briefgen.cli.guidance.help_ends import guided  # where there is a command

        module = import_module(f"briefgen.cli.commands.{cmd_name}")
        return guided(cast("click.Command", getattr(module, _COMMANDS[cmd_name])), cmd_name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefgen")
def main() -> None:
    """Policy briefs on the relation between two countries, from structured text files."""
