"""`briefgen make`: briefs from data and templates."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import click
from filelock import FileLock, Timeout

from briefgen.batch import OwnProcess
from briefgen.cli.output import keep_traceback, print_report
from briefgen.cli.progress import Progress
from briefgen.cli.workspace_option import (
    as_of_date,
    checked_output,
    fail_for,
    fail_to_write,
    open_workspace,
    workspace_option,
)
from briefgen.model.formats import ALL, FORMATS, USUAL, asked_for
from briefgen.pipeline import Order, Result, exit_code
from briefgen.pipeline import make as make_briefs
from briefgen.pipeline.exit_codes import ExitCode
from briefgen.surroundings import no_locks

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.world import World


_ALWAYS_TOLD = frozenset({"BG451"})
"""Notes that are told also where others are only counted: a reader does not get what is left out."""
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP})
"""What a file system without locks says of them."""


@click.command()
@click.argument("relations", metavar="[RELATION]...", nargs=-1)
@click.option("-a", "--audience", "audiences", multiple=True, help="Only this audience; may be given again.")
@click.option("-f", "--format", "formats", multiple=True, type=click.Choice([*FORMATS, ALL]), help=f"Default: {USUAL}.")
@click.option("--as-of", metavar="DATE", help="The day to show, or 'today'; default: the relation's own.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option(
    "--no-fit",
    "fit",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Show all, whatever the audience's limit of pages.",
)
@click.option("--discreet", is_flag=True, help="Say of the data only what every audience of the run may know.")
@click.option("--output", metavar="DIR", default="output", show_default=True, help="Where the briefs go.")
@click.option("--all", "each", is_flag=True, help="Tell each problem, also one that comes back many times.")
@workspace_option
def make(
    relations: tuple[str, ...],
    audiences: tuple[str, ...],
    formats: tuple[str, ...],
    as_of: str | None,
    output: str,
    workspace: Path | None,
    *,
    strict: bool,
    fit: bool,
    discreet: bool,
    each: bool,
) -> None:
    """Make briefs: every relation for every audience, unless told otherwise."""
    world = open_workspace(workspace)
    output = checked_output(output, world)
    chosen = asked_for(formats)
    order = Order(
        relations=relations,
        audiences=audiences,
        formats=chosen,
        as_of=as_of_date(as_of, world),
        output=output,
        strict=strict,
        discreet=discreet,
        fit=fit,
    )
    with _held(world.own.root / output, output), OwnProcess(chosen) as executor, Progress() as progress:
        result = make_briefs(world, order, progress.brief, executor)
    raise SystemExit(_close(result, world, output, each=each))


def _held(folder: Path, output: str) -> FileLock:
    """The output folder's lock, so that two runs never mix their files."""
    lock = FileLock(folder / ".briefgen.lock", fallback_to_soft=False)  # one that a killed run leaves behind is no lock
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        click.echo(f"{output}: error[BG602] another run is writing here\n      hint: wait until it ends", err=True)
        raise SystemExit(ExitCode.LOCKED) from None
    except OSError as error:
        if error.errno in _NO_LOCKS:
            fail_for(no_locks(output))
        fail_to_write(output, error, "choose another folder with --output")
    return lock


def _close(result: Result, world: World, output: str, *, each: bool) -> int:
    print_report(result.report, world, notes=_ALWAYS_TOLD, each=each)
    if result.traceback:
        click.echo(f"the details are in {keep_traceback(result.traceback)}", err=True)
    files = sum(len(brief.files) for brief in result.briefs)
    failed = [f"{brief.relation}/{brief.audience}" for brief in result.briefs if brief.failed]
    if files:
        click.echo(f"{files} {'file' if files == 1 else 'files'} in {output}/")
    if failed:
        click.echo(f"not made: {', '.join(failed)} (their last editions are untouched)", err=True)
    elif not result.briefs:
        click.echo("nothing was made; the files of the last run are untouched", err=True)
    return exit_code(result, making=True)
