"""`briefgen make`: briefs from data and templates."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

import click
from filelock import FileLock, Timeout

from briefgen.batch import OwnProcess
from briefgen.cli.output import keep_traceback, print_report
from briefgen.cli.progress import Progress
from briefgen.cli.report_files import checked_reports, is_told, read_told, report_option, write_reports
from briefgen.cli.workspace_option import (
    as_of_date,
    checked_output,
    fail_for,
    fail_to_write,
    open_workspace,
    workspace_option,
)
from briefgen.diagnostics import REPORTS
from briefgen.model.formats import ALL, FORMATS, USUAL, asked_for
from briefgen.pipeline import Order, Result, exit_code, unchanged_run
from briefgen.pipeline import make as make_briefs
from briefgen.pipeline.exit_codes import ExitCode
from briefgen.publish import INTERNAL
from briefgen.surroundings import no_locks

if TYPE_CHECKING:
    from briefgen.world import World


_ALWAYS_TOLD = frozenset({"BG451"})
"""Notes that are told also where others are only counted: a reader does not get what is left out."""
LOGS = ("human", "short", "github")
"""Forms of what is told on the way."""
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP})
"""What a file system without locks says of them."""


@click.command()
@click.argument("relations", metavar="[RELATION]...", nargs=-1)
@click.option("-a", "--audience", "audiences", multiple=True, help="Only this audience; may be given again.")
@click.option("-f", "--format", "formats", multiple=True, type=click.Choice([*FORMATS, ALL]), help=f"Default: {USUAL}.")
@click.option("--as-of", metavar="DATE", help="The day to show, or 'today'; default: the relation's own.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--force", is_flag=True, help="Make also what has not changed.")
@click.option("--prune", is_flag=True, help="Take away files that nobody makes any more.")
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
@click.option("--internal", metavar="DIR", default=INTERNAL, show_default=True, help="Where the owner's records go.")
@click.option("--log", type=click.Choice(LOGS), default="human", show_default=True, help="How problems are told.")
@report_option
@click.option(
    "--told", metavar="FILE.json", type=click.Path(path_type=Path), help="Leave untold what this report of check tells."
)
@click.option("--all", "each", is_flag=True, help="Tell each problem, also one that comes back many times.")
@workspace_option
def make(
    relations: tuple[str, ...],
    audiences: tuple[str, ...],
    formats: tuple[str, ...],
    as_of: str | None,
    output: str,
    internal: str,
    log: str,
    reports: tuple[str, ...],
    told: Path | None,
    workspace: Path | None,
    *,
    strict: bool,
    force: bool,
    prune: bool,
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
        internal=checked_output(internal, world, "--internal"),
        strict=strict,
        force=force,
        prune=prune,
        discreet=discreet,
        fit=fit,
    )
    files = checked_reports(reports, "--report", world, REPORTS)
    before = read_told(told)
    with _held(world.own.root / output, output):
        result = unchanged_run(world, order) or _made(world, order)
    print_report(result.report, world, log, notes=_ALWAYS_TOLD, each=each, but=lambda d: is_told(d, before))
    write_reports(files, result, world, "Briefs")
    raise SystemExit(_close(result, output))


def _made(world: World, order: Order) -> Result:
    with OwnProcess(order.formats) as executor, Progress() as progress:
        return make_briefs(world, order, progress.brief, executor)


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


def _how_current(result: Result) -> str:
    """What of a run was there before, in words for its last line."""
    current = sum(brief.is_current for brief in result.briefs)
    if not current:
        return ""
    made = sum(not brief.is_current and not brief.failed for brief in result.briefs)
    if not made:
        return ", all as they were: nothing that they are made from has changed"
    return f" ({made} {'brief' if made == 1 else 'briefs'} made, {current} as before)"


def _close(result: Result, output: str) -> int:
    if result.traceback:
        click.echo(f"the details are in {keep_traceback(result.traceback)}", err=True)
    files = sum(len(brief.files) for brief in result.briefs)
    failed = [f"{brief.relation}/{brief.audience}" for brief in result.briefs if brief.failed]
    if files:
        click.echo(f"{files} {'file' if files == 1 else 'files'} in {output}/{_how_current(result)}")
    if failed:
        is_whole = not any(brief.is_mixed for brief in result.briefs)
        untouched = " (their last editions are untouched)" if is_whole else ""
        click.echo(f"not made: {', '.join(failed)}{untouched}", err=True)
    elif not result.briefs:
        click.echo("nothing was made; the files of the last run are untouched", err=True)
    return exit_code(result, making=True)
