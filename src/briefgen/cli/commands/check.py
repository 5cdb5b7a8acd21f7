"""`briefgen check`: everything, without writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefgen.cli.guidance.completed_names import AUDIENCE, FILE_NAME, RELATION
from briefgen.cli.output import keep_traceback, print_report
from briefgen.cli.progress import Pace, Progress
from briefgen.cli.report_files import checked_reports, report_option, write_due, write_reports
from briefgen.cli.who_makes import jobs_option
from briefgen.cli.workspace_option import as_of_date, open_workspace, workspace_option
from briefgen.diagnostics import FOR_MACHINES, FOR_PEOPLE, PAGE, REPORTS
from briefgen.pipeline import Order, exit_code
from briefgen.pipeline.exit_codes import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.pipeline import Event


FORMATS = (*FOR_PEOPLE, *FOR_MACHINES)


@click.command()
@click.argument("relations", type=RELATION, metavar="[RELATION]...", nargs=-1)
@click.option(
    "-a", "--audience", "audiences", type=AUDIENCE, multiple=True, help="Only this audience; may be given again."
)
@click.option("--as-of", metavar="DATE", help="What to hold ages against: a date, or 'today'; default: the relation's.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--fit", is_flag=True, help="Say what briefs would leave out to keep to their pages.")
@click.option("--discreet", is_flag=True, help="Say of the data only what every audience of the run may know.")
@click.option("--format", "style", type=click.Choice(FORMATS), default="human", show_default=True)
@report_option
@click.option(
    "--due", type=FILE_NAME, metavar="FILE.md", help="Write what has grown old there, where on_stale asks for an issue."
)
@jobs_option
@click.option("--all", "each", is_flag=True, help="Tell each problem, also one that comes back many times.")
@workspace_option
def check(
    relations: tuple[str, ...],
    audiences: tuple[str, ...],
    as_of: str | None,
    style: str,
    reports: tuple[str, ...],
    due: str | None,
    jobs: int | None,
    workspace: Path | None,
    *,
    strict: bool,
    fit: bool,
    discreet: bool,
    each: bool,
) -> None:
    """Check data, references, audiences and templates without writing anything."""
    world = open_workspace(workspace)
    day = as_of_date(as_of, world)
    files = checked_reports(reports, "--report", world, REPORTS)
    due_files = checked_reports([due] if due else [], "--due", world, [PAGE])
    order = Order(relations=relations, audiences=audiences, as_of=day, strict=strict, discreet=discreet, fit=fit)
    from briefgen.batch import CrewOfRun

    pace = Pace()
    with CrewOfRun(jobs) as crew, Progress(pace) as progress:
        from briefgen.pipeline import check as check_all  # what makes briefs does not need the stages before it

        def told(event: Event) -> None:
            pace.note(event)
            progress.show(event)

        result = check_all(world, order, progress=told, crew=crew)
    print_report(result.report, world, style, each=each)
    write_reports(files, result, world, "Check of the data")
    for path in due_files:
        write_due(path, result, world)
    if result.traceback:
        click.echo(f"the details are in {keep_traceback(result.traceback)}", err=True)
    code = exit_code(result, making=False)
    if code is ExitCode.STALE:
        click.echo('some of it has grown old, and briefgen.toml says on_stale = "fail"', err=True)
    if code == 0 and style in FOR_PEOPLE:
        click.echo("no errors")
    raise SystemExit(code)
