"""`briefgen check`: everything, without writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.output import keep_traceback, print_report
from briefgen.cli.workspace import open_workspace, workspace_option
from briefgen.pipeline import Order, exit_code
from briefgen.pipeline import check as check_all

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("relations", metavar="[RELATION]...", nargs=-1)
@click.option("--format", "style", type=click.Choice(["human", "short"]), default="human", show_default=True)
@workspace_option
def check(relations: tuple[str, ...], style: str, workspace: Path | None) -> None:
    """Check data, references, audiences and templates without writing anything."""
    world = open_workspace(workspace)
    result = check_all(world, Order(relations=relations))
    print_report(result.report, world, style)
    if result.traceback:
        click.echo(f"the details are in {keep_traceback(result.traceback)}", err=True)
    code = exit_code(result, making=False)
    if code == 0:
        click.echo("no errors")
    raise SystemExit(code)
