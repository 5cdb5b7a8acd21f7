"""`briefgen changes`: what is new in each brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.editions.changes_output import FORMS, print_changes
from briefgen.cli.editions.changes_redlines import checked_folder, write_redlines
from briefgen.cli.editions.changes_withdrawn import print_withdrawals
from briefgen.cli.guidance.completed_names import AUDIENCE, FOLDER_NAME, RELATION
from briefgen.cli.guidance.folder_options import folder_options
from briefgen.cli.output import print_told, told_of
from briefgen.cli.workspace_option import as_of_date, checked_output, open_workspace, workspace_option
from briefgen.model.formats import REDLINE
from briefgen.pipeline import Order, Result
from briefgen.pipeline.editions.changes_between import NOW, EditionsAsked, changes
from briefgen.pipeline.exit_of_run import exit_code
from briefgen.records import replace

if TYPE_CHECKING:
    from pathlib import Path
    from typing import NoReturn

    from briefgen.world import Disk, Overlay

_NUMBER = click.IntRange(min=1)


@click.command(name="changes")
@click.argument("relations", type=RELATION, metavar="[RELATION]...", nargs=-1)
@click.option(
    "-a", "--audience", "audiences", type=AUDIENCE, multiple=True, help="Only this audience; may be given again."
)
@click.option("--from", "since", metavar="NUMBER", type=_NUMBER, help="An edition; default: the newest that differs.")
@click.option("--to", "until", metavar="NUMBER", type=_NUMBER, help="An edition; default: what the data say now.")
@click.option("--as-of", metavar="DATE", help="The day to show, or 'today'; default: the relation's own.")
@click.option(
    "--redline",
    "redline_folder",
    type=FOLDER_NAME,
    metavar="DIR",
    help=f"Write each changed brief there too, as RELATION/AUDIENCE{REDLINE} with tracked changes.",
)
@click.option("--withdrawn", is_flag=True, help="Tell instead where each fact was told that is retracted since.")
@click.option("--format", "form", type=click.Choice(FORMS), default=FORMS[0], show_default=True)
@folder_options("Where the briefs are.")
@workspace_option
def tell_changes(
    relations: tuple[str, ...],
    audiences: tuple[str, ...],
    since: int | None,
    until: int | None,
    as_of: str | None,
    redline_folder: str | None,
    form: str,
    output: str,
    internal: str,
    workspace: Path | None,
    *,
    withdrawn: bool,
) -> None:
    """Tell which facts are new, say something else, or are no longer told, since the edition before.

    Each brief is compared with what its own audience knew: nothing is told that it may not see.
    """
    world = open_workspace(workspace)
    folder = checked_folder(redline_folder, output, world)
    order = Order(
        relations=relations,
        audiences=audiences,
        as_of=as_of_date(as_of, world),
        output=checked_output(output, world),
        internal=checked_output(internal, world, "--internal"),
    )
    if withdrawn:
        _tell_withdrawn(world, order, form)
    asked = EditionsAsked(since, until or NOW)
    report, found = changes(world, order, asked)
    can_tell = not report.has_errors
    if folder and can_tell:
        report = write_redlines(world, order, asked, folder)
    print_told(replace(told_of(report, world, "human", notes=()), counts=""))
    if can_tell:
        print_changes(found, form)
    raise SystemExit(exit_code(Result(report), making=False))


def _tell_withdrawn(world: Overlay[Disk], order: Order, form: str) -> NoReturn:
    from briefgen.pipeline.editions.withdrawals import withdrawals

    report, found = withdrawals(world, order)
    print_told(replace(told_of(report, world, "human", notes=()), counts=""))
    if not report.has_errors:
        print_withdrawals(found, form)
    raise SystemExit(exit_code(Result(report), making=False))
