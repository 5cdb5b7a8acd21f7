"""The command line: options in, diagnostics and progress out, exit code."""

from __future__ import annotations

import click

from briefgen import __version__
from briefgen.cli.commands.audiences import audiences
from briefgen.cli.commands.check import check
from briefgen.cli.commands.explain import explain
from briefgen.cli.commands.init import init
from briefgen.cli.commands.make import make
from briefgen.cli.commands.migrate import migrate
from briefgen.cli.commands.new import new
from briefgen.cli.commands.schema import schema
from briefgen.cli.commands.style import style
from briefgen.cli.commands.trace import trace
from briefgen.cli.commands.verify import verify_output

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefgen")
def main() -> None:
    """Policy briefs on the relation between two countries, from structured text files."""


for command in (make, check, verify_output, trace, explain, schema, init, new, migrate, audiences, style):
    main.add_command(command)
