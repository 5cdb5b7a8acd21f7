"""The list of commands in a help: each with its whole sentence, over as many lines as it takes."""

from __future__ import annotations

import click

_ANY_LENGTH = 1000
"""Characters of a summary: click would cut it where the line ends."""


class ListedWhole(click.Group):
    """A group whose help cuts no command's sentence."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list, in the order of the group."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(_ANY_LENGTH)) for name, command in found if command]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)
