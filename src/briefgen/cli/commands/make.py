"""`briefgen make`: briefs from data and templates."""

from __future__ import annotations

import errno
from contextlib import contextmanager, nullcontext, suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli.guidance.completed_names import AUDIENCE, RELATION
from briefgen.cli.guidance.folder_options import folder_options
from briefgen.cli.output import LINES, keep_traceback, print_told, told_of
from briefgen.cli.progress import Pace, Progress
from briefgen.cli.report_files import checked_reports, is_told, read_told, report_option, report_texts, write_texts
from briefgen.cli.run_log import ForPeople, ForScripts
from briefgen.cli.who_makes import crew_of, insecure_option, jobs_option, scheduler_option
from briefgen.cli.workspace_option import (
    as_of_date,
    checked_output,
    clearing_given,
    copy_given,
    fail,
    fail_for,
    fail_to_write,
    open_workspace,
    workspace_option,
)
from briefgen.diagnostics import FOR_PEOPLE, REPORTS, Extra, Severity
from briefgen.model.facts.clearings import UNCLEARED, BriefState
from briefgen.model.formats import ALL, FORMATS, USUAL, asked_for
from briefgen.pipeline import Order, Result, as_before, exit_code, is_kept, keep_run, last_run, unchanged_run
from briefgen.pipeline.exit_codes import ExitCode
from briefgen.records import dataclass, replace
from briefgen.surroundings import no_locks
from briefgen.world import ReadBefore, is_address
from briefgen.world.folder_lock import HeldElsewhereError, folder_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from contextlib import AbstractContextManager
    from typing import TypeAlias

    from briefgen.batch import CrewOfRun, OwnProcess
    from briefgen.cli.report_files import Said
    from briefgen.cli.run_log import RunLog
    from briefgen.diagnostics import Diagnostic
    from briefgen.pipeline import Event, KeptRun, RunWords
    from briefgen.world import Disk, Overlay, World

    Makes: TypeAlias = Callable[[Callable[[Event], None]], Result]
    """What makes the briefs of a run, and tells somebody of each step."""


_ALWAYS_TOLD = frozenset({"BG451"})
"""Notes that are told also where others are only counted: a reader does not get what is left out."""
JSON_LINES = "json"
LOGS = (*FOR_PEOPLE, "github", JSON_LINES)
"""Forms of what is told on the way."""
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP})
"""What a file system without locks says of them."""


@click.command()
@click.argument("relations", type=RELATION, metavar="[RELATION]...", nargs=-1)
@click.option(
    "-a", "--audience", "audiences", type=AUDIENCE, multiple=True, help="Only this audience; may be given again."
)
@click.option("-f", "--format", "formats", multiple=True, type=click.Choice([*FORMATS, ALL]), help=f"Default: {USUAL}.")
@click.option("--as-of", metavar="DATE", help="The day to show, or 'today'; default: the relation's own.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--force", is_flag=True, help="Make also what has not changed.")
@click.option("--prune", is_flag=True, help="Take away files that nobody makes any more.")
@click.option("--manifests", is_flag=True, help="Put a list of its files, with their digests, beside each brief.")
@click.option(
    "--no-fit",
    "fit",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Show all, whatever the audience's limit of pages.",
)
@click.option("--state", type=click.Choice([*map(str, UNCLEARED)]), help="What briefs are until they are cleared.")
@click.option(
    "--cleared",
    metavar="EDITION NAME DAY",
    nargs=3,
    multiple=True,
    help="An edition that was cleared: by whom, and when; may be given again.",
)
@click.option("--copy", metavar="N/TOTAL", help="Make numbered copies, such as 3/12, beside the output.")
@click.option("--watch", is_flag=True, help="Make them again at each save, until Ctrl-C.")
@jobs_option
@scheduler_option
@insecure_option
@click.option("--discreet", is_flag=True, help="Say of the data only what every audience of the run may know.")
@folder_options("Where the briefs go: a folder, or the address of a store.", records="Where the owner's records go.")
@click.option("--log", type=click.Choice(LOGS), default="human", show_default=True, help="How problems are told.")
@report_option
@click.option(
    "--told", metavar="FILE.json", type=click.Path(path_type=Path), help="Leave untold what this report of check tells."
)
@click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
@click.option("-v", "--verbose", is_flag=True, help="Tell notes too, how long each stage took, and the slowest briefs.")
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
    state: str | None,
    cleared: tuple[tuple[str, str, str], ...],
    copy: str | None,
    told: Path | None,
    jobs: int | None,
    scheduler: str | None,
    workspace: Path | None,
    *,
    strict: bool,
    force: bool,
    prune: bool,
    manifests: bool,
    fit: bool,
    discreet: bool,
    watch: bool,
    insecure_scheduler: bool,
    each: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Make briefs: every relation for every audience, unless told otherwise."""
    world = open_workspace(workspace)
    order = Order(
        relations=relations, audiences=audiences, formats=asked_for(formats), as_of=as_of_date(as_of, world),
        output=checked_output(output, world), internal=checked_output(internal, world, "--internal"), strict=strict,
        force=force, prune=prune, manifests=manifests, discreet=discreet, fit=fit,
        state=BriefState(state) if state else None, copy=copy_given(copy),
        cleared=tuple(clearing_given(words, world) for words in cleared),
    )  # fmt: skip
    checked = tuple(checked_reports(reports, "--report", world, REPORTS))
    telling = Telling(reports=checked, told=told, form=log, each=each, is_quiet=quiet, is_verbose=verbose)
    if watch:
        _watch(world, order, telling, {"--jobs": jobs, "--scheduler": scheduler})
        return
    crew = partial(crew_of, jobs, order.formats, scheduler, may_be_read=insecure_scheduler)
    raise SystemExit(_run(world, order, telling, _by_crew(world, order, telling, crew)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a run says, and to whom."""

    reports: tuple[Path, ...]
    told: Path | None
    """A report of what was told before."""
    form: str
    each: bool
    is_quiet: bool
    is_verbose: bool
    last: frozenset[tuple[str, str, str]] = frozenset()
    """Code, file and words of what was told of the run before: only errors are told again."""

    @property
    def told_before(self) -> frozenset[Said]:
        """What is left untold; a file that says no such thing is wrong usage."""
        return read_told(self.told)

    @property
    def notes(self) -> Collection[str] | None:
        """Codes of the notes that are told; None for all."""
        return None if self.is_verbose else () if self.is_quiet else _ALWAYS_TOLD

    @property
    def name(self) -> str:
        """What a run that is told in the same way has the same of."""
        notes = None if self.notes is None else sorted(self.notes)
        return repr((self.form, notes, self.each, sorted(self.told_before), self._endings))

    @property
    def _endings(self) -> list[str]:
        return sorted({path.suffix for path in self.reports})

    def told_of(self, result: Result, world: World) -> RunWords:
        """What is said of a run."""
        told = told_of(
            result.report,
            world,
            LINES if self.form == JSON_LINES else self.form,
            notes=self.notes,
            each=self.each,
            but=lambda problem: is_told(problem, self.told_before) or self._was_just_told(problem),
        )
        return replace(told, reports=self.reports_of(result, world))

    def _was_just_told(self, problem: Diagnostic) -> bool:
        return problem.severity is not Severity.ERROR and _words(problem) in self.last

    def reports_of(self, result: Result, world: World) -> dict[str, str]:
        """Ending → the text of the reports that are asked for."""
        return report_texts(self._endings, result, world, "Briefs")


def _words(problem: Diagnostic) -> tuple[str, str, str]:
    return problem.code, problem.place.path, problem.message


def _run(
    world: Overlay[Disk],
    order: Order,
    telling: Telling,
    making: AbstractContextManager[Makes],
    *,
    watches: bool = False,
) -> int:
    if telling.is_quiet and telling.is_verbose:
        fail("--quiet and --verbose ask for opposite things", "take one of them out")
    pace = Pace()
    progress = Progress(pace, is_shown=not telling.is_quiet and telling.form != JSON_LINES)
    log: RunLog = ForPeople(progress, pace, is_quiet=telling.is_quiet, is_verbose=telling.is_verbose)
    if telling.form == JSON_LINES:
        log = ForScripts(pace)
    with _held(order, world):
        if not watches and (kept := _unchanged(world, order, telling)):
            result, told, code = Result(briefs=list(kept.briefs)), kept.told, kept.code
            for brief in kept.briefs:
                log.event(brief)
        else:
            with making as makes, progress:
                result = makes(log.event)
            told, code = telling.told_of(result, world), exit_code(result, making=True)
            again = replace(told, reports=telling.reports_of(as_before(result), world))
            keep_run(order, telling.name, result, again, world)
    print_told(told)
    if result.traceback:
        click.echo(f"the details are in {keep_traceback(result.traceback)}", err=True)
    write_texts(telling.reports, told.reports)
    log.close(result, order.places.output, code)
    return code


def _unchanged(world: World, order: Order, telling: Telling) -> KeptRun | None:
    """What the same run came to before, if nothing has changed.

    Another process looks that up, where one can be forked: if something has changed, this one has read nothing yet, and
    can still fork what makes the briefs.
    """
    if not is_kept(order, world.outputs):
        return None
    from briefgen.batch.forking import asked_apart, may_fork

    def found() -> KeptRun | None:
        return unchanged_run(world, order, telling.name)

    with suppress(OSError):  # no process is to be had for that
        if may_fork():
            return last_run(order, telling.name, world.outputs) if asked_apart(lambda: found() is not None) else None
    return found()


@contextmanager
def _by_crew(world: World, order: Order, telling: Telling, crew: Callable[[], CrewOfRun]) -> Iterator[Makes]:
    with crew() as makers:
        read_told(telling.told)
        from briefgen.pipeline import make as make_briefs  # what makes briefs does not need the stages before it

        yield partial(make_briefs, world, order, crew=makers)


def _watch(world: Overlay[Disk], order: Order, telling: Telling, unused: Mapping[str, object]) -> None:
    """Make the briefs now and at each save."""
    for option in [name for name, given in unused.items() if given is not None]:
        fail(f"--watch makes one brief after the other, {option} asks for more", f"leave {option} out")
    if not find_spec("watchfiles"):
        fail("saves are heard by a library that is not installed", Extra.PREVIEW.installed_by)
    from briefgen.batch import OwnProcess

    with OwnProcess(order.formats) as executor:  # which begins before anything is read
        from briefgen.preview.saves import at_each_save

        at_each_save(world.own.root, _Runs(world, order, telling, executor).one_more)


class _Runs:
    """Those of a watch, one after the other: what was read and is as it was is not read again, nor told again."""

    def __init__(self, world: Overlay[Disk], order: Order, telling: Telling, executor: OwnProcess) -> None:
        self._world, self._order, self._telling, self._executor = world, order, telling, executor
        self._kept = ReadBefore()
        self._is_first = True

    def one_more(self) -> None:
        """Make the briefs; the first run that cannot begin ends the watch, a later one is told and waits for a save."""
        with nullcontext() if self._is_first else suppress(SystemExit):
            _run(self._world, self._order, self._telling, nullcontext(self._make), watches=True)
        self._is_first = False
        if not self._telling.is_quiet and self._telling.form != JSON_LINES:
            click.echo("waiting for a save; Ctrl-C ends it", err=True)

    def _make(self, event: Callable[[Event], None]) -> Result:
        from briefgen.pipeline import make as make_briefs

        result = make_briefs(self._world, self._order, event, executor=self._executor, kept=self._kept)
        self._telling = replace(self._telling, last=frozenset(map(_words, result.report.diagnostics)))
        return result


def _held(order: Order, world: Overlay[Disk]) -> AbstractContextManager[object]:
    """The output's lock, so that two runs never mix their files: in the output, or with the owner where that is away.

    Where both are in stores, which know no locks, nothing keeps two runs apart.
    """
    output = next((path for path in (order.places.output, order.places.owners) if not is_address(path)), None)
    if output is None:
        return nullcontext()
    folder = world.own.root / output
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return folder_lock(folder)
    except HeldElsewhereError:
        click.echo(f"{output}: error[BG602] another run is writing here\n      hint: wait until it ends", err=True)
        raise SystemExit(ExitCode.LOCKED) from None
    except OSError as error:
        if error.errno in _NO_LOCKS:
            fail_for(no_locks(output))
        fail_to_write(output, error, "choose another folder with --output")
