"""What `check`, `make` and the matrix do with a workspace: one brief after another, through all stages."""

from __future__ import annotations

import traceback
from contextlib import closing
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from briefgen.diagnostics import NOWHERE, Report, Severity, did_you_mean
from briefgen.model.formats import FORMATS
from briefgen.model.template_files import TemplateKind
from briefgen.pipeline.judged.brief_seen import BriefSeen
from briefgen.pipeline.obsolete_briefs import left_over, prune, surplus
from briefgen.pipeline.one_brief import SAID_FIRST, own_fault
from briefgen.pipeline.readers import readers
from briefgen.pipeline.run_order import Began, Event, Evidence, Looked, Made, Order, Result, RunStage
from briefgen.pipeline.selection import chosen, faults_of, read
from briefgen.pipeline.sharing import BriefToMake, Workroom, outcomes_in_turn
from briefgen.publish import Publication, folders_in
from briefgen.surroundings import refusal_in
from briefgen.world import READ_AFRESH, Witness

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from briefgen.diagnostics import Diagnostic
    from briefgen.model.facts.coverage import Coverage
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.job import Executor, Job, JobResult
    from briefgen.pipeline.run_order import BriefOutcome
    from briefgen.pipeline.selection import Faults
    from briefgen.pipeline.sharing import Crew
    from briefgen.world import Outputs, Recollection, World

_MIXED = "BG605"
"""That files of a brief are of two editions."""


def here(job: Job) -> Callable[[], JobResult]:
    """The executor that makes a brief in this process; the libraries of its formats are loaded when first used."""
    from briefgen.pipeline.compose_and_render import produce

    return partial(produce, job)


def _alone(executor: Executor, kept: Recollection = READ_AFRESH) -> Crew:
    return partial(outcomes_in_turn, executor=executor, kept=kept)


def check(
    world: World,
    order: Order,
    executor: Executor = here,
    progress: Callable[[Event], None] = lambda _: None,
    crew: Crew | None = None,
) -> Result:
    """Everything but writing: data, references, audiences, templates. A crew does without the executor."""
    result = Result(Report(strict=order.strict))
    progress(Began(RunStage.READING))
    workspace = read(world, order, result.report)
    result.on_stale = workspace.on_stale
    briefs = _briefs(workspace, order, result)
    progress(Began(RunStage.CHECKING, len(briefs)))
    seen = list(_looked_at(workspace, order, briefs, result, crew or _alone(executor), progress))
    result.report.extend(_of_unmade_sections(workspace, order))
    _judge(workspace, order, briefs, seen, result.report)
    return result


def _looked_at(
    workspace: Workspace,
    order: Order,
    briefs: Sequence[BriefToMake],
    result: Result,
    crew: Crew,
    progress: Callable[[Event], None] = lambda _: None,
) -> Iterator[BriefSeen | None]:
    """What each brief shows; None for one with an error."""
    room = Workroom(workspace, order, _said_first(result.report))
    for brief, outcome in zip(briefs, crew(room, briefs), strict=True):
        _note(outcome, result)
        progress(Looked(outcome.relation, outcome.audience))
        yield BriefSeen(brief.relation, brief.audience, *outcome.shown, outcome.answers) if outcome.shown else None


def _said_first(report: Report) -> tuple[Diagnostic, ...]:
    return tuple(told for told in report.diagnostics if told.code in SAID_FIRST)


def _note(outcome: BriefOutcome, result: Result) -> None:
    """Tell what there is to tell of a brief."""
    result.report.extend(outcome.told)
    result.traceback = outcome.traceback or result.traceback


def _of_unmade_sections(workspace: Workspace, order: Order) -> Iterable[Diagnostic]:
    """What is wrong with sections that none of the briefs held: their audiences' files may be at fault.

    A shipped one is sound as it is, and places no file that could be the workspace's.
    """
    if order.audiences:
        return ()
    made = {choice.name for reader in readers(workspace, order) for choice in reader.sections}
    collections = [*(kind.collection for kind in workspace.kinds.values()), *sorted(workspace.unread_kinds)]
    own = [name for name in workspace.sections if TemplateKind.SECTION.path(name) not in workspace.shipped]
    names = [name for name in own if name not in made or not workspace.relations]
    if not names:
        return ()
    from briefgen.compose import template_faults  # what makes briefs has read the other sections

    return template_faults(names, workspace.sections, workspace.partials, workspace.unread, collections)


def _judge(
    workspace: Workspace, order: Order, briefs: Sequence[BriefToMake], seen: Sequence[BriefSeen | None], report: Report
) -> None:
    """What the briefs of a relation show together, where all of them could be made from all of its data."""
    if order.audiences or order.discreet:  # what one audience is not shown, another may be
        return
    of: dict[str, list[BriefSeen | None]] = {}
    for brief, found in zip(briefs, seen, strict=True):
        of.setdefault(brief.relation.slug, []).append(found if brief.is_whole else None)
    whole = [sound for found in of.values() if len(sound := [one for one in found if one]) == len(found)]
    are_all = len(whole) == len(workspace.relations) and not workspace.passed_over
    from briefgen.pipeline.judged.judgement import judged  # a run that makes briefs asks for no such judgement

    report.extend(judged(workspace, whole, are_all=are_all))


def coverage(world: World, order: Order, executor: Executor = here) -> tuple[Result, list[Coverage]]:
    """Every fact of the ordered relations by audience, with why it is shown or hidden: for the owner of the data."""
    result = Result()
    workspace = read(world, order, result.report)
    briefs = _briefs(workspace, order, result)
    seen = list(_looked_at(workspace, order, briefs, result, _alone(executor)))
    _judge(workspace, order, briefs, seen, result.report)
    return result, [brief.coverage for brief in seen if brief]


def make(
    world: World,
    order: Order,
    progress: Callable[[Event], None] = lambda _: None,
    executor: Executor = here,
    outputs: Outputs | None = None,
    crew: Crew | None = None,
    kept: Recollection = READ_AFRESH,
) -> Result:
    """Make the ordered briefs; a brief that fails leaves its last edition in place and the rest go on.

    They go to the world's own outputs, or to others. A crew makes them where one is given, else this process with the
    executor. What is `kept` of a run before is given again as far as nothing that it was made of is otherwise.

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
    try:
        said = publication.begin()
        result.report.extend(said)
        if not any(told.severity is Severity.ERROR for told in said):
            _make(world, order, progress, crew or _alone(executor, kept), publication, result, kept)
    except BaseException:  # whatever stops it, a request to stop too
        publication.abandon()
        raise
    return result


def _make(
    world: World,
    order: Order,
    progress: Callable[[Event], None],
    crew: Crew,
    publication: Publication,
    result: Result,
    kept: Recollection,
) -> None:
    """Make the briefs for an output that is whole; what comes of it is in the result."""
    report = result.report
    _report_unknown(order.formats, report)
    progress(Began(RunStage.READING))
    witness = Witness(world)
    workspace = read(witness, order, report, kept)
    briefs = _briefs(workspace, order, result)
    faults = faults_of(report)
    if faults.of_all:
        return
    sound = [one for one in briefs if one.relation.slug not in faults.slugs and one.audience.id not in faults.readers]
    failed = list(_failed(workspace, order, faults))
    progress(Began(RunStage.MAKING, len(failed) + len(sound)))
    editions: set[str] = set()

    def tell(made: Made) -> None:
        result.briefs.append(made)
        progress(made)

    for made in failed:
        tell(made)
    with closing(crew(Workroom(workspace, order, _said_first(report), publication), sound)) as outcomes:
        for outcome in outcomes:
            editions.add(outcome.edition)
            tell(_placed(outcome, publication, result))
    _tell_unmade(editions - {""}, order, report)
    found = surplus(publication, workspace, order, faults_of(report))
    report.extend(prune(publication, found) if order.prune else left_over(found))
    if unsure := publication.close():
        report.add(unsure)
    files = publication.left | ({} if order.prune else found.files)
    result.evidence = Evidence(
        publication.began, witness.met, witness.needed(), files, folders_in(order.places.output, publication.outputs)
    )


def _placed(outcome: BriefOutcome, publication: Publication, result: Result) -> Made:
    """Put a brief's files in place, all or none; what became of it."""
    _note(outcome, result)
    said: tuple[Diagnostic, ...] = ()
    if outcome.staged:
        try:
            said = publication.commit(outcome.staged)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other briefs go on
            refused = refusal_in(error)
            result.traceback = result.traceback if refused else traceback.format_exc()
            said = (refused or own_fault(outcome.relation, outcome.audience, type(error).__name__),)
    result.report.extend(said)
    failed = outcome.staged is None or any(told.severity is Severity.ERROR for told in said)
    return Made(
        outcome.relation,
        outcome.audience,
        () if failed else outcome.files,
        failed=failed,
        is_current=outcome.is_current and not failed,
        is_mixed=any(told.code == _MIXED for told in said),
    )


def _tell_unmade(made: Collection[str], order: Order, report: Report) -> None:
    """BG343 for an edition that the run was told to be cleared, and that no brief of it has: nothing says so then."""
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


def _briefs(workspace: Workspace, order: Order, result: Result) -> list[BriefToMake]:
    faults = faults_of(result.report)
    return [
        BriefToMake(relation, audience, is_whole=not faults.of_all and relation.slug not in faults.slugs)
        for relation, audience in chosen(workspace, order, result.report)
    ]
