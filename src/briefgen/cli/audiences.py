"""`briefgen audiences`: who reads, with which clearance, what in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from briefgen.cli.output import print_report
from briefgen.cli.workspace import open_workspace, workspace_option
from briefgen.diagnostics import Report
from briefgen.load import load

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@workspace_option
def audiences(workspace: Path | None) -> None:
    """List the audiences with their clearance, what is hidden from them, and their sections."""
    world = open_workspace(workspace)
    report = Report()
    loaded = report.keep(load(world))
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("audience", "clearance", "hidden", "sections"):
        table.add_column(column, overflow="fold")
    for audience in loaded.audiences:
        hidden = sorted(audience.hide_topics | audience.hide_kinds | audience.hide_statuses)
        sections = ", ".join(choice.name for choice in audience.sections)
        table.add_row(audience.id, audience.clearance.name.lower(), ", ".join(hidden) or "nothing", sections)
    console = Console()
    console.print(table, soft_wrap=not console.is_terminal)
    print_report(report, world)
    raise SystemExit(1 if report.has_errors else 0)
