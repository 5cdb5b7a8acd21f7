"""What `check`, `make` and the matrix do with a workspace: one brief after another, through all stages."""

from __future__ import annotations

from functools import partial
from itertools import chain, product
from typing import TYPE_CHECKING

from briefgen.diagnostics import NOWHERE, Report, Severity, did_you_mean
from briefgen.gc_pause import seldom_collected
from briefgen.model.formats import FORMATS
from briefgen.pipeline.judged import judged
from briefgen.pipeline.obsolete_briefs import left_over, prune, surplus
from briefgen.pipeline.one_brief import BriefRun
from briefgen.pipeline.readers import readers
from briefgen.pipeline.run_order import Began, Event, Evidence, Looked, Made, Order, Result, RunStage
from briefgen.pipeline.selection import chosen, faults_of, read
from briefgen.publish import Publication, folders_in
from briefgen.view import Searched, SharedWork
from briefgen.world import Witness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.facts.coverage import Coverage
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.job import Executor, Job, JobResult
    from briefgen.pipeline.judged import BriefSeen
    from briefgen.pipeline.selection import Faults
    from briefgen.world import Outputs, World


def here(job: Job) -> Callable[[], JobResult]:
    """The executor that makes a brief in this process; the libraries of its formats are loaded when first used."""
    from briefgen.pipeline.compose_and_render import produce

    return partial(produce, job)


def check(
    world: World, order: Order, executor: Executor = here, progress: Callable[[Event], None] = lambda _: None
) -> Result:
    """Everything but writing: data, references, audiences, templates."""
    result = Result(Report(strict=order.strict))
    progress(Began(RunStage.READING))
    workspace = read(world, order, result.report)
    result.on_stale = workspace.on_stale
    runs = _runs(workspace, order, result, executor)
    progress(Began(RunStage.CHECKING, len(runs)))
    seen: list[BriefSeen | None] = []
    for run in _in_turn(runs, ()):
        seen.append(run.look())
        progress(Looked(run.relation.slug, run.audience.id))
    result.report.extend(_of_unmade_sections(workspace, order))
    _judge(workspace, order, runs, seen, result.report)
    return result


def _of_unmade_sections(workspace: Workspace, order: Order) -> Iterable[Diagnostic]:
    """What is wrong with sections that none of the briefs held: their audiences' files may be at fault."""
    from briefgen.compose import template_faults

    if order.audiences:
        return ()
    made = {choice.name for reader in readers(workspace, order) for choice in reader.sections}
    collections = [*(kind.collection for kind in workspace.kinds.values()), *sorted(workspace.unread_kinds)]
    names = [name for name in workspace.sections if name not in made or not workspace.relations]
    return template_faults(names, workspace.sections, workspace.partials, workspace.unread, collections)


def _judge(
    workspace: Workspace, order: Order, runs: Sequence[BriefRun], seen: Sequence[BriefSeen | None], report: Report
) -> None:
    """What the briefs of a relation show together, where all of them could be made from all of its data."""
    if order.audiences or order.discreet:  # what one audience is not shown, another may be
        return
    of: dict[str, list[BriefSeen | None]] = {}
    for run, brief in zip(runs, seen, strict=True):
        of.setdefault(run.relation.slug, []).append(brief if run.is_whole else None)
    whole = [sound for briefs in of.values() if len(sound := [one for one in briefs if one]) == len(briefs)]
    are_all = len(whole) == len(workspace.relations) and not workspace.passed_over
    report.extend(judged(workspace, whole, are_all=are_all))


def coverage(world: World, order: Order, executor: Executor = here) -> tuple[Result, list[Coverage]]:
    """Every fact of the ordered relations by audience, with why it is shown or hidden: for the owner of the data."""
    result = Result()
    workspace = read(world, order, result.report)
    runs = _runs(workspace, order, result, executor)
    seen = [run.look() for run in _in_turn(runs, ())]
    _judge(workspace, order, runs, seen, result.report)
    return result, [brief.coverage for brief in seen if brief]


def make(
    world: World,
    order: Order,
    progress: Callable[[Event], None] = lambda _: None,
    executor: Executor = here,
    outputs: Outputs | None = None,
) -> Result:
    """Make the ordered briefs; a brief that fails leaves its last edition in place and the rest go on.

    They go to the world's own outputs, or to others.

    Example:
        >>> from briefgen.world import Disk, Memory, Overlay, shipped_root
        >>> parties = (
        ...     b"[{id: PAK, name: Pakistan, adjective: Pakistani}, {id: BLR, name: Belarus, adjective: Belarusian}]"
        ... )
        >>> relation = b"{title: Two, as_of: 2021-04-23, default_sensitivity: public, parties: %s}" % parties
        >>> own = Memory({"data/pak-blr/relation.yaml": relation, "data/pak-blr/references.json": b"[]"})
        >>> result = make(Overlay(own, Disk(shipped_root())), Order(audiences=("public",), formats=("docx",)))
        >>> result.briefs
        [Made(relation='pak-blr', audience='public', files=('output/pak-blr/public.docx',), failed=False)]
        >>> own.files["output/pak-blr/public.docx"][:2]
        b'PK'
    """
    result = Result(Report(strict=order.strict))
    publication = Publication(order.places, outputs or world.outputs)
    said = publication.begin()
    result.report.extend(said)
    if not any(told.severity is Severity.ERROR for told in said):
        _make(world, order, progress, executor, publication, result)
    return result


def _make(
    world: World,
    order: Order,
    progress: Callable[[Event], None],
    executor: Executor,
    publication: Publication,
    result: Result,
) -> None:
    """Make the briefs for an output that is whole; what comes of it is in the result."""
    report = result.report
    _report_unknown(order.formats, report)
    progress(Began(RunStage.READING))
    witness = Witness(world)
    workspace = read(witness, order, report)
    runs = _runs(workspace, order, result, executor, publication)
    faults = faults_of(report)
    if faults.of_all:
        return
    sound = [run for run in runs if run.relation.slug not in faults.slugs and run.audience.id not in faults.readers]
    failed = list(_failed(workspace, order, faults))
    progress(Began(RunStage.MAKING, len(failed) + len(sound)))
    for made in chain(failed, _published(sound, order)):
        result.briefs.append(made)
        progress(made)
    _tell_unmade(runs, order, report)
    found = surplus(publication, workspace, order, faults_of(report))
    report.extend(prune(publication, found) if order.prune else left_over(found))
    if unsure := publication.close():
        report.add(unsure)
    files = publication.left | ({} if order.prune else found.files)
    result.evidence = Evidence(
        publication.began, witness.met, witness.needed(), files, folders_in(order.output, publication.outputs)
    )


def _tell_unmade(runs: Iterable[BriefRun], order: Order, report: Report) -> None:
    """BG343 for an edition that the run was told to be cleared, and that no brief of it has: nothing says so then."""
    made = {run.product.edition for run in runs if run.product and run.product.edition}
    for one in order.cleared:
        if one.edition not in made:
            message = f"--cleared {one.edition}: no brief of this run is that edition, so none says that it is cleared"
            of = f"made were {', '.join(sorted(made))}" if made else "no brief was made"
            report.error("BG343", NOWHERE, message, f"{of}: what has changed since is to be cleared again")


def _report_unknown(names: Iterable[str], report: Report) -> None:
    """Whoever asks for a format that there is none of gets nothing, rather than some other format."""
    for name in names:
        if name not in FORMATS:
            report.error("BG503", NOWHERE, f"there is no format '{name}'", did_you_mean(name, FORMATS))


def _failed(workspace: Workspace, order: Order, faults: Faults) -> Iterator[Made]:
    """The briefs of relations and audiences with errors; those that could not be read at all too."""
    slugs = {r.slug for r in workspace.relations if not order.relations or r.slug in order.relations} | faults.slugs
    ids = dict.fromkeys([*(reader.id for reader in readers(workspace, order)), *sorted(faults.readers)])
    for slug, reader in product(sorted(slugs), ids):
        if slug in faults.slugs or reader in faults.readers:
            yield Made(slug, reader, (), failed=True)


def _runs(
    workspace: Workspace, order: Order, result: Result, executor: Executor, publication: Publication | None = None
) -> list[BriefRun]:
    faults = faults_of(result.report)
    searched = {relation.slug: Searched(relation) for relation in workspace.relations}
    work = {relation.slug: SharedWork(relation, order.as_of) for relation in workspace.relations}
    return [
        BriefRun(
            workspace, relation, audience, order, result, executor, searched[relation.slug], work[relation.slug],
            publication, is_whole=not faults.of_all and relation.slug not in faults.slugs,
        )
        for relation, audience in chosen(workspace, order, result.report)
    ]  # fmt: skip


def _published(runs: Iterable[BriefRun], order: Order) -> Iterator[Made]:
    for run in _in_turn(runs, order.formats):
        yield run.publish()


def _in_turn(runs: Iterable[BriefRun], formats: tuple[str, ...]) -> Iterator[BriefRun]:
    """Each run when its brief is made: the executor has begun with the next one by then, if there is one.

    So an executor of its own never waits for the looking through and publishing of what it made.
    """
    made: BriefRun | None = None
    for run in seldom_collected(runs):
        run.prepare(formats)
        if made:
            made.wait()
        run.begin()
        if made:
            yield made
        made = run
    if made:
        made.wait()
        yield made
