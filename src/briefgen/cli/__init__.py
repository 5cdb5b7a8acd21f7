"""The command line: options in, diagnostics and progress out, exit code."""

from __future__ import annotations

import click

from briefgen import __version__
from briefgen.cli.audiences import audiences
from briefgen.cli.check import check
from briefgen.cli.explain import explain
from briefgen.cli.init import init
from briefgen.cli.make import make
from briefgen.cli.schema import schema
from briefgen.cli.style import style

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefgen")
def main() -> None:
    """Policy briefs on the relation between two countries, from structured text files."""


for command in (make, check, explain, schema, init, audiences, style):
    main.add_command(command)
