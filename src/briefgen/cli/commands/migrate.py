"""`briefgen migrate`: takes out of a workspace what briefgen ships in the same words."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from briefgen.cli.migration import carried_out, migration
from briefgen.cli.output import print_report
from briefgen.cli.workspace_option import fail, fail_to_write, open_workspace, workspace_option
from briefgen.diagnostics import Report, visible
from briefgen.load.settings.audience_list import audience_line
from briefgen.load.settings.workspace_toml import PATH
from briefgen.model.template_files import TemplateKind
from briefgen.pipeline.exit_codes import ExitCode
from briefgen.world import is_source

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.cli.migration import Migration
    from briefgen.world import Disk, Overlay


@click.command()
@click.option("--dry-run", is_flag=True, help="Only list what would be done.")
@workspace_option
def migrate(workspace: Path | None, *, dry_run: bool) -> None:
    """Take out copies of templates that say what briefgen ships.

    Upgrades then reach your briefs. A file that differs is never touched, and the same briefs are made as before.
    """
    world = open_workspace(workspace)
    if is_source(world.own.root):
        fail("this is a checkout of briefgen: its templates are what is shipped", "run it in a workspace of your own")
    report = Report()
    plan = report.keep(migration(world))
    print_report(report, world)
    if plan is None:
        raise SystemExit(ExitCode.INPUTS)
    _tell_first(plan, dry_run=dry_run)
    if dry_run:
        for path in plan.paths:
            click.echo(f"  {path}")
    else:
        _carry_out(plan, world)


def _tell_first(plan: Migration, *, dry_run: bool) -> None:
    """What is going to be done, or would be."""
    for path in plan.kept:
        click.echo(f"{path} stays: another file of that name would take its place")
    if not plan.paths:
        click.echo("nothing to take out: no file here says the same as a shipped one")
        return
    would = "would be " if dry_run else ""
    if plan.audiences:
        click.echo(
            visible(f"{would}written into {PATH}, so that the same briefs are made: {audience_line(plan.audiences)}")
        )
    number = f"{len(plan.paths)} {'file' if len(plan.paths) == 1 else 'files'}"
    click.echo(f"{would}taken out, since briefgen ships the same: {number}")


def _carry_out(plan: Migration, world: Overlay[Disk]) -> None:
    try:
        for path in carried_out(plan, world):
            click.echo(f"  {path}")
    except OSError as error:
        hint = "mend its rights and run this again: what is done stays done"
        fail_to_write(str(error.filename or PATH), error, hint, "changed")
    for kind in TemplateKind:
        with suppress(OSError):  # what holds something else stays
            (world.own.root / kind.folder).rmdir()
